"""Why a link must not be: the look-alikes of ``data/links/never.tsv``, by identifier and by name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from shkc_kg.graph.links import refused
from shkc_kg.labels import comparable
from shkc_kg.linking.candidate import Candidate
from shkc_kg.linking.names import folded
from shkc_kg.linking.subjects import Subject
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["forbidden"]

_PARTS = re.compile(r"[,，(（)）]")
_CHINESE = re.compile(r"[\u3400-\u9fff]+")


def forbidden(subject: Subject, candidate: Candidate) -> str | None:
    """Why these two must not be linked, under whichever of its names the subject is listed; ``None`` where they may."""
    for name in subject.written:
        if (reason := refused(name, candidate.iri)) is not None:
            return reason
    # A look-alike that is known by name only may share it with the thing itself, whose place then tells.
    if candidate.is_in(subject.places):
        return None
    called = {folded(name) for name in candidate.written}
    for name in subject.written:
        for look_alike, reason in _named().get(comparable(name), ()):
            if look_alike in called and look_alike not in {folded(own) for own in subject.written}:
                return reason
    return None


@cache
def _named() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """The folded names of look-alikes with the reason, by the comparable name of the subject."""
    found: dict[str, tuple[tuple[str, str], ...]] = {}
    for row in read_table(data_dir() / "links" / "never.tsv", ("subject", "target", "target_name", "reason")):
        subject = comparable(row["subject"])
        if not row["target"]:
            named = tuple((name, row["reason"]) for name in _names(row["target_name"]))
            found[subject] = (*found.get(subject, ()), *named)
    return found


def _names(target: str) -> Iterator[str]:
    """The whole text, what stands before the first comma or bracket, and Chinese names anywhere in it."""
    yield from filter(None, {folded(target), folded(_PARTS.split(target)[0]), *_CHINESE.findall(target)})
