"""What became of each character of the chapters, as the build wrote it beside the graph."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, Final

from shkc_kg.model import Span
from shkc_kg.names import Namer
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table
from shkc_kg.web.site import Site

__all__ = ["CATEGORIES", "Coverage", "coverage_of", "reasons"]

# What may become of a character, in Chinese and English.
CATEGORIES: Final = {
    "evidence": ("事实依据", "evidence of a fact"),
    "mention": ("名称或日期", "part of a name or date"),
    "structure": ("版面与结构", "layout and structure"),
    "rhetoric": ("套语", "rhetoric"),
    "unread": ("未读", "unread"),
}
# The rules by which a character stands in no passage.
_OUTSIDE: Final = ("layout", "outside every passage")


@dataclass(frozen=True)
class Coverage:
    """One chapter's coverage: ``told`` is what the build wrote, see :mod:`shkc_kg.coverage`."""

    told: Mapping[str, Any]

    @cached_property
    def stretches(self) -> tuple[tuple[Span, str, str], ...]:
        """The whole original as stretches with their category and rule."""
        return tuple((Span(begin, end), category, rule) for begin, end, category, rule in self.told["stretches"])

    @cached_property
    def outside(self) -> frozenset[int]:
        """The places of the characters that stand in no passage: bold marks, blanks inside words, numbers of items."""
        spans = (span for span, _, rule in self.stretches if rule in _OUTSIDE)
        return frozenset(place for span in spans for place in range(span.begin, span.end))


@cache
def reasons() -> Mapping[str, str]:
    """The Chinese for why characters were seen and not asserted, by the English words of the rules."""
    return {row["reason"]: row["label_zh"] for row in read_table(data_dir() / "reasons.tsv")}


async def coverage_of(site: Site) -> Mapping[str, Coverage]:
    """The coverage by the IRIs of chapters, read once; empty where the graph came without it."""
    edition = site.edition

    async def read() -> Mapping[str, Coverage]:
        return await asyncio.to_thread(_read, edition.dataset.generation.coverage, Namer(edition.dataset.base))

    return await edition.once("coverage", read)


def _read(path: Path, namer: Namer) -> Mapping[str, Coverage]:
    if not path.is_file():
        return {}
    told = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
    return {namer.chapter(one["report"], one["chapter"]): Coverage(one) for one in told}
