"""What the checks of a build found, as plain values for ``build.json``: each promise, each case to look at, the shapes."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from shkc_kg.graph.check import CheckReport
from shkc_kg.graph.promises import Broken, Promise, load_advice, load_promises

__all__ = ["verdicts"]

_MOST: Final = 50  # cases of one kind; a record is to be read


def verdicts(found: CheckReport) -> dict[str, Any]:
    """The verdicts of a build's checks: a promise without a case is kept; ``consistency`` is ``None`` where HermiT was not asked."""
    told = found.consistency
    return {
        "promises": list(_rows(load_promises(), found.broken)),
        "advice": list(_rows(load_advice(), found.advice)),
        "shapes": {
            "violations": len(found.violations),
            "warnings": [
                {"focus": one.focus, "path": one.path, "value": one.value, "zh": one.zh, "en": one.en}
                for one in found.warnings[:_MOST]
            ],
            "of": len(found.warnings),
        },
        "consistency": None if told is None else told.consistent,
    }


def _rows(asked: Iterable[Promise], offended: Iterable[Broken]) -> Iterable[dict[str, Any]]:
    """Every question with its words, how many cases there are, and the first of them."""
    cases = {one.promise.name: one.offenders for one in offended}
    for promise in asked:
        held = cases.get(promise.name, ())
        yield {"name": promise.name, "zh": promise.zh, "en": promise.en, "of": len(held), "cases": held[:_MOST]}
