"""What a number counts where the words behind it alone tell it: a share that does something, people who take part."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.counting.trimming import strip_head
from shkc_kg.reading.counting.turned import co_agent, people, scoped, turned
from shkc_kg.reading.counting.wording import LIMIT, Phrase

__all__ = ["behind_only", "starts_with_verb"]

_WITHIN: Final = re.compile(r".{2,}[内中里]|使|使得|让|约?有")
_OF_WHICH: Final = re.compile(r"(?:来自|由|具有|拥有|属于|投向|用于|集中在|落户|选择|设在)(?=[\u4e00-\u9fff]{2})")


_COUNTED_ANEW: Final = re.compile(r"\d+[多余]?[个项家名件](?=[\u4e00-\u9fff]{2})")
_SORTS: Final = {"类": "类别", "方面": "所涉方面"}


def behind_only(phrase: Phrase, led: str, after: str) -> str:
    """What a number counts where the words behind it alone tell: 公寓面积, 签约的项目类别, 参加人数; else empty."""
    number = phrase.number
    if number.kind == "percent" and not led and is_share(after):
        return after
    described = phrase.page.text[number.begin - 1 : number.begin] == "的"
    if number.kind == "area" and described and len(after) >= 2:
        return re.split(r"[一二三]期|已|将|正", after)[0] + "面积"  # 面向职工的[50]万平方米公寓
    if number.unit in _SORTS and (inner := _COUNTED_ANEW.match(after)):
        return turned(phrase, after[inner.end() :]) + _SORTS[number.unit]  # 3类15个项目签约
    if said := people(phrase, led, after) or _of_which(phrase, led, after):
        return said
    whose = led.startswith("来自") or co_agent(led)
    said = turned(phrase, after) if whose and not starts_with_verb(phrase, after) else after
    return said if said != after else ""  # 来自全球的[610]家企业参展


def is_share(noun: str) -> bool:
    """Whether a noun says itself that it is a share: 增加值占比, 满意率."""
    return noun.endswith(("占比", "比重", "比例", "份额", "率", "强度"))


def _of_which(phrase: Phrase, led: str, after: str) -> str:
    """``孵化器内超过85%的[企业申请了专利]``, ``毕业生[1/3]来自省外``: whose share does what; empty for no such share."""
    if phrase.number.kind != "percent" or not after:
        return ""
    if _OF_WHICH.match(after) and not re.search(r"[占比率]", led):
        page, at = phrase.page, phrase.number.unit_end
        said = page.text[at : page.clause(at)[1]][:_SAID] if page.text.startswith(after, at) else after[:_SAID]
        return f"{led or _scope_before(phrase)}{said}占比"
    if (not led or _WITHIN.fullmatch(led)) and (said := scoped(phrase, led, after)) != after and "的" in said:
        return f"{said}占比"
    return ""


def _scope_before(phrase: Phrase) -> str:
    """Of what a share is that opens its clause: ``签约项目里,近[三分之二]属于…``."""
    page, at = phrase.page, phrase.page.clause(phrase.begin)[0]
    before = page.text[slice(*page.clause(at - 1))] if at > page.sentence(phrase.begin)[0] else ""
    return strip_head(before) if before.endswith(("里", "中", "内")) and len(before) <= LIMIT // 2 else phrase.base


_SAID: Final = 24  # code points of a predicate that tells a share


def starts_with_verb(phrase: Phrase, after: str) -> bool:
    """Whether the words behind a number open with a predicate."""
    at = phrase.page.text.find(after, phrase.number.unit_end)
    tokens = phrase.page.tokens(at, at + len(after))
    return len(tokens) > 1 and phrase.page.is_verb(tokens[0])
