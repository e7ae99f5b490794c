"""A list of places or bodies that 分别 speaks of, and what is measured in each."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass
from typing import Final

from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES
from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page

__all__ = ["Placed", "in_places", "listed_next"]


@dataclass(frozen=True, slots=True)
class Placed:
    """The places or bodies of a list, as printed, and what is measured in each of them."""

    names: tuple[Named, ...]
    items: tuple[str, ...]
    measure: str


_HAVING: Final = PLACES | INSTITUTIONS | FACILITIES
_JOINT: Final = re.compile(r"、|和|与|及|以及")
_NEXT: Final = re.compile(
    r"(?P<list>[^,;。\d]{4,80}?)(?:紧随其后|紧跟其后|紧追其后|次之|随后|分列其后|位居其后|依次排列),\Z"
)
_FOREMOST: Final = re.compile(
    r"(?P<measure>[\u4e00-\u9fffA-Z&]{2,20}?)(?:排名|排|位居|位列|居|列)(?:全[国省市])?前[\d一二两三四五六七八九十]{1,2}[位名]?"
    r"的[^,;。]{0,6}?(?:是|为|有|:)\Z"
)


_EACH: Final = re.compile(r"(?P<measure>[\u4e00-\u9fffA-Z&]{2,20}?)(?:也|均|都|皆|双双|全部|全都)+[^,;。\d]{2,16},\Z")


def _list(page: Page, begin: int, end: int, count: int) -> tuple[Named, ...]:
    """Those of the one list of places or bodies in a stretch, if they are so many."""
    names = tuple(n for n in page.names_in(begin, end) if n.cls in _HAVING)
    gaps = (page.text[a.end : b.begin] for a, b in itertools.pairwise(names))
    return names if len(names) == count > 1 and all(map(_JOINT.fullmatch, gaps)) else ()


def in_places(page: Page, stretch: tuple[int, int], count: int) -> Placed | None:
    """The places that a clause or the one before lists, with what is measured in them.

    ``甲市、乙市和丙市[技术合同成交额]分别为…``; ``[成交额]居前三位的是甲市、乙市和丙市,分别为…``.
    """
    begin, end = stretch
    if names := _list(page, begin, end, count):
        led = page.undated(begin, names[0].begin)
        measure = strip_tail(strip_head(page.undated(names[-1].end, end)))
        return _placed(page, names, measure) if not strip_head(led) else None
    if begin <= page.sentence(begin)[0] or strip_head(page.undated(begin, end)):
        return None
    before = page.clause(begin - 1)[0]
    names = _list(page, before, begin, count)
    if not names:
        return None
    each = _EACH.fullmatch(page.text, names[-1].end, begin)
    if each and not strip_head(page.undated(before, names[0].begin)):
        return _placed(page, names, strip_head(each["measure"]))
    told = _FOREMOST.search(page.text, before, names[0].begin)
    return _placed(page, names, strip_head(told["measure"])) if told else None


def _placed(page: Page, names: tuple[Named, ...], measure: str) -> Placed | None:
    items = tuple(page.text[n.begin : n.end] for n in names)
    return Placed(names, items, measure) if measure else None


def listed_next(page: Page, begin: int) -> str:
    """The places or bodies that come next to one whose figure was told: ``甲县、乙区和丙县紧随其后,分别达到…``."""
    m = _NEXT.fullmatch(page.text, page.clause(begin - 1)[0], begin) if begin > page.sentence(begin)[0] else None
    return m["list"] if m else ""
