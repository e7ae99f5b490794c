"""Indicators of special form: ranks, shares, changes, goals, multiples, spans of time."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.around import against, first_of, portion, rate_behind, surveyed, this, with_measure
from shkc_kg.reading.counted import editions, field, sole
from shkc_kg.reading.phrases import strip_head, strip_tail
from shkc_kg.reading.ranked import rank
from shkc_kg.reading.wording import (
    CHANGE,
    NOUN_CHANGE,
    Phrase,
    Words,
    generic_nouns,
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
_RATIO: Final = re.compile(
    r"(?:(?P<noun>[^,;。]{2,30}?)(?:已|约|就)?(?=(?:约?是|约?为|相当于)[^,;。]{2,14}(?:的(?:约|近)?)?\Z))?"
    r"(?:仅|已)?(?:约?是|为|相当于|约为|不足|不到|超过|接近|达到?|约)(?P<whole>[^,;。]{2,16}?)(?:的(?:约|近)?)?\Z"
)
_HOLDS: Final = re.compile(r"超过|保持|稳居|位居|居|列|高于|低于|达|增长|下降|突破|实现|快于|领先")
_ARROWS: Final = str.maketrans({"↑": "增长", "↓": "下降"})


def _feature(phrase: Phrase) -> Words | None:
    """``围绕[八]大前沿产业和…发展``: only what is counted."""
    noun = noun_only(phrase.page, phrase.number) if phrase.number.kind == "feature" else ""
    noun = re.sub(r"(?<=..)(?:均|共|都|全部)\Z", "", noun)
    if noun.endswith(("同比", "环比")):
        noun = next((noun[:-2].removesuffix(g) for g in generic_nouns() if noun[:-2].endswith(g)), noun[:-2])
    return Words(noun) if len(noun) >= 2 else None


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
    first_of,
    portion,
    with_measure,
    rate_behind,
    this,
    against,
    sole,
    editions,
    rank,
    surveyed,
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
