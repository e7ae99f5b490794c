"""Counts of where those come from, and of those to whom something is done, who are counted on the way to a further figure."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.counting.nouns import noun_behind
from shkc_kg.reading.counting.wording import Phrase, Words

__all__ = ["origin", "recipients", "some_of"]

_FROM: Final = re.compile(
    r"(?P<noun>国家和地区|国家|地区|省区市|省市区|省份|城市|省市)?的?(?:近|约|逾|超过?|上)?\d[\d.]*[多余万]*(?P<unit>[名位人家个所支])"
)
_UNITS: Final = {"国": "国家"}


def origin(phrase: Phrase) -> Words | None:
    """``荷兰等[7]国的90余位专家出席``: 来自国家."""
    number = phrase.number
    m = _FROM.match(phrase.page.text, number.unit_end) if number.kind in ("place", "count") else None
    if m is None or not (number.kind == "place" or m["noun"]) or not re.search(r"(?:\A|等|来自)\Z", phrase.led):
        return None
    noun = m["noun"] or _UNITS.get(number.unit, number.unit)
    return Words(f"来自{noun}", f"来自{noun}")


_TO: Final = re.compile(r"(?:向|给|为)(?:全[市省区国县]|当地|辖区)?\Z")


def recipients(phrase: Phrase) -> Words | None:
    """``已向[742]家企业兑现资金1.6亿元``: 兑现资金的企业."""
    page, number = phrase.page, phrase.number
    following, end = page.next_number(number.unit_end), page.clause(number.unit_end)[1]
    if number.kind != "count" or not _TO.search(phrase.led) or following is None or following >= end:
        return None
    verb = next(
        (t for t in page.tokens(number.unit_end + 2, following) if t.tag.startswith("v") or page.is_verb(t)), None
    )
    noun = page.text[number.unit_end : verb.begin] if verb else ""
    does = re.sub(r"(?:了|约|近|超过?|逾|共|累计)+\Z", "", page.text[verb.begin : following]) if verb else ""
    if 0 < len(does) <= _BARE:
        given = next(n for n in page.scene.numbers if n.begin == following)
        does += re.split(r"[,、和及]", noun_behind(page, given))[0][:_GIVEN]  # 提供了1585笔[贷款]
    does = ("累计" if "累计" in phrase.led else "") + does
    return (
        Words(f"{does}的{noun}", noun) if 2 <= len(noun) <= 10 and 2 <= len(does) <= 12 and "的" not in noun else None
    )


_BARE: Final = 2  # code points of a verb without its object
_GIVEN: Final = 10  # code points of what was given
_DONE: Final = re.compile(r"(?:已经?|正在|均|还)(?P<does>[\u4e00-\u9fff]{2,16})\Z")
_OVER: Final = re.compile(
    r"(?P<measure>[\u4e00-\u9fff]{2,8}?)(?:均|都)?(?P<mark>(?:过|超过?|突破|达到?)(?:十|百|千)?[万亿]元)"
)


def some_of(phrase: Phrase) -> Words | None:
    """``首批项目20个,其中[5]个已完成试制``: 完成试制的项目; ``其中[4]家营业收入过千万元``: 营业收入过千万元的企业."""
    page, number = phrase.page, phrase.number
    led = page.undated(phrase.begin, number.begin).strip(",")
    if number.kind != "count" or led not in ("其中", "有", "其中有", "") or not phrase.base or not phrase.last:
        return None
    noun = re.sub(r"^(?:首批|年内|当年)?(?:遴选|入选|新增|孵化|培育|引进|签约|认定|支持|实施|立项)?", "", phrase.base)
    noun = noun.rsplit("的", 1)[-1]
    over = _OVER.match(page.text, number.unit_end)
    if over and over.end() == page.clause(number.unit_end)[1] and led and len(noun) >= 2:
        return Words(f"{over['measure']}{over['mark']}的{noun}", noun)
    m = _DONE.fullmatch(noun_behind(page, number)) if led else None
    return Words(f"{m['does']}的{noun}", noun) if m and len(noun) >= 2 else None
