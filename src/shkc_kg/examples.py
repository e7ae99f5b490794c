"""The example queries of ``queries/``: what each is for, and what it asks its user."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from shkc_kg.parameters import Parameter, bind, parameters
from shkc_kg.queries import defaults
from shkc_kg.resources import queries_dir

__all__ = ["Example", "examples", "read_example"]

_LINE: Final = re.compile(r"^#\+(?P<indent>\s*)(?P<text>.*?)\s*$")
_PAIR: Final = re.compile(r"^(?P<key>[\w-]+):(?:\s+(?P<value>.*))?$")


@dataclass(frozen=True, slots=True)
class Example:
    """A query with its name, its summaries in Chinese and English, tags, text, parameters and their usual values."""

    name: str
    zh: str
    en: str
    tags: tuple[str, ...]
    text: str
    parameters: tuple[Parameter, ...]
    defaults: dict[str, str]

    def filled(self, values: Mapping[str, str]) -> str:
        """The query with its parameters bound as terms: to these values, else to its defaults.

        :raises QueryError: a value is missing, unknown, or not of the parameter's form.
        """
        return bind(self.text, {**self.defaults, **values})

    @property
    def ready(self) -> str:
        """The query with its defaults, as it can be run; as written where it has no defaults."""
        given = self.defaults.keys() >= {p.name for p in self.parameters if p.required}
        return self.filled({}) if given else self.text


@cache
def examples(folder: Path | None = None) -> tuple[Example, ...]:
    """The queries of a folder (the installation's own where none is named), by name; none where there is no folder.

    Federated ones are left out: they call other servers, which an endpoint does only if its keeper allows it.
    """
    try:
        found = folder or queries_dir()
    except FileNotFoundError:
        return ()
    return tuple(read_example(path) for path in sorted(found.rglob("*.rq")) if path.parent.name != "federated")


def read_example(path: Path) -> Example:
    """One query file; a missing summary is its name."""
    text = path.read_text(encoding="utf-8")
    said = list(_said(text))
    told = dict(reversed(said))
    zh = told.get("summary") or told.get("summary.zh") or path.stem
    en = told.get("summary_en") or told.get("summary.en") or path.stem
    tags = tuple(tag for key, value in said if key == "tags" for tag in re.split(r"[\s,\[\]]+", value) if tag)
    return Example(path.stem, zh, en, tags, text, parameters(text), defaults(text))


def _said(text: str) -> Iterator[tuple[str, str]]:
    """What the ``#+`` lines say, in grlc's convention: ``key: value``, or a key with its values indented below.

    >>> list(_said("#+ summary:\\n#+   zh: 院士\\n#+   en: Academicians\\n#+ tags:\\n#+   - people\\nASK {}"))
    [('summary.zh', '院士'), ('summary.en', 'Academicians'), ('tags', 'people')]
    """
    above, depth = "", 0
    for line in text.splitlines():
        found = _LINE.match(line)
        if not found:
            continue
        pair = _PAIR.match(found["text"])
        nested = above and len(found["indent"]) > depth
        if pair and not nested and not pair["value"]:
            above, depth = pair["key"], len(found["indent"])
        elif pair and nested:
            yield f"{above}.{pair['key']}", (pair["value"] or "").strip("\"'")
        elif pair:
            yield pair["key"], (pair["value"] or "").strip("\"'")
        elif nested or found["text"].startswith("-"):
            yield above, found["text"].lstrip("- ").strip("\"'")
