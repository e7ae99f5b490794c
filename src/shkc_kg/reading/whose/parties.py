"""Whose a figure is that two parties agreed on: what they found with it, or the first of those who sign."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.classes import DIVISIONS, INSTITUTIONS, ZONES
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.levels import OWN_REGION
from shkc_kg.reading.whose.memory import Subject
from shkc_kg.reading.whose.ofevent import is_summed
from shkc_kg.reading.whose.owners import is_oblique, object_of, site_kinds
from shkc_kg.reading.whose.printedsubject import skip_openers

__all__ = ["founded_with", "signatory"]

_EACH: Final = re.compile(r"(?:各|双方|三方|两[市省区县地]|共同|联合)[^,;。]{0,12}(?:出资|拿出|投入|出|安排|提供|筹集)")
_FOUND: Final = re.compile(
    r"(?:共同|联合|用于|合作|一起)*(?:发起)?(?:设立|成立|组建|共建|建立|建设|创建|筹建)(?:了)?"
    r"(?P<noun>[\u4e00-\u9fffA-Za-z\d“”·()-]{3,20}?(?:专项|资金|基金|计划|实验室|中心|研究院|基地|平台|园))(?=[,;。]|\Z)"
)


def founded_with(page: Page, number: Number) -> tuple[Subject | None, str]:
    """What each party's money founds, named behind it: ``双方每年各出资[500]万元,设立甲乙联合专项``; else its noun."""
    begin, end = page.clause(number.begin)
    if number.kind != "money" or not _EACH.search(page.text, begin, number.begin) or page.text[end : end + 1] != ",":
        return None, ""
    m = _FOUND.match(page.text, end + 1)
    name = page.name_at(m.start("noun")) if m else None
    if m is None or (name is not None and name.end < m.end("noun") and name.cls in INSTITUTIONS):
        return None, ""
    return (Subject(name.key), "") if name is not None and name.end == m.end("noun") else (None, m["noun"])


_BACK: Final = 3  # clauses
_BESIDE: Final = re.compile(r"(?:[(][^()]{0,12}[)])?(?:与|和|同|跟|、)")
_SIGNS: Final = re.compile(
    r"(?:(?!建的|办的)[^,;。]){0,30}?(?:签署|签订|签约|签下|达成|结为|缔结|携手|合作|共建|联合|牵手|开展)(?!的)"
)
_OTHERS: Final = INSTITUTIONS | ZONES | DIVISIONS
_PARTIES: Final = (INSTITUTIONS | ZONES) - {"GovernmentBody", "InternationalOrganization"}


def signatory(page: Page, begin: int) -> Subject | None:
    """The first of two who sign in a clause before: ``甲大学与乙大学签订协议,每年互派师生[30]人``."""
    first, end = page.sentence(begin)[0], page.clause(begin)[1]
    if OWN_REGION.search(page.text, begin, end) or _names_another(page, begin, end):
        return None
    for clause, stop in page.clauses_before(begin, first, _BACK):
        name = page.name_at(skip_openers(page, clause, stop))
        aside = name is None or is_summed(page, name, stop) or is_oblique(page, clause, name)
        if name is not None and not aside and (other := _beside(page, name)) is not None:
            signs = name.cls in _PARTIES and other.cls in _OTHERS and _SIGNS.match(page.text, other.end, stop)
            made = object_of(page, other.end, stop, site_kinds()) or name  # 甲校与乙市共建丙院: of what they found
            return Subject(made.key, (), (ScopeReason.COREFERENCE,)) if signs else None
        if page.names_in(clause, stop):
            return None
    return None


def _names_another(page: Page, begin: int, end: int) -> bool:
    """Whether a stretch names anything but where something is done."""
    return any(not is_oblique(page, begin, name) for name in page.names_in(begin, end))


def _beside(page: Page, name: Named) -> Named | None:
    """The name that ``与`` adds to another."""
    m = _BESIDE.match(page.text, name.end)
    return page.name_at(m.end()) if m else None
