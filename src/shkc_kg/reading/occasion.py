"""When a number holds, what sort of figure it is, and whether it is only planned."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import Final

from shkc_kg.model import Bound, Observation, ScopeReason, StatKind
from shkc_kg.reading.calendar.dates import DateAtom
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.terms import apportioned, between, bracketed, term_of

__all__ = ["Occasion", "as_whole", "figure_kind", "guaranteed", "is_planned", "occasion_of"]

_STOCK: Final = re.compile(
    r"\A设|馆藏|文物藏品|截至|共有|现有|拥有|已有|总数|保有|存量|总量|在沪|在京|在册|有效|累计达|年末|余额|达到\Z"
)
_CUMULATIVE: Final = re.compile(r"累计|历年")
_STANDING: Final = re.compile(
    r"(?:企业|公司|机构|中心|平台|实验室|基地|园区|单位|院校|学校|人员|院士|人才|拥有量|工作站|孵化器|载体|场馆|高校|医院|人口|面积|用户|总数|户)\Z"
)
_FLOWING: Final = re.compile(
    r"新增|净增|增长|下降|提高|举办|新建|引进|比上年|同比|培育|认定|建成|吸引|签约|落户|服务|支持|培训|参与|参加|出席|入库|发布"
    r"|建设|入驻|组织|惠及|推广|种植|嫁接|受益|下派|选派|调整"
)
_RATE_OF_CHANGE: Final = re.compile(r"(?:增长|增加(?!值)|下降|减少|提高|上升|提升|回落|降低|扩大|增速|增幅|涨幅|降幅)")


@dataclass(frozen=True, slots=True)
class Occasion:
    """The date of a number in EDTF, and what supplies it if its sentence does not; ``as_of`` marks 截至…."""

    edtf: str = ""
    scope: tuple[str, ...] = ()
    reasons: tuple[ScopeReason, ...] = ()
    as_of: bool = False


def occasion_of(page: Page, number: Number) -> Occasion:
    """When a number holds: the last date before it that nothing is compared with, a heading's, or the report's year.

    In ``由2016年的11亿元提高到[152]亿元`` the second number is not of 2016.
    """
    scene = page.scene
    sentence = page.sentence(number.begin)[0]
    near = page.dates_in(max(sentence, number.begin - 400), number.begin)
    dates = [d for d in near if not page.is_compared(d) and not _titled(page, d)]
    if dates and re.search(r"(?:到|至|为)(?:约|近|超过|逾)?\Z", page.text[max(0, number.begin - 6) : number.begin]):
        from_then = page.text[max(0, dates[-1].begin - 1) : dates[-1].begin] in ("由", "从")
        dates = dates[:-1] if from_then else dates
    then = near[-1] if near and number.kind in ("count", "money") else None
    if then and page.text[then.begin - 1] in "较比" and page.text[then.end : number.begin] == "的":
        return Occasion(then.edtf, as_of=then.as_of)  # 较2019年底的[1386]家
    if (own := bracketed(page, number)) is not None:
        return Occasion(own.edtf, as_of=own.as_of)
    if spanned := apportioned(page, number) or between(page, number):
        return Occasion(spanned)
    if dates:
        return Occasion(term_of(page, number, dates[-1], scene.year), as_of=dates[-1].as_of)
    if _from_then(page, number):
        return Occasion()  # nobody says when it was so
    if scene.when is not None:
        return Occasion(scene.when[0].edtf, (scene.when[1],))
    if scene.year is not None:
        return Occasion(f"{scene.year:04d}", reasons=(ScopeReason.REPORT_YEAR,))
    return Occasion()


_FROM: Final = re.compile(r"(?:由|从)(?:(?:上届|上一?[届期]|首届|原[先来]?|此前|过去|最初|当初|年初|期初)的?)?\Z")
_RISES: Final = re.compile(r"[^,;。\d]{0,4}(?:至|到)")


def _from_then(page: Page, number: Number) -> bool:
    """Whether a number is what something rose or fell from: ``从[7]万户增至12万户``."""
    led = page.text[max(0, number.begin - 8) : number.begin]
    return bool(_FROM.search(led) and _RISES.match(page.text, number.unit_end))


_OF_PLAN: Final = re.compile(r"[”\"]?[^,;。、的\d]{0,8}(?:规划|纲要|计划|专项)")


def _titled(page: Page, date: DateAtom) -> bool:
    """Whether a date stands in a title (《2035年远景》) or in a plan's name (“十四五”专项规划)."""
    at = date.begin
    if "/" in date.edtf and _OF_PLAN.match(page.text, date.end):
        return True
    return page.text.rfind("《", max(0, at - 60), at) > page.text.rfind("》", max(0, at - 60), at)


_RISEN: Final = re.compile(r"(?:增长|提高|下降|增加|提升|上升|发展)(?:到|至)")


def figure_kind(page: Page, number: Number, begin: int, indicator: str, as_of: bool, is_part: bool) -> StatKind:
    """What sort of figure: by its form, by 累计, by 截至, 拥有 and standing things, else what happened in a time.

    A part is of the kind of its whole, whatever it counts: ``12人当选,其中中科院院士[6]人``.
    """
    changes = _RATE_OF_CHANGE.search(indicator) and not indicator.endswith(("比例", "比重"))
    if number.stat is not None and not (number.kind == "percent" and changes):
        return number.stat
    if number.kind == "rank":
        return StatKind.RANK
    around = _RISEN.sub("", page.text[max(begin, number.begin - 100) : number.begin]) + indicator
    if _CUMULATIVE.search(around):
        return StatKind.CUMULATIVE
    stock = as_of or _STOCK.search(around) or (not is_part and _STANDING.search(indicator))
    return StatKind.STOCK if stock and not _FLOWING.search(around) else StatKind.FLOW


def as_whole(part: Observation, stat: StatKind | None) -> Observation:
    """A part as a stock where its whole is one, unless it tells what was added: ``共有人员50人,其中女性[16]人``."""
    stands = stat is StatKind.STOCK and part.stat is StatKind.FLOW and not _FLOWING.search(part.indicator)
    return replace(part, stat=StatKind.STOCK) if stands else part


def guaranteed(number: Number) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that the words guarantee: 逾150 is at least 150, 近2000 at most 2000, 约100 neither."""
    value = number.value
    if value is None:
        return None, None
    if number.high is not None:
        return value, number.high
    low = value if number.bound in (Bound.EXACT, Bound.AT_LEAST) else None
    high = value if number.bound in (Bound.EXACT, Bound.AT_MOST, Bound.NEARLY) else None
    return low, high


@cache
def _plan_words() -> re.Pattern[str]:
    return re.compile("|".join(sorted(words("plan"))) + r"|(?<![主重需必只还])要(?=[^求点素闻员])|(?:到|至)20[3-9]\d年")


_NO_PLAN: Final = re.compile(
    r"将近|(?:年度|全年|既定|预定)计划|按计划|计划(?=的\d|任务|数)|(?<=[才学养动育标程术项略助励升才新英鹰创长])计划(?!于|在|到|投资|总投资|建设|用)|[虚模比草]拟|拟(?=[合真南态])|计划(?=项目|资助|支持|内|外|单列|类别|管理|体系|中|的|[,、)(]|和|与|等|技术合同|成交|共|累计|立项经费|下达|\d[\d.]*[万亿]?[项个家])|(?:行动|科技|研究|发展|专项|国家|部门|人才|工程|资助|基金|火炬|星火|863|973|科研)计划|超预期|(?:好于|符合|高于|超出|超过)预期(?!的?目标)|预期(?=寿命)|《[^》]{0,120}》|“[^”]{0,120}”|规划(?=总|建|用地|占地|面积|[和、,等的与及])|(?:专项|发展|总体|产业|中长期)规划|目标(?=任务|完成)|(?:超出|超过|高于|低于|好于|优于|达到|完成|实现|超额)[^,;。]{0,4}(?:预期|预定|既定|规划|年度|全年)+(?:的)?(?:目标|要求|水平|值)+|超额|将军"
)
_PLANNING: Final = re.compile(
    r"工作安排|主要目标|预期目标|发展目标|总体目标|重点任务|主要任务|重点工作|工作重点|下一步|保障措施|总体要求|工作思路|展望|今后五年"
)
_REPORTING: Final = re.compile(r"已|了|完成|目前|去年|上年|截至|过去")


_ROSE: Final = re.compile(r"(?:从|由)[^;。]{0,50}(?:到|至)\Z")


def _unnamed(scene: Scene, begin: int, end: int) -> str:
    """A stretch with its names blanked out: a 计划 of a name plans nothing."""
    text = scene.text
    for name in scene.between(begin, end):
        text = text[: name.begin] + "　" * (name.end - name.begin) + text[name.end :]
    return text[begin:end]


def _says_so(scene: Scene, begin: int, at: int) -> bool:
    """Whether the words before a place put a statement into the future: 力争, 计划, 将, 到2025年."""
    if _plan_words().search(_NO_PLAN.sub(lambda m: "　" * len(m[0]), _unnamed(scene, begin, at))):
        return True
    later = [d for d in scene.dates if begin <= d.begin and d.end <= at and d.edtf[:4].isdigit()]
    if not (scene.year and later):
        return False
    if _ROSE.search(scene.text, max(begin, later[-1].begin - 60), later[-1].begin):
        return False  # 从2005年的45%上升到2010年的65%
    ahead = int(later[-1].edtf[:4]) - scene.year
    return ahead > 1 or (ahead == 1 and scene.text[later[-1].begin - 1 : later[-1].begin] in ("到", "至"))


def is_planned(page: Page, at: int) -> bool:
    """Whether a number is hoped for rather than reported: by its words, or by a heading such as 2022年工作安排."""
    begin = max(page.part(at)[0], at - 400)
    if _says_so(page.scene, begin, at):
        return True
    first, end = page.sentence(at)
    reports = _REPORTING.search(page.text, max(first, at - 400), min(end, at + 400))
    return not reports and _headed_by_plans(page.scene)


_REVIEW: Final = re.compile(r"总结|情况|回顾|成效|成就|进展|成绩|基础")


def _headed_by_plans(scene: Scene) -> bool:
    """Whether the nearest heading that says so announces plans rather than what was done: ``一、2015年工作情况`` does not."""
    told = (h for h in scene.headings if _PLANNING.search(h) or _REVIEW.search(h))
    return any(not _REVIEW.search(h) for h in itertools.islice(told, 1))
