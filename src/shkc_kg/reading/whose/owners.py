"""Which kinds of things have what a phrase names (占地, 固定人员), and which thing of a kind a clause speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Final

from shkc_kg.reading.classes import FACILITIES
from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.lexicon import attributes, owners
from shkc_kg.reading.names import Named
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.phrases import Page

__all__ = [
    "Kind",
    "every_kind",
    "is_oblique",
    "kinds_of",
    "object_of",
    "opening_of",
    "site_kinds",
    "spoken_of",
    "tells_what_it_is",
]


@dataclass(frozen=True, slots=True)
class Kind:
    """Things that have certain attributes: their classes, and what the nouns of unnamed ones end in."""

    classes: frozenset[str]
    nouns: re.Pattern[str]

    def ends(self, noun: str) -> bool:
        """Whether a noun is that of such a thing: 食品研究中心."""
        return self.nouns.search(noun) is not None


@cache
def _kinds() -> Mapping[str, Kind]:
    made = {}
    for name, (classes, nouns) in owners().items():
        wanted = (c for cls in classes for c in (FACILITIES if cls == "@facility" else (cls,)))
        made[name] = Kind(frozenset(wanted), re.compile(rf"(?:{nouns})[”]?\Z"))
    return MappingProxyType(made)


def every_kind() -> Sequence[Kind]:
    """All kinds of owners."""
    return tuple(_kinds().values())


def site_kinds() -> Sequence[Kind]:
    """The kinds of things that stand somewhere, and of bodies with people."""
    return tuple(_kinds()[name] for name in ("site", "lab"))


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The words for attributes, where they open a phrase and where they end it, the longest first."""
    every = any_of(attributes())
    return re.compile(rf"(?P<word>{every})"), re.compile(rf"(?P<word>{every})\Z")


_PREFIX: Final = re.compile(
    r"(?:首批|现有|拥有|预计|计划|共|已|可|将|项目|建成后|当年|目前|其|主体|园区|基地|中心|平台|新增|累计|未来|[三五十两]年内?)*"
)
_SHORT: Final = 12  # code points of a phrase whose last word is what it names: 主体建设用地

_OF_TWO: Final = re.compile(r"互|双方|各")


def kinds_of(phrase: str) -> Sequence[Kind]:
    """The kinds of things that have what a phrase before a number names; none where anything may have it.

    >>> [len(kinds_of(phrase)) for phrase in ("一期工程占地", "固定研究人员", "高新技术企业")]
    [1, 1, 0]
    """
    led = strip_head(phrase)
    opens, ends = _words()
    tail = strip_tail(led)
    prefix = _PREFIX.match(led)
    found = opens.match(led) or (opens.match(led, prefix.end()) if prefix else None)
    if found is None and len(tail) <= _SHORT and not _OF_TWO.search(tail):
        found = ends.search(tail)
    return tuple(_kinds()[name] for name in sorted(attributes()[found["word"]])) if found else ()


_BRACKETS: Final = re.compile(r"\([^()]{0,40}\)")
_TAIL: Final = 8  # code points behind a name that is its clause's object: …中心二期
_LEAD: Final = 12  # in front of one that is its subject: 位于某地的
# 位于某产业园, 与某大学共建: what a clause speaks of stands there, or does it with them
_OBLIQUE: Final = re.compile(
    r"(?:位于|坐落|落户|入驻|选址|迁[入至]|[在于与和同由向从至经为]|依托|联合|会同|来自|携手)\Z"
)


_IS: Final = re.compile(r"(?:这|也|均|都|同时)*是|为|系|共?分(?!别)|包括|包含|涵盖|下设|设有")


def tells_what_it_is(clause: str) -> bool:
    """Whether a clause only tells what the thing spoken of is, and brings in none: 这是全省首个平台."""
    return _IS.match(clause) is not None


def spoken_of(page: Page, begin: int, end: int, kinds: Sequence[Kind]) -> Named | None:
    """The thing of some kinds that a clause speaks of: its object, or the name that opens it."""
    return object_of(page, begin, end, kinds) or opening_of(page, begin, end, kinds)


def _of_kinds(page: Page, begin: int, end: int, kinds: Sequence[Kind]) -> list[Named]:
    names = [n for n in page.names_in(begin, end) if any(n.cls in kind.classes for kind in kinds)]
    return [n for n in names if not is_oblique(page, begin, n)]


def object_of(page: Page, begin: int, end: int, kinds: Sequence[Kind]) -> Named | None:
    """The last name of some kinds in a clause, where little follows it."""
    last = next((n for n in reversed(_of_kinds(page, begin, end, kinds)) if _closes(page, n, end)), None)
    return last if last is not None and not _COPULA.search(page.text, begin, last.begin) else None


_COPULA: Final = re.compile(r"(?<=[\u4e00-\u9fff])(?:是|成为)")  # 某中心是三地共建的某基地 is about the centre


def opening_of(page: Page, begin: int, end: int, kinds: Sequence[Kind]) -> Named | None:
    """The name of some kinds that opens a clause."""
    names = _of_kinds(page, begin, end, kinds)
    return names[0] if names and names[0].begin - begin <= _LEAD else None


def is_oblique(page: Page, begin: int, name: Named) -> bool:
    """Whether a name only tells where or with whom something is done, be it alone or in a list."""
    at = name.begin
    while before := [n for n in page.names_in(begin, at) if page.text[n.end : at] in ("、", "和", "及")]:
        at = before[-1].begin
    leant_on = page.text.startswith("以", at - 1) and _LEANT_ON.match(page.text, name.end)
    return bool(leant_on) or _OBLIQUE.search(page.text, max(begin, at - 2), at) is not None


_LEANT_ON: Final = re.compile(r"[^,;。]{0,12}为(?:依托|支撑|牵头|基础|后盾)")


def _closes(page: Page, name: Named, end: int) -> bool:
    return len(_BRACKETS.sub("", page.text[name.end : end])) <= _TAIL and not page.names_in(name.end, end)
