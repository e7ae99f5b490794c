"""Indicators that set what was counted before against something: its whole, its goal, an average."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.counting.wording import NOUN_CHANGE, Phrase, Words, generic_nouns, of_base

__all__ = ["completed", "contribution", "proportion", "ratio", "relative", "share", "target"]

_SHARE_OF: Final = re.compile(
    r"(?:,|约|合计|共|总计|分别|各|累计)*占(?:了|到|据)?(?P<whole>[^,;。]{0,20}?)(?:的?(?P<word>比重|比例|份额)|比(?=达|为|约|超|由|从|提|上|下|\Z))?"
    r"(?P<yearly>年均)?(?:首次|均|已|为|达|达到|超过|超|接近|约|近|的|(?:稳步|进一步|逐步|持续)?(?:提高|上升|提升|增长|下降|降低|增加|扩大|升|增|降)(?:到|至|为)?"
    r"|分别|(?:保持|稳定|维持)在?|由|从|了|突破)*\Z"
)
_RATIO: Final = re.compile(
    r"(?:(?P<noun>[^,;。]{2,30}?)(?:已|约|就)?(?=(?:约?是|约?为|相当于)[^,;。]{2,14}(?:的(?:约|近)?)?\Z))?"
    r"(?:仅|已)?(?:约?是|为|相当于|约为|不足|不到|超过|接近|达到?|约)(?P<whole>[^,;。]{2,16}?)(?:的(?:约|近)?)?\Z"
)


_PART_IN: Final = re.compile(
    r"(?:对|在)(?P<whole>[^,;。]{2,16}?)(?:的|[中里内]的?)(?P<word>贡献率|占比|比重|份额|比例)(?:[为达由从]|达到|超过)*\Z"
)
_REACHES: Final = re.compile(
    r"(?P<noun>.{2,30}?)已?达到?了?(?P<whole>(?:全[国省市区县球]|世界|全社会)[^,;。]{2,14}?)(?:的(?:约|近)?)?\Z"
)


def contribution(phrase: Phrase) -> Words | None:
    """``对工业投资的贡献率为[31]%`` of what was counted before; ``覆盖面积达到全国耕地的[4]%``: 占全国耕地比例."""
    if phrase.number.kind != "percent":
        return None
    if (m := _REACHES.fullmatch(phrase.led)) and phrase.page.text[phrase.number.begin - 1] in "的近约":
        return Words.cut(f"{m['noun']}占{m['whole']}比例", m["noun"])
    m = _PART_IN.fullmatch(phrase.led)
    return Words.cut(f"{phrase.base}{strip_tail(phrase.led)}", phrase.base, carried=True) if m and phrase.base else None


def share(phrase: Phrase) -> Words | None:
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
_OVER: Final = re.compile(r"(?:已|均|分别)*超额(?:完成)?")
_RELATIVE: Final = re.compile(
    r"(?P<noun>[^,]*?)(?P<than>(?:分别|均|已|也)?(?:高于|低于|快于|慢于|高出|低出|超出|超过|超(?=全|省|市|国|平均|目标|上年|同期|预期)|领先于?|优于|好于)"
    r"(?!\d)[^,;。]{2,14}?|(?:比|较)[^,;。]{2,12}?(?:高|低|快|慢)出?)(?:水平|均值)?(?:约|近)?\Z"
)
_COUNTED_GOAL: Final = re.compile(
    r"完成(?P<goal>全年|年度|年初)?[\d.]+[万亿]?[^\d,;。]{0,3}(?:任务|目标)的(?:约|近)?\Z"
)
_GOAL_OF: Final = re.compile(r"(?:已|超额)?完成(?P<goal>全年|年度|年初)?\Z")


def target(phrase: Phrase) -> Words | None:
    """``完成全年[170]家任务的71%``: the goal; what was counted before goes on."""
    m = _GOAL_OF.search(phrase.page.text, max(0, phrase.number.begin - 8), phrase.number.begin)
    aimed = re.match(r"的?(?:任务|目标)", phrase.page.text[phrase.number.unit_end :][:4])
    return Words(f"{phrase.base}{m['goal'] or ''}任务", phrase.base) if m and aimed and phrase.base else None


def completed(phrase: Phrase) -> Words | None:
    """``完成年度任务的[115.1]%``: what was counted before, against its goal."""
    if _OVER.fullmatch(phrase.led) and phrase.base and phrase.number.kind == "percent":
        return Words.cut(f"{phrase.base}超额完成比例", phrase.base, carried=True)
    m = _COMPLETED.fullmatch(phrase.led) or _COUNTED_GOAL.search(
        phrase.page.text, phrase.page.clause(phrase.begin)[0], phrase.number.begin
    )
    if not m or not phrase.base or phrase.number.kind != "percent":
        return None
    goal = m["goal"] or ""
    goal += "" if goal.endswith(("任务", "目标", "计划", "数", "额", "量")) else "任务"
    return Words.cut(f"{phrase.base}完成{goal}比例", phrase.base, carried=True)


def relative(phrase: Phrase) -> Words | None:
    """``增速高于全国[15]个百分点``: a measure of what was counted before, or the change said last, against another."""
    m = _RELATIVE.fullmatch(phrase.led or _before_figure(phrase))
    if not m or phrase.number.kind not in ("percent", "points") or not phrase.last:
        return None
    noun = strip_tail(strip_head(m["noun"]))
    if noun and noun not in generic_nouns():
        return None
    before = _RELATIVE.fullmatch(phrase.last.text)
    if not phrase.led and phrase.last.text.startswith(phrase.base):
        return Words.cut(f"{phrase.base}{m['than']}", phrase.base, carried=True)
    further = before["noun"] if before else phrase.last.text
    if further.endswith(("位次", "倍数", "月数", "年数")):
        further = phrase.base
    what = of_base(phrase, noun) if noun else further
    return Words.cut(f"{what}{m['than']}", what if noun else phrase.base, carried=True)


_PROPORTION: Final = re.compile(r"(?P<whole>[^,;。]{2,16})之比(?:例|值)?(?:为|达到?|约|是)*\Z")


def proportion(phrase: Phrase) -> Words | None:
    """``与国内生产总值之比为[2.08%]``: of what was counted before."""
    m = _PROPORTION.match(phrase.led)
    if (
        not m
        or not phrase.base
        or not phrase.page.undated(phrase.begin, phrase.number.begin).lstrip(",").startswith("与")
    ):
        return None
    return Words.cut(f"{phrase.base}与{m['whole']}之比", phrase.base, carried=True)


_GROWN_TO: Final = re.compile(
    r"(?P<noun>.*?)(?P<change>扩大|增加|增长|提高|提升|放大|提速)(?:到|至|为)(?:原来|原先|过去|之前|此前)的?(?:约|近)?"
)


def ratio(phrase: Phrase) -> Words | None:
    """``是2015年的[2.2]倍``, ``不足全国平均水平的[七成]``: what was counted before, against something."""
    number = phrase.number
    if grown := _GROWN_TO.fullmatch(phrase.led) if number.unit == "倍" else None:
        noun = of_base(phrase, strip_head(grown["noun"])) or phrase.base
        return Words.cut(f"{noun}{grown['change']}倍数", noun) if noun else None
    if (further := _against_another(phrase)) is not None:
        return further
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


_AGAINST: Final = re.compile(r"(?P<noun>.{2,}相当于).{2,16}的(?:倍数|比例)\Z")
_LEVEL: Final = re.compile(r"(?P<whole>[^,;。\d]{2,12}(?:平均水平|平均|水平|均值|总[量数额]))的?(?:约|近)?\Z")


def _against_another(phrase: Phrase) -> Words | None:
    """``为全市平均水平的2倍、全国平均水平的[1.7]倍``: the same against another."""
    said = _AGAINST.match(phrase.last.text) if phrase.last and phrase.listed else None
    whole = _LEVEL.fullmatch(phrase.led)
    if said is None or whole is None or phrase.number.kind not in ("ratio", "percent"):
        return None
    unit = "倍数" if phrase.number.unit == "倍" else "比例"
    return Words.cut(f"{said['noun']}{whole['whole']}的{unit}", phrase.base, carried=True)


def _before_figure(phrase: Phrase) -> str:
    """``高于全省平均水平(6.5%)[0.7]个百分点`` without the figure in brackets."""
    page, at = phrase.page, phrase.number.begin
    if page.text[at - 1 : at] != ")":
        return ""
    clause = page.clause(phrase.begin)[0]
    opened = page.text.rfind("(", clause, at)
    return strip_head(page.undated(clause, opened)) if opened > clause else ""


def _before_bracket(phrase: Phrase) -> str:
    """``是2010年(15亿元)的[3]倍`` without the figure of 2010."""
    page, at = phrase.page, phrase.begin
    if not page.text[at : phrase.number.begin].startswith(")的"):
        return ""
    clause = page.clause(at)[0]
    return page.text[clause : max(clause, page.text.rfind("(", clause, at))]
