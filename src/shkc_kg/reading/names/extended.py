"""Known names with a word of their own beside them: 智慧崇明 is a programme, 亚马逊云科技 a company."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import PLACES
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import Known

__all__ = ["extended_names"]

_ENDS_NAME: Final = re.compile(r"$|[,;。、:!?()“”\s]|等|和|与|及|在|将|于|的|已|正式|共同|联合")


@cache
def _trades() -> re.Pattern[str]:
    return re.compile(any_of(words("company_suffix")))


def extended_names(line: Words, known: Sequence[Known]) -> Iterator[Candidate]:
    """The names that a known one makes with the word before or behind it.

    A company's form that is an ordinary word as well (亚马逊) is safe here, before a trade.
    """
    for one in known:
        if any(entry.cls == "Company" for entry in one.entries):
            yield from _with_trade(line, one)
            yield from _bureau(line, one)
        if any(entry.cls in PLACES for entry in one.entries):
            yield from _with_theme(line, one)
        if any(entry.cls == "Academy" for entry in one.entries):
            yield from _with_institute(line, one)


# 中科院过程所: an institute by its short name behind its academy
_INSTITUTE: Final = re.compile(r"[\u4e00-\u9fff]{2,6}?(?<![会派两各场研究])所(?=[、,;。:()”和与及等的高专研共签落]|$)")


def _with_institute(line: Words, academy: Known) -> Iterator[Candidate]:
    m = _INSTITUTE.match(line.text, academy.end)
    if m is not None and not any(word in m[0] for word in ("院士", "科研", "大学", "等")):
        text = line.text[academy.begin : m.end()]
        yield Candidate(academy.begin, m.end(), text, "ResearchInstitute", "academy and institute")


def _with_trade(line: Words, company: Known) -> Iterator[Candidate]:
    trade = _trades().match(line.text, company.end)
    if trade is None:
        return
    behind = line.tokens[line.at[trade.end()]] if trade.end() < len(line.text) else None
    verb = (
        behind is not None and behind.begin == trade.end() and (behind.tag[0] in "vd" or behind.text in words("verb"))
    )
    if verb or _ENDS_NAME.match(line.text, trade.end()):
        text = line.text[company.begin : trade.end()]
        yield Candidate(company.begin, trade.end(), text, "Company", "company and trade")


# 某建三局, 某铁二十二局集团有限公司: the numbered firms of builders
_BUREAU: Final = re.compile(
    r"第?[一二三四五六七八九十]{1,3}(?:工程|航务工程|公路工程|冶金)?(?:局|公局|航局|冶)(?!面|长|部|势|势|为|的)"
    r"(?:集团)?(?:第?[一二三四五六七八九十]{1,2})?(?:建设|工程|建筑|投资)*(?:股份有限公司|有限责任公司|有限公司|公司)?"
)


def _bureau(line: Words, company: Known) -> Iterator[Candidate]:
    m = _BUREAU.match(line.text, company.end)
    if m is not None:
        yield Candidate(company.begin, m.end(), line.text[company.begin : m.end()], "Company", "numbered firm")


def _with_theme(line: Words, place: Known) -> Iterator[Candidate]:
    before = line.text[max(0, place.begin - 2) : place.begin]
    if before in words("theme") and line.text.startswith("建设", place.end):
        begin = place.begin - len(before)
        yield Candidate(begin, place.end, line.text[begin : place.end], "Programme", "themed place")
