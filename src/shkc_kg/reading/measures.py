"""Indicators of special form: ranks, shares, changes, goals, multiples, spans of time."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.counted import editions, field, sole
from shkc_kg.reading.phrases import strip_head, strip_tail
from shkc_kg.reading.wording import (
    CHANGE,
    NOUN_CHANGE,
    Phrase,
    Words,
    clause_before,
    generic_nouns,
    merged,
    noun_only,
    of_base,
    unshared,
)

__all__ = ["MEASURES"]

_SPANS: Final = {
    "年": "年数", "天": "天数", "日": "天数", "个月": "月数", "月": "月数", "小时": "小时数", "周": "周数",
    "个工作日": "天数",
}  # fmt: skip
_TO: Final = re.compile(
    r"(?:进一步|分别|逐步|快速|大幅|稳步|持续|不断|显著|明显|首次|迅速|成功|逐年|连年|平稳|已|再)*(?:提高|增加|上升|增长|增|升|降低|降|下降|减少|压缩|压减|缩短|提升|扩大|跃升|攀升|发展|延长"
    r"|拓展|扩展|达|变|调整|下调|上调|倍增|前移|增资|扩容|扩|迈|跃|做)(?:到|至|为)了?(?P<per>每[^,;。]{1,3})?\Z"
)
_SHARE_OF: Final = re.compile(
    r"(?:,|约|合计|共|总计|分别|各|累计)*占(?:了|到|据)?(?P<whole>[^,;。]{0,20}?)(?:的?(?P<word>比重|比例|份额)|比(?=达|为|约|超|由|从|提|上|下|\Z))?"
    r"(?P<yearly>年均)?(?:首次|均|已|为|达|达到|超过|超|接近|约|近|的|(?:稳步|进一步|逐步|持续)?(?:提高|上升|提升|增长|下降|降低|增加|扩大|升|增|降)(?:到|至|为)?"
    r"|分别|(?:保持|稳定|维持)在?|由|从)*\Z"
)
_RANK: Final = re.compile(
    r"(?P<noun>.*?)(?:连续[^,]{0,6})?(?:总体|综合)?(?:均|分别|并|继续|由|从|一直|也)*"
    r"(?:居于|位居|居(?![民住家])|位列|列入|名列|(?<![系序])列(?![车入])|排名|排在|排|稳居|蝉联|跃居|跃升至|跃升到|升至|升到|上升至|上升到|提升至|提升到|攀升至|攀升到|前移至|前移到|位次|保持|进入|跻身|迈入"
    r"|高居|处于|占据|位于|由|从|(?<![促推改引增先前演])进|成为|达到|(?<![作成行])为)+(?P<scope>[^,]{0,16})\Z"
)
_RATIO: Final = re.compile(
    r"(?:(?P<noun>[^,;。]{2,30}?)(?:已|约|就)?(?=(?:约?是|约?为|相当于)[^,;。]{2,14}(?:的(?:约|近)?)?\Z))?"
    r"(?:仅|已)?(?:约?是|为|相当于|约为|不足|不到|超过|接近|达到?|约)(?P<whole>[^,;。]{2,16}?)(?:的(?:约|近)?)?\Z"
)
_HOLDS: Final = re.compile(r"超过|保持|稳居|位居|居|列|高于|低于|达|增长|下降|突破|实现|快于|领先")
_ARROWS: Final = str.maketrans({"↑": "增长", "↓": "下降"})


_SURVEYS: Final = re.compile(r"(?:(?<![针面相应绝比反])对|按照?|根据|依照)(?P<scope>[^,;。\d]{0,8})\Z")
_SURVEY: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{1,12}?)(?P<survey>(?:的|开展|进行|[\u4e00-\u9fff]{2}){0,3}(?:排名|评价|评估|调查|监测|统计|排序|考核|分析|测评))"
    r"(?:的?结果)?(?:显示|表明|发现|中)?\Z"
)


_SURVEYED: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{2,12}?)(?=(?:19|20)\d{2}年|综合|的|开展|进行)[^,;。]{0,24}?(?:考核|评价|评估|调查|监测|排名|检查)"
)
_SORTED: Final = re.compile(r"(?P<noun>[\u4e00-\u9fff]{1,12}?)(?:的?分类)?(?:统计|分析|监测)\Z")


def _surveyed(phrase: Phrase) -> Words | None:
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


_PORTION: Final = re.compile(
    r"(?:聚集|集聚|拥有|汇聚|汇集|贡献|占|囊括|创造|容纳|以|用(?:不到|约|近)?|完成|实现|产出|承载|吸引|吸纳)了?(?P<whole>全[国省市区球]|世界|全社会)\Z"
)


_MADE: Final = re.compile(r"(?:创造|贡献|产出|完成|实现)了?\Z")


def _portion(phrase: Phrase) -> Words | None:
    """``高新区集聚了全国[33]%的高新技术企业``: 高新技术企业占全国比例; a list goes on with its whole."""
    page, number, last = phrase.page, phrase.number, phrase.last
    if number.kind != "percent" or not page.text.startswith("的", number.unit_end):
        return None
    m = _PORTION.search(page.text, max(0, number.begin - 8), number.begin)
    listed = (
        re.search(r"占(全[国省市区球]|世界|全社会)比例\Z", last.text)
        if last and page.text[number.begin - 1] in "、和及与"
        else None
    )
    earlier = (
        re.search(r"占(全[国省市区球]|世界|全社会)比例\Z", last.text) if last and _MADE.search(phrase.led) else None
    )
    whole = m["whole"] if m else listed[1] if listed else earlier[1] if earlier else ""
    noun = re.sub(r"(?:创造|贡献|产出)了?\Z", "", noun_only(page, number))
    return Words(f"{noun}占{whole}比例", noun) if whole and len(noun) >= 2 else None


_FIRST_OF: Final = re.compile(r"(?P<noun>.{2,30}?)?(?:首次|均|稳|继续|一直|分别)*(?:位居|位列|居于|居|列|排名?)\Z")
_TOP: Final = re.compile(
    r"(?P<field>[^,;。、\d]{1,12}?)(?:之?首|首位|之?最|榜首|第[一二三四五六七八九十\d]|前[列茅\d])"
)


def _first_of(phrase: Phrase) -> Words | None:
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


def _with(phrase: Phrase) -> Words | None:
    """``服务合同以[36]亿元成交额居首``: 服务合同成交额; ``某公司以[175]件专利授权量排名第一``: 专利授权量."""
    page, number = phrase.page, phrase.number
    m = _WITH.fullmatch(page.undated(phrase.begin, number.begin)) if number.kind in ("money", "count") else None
    by = _BY_WHAT.match(page.text, number.unit_end) if m else None
    if not m or not by:
        return None
    led = strip_head(m["noun"] or "")
    what = merged(led, by["what"]) if led and by["what"] in generic_nouns() else by["what"] or led
    what = of_base(phrase, what) if what in generic_nouns() else what
    return Words(what, what) if what else None


_RATE_BEHIND: Final = re.compile(
    r"的?(?P<rate>(?:年均|平均|年平均|同比)?(?:增速|增幅|增长率|复合增长率|增长速度|增长(?=[,;。])))"
)


def _rate_behind(phrase: Phrase) -> Words | None:
    """``输出合同额持续增长,近三年达到[17]%的平均增速``: 输出合同额平均增速."""
    m = _RATE_BEHIND.match(phrase.page.text, phrase.number.unit_end) if phrase.number.kind == "percent" else None
    noun = clause_before(phrase) or phrase.base if m else ""
    led = strip_tail(re.sub(r"(?:均|都|仍|继续)?(?:保持|实现|取得|以)\Z", "", strip_tail(phrase.led)))
    return Words(f"{led or noun}{m['rate']}", led or noun) if m and (led or noun) else None


_AGAINST: Final = re.compile(r"(?:相当于|占|为|是)(?P<what>[\u4e00-\u9fffA-Z&]{2,14})\(\Z")


def _against(phrase: Phrase) -> Words | None:
    """``相当于全国用电量([90]亿度)的12%``: what is compared with; what was counted before goes on."""
    page, number = phrase.page, phrase.number
    m = _AGAINST.search(page.text, max(0, number.begin - 20), number.begin)
    return Words(m["what"], phrase.base) if m and page.text.startswith(")", number.unit_end) else None


_THIS: Final = re.compile(r"(?:这一|该|此|上述)(?:比重|比例|占比|指标|数字|数值|强度|比率)将?")


def _this(phrase: Phrase) -> Words | None:
    """``占比超过10%,预计这一比重将超过[17]%``: what was said last."""
    return (
        Words(phrase.last.text, phrase.last.base, carried=True) if phrase.last and _THIS.fullmatch(phrase.led) else None
    )


def _feature(phrase: Phrase) -> Words | None:
    """``围绕[八]大前沿产业和…发展``: only what is counted."""
    noun = noun_only(phrase.page, phrase.number) if phrase.number.kind == "feature" else ""
    noun = re.sub(r"(?<=..)(?:均|共|都|全部)\Z", "", noun)
    if noun.endswith(("同比", "环比")):
        noun = next((noun[:-2].removesuffix(g) for g in generic_nouns() if noun[:-2].endswith(g)), noun[:-2])
    return Words(noun) if len(noun) >= 2 else None


_FIELD: Final = re.compile(
    r"在?(?P<scope>全国|全省|全市|全球|世界)?(?:\d+[家个座所])?(?P<noun>[^,]{2,20}?(?:评价|排名|考核|测评|评估|评比|排位))(?:结果)?中"
    r"|在(?P<group_scope>全国|全省|全市|全球|世界)?\d+[家个座所](?P<group>[^,]{2,20})中"
)


_INDEX: Final = re.compile(r"(?P<noun>[^,;。的《]{2,20}(?:指数|报告|榜单?|评价|排名))》?(?:显示|表明|指出),\Z")


def _index_before(phrase: Phrase) -> str:
    """What a rank is in, as the clause before says whose index shows it: ``…发布的创新指数显示,我国排名第[14]位``."""
    at = phrase.page.clause(phrase.begin)[0]
    m = _INDEX.search(phrase.page.text, max(0, at - 40), at)
    return m["noun"] if m else ""


_OF_SCOPE: Final = re.compile(r"(?P<noun>.{2,}?)(?:已|仍|均)*(?P<scope>世界|全球|全[国省市区县]|国内)")
_SCOPE: Final = re.compile(r"(?:全[国省市区县球]|世界|国内|同类|全行业)\Z")


def _rank(phrase: Phrase) -> Words | None:
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
        among = field["group"] and f"居{field['group_scope'] or ''}{field['group']}"
        ranking = f"{among or (field['scope'] or '') + field['noun']}{scope}位次"
        return Words.cut(ranking, ranking)
    scope = re.sub(r"(?:第|的|之|各省份?|省份|中)+\Z", "", scope.strip("的"))
    if not noun and not scope and last and last.text.endswith("位次"):
        return Words(last.text, base, carried=True)
    scope = re.sub(r"^(?:\d+年)?(?:前|现在|目前)(?:的|\Z)", "", scope)
    if not noun and not base and not scope:
        noun = _index_before(phrase)
    if not scope and (own := _SCOPE.search(phrase.page.text, max(0, phrase.number.begin - 4), phrase.number.begin)):
        scope = own[0]
    subject = of_base(phrase, noun) or base
    place = f"居{scope}" if scope and subject else scope
    return Words.cut(f"{subject}{place}位次", subject or base, carried=not noun)


def _duration(phrase: Phrase) -> Words | None:
    """``连续[5]年超过15%``: the years; ``历时[7]天``; ``用[五]年时间,把甲打造成乙``."""
    page, number, last = phrase.page, phrase.number, phrase.last
    if number.kind != "duration" or number.unit not in _SPANS:
        return None
    stem = re.sub(r"(?:已|将|,|达|用|约)+\Z", "", phrase.led)
    unit = _SPANS[number.unit]
    counted = next((w for w in ("连续", "持续", "累计") if stem.endswith(w)), "")
    if counted and (counted != "累计" or _HOLDS.match(page.text, number.unit_end)):
        noun = strip_tail(strip_head(re.sub(r"(?:已)?(?:连续|持续|累计)\Z", "", stem)))
        after = page.text[number.unit_end : page.clause(number.unit_end)[1]]
        if not noun and last and _HOLDS.match(after) and not last.text.endswith("位次"):
            noun = last.text if last.base in last.text and not last.text.endswith("倍数") else last.base
        return Words.cut(
            f"{noun}{'累计' if counted == '累计' else '连续'}{after[:20]}的{unit}",
            noun or phrase.base,
            carried=not noun,
        )
    if stem.endswith(("历时", "为期", "长达")):
        return Words.cut(f"{strip_tail(strip_head(stem))}{unit}", phrase.base)
    if phrase.led.endswith("用") or page.text.startswith("时间", number.unit_end):
        end = page.clause(number.unit_end)[1]
        following = page.text[end + 1 : page.clause(end + 1)[1]] if end + 1 < len(page.text) else ""
        return Words.cut(f"{re.sub(r'^将?把', '', following)[:20]}所用{unit}")
    return None


def _multiple(phrase: Phrase) -> Words | None:
    """``产值力争[翻番]``: 产值增长倍数."""
    if phrase.number.kind != "multiple":
        return None
    stem = re.sub(
        r"(?:实现|力争|五年|三年|十年|总体|再|到期末|[较比](?:“[^”]{1,6}”(?:时期|期间|期末|末)?|\w{2,5}))+\Z",
        "",
        strip_tail(phrase.led),
    )
    noun = of_base(phrase, strip_head(strip_tail(stem)))
    return Words.cut(f"{noun or phrase.base}增长倍数", noun or phrase.base, carried=not noun)


def _share(phrase: Phrase) -> Words | None:
    """``占全国获奖总数的[16.9%]`` of what was counted before; in ``原创展品占比[50%]`` 占比 is a noun."""
    led = phrase.led
    if phrase.number.kind not in ("percent", "points") or "占" not in led.replace("占比", ""):
        return None
    if phrase.base and (m := _SHARE_OF.match(led)):
        word = m["word"] or ("比例" if m["whole"] else "")
        return Words.cut(f"{phrase.base}{m['yearly'] or ''}占{m['whole'] or '比'}{word}", phrase.base, carried=True)
    if phrase.number.kind == "points":
        return None
    whole = strip_tail(led)
    if m := _SHARE_OF.search(led, max(0, led.rfind("占") - 1)):
        noun = of_base(phrase, strip_tail(led[: m.start()]))
        whole = f"{noun}占{m['whole'] or '比'}{m['word'] or ('比例' if m['whole'] else '')}"
    return Words.cut(whole, whole) if whole else None


_COMPLETED: Final = re.compile(
    r"(?:已|超额)?完成(?P<goal>(?:全年|年度|年|预期|既定|计划)*(?:目标|任务|计划)(?:任务|目标|数|额|量)*)的?(?:约|近)?\Z"
)
_RELATIVE: Final = re.compile(
    r"(?P<noun>[^,]*?)(?P<than>(?:分别|均|已|也)?(?:高于|低于|快于|慢于|高出|低出|超出|超过|超(?=全|省|市|国|平均|目标|上年|同期|预期)|领先于?|优于|好于)"
    r"(?!\d)[^,;。]{2,14}?|(?:比|较)[^,;。]{2,12}?(?:高|低|快|慢)出?)(?:水平|均值)?(?:约|近)?\Z"
)


_COUNTED_GOAL: Final = re.compile(
    r"完成(?P<goal>全年|年度|年初)?[\d.]+[万亿]?[^\d,;。]{0,3}(?:任务|目标)的(?:约|近)?\Z"
)
_GOAL_OF: Final = re.compile(r"(?:已|超额)?完成(?P<goal>全年|年度|年初)?\Z")


def _target(phrase: Phrase) -> Words | None:
    """``完成全年[170]家任务的71%``: the goal; what was counted before goes on."""
    m = _GOAL_OF.search(phrase.page.text, max(0, phrase.number.begin - 8), phrase.number.begin)
    aimed = re.match(r"的?(?:任务|目标)", phrase.page.text[phrase.number.unit_end :][:4])
    return Words(f"{phrase.base}{m['goal'] or ''}任务", phrase.base) if m and aimed and phrase.base else None


def _completed(phrase: Phrase) -> Words | None:
    """``完成年度任务的[115.1]%``: what was counted before, against its goal."""
    m = _COMPLETED.fullmatch(phrase.led) or _COUNTED_GOAL.search(
        phrase.page.text, phrase.page.clause(phrase.begin)[0], phrase.number.begin
    )
    if not m or not phrase.base or phrase.number.kind != "percent":
        return None
    goal = m["goal"] or ""
    goal += "" if goal.endswith(("任务", "目标", "计划", "数", "额", "量")) else "任务"
    return Words.cut(f"{phrase.base}完成{goal}比例", phrase.base, carried=True)


def _relative(phrase: Phrase) -> Words | None:
    """``增速高于全国[15]个百分点``: a measure of what was counted before, or the change said last, against another."""
    m = _RELATIVE.fullmatch(phrase.led)
    if not m or phrase.number.kind not in ("percent", "points") or not phrase.last:
        return None
    noun = strip_tail(strip_head(m["noun"]))
    if noun and noun not in generic_nouns():
        return None
    before = _RELATIVE.fullmatch(phrase.last.text)
    further = before["noun"] if before else phrase.last.text
    if further.endswith(("位次", "倍数", "月数", "年数")):
        further = phrase.base
    what = of_base(phrase, noun) if noun else further
    return Words.cut(f"{what}{m['than']}", what if noun else phrase.base, carried=True)


def _compared(phrase: Phrase) -> Words | None:
    """``较2019年底的[1386]家增长近两倍``: what was counted before, at the time compared with."""
    page, at = phrase.page, phrase.number.begin
    at -= page.text.startswith("的", at - 1)
    date = page.date_at(at - 1)
    if date is None or date.end != at or not phrase.base or phrase.number.unit != phrase.unit:
        return None
    return Words(phrase.base, phrase.base, carried=True) if page.text[date.begin - 1] in "较比" else None


_PROPORTION: Final = re.compile(r"(?P<whole>[^,;。]{2,16})之比(?:例|值)?(?:为|达到?|约|是)*\Z")


def _proportion(phrase: Phrase) -> Words | None:
    """``与国内生产总值之比为[2.08%]``: of what was counted before."""
    m = _PROPORTION.match(phrase.led)
    if (
        not m
        or not phrase.base
        or not phrase.page.undated(phrase.begin, phrase.number.begin).lstrip(",").startswith("与")
    ):
        return None
    return Words.cut(f"{phrase.base}与{m['whole']}之比", phrase.base, carried=True)


def _change(phrase: Phrase) -> Words | None:
    """``同比增长[4.9%]`` of what was counted before; a 增速 that 加快 is that thing's."""
    stem = re.sub(
        r"(?:了|达到?|超过|超|约|近|不低于|不少于|分别|逾|均为|均|为|将近|接近|突破|左右|不超过|在|到)+\Z",
        "",
        phrase.led,
    ).translate(_ARROWS)
    if not stem:
        return None
    if CHANGE.match(stem):
        if not phrase.base and (sector := phrase.page.sector(phrase.begin)):
            return Words(sector + stem.strip(","), sector)
        if not phrase.base or _counts_more(phrase, stem):
            return None
        if (
            phrase.number.kind == "points"
            and phrase.last
            and unshared(phrase, phrase.last.text, True) != phrase.last.text
        ):
            return Words.cut(f"{phrase.last.text}{stem.strip(',')}", phrase.base, carried=True)  # 占比为2%、同比提高
        return Words.cut(f"{phrase.base}{stem.strip(',')}", phrase.base, carried=True)
    m = NOUN_CHANGE.match(stem[-60:])
    if not m or phrase.number.kind not in ("percent", "points", "ratio"):
        return None
    noun = strip_tail(strip_head(m["noun"]))
    if noun in generic_nouns() and phrase.base:
        return Words.cut(f"{of_base(phrase, noun)}{m['change']}", phrase.base, carried=True)
    if noun in generic_nouns():
        noun = phrase.page.sector(phrase.begin) + noun
    return Words.cut(f"{noun}{m['change']}", noun)


def _counts_more(phrase: Phrase, stem: str) -> bool:
    """Whether 增加 introduces things of its own (增加[3]个平台) rather than a change of those before."""
    after = phrase.page.text[phrase.number.unit_end : phrase.number.unit_end + 1]
    return phrase.number.kind == "count" and not re.match(r"同比|比|较|环比|,", stem) and after not in ",;。"


def _goal(phrase: Phrase) -> Words | None:
    """``由2016年的11亿元提高到[152]亿元``: the same measure at another time."""
    stem = re.sub(r"(?:约|近|超过|逾|超)+\Z", "", phrase.led)
    if stem in ("到", "至") and phrase.base and phrase.number.unit == phrase.unit:
        return Words(phrase.base, phrase.base, carried=True)  # 从1户到[3]户
    m = _TO.search(stem, max(0, len(stem) - 12))
    if not m:
        return None
    noun = strip_tail(strip_head(stem[: m.start()]))
    noun = re.sub(
        r"^(?:该[市省区县])?(?:致力于|力争|[在将把要])+(?=[\u4e00-\u9fff]{2})|(?:由|从|将|分别|实现|(?<![主重需必只])要)\Z",
        "",
        noun,
    )
    if not noun:
        base = unshared(phrase, phrase.base)
        return Words(base, base, carried=True) if base else None
    noun = (m["per"] or "") + of_base(phrase, noun)
    return Words.cut(noun, noun)


def _ratio(phrase: Phrase) -> Words | None:
    """``是2015年的[2.2]倍``, ``不足全国平均水平的[七成]``: what was counted before, against something."""
    number = phrase.number
    m = _RATIO.fullmatch(phrase.led or _before_bracket(phrase))
    noun = of_base(phrase, strip_tail(strip_head(m["noun"] or ""))) if m else ""
    base = noun or phrase.base
    if noun and "的" not in phrase.page.text[number.begin - 2 : number.begin]:
        return None  # 企业为交易贡献了[90]%
    if m and m["whole"].endswith("增速") and not noun and phrase.last and NOUN_CHANGE.match(phrase.last.text):
        return Words.cut(f"{phrase.last.text}相当于{m['whole']}的倍数", base, carried=True)
    if not m or not base or number.kind not in ("ratio", "percent") or number.unit not in ("倍", "%", ""):
        return None
    return Words.cut(f"{base}相当于{m['whole']}的{'倍数' if number.unit == '倍' else '比例'}", base, carried=not noun)


def _before_bracket(phrase: Phrase) -> str:
    """``是2010年(15亿元)的[3]倍`` without the figure of 2010."""
    page, at = phrase.page, phrase.begin
    if not page.text[at : phrase.number.begin].startswith(")的"):
        return ""
    clause = page.clause(at)[0]
    return page.text[clause : max(clause, page.text.rfind("(", clause, at))]


MEASURES: Final = (
    field,
    _first_of,
    _portion,
    _with,
    _rate_behind,
    _this,
    _against,
    sole,
    editions,
    _rank,
    _surveyed,
    _feature,
    _duration,
    _multiple,
    _target,
    _completed,
    _relative,
    _compared,
    _share,
    _proportion,
    _goal,
    _change,
    _ratio,
)
"""The rules in the order in which they are tried; each gives ``None`` where the number is not of its form."""
