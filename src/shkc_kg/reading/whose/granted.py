"""Whose the terms of support are that a clause goes on about: the measure's, the agreement's or the prize's named before."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import PassageKind
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Brought, Memory, Subject

__all__ = ["prize_printed", "signed_in", "term_of"]

_BACK: Final = 5  # clauses
_TERM: Final = re.compile(
    r"(?:有效期|实施期|(?:最高)?(?:补助|补贴|资助|奖励|奖补|支持)(?:额度?|资金|上限|标准)|单项|[对按给]|一次性|最高)"
)
_SUPPORT: Final = re.compile(r"有效期|实施期|补助|补贴|资助|奖励|奖补|给予")
_ISSUES: Final = re.compile(r"出台|印发|发布|修订|制定|施行|实施")
_REGIONS_OWN: Final = re.compile(r"全[市省区县国年]|本[市省]|我[市省区县]|截至|年末|目前|累计|当年|已")
_LEVEL: Final = re.compile(r"(?:其中,?)?(?:特等|[一二三]等|[金银铜])奖")
_AWARDS: Final = re.compile(r"评出|评选|评审|颁发|授予|揭晓")
_BY_AGREEMENT: Final = re.compile(
    r"(?:根据|按照?|依据)(?:协议|约定|协定)(?:约定|规定)?,|(?:协议|协定)(?:约定|规定|明确)"
)


def term_of(page: Page, memory: Memory, begin: int, at: int) -> Subject | None:
    """What a number at ``at`` is a term of: ``印发《…办法》,对买方给予[10]%补助,有效期[3]年``."""
    clause, end = page.clause(at)
    if page.names_in(clause, at):
        return None
    if _LEVEL.match(page.text, max(begin, clause)):
        return _prize(page, clause)
    if _BY_AGREEMENT.match(page.text):
        return _agreed(page, memory, at)
    if not _TERM.match(page.text, clause) or not _SUPPORT.search(page.text, clause, end):
        return None
    return _measure(page, clause)


def _measure(page: Page, clause: int) -> Subject | None:
    """The policy that a clause before issues by its name, where all behind it tells of its terms."""
    for begin, end in page.clauses_before(clause, page.sentence(clause)[0], _BACK):
        names = page.names_in(begin, end)
        if names:
            name = names[-1]
            issued = name.cls == "Policy" and _ISSUES.search(page.text, begin, end)
            told = issued and not _REGIONS_OWN.search(page.text, name.end, page.clause(clause)[1])
            return Subject(name.key) if told else None
    return None


def _prize(page: Page, clause: int) -> Subject | None:
    """The prize whose levels are counted, where its own year is told of and nobody wins it."""
    for begin, end in page.clauses_before(clause, page.sentence(clause)[0], _BACK):
        names = page.names_in(begin, end)
        if names:
            awarded = names[-1].cls == "Award" and _AWARDS.search(page.text, begin, end)
            return Subject(names[-1].key) if awarded else None
    return None


_PRIZE: Final = re.compile(
    r"(?:评出|评选出?|评审出|颁发|授予|揭晓)(?:了|(?:20\d\d|上|本)?年?度)*(?P<prize>[\u4e00-\u9fff“”]{3,24}奖[”]?)(?:[共一]?\d|获奖|,)"
)


def prize_printed(page: Page, begin: int, at: int) -> str:
    """The prize whose levels are counted, where no name was read for it: ``评出某市科学技术奖40项,其中一等奖[4]项``."""
    clause = page.clause(at)[0]
    first = page.sentence(at)[0]
    if not _LEVEL.match(page.text, max(begin, clause)) or page.names_in(clause, at):
        return ""
    found = _PRIZE.search(page.text, first, clause)
    if found is None:
        return ""
    place = page.name_at(found.start("prize"))
    return page.text[
        place.end if place and place.end < found.end("prize") else found.start("prize") : found.end("prize")
    ]


def _agreed(page: Page, memory: Memory, at: int) -> Subject | None:
    """The agreement that the sentence before signs, in one that tells what it lays down."""
    signed = memory.signed
    goes_on = signed is not None and signed.end == page.scene.passage.extent.begin
    other = page.names_in(0, at) or _REGIONS_OWN.search(page.text, 0, at)
    return signed.subject if goes_on and signed and not other else None


def signed_in(page: Page) -> Brought | None:
    """The agreement that a sentence ends with, as somebody signs it."""
    passage = page.scene.passage
    names: tuple[Named, ...] = tuple(page.names_in(0, len(page.text)))
    if passage.kind is not PassageKind.SENTENCE or not names or names[-1].cls != "Agreement":
        return None
    closes = len(page.text) - names[-1].end <= _TAIL and "签" in page.text
    return Brought(Subject(names[-1].key, (passage.id,)), passage.extent.end) if closes else None


_TAIL: Final = 2  # code points behind the agreement's name: 》。
