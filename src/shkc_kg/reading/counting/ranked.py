"""What a rank is of, and among whom: 专利申请量居全国位次."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.counting.wording import Phrase, Words, of_base

__all__ = ["rank"]

_RANK: Final = re.compile(
    r"(?P<noun>.*?)(?:连续[^,]{0,6})?(?:总体|综合)?(?:均|分别|并|继续|由|从|一直|也)*"
    r"(?:居于|位居|居(?![民住家])|位列|列入|名列|(?<![系序])列(?![车入])|排名(?!中|结果)|排在|排(?!名)|稳居|蝉联|跃居|跃升至|跃升到|升至|升到|上升至|上升到|提升至|提升到|攀升至|攀升到|前移至|前移到|位次|保持|进入|跻身|迈入"
    r"|高居|处于|占据|位于|由|从|(?<![促推改引增先前演])进|成为|达到|(?<![作成行])为)+(?P<scope>[^,]{0,16})\Z"
)
_FIELD: Final = re.compile(
    r"在?(?P<scope>全国|全省|全市|全球|世界)?(?:\d+[家个座所])?(?P<noun>[^,]{2,30}?(?:评价|排名|考核|测评|评估|评比|排位))(?:结果)?中"
    r"|在(?P<group_scope>全国|全省|全市|全球|世界)?\d+[家个座所](?P<group>[^,]{2,20})中"
)
_INDEX: Final = re.compile(r"(?P<noun>[^,;。的《]{2,20}(?:指数|报告|榜单?|评价|排名))》?(?:显示|表明|指出),\Z")


def _index_before(phrase: Phrase) -> str:
    """What a rank is in, as the clause before says whose index shows it: ``…发布的创新指数显示,我国排名第[14]位``."""
    at = phrase.page.clause(phrase.begin)[0]
    m = _INDEX.search(phrase.page.text, max(0, at - 40), at)
    return m["noun"] if m else ""


_IN_FIELD: Final = re.compile(
    r"在(?P<noun>[^,;。《]{2,40}?(?:排名|排行榜|榜单|评价|考核|评估|评比|测评|指数))(?:结果)?中,\Z"
)


def _field_before(phrase: Phrase) -> str:
    """What a rank is in, as the clause before says: ``在…发布的创新指数排名中,某市居全球第[39]位``."""
    at = phrase.page.clause(phrase.begin)[0]
    m = _IN_FIELD.search(phrase.page.undated(phrase.page.sentence(phrase.begin)[0], at))
    return m["noun"].rsplit("发布的", 1)[-1] if m else ""


_OF_SCOPE: Final = re.compile(r"(?P<noun>.{2,}?)(?:已|仍|均)*(?P<scope>世界|全球|全[国省市区县]|国内)")
_SCOPE: Final = re.compile(r"(?:全[国省市区县球]|世界|国内|同类|全行业)\Z")


def rank(phrase: Phrase) -> Words | None:
    """``专利申请量居全国[第二]``: 专利申请量居全国位次."""
    if phrase.number.kind != "rank":
        return None
    led, last, base = phrase.led[-80:], phrase.last, phrase.base
    m = _RANK.match(led)
    noun, scope = (strip_tail(strip_head(m["noun"])), m["scope"]) if m else ("", strip_head(led))
    if m is None and (ranked := _OF_SCOPE.fullmatch(led)):
        noun, scope = ranked["noun"], ranked["scope"]  # 投入强度已从2016年的世界第16位
    noun = re.sub(r"(?:由|从|居|并|连续)\Z", "", noun)
    if field := _FIELD.fullmatch(noun):
        own = (field["noun"] or "").rsplit("发布的", 1)[-1]
        among = field["group"] and f"居{field['group_scope'] or ''}{field['group']}"
        ranking = f"{among or (field['scope'] or '') + own}{scope}位次"
        return Words.cut(ranking, ranking)
    scope = re.sub(r"(?:第|的|之|各省份?|省份|中)+\Z", "", scope.strip("的"))
    if not noun and not scope and last and last.text.endswith("位次"):
        return Words(last.text, base, carried=True)
    scope = re.sub(r"^(?:\d+年)?(?:前|现在|目前)(?:的|\Z)", "", scope)
    if not noun and not base and not scope:
        noun = _index_before(phrase)
    if not scope and (own := _SCOPE.search(phrase.page.text, max(0, phrase.number.begin - 4), phrase.number.begin)):
        scope = own[0]
    noun = noun or _field_before(phrase)
    subject = of_base(phrase, noun) or base
    place = f"居{scope}" if scope and subject else scope
    return Words.cut(f"{subject}{place}位次", subject or base, carried=not noun)
