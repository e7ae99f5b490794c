"""How long something goes on or has gone on: 三年内投入研发经费 is 投入研发经费的年数, 建院4年来 is 建院年数."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.calendar.countedyears import SINCE
from shkc_kg.reading.counting.trimming import strip_tail
from shkc_kg.reading.counting.wording import Phrase, Words
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.phrases import Page

__all__ = ["since", "term"]

_GONE_ON: Final = re.compile(rf"(?P<said>{SINCE})满?\Z")
_WILL: Final = re.compile(
    r"[之以]?内,?(?:计划|力争|争取|预计|拟|将|要|共|累计|每年|各|由|分别|双方|总共|向[^,;。\d]{2,16}?(?=授信|提供))*"
)
_REACHES: Final = re.compile(r"(?:不少于|不低于|超过?|达到?|至少|约|近|逾)+\Z")
_NO_TERM: Final = re.compile(r"(?:连续|持续|历时|为期|第|每|满|已|近|超过?|[经历]过?)\Z")
_GIVES: Final = re.compile(r"投入|给予|安排|出资|资助|拨付|提供|支持|发表|培养|引进|建成|培育|转化")
_PAYER: Final = re.compile(r"(?:[省市区县]级?|中央)?财政\Z")
_LONGEST: Final = 16  # code points of what is to be done


def since(phrase: Phrase) -> Words | None:
    """``建院[4]年来``: 建院年数; ``成立[25]周年``: 成立年数."""
    number, text = phrase.number, phrase.page.text
    if number.unit != "周年" and not (number.unit == "年" and text.startswith("来", number.unit_end)):
        return None
    found = _GONE_ON.search(text, max(0, number.begin - 4), number.begin)
    return Words(f"{found['said']}年数") if found else None


def term(page: Page, number: Number) -> Words | None:
    """``[三]年内将投入研发经费6000万元``, ``区财政[三]年投入6000万元``: 投入研发经费的年数, 投入的年数."""
    at, text = number.unit_end, page.text
    following = page.next_number(at) if number.unit == "年" else None
    if following is None or following > page.clause(at)[1]:
        return None
    will = _WILL.match(text, at)
    begin = will.end() if will else at
    if will is None and not (
        _GIVES.match(text, at) and not _NO_TERM.search(text, max(0, number.begin - 4), number.begin)
    ):
        return None
    does = strip_tail(_REACHES.sub("", text[begin:following]))
    paid = _PAYER.search(text, max(0, number.begin - 6), number.begin)
    payer = paid[0] if paid else ""
    return Words(f"{payer}{does}的年数", payer) if 2 <= len(does) <= _LONGEST else None
