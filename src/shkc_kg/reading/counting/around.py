"""Indicators told around their figure: what was surveyed, whose portion it is, what it is among or against."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.counting.nouns import clause_before, noun_only
from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.counting.wording import LIMIT, Phrase, Words, generic_nouns, merged, of_base

__all__ = ["against", "first_of", "portion", "rate_behind", "surveyed", "this", "with_measure"]

_SURVEYS: Final = re.compile(r"(?:(?<![针面相应绝比反])对|按照?|根据|依照)(?P<scope>[^,;。\d]{0,8})\Z")
_SURVEY: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{1,12}?)(?P<survey>(?:的|开展|进行|[\u4e00-\u9fff]{2}){0,3}(?:排名|评价|评估|调查|监测|统计|排序|考核|分析|测评))"
    r"(?:的?结果)?(?:显示|表明|发现|中)?\Z"
)
_SURVEYED: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{2,12}?)(?=(?:19|20)\d{2}年|综合|的|开展|进行)[^,;。]{0,24}?(?:考核|评价|评估|调查|监测|排名|检查)"
)
_SORTED: Final = re.compile(r"(?P<noun>[\u4e00-\u9fff]{1,12}?)(?:的?分类)?(?:统计|分析|监测)\Z")


def surveyed(phrase: Phrase) -> Words | None:
    """``对全国[30]个城市创新能力排名结果显示``: the cities; what follows tells of the ranking."""
    page, number = phrase.page, phrase.number
    led = (
        _SURVEYS.search(page.text, max(phrase.begin, number.begin - 10), number.begin)
        if number.kind == "count"
        else None
    )
    after = page.text[number.unit_end : page.clause(number.unit_end)[1]]
    m = _SURVEY.match(after) if led else None
    if led and led[0][0] == "对" and m is None and (of := _SURVEYED.match(after)):
        return Words(led["scope"] + of["noun"])
    if not led or not m:
        return None
    if sorted_by := _SORTED.match(m[0]) if led[0][0] != "对" else None:
        return Words(sorted_by["noun"])
    survey = re.sub(r"^的|开展|进行", "", m["survey"])
    return Words(led["scope"] + m["noun"], m["noun"] + survey)


_WHOLES: Final = "全[国省市区球]|世界|全社会"
_PORTION: Final = re.compile(
    rf"(?:聚集|集聚|拥有|汇聚|汇集|贡献|占|囊括|创造|容纳|以|用(?:不到|约|近)?|完成|实现|产出|承载|吸引|吸纳)了?(?P<whole>{_WHOLES})\Z"
)
_OF_WHOLE: Final = re.compile(rf"占(?P<whole>{_WHOLES})比例\Z")
_MADE: Final = re.compile(r"(?:创造|贡献|产出|完成|实现)了?\Z")


def portion(phrase: Phrase) -> Words | None:
    """``高新区集聚了全国[33]%的高新技术企业``: 高新技术企业占全国比例; a list goes on with its whole."""
    page, number, last = phrase.page, phrase.number, phrase.last
    if number.kind != "percent" or not page.text.startswith("的", number.unit_end):
        return None
    m = _PORTION.search(page.text, max(0, number.begin - 8), number.begin)
    goes_on = page.text[number.begin - 1] in "、和及与" or _MADE.search(phrase.led)
    before = _OF_WHOLE.search(last.text) if last and goes_on else None
    whole = m["whole"] if m else before["whole"] if before else ""
    noun = re.sub(r"(?:创造|贡献|产出)了?\Z", "", noun_only(page, number))
    return Words(f"{noun}占{whole}比例", noun) if whole and len(noun) >= 2 else None


_FIRST_OF: Final = re.compile(r"(?P<noun>.{2,30}?)?(?:首次|均|稳|继续|一直|分别)*(?:位居|位列|居于|居|列|排名?)\Z")
_TOP: Final = re.compile(
    r"(?P<field>[^,;。、\d]{1,12}?)(?:之?首|首位|之?最|榜首|第[一二三四五六七八九十\d]|前[列茅\d])"
)


def first_of(phrase: Phrase) -> Words | None:
    """``服务合同成交额居[四]类合同之首``: the kinds that a rank is among; what is ranked goes on."""
    page, number = phrase.page, phrase.number
    led = _FIRST_OF.fullmatch(phrase.led) if number.kind in ("count", "feature") else None
    field = _TOP.match(page.text, number.unit_end) if led else None
    if led is None or field is None:
        return None
    return Words(
        field["field"].removesuffix("的"), of_base(phrase, strip_tail(strip_head(led["noun"] or ""))) or phrase.base
    )


_WITH: Final = re.compile(r"(?P<noun>.{2,30}?)?以(?:约|近|超过?)?\Z")
_BY_WHAT: Final = re.compile(
    r"的?(?P<what>[\u4e00-\u9fff]{0,10}?)(?:位居|居于?|排名|排在|位列|名列|列|领跑|获得?|稳居)"
)


def with_measure(phrase: Phrase) -> Words | None:
    """``服务合同以[36]亿元成交额居首``: 服务合同成交额; ``某公司以[175]件专利授权量排名第一``: 专利授权量."""
    page, number = phrase.page, phrase.number
    m = _WITH.fullmatch(page.undated(phrase.begin, number.begin)) if number.kind in ("money", "count") else None
    by = _BY_WHAT.match(page.text, number.unit_end) if m else None
    if not m or not by:
        return None
    led = strip_head(m["noun"] or "")
    what = merged(led, by["what"]) if led and by["what"] in generic_nouns() else by["what"] or led
    what = of_base(phrase, what) if what in generic_nouns() else what or _ranking_before(phrase)
    return Words(what, what) if what else None


_RANKING: Final = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2,18}?)(?:排行榜?|排名|榜单|评比)中?\Z")


def _ranking_before(phrase: Phrase) -> str:
    """What a ranking is of that the clause before names: ``合同金额排行中,某校以[32]亿元位列第一``."""
    page, at = phrase.page, phrase.page.clause(phrase.begin)[0]
    begin = max(page.sentence(phrase.begin)[0], at - LIMIT)
    m = _RANKING.search(page.undated(begin, max(at - 1, begin)))
    return m["noun"] if m else phrase.base


_RATE_BEHIND: Final = re.compile(
    r"的?(?P<rate>(?:年均|平均|年平均|同比)?(?:增速|增幅|增长率|复合增长率|增长速度|增长(?=[,;。])))"
)


def rate_behind(phrase: Phrase) -> Words | None:
    """``输出合同额持续增长,近三年达到[17]%的平均增速``: 输出合同额平均增速."""
    m = _RATE_BEHIND.match(phrase.page.text, phrase.number.unit_end) if phrase.number.kind == "percent" else None
    noun = clause_before(phrase) or phrase.base if m else ""
    led = strip_tail(re.sub(r"(?:均|都|仍|继续)?(?:保持|实现|取得|以)\Z", "", strip_tail(phrase.led)))
    return Words(f"{led or noun}{m['rate']}", led or noun) if m and (led or noun) else None


_AGAINST: Final = re.compile(
    r"(?:(?:相当于|占|为|是)(?P<what>[\u4e00-\u9fffA-Z&]{2,14})"
    r"|(?:高于|低于|超过|优于|快于|高出)(?P<level>[\u4e00-\u9fff]{2,8}(?:平均(?:水平)?|水平|均值)))\(\Z"
)


_OTHER: Final = re.compile(
    r"(?:超过|高于|低于|多于|少于)了?(?P<what>[\u4e00-\u9fff]{4,16}?)的?"
)  # 超过了研发投入的[2.8]万亿元


def against(phrase: Phrase) -> Words | None:
    """``相当于全国用电量([90]亿度)的12%``: what is compared with; what was counted before goes on."""
    page, number = phrase.page, phrase.number
    if (other := _OTHER.fullmatch(phrase.led)) and number.kind == "money" and phrase.base:
        return Words(other["what"], phrase.base)
    m = _AGAINST.search(page.text, max(0, number.begin - 20), number.begin)
    if m is None or not page.text.startswith(")", number.unit_end):
        return None
    return Words(m["what"] or f"{phrase.base}{m['level']}", phrase.base)


_THIS: Final = re.compile(r"(?:这一|该|此|上述)(?:比重|比例|占比|指标|数字|数值|强度|比率)将?")


def this(phrase: Phrase) -> Words | None:
    """``占比超过10%,预计这一比重将超过[17]%``: what was said last."""
    return (
        Words(phrase.last.text, phrase.last.base, carried=True) if phrase.last and _THIS.fullmatch(phrase.led) else None
    )
