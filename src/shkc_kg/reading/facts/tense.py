"""When a clause's fact holds, and whether it has happened yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.asides import is_aside
from shkc_kg.reading.clauses import clause_of, is_quoted, sentence_of
from shkc_kg.reading.dates import DateAtom
from shkc_kg.reading.facts.leads import AGENT, lead_in
from shkc_kg.reading.scene import Scene

__all__ = ["When", "coarse", "first_day", "is_future", "plans", "when"]


@dataclass(frozen=True, slots=True)
class When:
    """A date for a fact: EDTF, the place of its words if they stand in the passage, else where it comes from."""

    edtf: str
    words: tuple[int, int] | None = None
    scope: tuple[str, ...] = ()
    reasons: tuple[ScopeReason, ...] = ()

    @property
    def told(self) -> bool:
        """Whether the text itself gives the date, rather than the report's year."""
        return ScopeReason.REPORT_YEAR not in self.reasons


# what is said of earlier years, or of a state that has lasted, did not happen in the report's year
_OTHER_TIME: Final = re.compile(r"近年|以来|此前|早在|历年|过去|多年|[一二三四五六七八九十]年[来间]")
_THAT_DAY: Final = re.compile(r"当[天日]|[今昨]天|[今昨]日|[日近]日|日前|现场|会上|仪式上|论坛上|期间")
_SOME_DAY: Final = re.compile(r"[今昨近][天日]|日前")
_YEARS: Final = r"\d{4}/\d{4}"
_STATE: Final = re.compile(r"目前|现有|已有|拥有|原有|共有")


def when(scene: Scene, at: int, *, own_year: bool = True) -> When | None:
    """The date that holds at a place: the sentence's last date before it, the heading's, the report's year.

    A date that opens its sentence holds for all of it: ``7月17日,X开馆,设3个展区``.
    """
    sentence = max(sentence_of(scene.text, at), _behind_dateline(scene, at))
    # a date of several years (“十三五”期间) is the day of nothing
    told = [
        d
        for d in scene.dates
        if not (d.as_of or re.fullmatch(_YEARS, d.edtf) or _SINCE.match(scene.text, d.end) or _is_since(scene, d))
    ]
    earlier = [d for d in told if sentence <= d.begin and d.end <= at]
    before = [d for d in earlier if not _in_name(scene, d.begin, d.end)]
    clause, _ = clause_of(scene.text, at)
    for date in reversed(before):
        if date.end < clause and _is_of_telling(scene, date.end, clause, at):
            continue
        opens = date.begin - sentence <= 2 or _stands_alone(scene, date, clause)
        if date.begin >= clause or opens or _TODAY.fullmatch(scene.text, date.begin, date.end):
            return When(_about_the_end(scene, date), (date.begin, date.end))
    if _LATER.search(scene.text, sentence, at):
        return None
    if scene.when is not None:
        return When(scene.when[0].edtf, None, (scene.when[1],))
    named = [d for d in earlier if _in_name(scene, d.begin, d.end) and d.begin >= clause and "/" not in d.edtf]
    if named:
        return When(named[-1].edtf, (named[-1].begin, named[-1].end))
    if own_year and scene.year is not None and _is_of_year(scene, sentence, clause, at):
        return When(f"{scene.year:04d}", None, (), (ScopeReason.REPORT_YEAR,))
    return None


_TOLD: Final = re.compile(r"获悉|了解到|透露|表示|指出|(?:介绍|通报)(?:说|称)?[,:]|据[^,;。]{2,20}(?:消息|报道),")
_CALLED: Final = re.compile(r"宣布|召开|举行|印发|发布|签[约署订]")


def _is_of_telling(scene: Scene, date: int, clause: int, at: int) -> bool:
    """Whether a day is that of the telling: ``7月4日,记者获悉,X已建成``, ``7月4日,发布会举行,X将于年底开幕``."""
    if _TOLD.search(scene.text, date, clause):
        return True
    return _CALLED.search(scene.text, date, clause) is not None and is_future(scene, at)


# 两个月后,X印发
_LATER: Final = re.compile(r"[一二两三四五六七八九十几数半\d]+个?[月年](?:之|以)?后")
_SINCE: Final = re.compile(r"以?来(?![自到])")  # 自2008年以来办了五届


def _is_since(scene: Scene, date: DateAtom) -> bool:
    return scene.text[max(date.begin, date.end - 1) : date.end] == "来"


# 本报记者某某昨日,X开幕
_TODAY: Final = re.compile(r"[今昨][日天]")


def _about_the_end(scene: Scene, date: DateAtom) -> str:
    """The month or year of what happened 年底 or 月末: on which of its last days is not said."""
    vague = scene.text[date.end - 1] in "底末" and len(date.edtf) == len("2021-12-31")
    return date.edtf[: 7 if "月" in scene.text[date.begin : date.end] else 4] if vague else date.edtf


_DATELINE: Final = re.compile(
    r"[^,。]{0,40}?(?:\d{1,2}月\d{1,2}日(?:电|讯|消息)|(?:[报网社台]|^)[\u4e00-\u9fff]{0,4}(?:讯|消息))\s*(?:\([^()]{0,40}\))?"
)


def _behind_dateline(scene: Scene, at: int) -> int:
    """Where a news item's first sentence begins, behind ``本报沈阳12月8日讯(记者某某)``."""
    m = _DATELINE.match(scene.text, 0, at)
    return m.end() if m else 0


def _is_of_year(scene: Scene, sentence: int, clause: int, at: int) -> bool:
    """Whether what a clause tells without a date of its own happened in the report's year."""
    spans = [d for d in scene.dates if sentence <= d.begin and d.end <= at and re.fullmatch(_YEARS, d.edtf)]
    lasts = any(not _in_name(scene, d.begin, d.end) for d in spans)
    other = _OTHER_TIME.search(scene.text[sentence:at]) or _STATE.search(scene.text[clause:at])
    # what a news item tells beside the day's event may be of any year
    that_day = _THAT_DAY.search(scene.text[sentence:at])
    undated = scene.news and not that_day
    # 昨日 in a text that gives no day of itself
    unknown = scene.unsaid or (scene.counted and that_day and _SOME_DAY.match(that_day[0]))
    if unknown:
        return False
    return not (
        undated or lasts or other or scene.over_years or looks_back(scene) or plans(scene) or is_future(scene, at)
    )


def _stands_alone(scene: Scene, date: DateAtom, clause: int) -> bool:
    """Whether a date is the whole clause before: ``推出系列电影,7月20日,《X》首映``."""
    begin, end = clause_of(scene.text, date.begin)
    return (begin, end) == (date.begin, date.end) and end + 1 == clause


def _in_name(scene: Scene, begin: int, end: int) -> bool:
    return any(n.begin <= begin and end <= n.end for n in scene.top)


def coarse(edtf: str) -> str:
    """The month or year that an interval lies in, where it lies in one; what comes about in it has no nearer date.

    >>> coarse("2021-11-01/2021-11-03"), coarse("2021-05-31/2021-06-04"), coarse("2021-07-17"), coarse("2020/2021")
    ('2021-11', '2021', '2021-07-17', '2020/2021')
    """
    first, _, last = edtf.partition("/")
    if not last:
        return edtf
    for length in (10, 7, 4):
        if len(first) >= length and first[:length] == last[:length]:
            return first[:length]
    return edtf


def first_day(edtf: str) -> str:
    """The beginning of an interval: a programme is published on the day of its first broadcast."""
    return edtf.partition("/")[0]


_FUTURE: Final = re.compile(
    r"(?:拟|定于|将(?!近|其|该|军|来)|计划(?![项资内])|力争|争取|希望|恳请|请求|呼吁|预计|预期|筹备|筹建|准备|规划(?=建设|布局|新建|打造)|有望|要(?!求|素|点|闻)|应(?!用|对|急|邀)|"
    r"力求|谋划|启动筹建|积极申报|申请)(?:[^,;。　]|　++){0,14}$|探索$"
)
# 市科技局将在活动周期间联合有关部门开展X: an adverb, however far its verb
_WILL: Final = re.compile(
    r"(?<![即还])将(?:在(?![建研编册校])[^,;。]{2,12}?(?:期间|上)|联合|会同|陆续|继续|进一步|首次|再次|同步|牵头)"
)
_BY: Final = re.compile(r"(?:^|[\u4e00-\u9fff])(?:到|至)(?:(?P<year>20\d\d)年(?!的)|“?[^”]{1,3}五”?末|期末|本世纪)")


_PLANNING: Final = re.compile(
    r"目标|以下[^。;]{0,8}(?:工作|方面|任务)|(?:抓好|做好)|重点任务|主要任务|工作安排|工作部署|打算|工作计划|下步|工作思路|工作重点|下一步|展望|总体要求|指导思想|重点工作$|主要工作$|(?:工作|行动)要点|任务清单|保障措施|实施路径|行动计划|(?:规划|纲要|意见)(?:\([^()]*\))?$"
    r"|(?:^|[章节部分、.) ])(?:规划)?(?:组织实施|实施机制|实施保障|监督评估|监测评估)$"
)
_PAST: Final = re.compile(r"回顾|成效|成就|现状|发展基础|过去|总结|进展|取得|完成情况|以来")
_SPAN: Final = re.compile(r"过去|五年|历年|十[一二三四]五”?(?:时期|期间)|发展基础|发展历程|以来")


_AND_YEAR: Final = re.compile(r"(?<![\d—~-])20\d\d年(?!以?来|[—~-])")
_OF_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)年(?:度)?(?:主要|重点)?(?:工作|任务|目标)")


def plans(scene: Scene) -> bool:
    """Whether a passage stands below a heading of goals or tasks; the nearest heading that says either way decides.

    ``二、2022年工作安排``, ``第三章 重点任务``; but not ``一、过去五年工作回顾``, nor ``一、2024年主要工作`` in a summary of 2024.
    """
    for text in () if scene.news else scene.headings:
        told = _OF_YEAR.search(text) if scene.past is not None else None
        if told is not None and int(told[1]) <= (scene.past or 0):
            return False
        if _PAST.search(text):
            return False
        if _PLANNING.search(text):
            return True
    return False


def looks_back(scene: Scene) -> bool:
    """Whether a passage stands below a heading that looks back over several years: the report's year dates nothing.

    Below ``2025年和“十四五”时期工作回顾`` each paragraph says which of the two it tells of.
    """
    return any(_SPAN.search(text) and not _AND_YEAR.search(text) for text in scene.headings)


def is_future(scene: Scene, at: int, *, policy: bool = False) -> bool:
    """Whether the verb at a place is put into the future: 拟, 将 before it, 到2025年, a plan's heading above.

    A ``policy`` (支持, 推进) holds already where a plan states it.

    A character counts as a word only where the segmenter sees one: 即将, but not the 将 of a name.
    """
    begin, _ = clause_of(scene.text, at)
    text = re.sub(r"《[^》]*》|“[^”]*”|\d[\d年月日至到—~-]{2,}", lambda m: "　" * len(m[0]), scene.text[begin:at])
    # however long, a name or a date between 将 and its verb is one word
    for first, last in (*((n.begin, n.end) for n in scene.top), *((d.begin, d.end) for d in scene.dates)):
        if begin <= first and last <= at:
            text = text[: first - begin] + "　" * (last - first) + text[last - begin :]
    found = _FUTURE.search(text)
    if found and _is_word(scene, begin + found.start()):
        return True
    if any(not is_quoted(scene.text, begin + m.start()) for m in _WILL.finditer(text)):
        return True
    first = sentence_of(scene.text, at)
    if _lies_ahead(scene, first, at) or _FIRST_AHEAD.match(scene.text, at):
        return True
    if (scene.ahead or (plans(scene) and not policy)) and not _has_happened(scene, first, at):
        return True
    return _by(scene, first, at) or _planned_clause(scene, first, begin) or _goes_on(scene, first, at)


def _lies_ahead(scene: Scene, first: int, at: int) -> bool:
    """Whether a sentence opens with a year that the text has not reached: ``2022年,推动X开工`` in a report of 2021."""
    if any(d.has_year and first <= d.begin and d.end <= at and len(d.edtf) == len("2021-05-31") for d in scene.dates):
        return False  # a report of 2019 that tells of 2020年1月10日
    if scene.year is not None and scene.now is not None and scene.year > scene.now:
        return True
    if _NEXT.match(scene.text, first):
        return True
    opening = next((d for d in scene.dates if d.begin == first and d.end <= at), None)
    if scene.past is not None and opening is not None and len(opening.edtf) == 4 and int(opening.edtf) > scene.past:
        return True
    reached = max(scene.past or 0, scene.now or 0)
    clause, _ = clause_of(scene.text, at)
    near = [d.edtf for d in scene.dates if (d.begin == first or clause <= d.begin) and d.end <= at]
    # a day or month so late is told of a later text than the one that the year was read off
    years = [edtf[:4] for edtf in near if re.fullmatch(r"\d{4}(?:/\d{4})?", edtf)]
    return bool(reached) and any(int(year) > reached for year in years)


# 每两年举办一次X,首届拟于2022年召开
_FIRST_AHEAD: Final = re.compile(r"[^。;]{0,60}[,;]首[届次][^,;。]{0,10}(?:拟|将|计划|定于|预计)")
_NEXT: Final = re.compile(r"下一?步|下一阶段|接下来|今后|明年|未来[^,;。]{0,4},|下一年")
_PERFECT: Final = re.compile(r"成功|已(?!有|经?将)|先后|相继|陆续|圆满|[^了]了(?!解)")


def _has_happened(scene: Scene, first: int, at: int) -> bool:
    """Whether a sentence of a plan tells what is done: ``2014年11月19日,首届大会成功举办``; plans set no days.

    Neither is a plan what it tells of a year gone by, or in a paragraph that looks back.
    """
    end = next((i for i in range(at, len(scene.text)) if scene.text[i] in ";。"), len(scene.text))
    told = (d for d in scene.dates if first <= d.begin and d.end <= end and d.has_year)
    if scene.over_years or any(_is_over(scene, d) for d in told):
        return True
    begin, _ = clause_of(scene.text, at)
    day = any(
        first <= d.begin and d.end <= at and len(d.edtf.partition("/")[0]) == 10 and not d.as_of for d in scene.dates
    )
    return day or _PERFECT.search(scene.text[begin : at + 4]) is not None


def _is_over(scene: Scene, date: DateAtom) -> bool:
    """Whether a date lies in the years that the text looks back on, rather than being one compared with."""
    last = date.edtf.rpartition("/")[2][:4]
    over = scene.past is not None and last.isdigit() and int(last) <= scene.past
    return over and not is_aside(scene.text, date.begin, date.end, whole=True)


def _by(scene: Scene, begin: int, end: int) -> bool:
    """Whether a stretch sets a time yet to come: 到2025年 in a text of 2021, “十四五”末."""
    m = _BY.search(scene.text[begin:end])
    return m is not None and (m["year"] is None or scene.year is None or int(m["year"]) > scene.year)


_PLANS: Final = frozenset(("将", "拟", "计划", "预计"))


# 市财政三年内每年安排1亿元,支持X
_COMING: Final = re.compile(
    r"(?:未来|今后)[^,;。]{0,6}年|(?<![\d一二三四五六七八九十每])[一二两三四五十\d]年内(?!累计|共|已|先后)"
)


def _planned_clause(scene: Scene, first: int, begin: int) -> bool:
    """Whether an earlier clause of the sentence puts what follows into the future: ``片区将汇聚人才,设立基金``."""
    if _COMING.search(scene.text, first, begin):
        return True
    at = first
    while at < begin:
        token = scene.words.tokens[scene.words.at[at]]
        if token.text in _PLANS and token.tag[0] in "dv" and not is_quoted(scene.text, at):
            return True
        at = token.end
    return False


_PARTS: Final = 12  # so far back a plan's list of parts is looked through


def _goes_on(scene: Scene, first: int, at: int) -> bool:
    """Whether a part behind a semicolon has no subject and goes on with what is planned: ``双方将建设X;引进企业9家``."""
    part = first
    for _ in range(_PARTS):
        if part == 0 or scene.text[part - 1] != ";" or lead_in(scene, part, clause_of(scene.text, part)[1]) == AGENT:
            return False
        if any(n.begin == part for n in scene.between(part, at)):
            return False
        end, part = part - 1, sentence_of(scene.text, part - 1)
        if _sets_plan(scene, part, end):
            return not _has_happened(scene, first, at)
    return False


_ADJUNCT: Final = re.compile(
    r"(?:根据|按照|依据|会上|未来|下一?步|今后|接下来|此外|同时|据|为了?(?=[^,;。]{4}))[^,;。]*,"
)
_PARTY: Final = re.compile(r"[双各三四]方|[两三四]地|[我本全][省市区县们院校局所]")


def _sets_plan(scene: Scene, begin: int, end: int) -> bool:
    """Whether a part of a sentence says what its subject will do, rather than what a thing told of will be."""
    adjunct = _ADJUNCT.match(scene.text, begin, end)
    opening = adjunct.end() if adjunct else begin
    at = begin
    while at < end:
        token = scene.words.tokens[scene.words.at[at]]
        if token.text in _PLANS and token.tag[0] in "dv" and not is_quoted(scene.text, at):
            clause, _ = clause_of(scene.text, at)
            whose = scene.between(clause, at) or _PARTY.match(scene.text, clause, at)
            if clause <= opening or whose:
                return True
        at = token.end
    return False


def _is_word(scene: Scene, at: int) -> bool:
    """Whether a word begins at a place, or the word there is all about the future (即将, 还将)."""
    token = scene.words.tokens[scene.words.at[at]]
    return token.begin == at or token.tag[0] == "d"
