"""What a number says: of what, how much, when. One observation for each stated number."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal
from functools import cache
from typing import Final

from shkc_kg.model import Bound, Observation, PassageKind, ScopeReason, Span, StatKind
from shkc_kg.reading.distribution import Distribution, distributed
from shkc_kg.reading.indicators import Read, Words, indicator_of
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names import Named
from shkc_kg.reading.number import Number
from shkc_kg.reading.phrases import Page, strip_head, strip_tail
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.subjects import Memory, Subject, own_subject, subject_of

__all__ = ["is_planned", "observations"]


def observations(scenes: Sequence[Scene], tables: Collection[str] = ()) -> Iterator[Observation]:
    """The observations of a chapter's passages but for ``tables`` (passage ids), in order.

    A number without subject is left for the list of the unread.
    """
    memory = Memory()
    for scene in scenes:
        if scene.passage.id not in tables:
            yield from _prose(Page(scene), memory)
        memory.note(scene)


def _prose(page: Page, memory: Memory) -> Iterator[Observation]:
    earlier: list[Read] = []
    sentence = -1
    part = (-1, -1)
    spread: Distribution | None = None
    for i, number in enumerate(page.scene.numbers):
        begin = page.sentence(number.begin)[0]
        if begin != sentence:
            sentence, earlier, spread = begin, [], None
        if page.part(number.begin) != part:
            part, earlier, spread = page.part(number.begin), [], None
        if spread is None or number not in spread.words:
            said = [r.words for r in earlier if not r.words.carried]
            spread = distributed(page, i, spread, said) or spread
        made = _observe(page, memory, number, earlier, spread)
        if made is None:
            continue
        read, observation = made
        if not read.hosted:
            earlier.append(read)
        yield observation
    _remember(page, memory)


def _remember(page: Page, memory: Memory) -> None:
    """Leaves the subject that a sentence begins with to the next sentence of its paragraph."""
    passage = page.scene.passage
    own, at = None, 0
    while own is None and at < len(page.text) and passage.kind is PassageKind.SENTENCE:
        begin, end = page.clause(at)
        own, at = own_subject(page, memory, begin, end), end + 1
    if own:
        memory.topic = (own[0], passage.extent.end)
        thing = page.scene.things.get(own[0].key)
        if thing is not None and thing.cls in ("Museum", "Venue"):
            source = Subject(own[0].key, (passage.id, *own[0].scope), own[0].reasons)
            memory.house = (source, passage.section)
    elif memory.topic is not None:
        goes_on = passage.extent.begin == memory.topic[1] and passage.kind is PassageKind.SENTENCE
        memory.topic = (memory.topic[0], passage.extent.end) if goes_on else None


def _phrase(page: Page, number: Number, earlier: Sequence[Read]) -> tuple[int, bool]:
    """Where a number's own words begin, and whether it goes on a list (``甲6人、乙6人``).

    A number that only describes what is counted next (``经费超10亿元的行业有23个``) belongs to that phrase.
    """
    begin = _bracket(page, number) or page.clause(number.begin)[0]
    if not earlier or earlier[-1].number.unit_end <= begin:
        return begin, False
    last = earlier[-1]
    if last.number.kind == "feature" and last.begin >= begin:
        return last.begin, False
    gap = page.text[last.number.unit_end : number.begin]
    if gap.startswith(("的", "以上的", "以下的", "及以上的")) and last.number.kind in (
        "money",
        "percent",
        "area",
        "age",
        "duration",
    ):
        return last.begin, False
    end = min(page.counted_noun_end(last.number), number.begin)
    joint = re.match(r"(?:[、,]|和|与|及|以及|并|或|分别)+", page.text[end : number.begin])
    before = re.search(r"(?:和|与|及|以及|、)\Z", page.text[last.number.unit_end : end])
    listed = bool(joint or before)
    if end == number.begin and not listed and not gap.endswith("的") and last.number.kind != "duration":
        return last.number.unit_end, False  # 24条产业链规模达到1.2万亿元
    return end + (joint.end() if joint else 0), listed


_BRACKET: Final = 60  # code points; longer brackets hold sentences


def _bracket(page: Page, number: Number) -> int | None:
    """Where the bracket around a number begins."""
    open_at = page.text.rfind("(", max(0, number.begin - _BRACKET), number.begin)
    if open_at < 0 or ")" in page.text[open_at : number.begin]:
        return None
    inner = page.text[open_at + 1 : number.begin]
    comma = max(inner.rfind(","), inner.rfind(";"), inner.rfind("、"))
    return open_at + 1 + comma + 1


def _host(page: Page, begin: int, number: Number) -> Named | None:
    """The name whose bracket holds a bare number: ``青岛(391.2亿元)``."""
    if page.text[begin - 1 : begin] != "(" or page.undated(begin, number.begin).strip("约近超"):
        return None
    return next((n for n in page.names_in(max(0, begin - 40), begin) if n.end == begin - 1), None)


_WORKS: Final = frozenset(("Film", "Broadcast", "MediaWork", "Publication", "Policy"))
_SHOWN: Final = re.compile(
    r"(?:电影|影片|纪录片|节目|栏目|剧)?《[^》]{1,60}》(?P<what>[^,;。\d]{0,8}?)(?:近|逾|超|约|达|共)*\Z"
)


def _work(page: Page, number: Number) -> Named | None:
    """The titled work that a number directly behind it counts: ``播出《科技新闻》52期``, ``球幕电影《苍穹》观影近13万人次``."""
    if number.kind != "count" and number.kind != "place":
        return None
    shown = _SHOWN.search(page.text, max(0, number.begin - 80), number.begin)
    if shown is None or re.search(r"等|发布|出台|印发|实施", shown["what"]):
        return None
    end = shown.start("what")
    return next((n for n in page.names_in(max(0, number.begin - 90), end) if n.end == end and n.cls in _WORKS), None)


def _is_work(scene: Scene, read: Read) -> bool:
    """Whether an earlier number of the list was about a titled work: what follows in the list is not."""
    thing = scene.things.get(read.subject.key)
    return thing is not None and thing.cls in _WORKS - {"Policy"}


def _of_work(page: Page, begin: int, number: Number, work: Named) -> Words:
    """What a number says of the work before it: its verb behind the title, else the verb before and the measure word."""
    behind = strip_tail(page.undated(work.end, number.begin))
    noun = page.text[number.unit_end : page.counted_noun_end(number)]
    if behind or noun:
        kind = re.search(
            r"[\u4e00-\u9fff]{0,4}(?:电影|影片|节目|栏目|剧)\Z", page.text[page.clause(work.begin)[0] : work.begin]
        )
        words = (kind[0] if kind else "") + behind + noun
        return Words(words, words)
    verb = next((t.text for t in reversed(page.tokens(begin, work.begin)) if page.is_verb(t)), "")
    return Words(f"{verb}{number.unit}数", f"{verb}{number.unit}数")


_THRESHOLD: Final = re.compile(r"(?P<noun>.{2,}?)(?:高于|超过|超|低于|达到|突破|逾|大于|不低于)[^,]+")


def _measured(earlier: Sequence[Read], number: Number) -> Words | None:
    """What a bare number behind a name measures: the quantity of its kind named before (``经费超百亿元的市有6个``)."""
    for read in reversed(earlier):
        if read.number.kind == number.kind and read.words.base:
            return Words(read.words.base, read.words.base, carried=True)
    last = earlier[-1].words if earlier else None
    if last and (m := _THRESHOLD.match(last.base)):
        return Words(m["noun"], m["noun"], carried=True)
    return last


def _counted_first(page: Page, begin: int, number: Number) -> bool:
    """Whether a clause opens with its number or with the list that the number sums up."""
    led = page.undated(page.clause(begin)[0], number.begin)
    return (
        bool(re.fullmatch(r"[^,]*(?:、|等)[^,]*|\s*", led))
        and page.first_verb(number.unit_end, page.clause(number.unit_end)[1]) is not None
        and not page.first_verb(page.clause(begin)[0], number.begin)
    )


def _observe(
    page: Page, memory: Memory, number: Number, earlier: Sequence[Read], spread: Distribution | None
) -> tuple[Read, Observation] | None:
    scene = page.scene
    begin, listed = _phrase(page, number, earlier)
    counted = [r for r in earlier if r.number.kind != "ordinal"]
    whole = _whole(page, begin, number, counted, listed)
    subject, rest = subject_of(page, memory, begin, number.begin, _counted_first(page, begin, number))
    own = own_subject(page, memory, begin, number.begin)
    if number.kind == "ordinal" and (around := _around(page, number)):
        subject = Subject(around.key)
    host = _host(page, begin, number)
    work = _work(page, number)
    given = spread.words.get(number) if spread else None
    if host is not None:
        subject, found = Subject(host.key), _measured(counted, number) or Words("", "")
    elif work is not None:
        subject, found = Subject(work.key), _of_work(page, begin, number, work)
    elif given is not None:
        found = given
        subject = spread.subjects.get(number) or subject if spread else subject
    else:
        found = indicator_of(page, number, rest, counted, listed, own is not None)
        if own and counted and not strip_tail(strip_head(page.undated(rest, number.begin))):
            found = _measured(counted, number) or found
    if (
        counted
        and not own
        and host is None
        and work is None
        and not _is_work(scene, counted[-1])
        and given is None
        and (listed or found.carried or begin > page.clause(begin)[0])
    ):
        subject = counted[-1].subject if not _distributed_last(spread, counted) else subject
    if subject is None:
        return None
    if whole is not None and counted:
        found = _of_part(found, counted, whole)
    subject, found = _of_described(page, number, subject, found)
    read = Read(number, found, subject, begin, whole, listed, host is not None)
    return read, _stated(page, number, begin, read)


_MEASURE: Final = re.compile(
    r"(?P<verb>.*?)(?P<noun>(?:总|规划|建设|建筑|占地|用地|注册|首期)*(?:规模|面积|投资|资本|资金|全长|长度|容量|产能|估值|预算))\Z"
)


def _of_described(page: Page, number: Number, subject: Subject, found: Words) -> tuple[Subject, Words]:
    """``总规模[100]亿元的创新基金``: a size is of the thing described."""
    m = _MEASURE.fullmatch(found.text)
    if not m or page.text[number.unit_end : number.unit_end + 1] != "的":
        return subject, found
    at = number.unit_end + 1
    name = page.name_at(at)
    if name is not None:
        return Subject(name.key), Words(m["noun"], m["noun"])
    end = page.clause(at)[1]
    verb = page.first_verb(at, end)
    noun = page.text[at : verb.begin if verb else end]
    if not 2 <= len(noun) <= 20:
        return subject, found
    return subject, Words(noun + m["noun"], noun + m["noun"])


def _distributed_last(spread: Distribution | None, earlier: Sequence[Read]) -> bool:
    return spread is not None and earlier[-1].number in spread.subjects


_MODIFIER: Final = re.compile(r"[^,]{1,4}(?:内|外|级|属|型|类|性|营|资|男|女)|男|女|境内|境外")


def _of_part(found: Words, earlier: Sequence[Read], whole: Number) -> Words:
    """``上市公司415家,其中境内[294]家``: a modifier alone takes the noun of its whole."""
    of = next((r.words.base for r in earlier if r.number is whole), "")
    if of and _MODIFIER.fullmatch(found.text):
        noun = re.sub(r"(?:总数|数量|总量|数)\Z", "", of)
        return Words(found.text + noun, found.text + noun, found.verb)
    return found


def _around(page: Page, number: Number) -> Named | None:
    """The name that an ordinal stands in or in front of: ``第4届长三角…博览会``."""
    for name in page.names_in(max(0, number.begin - 60), min(len(page.text), number.unit_end + 60)):
        inside = name.begin <= number.begin and number.end <= name.end
        if inside or name.begin == number.unit_end or name.end == number.begin:
            return name
    return None


_WHOLE_LEAD: Final = re.compile(r"[,\s]*其中|[,\s]*(?:包括|含)")


def _whole(page: Page, begin: int, number: Number, earlier: Sequence[Read], listed: bool) -> Number | None:
    """The total that a part belongs to: the number before 其中 with the same unit, if it is as great."""
    if not earlier or number.value is None:
        return None
    if listed and earlier[-1].whole is not None and earlier[-1].number.unit == number.unit:
        return earlier[-1].whole
    clause = page.clause(number.begin)[0]
    if _WHOLE_LEAD.match(page.text, clause, number.begin) or _WHOLE_LEAD.match(page.text, begin, number.begin):
        for read in reversed(earlier):
            same = read.number.unit == number.unit and read.number.value is not None and read.whole is None
            if same and (read.number.value or 0) >= number.value:
                return read.number
    return None


_STOCK: Final = re.compile(
    r"\A设|馆藏|文物藏品|截至|共有|现有|拥有|已有|总数|保有|存量|总量|在沪|在京|在册|有效|累计达|年末|余额|达到\Z"
)
_CUMULATIVE: Final = re.compile(r"累计|历年")
_STANDING: Final = re.compile(
    r"(?:企业|公司|机构|中心|平台|实验室|基地|园区|人员|院士|人才|拥有量|工作站|孵化器|载体|场馆|高校|医院|人口|面积|用户|总数|户)\Z"
)
_FLOWING: Final = re.compile(
    r"新增|净增|增长|下降|提高|举办|新建|引进|比上年|同比|培育|认定|建成|吸引|签约|落户|服务|支持|培训|参与|参加|出席|入库|发布|建设|入驻|组织|惠及"
)


def _stat(page: Page, number: Number, begin: int, indicator: str, as_of: bool) -> StatKind:
    """What sort of figure: by its form, by 累计, by 截至 and 拥有, else what happened in a time."""
    if number.stat is not None and not (number.kind == "percent" and re.search(r"增长|下降|提高|增速|增幅", indicator)):
        return number.stat
    if number.kind == "rank":
        return StatKind.RANK
    around = page.text[begin : number.begin] + indicator
    if _CUMULATIVE.search(around):
        return StatKind.CUMULATIVE
    stock = as_of or _STOCK.search(around) or _STANDING.search(indicator)
    return StatKind.STOCK if stock and not _FLOWING.search(around) else StatKind.FLOW


def _date(page: Page, number: Number, begin: int) -> tuple[str, tuple[str, ...], tuple[ScopeReason, ...], bool]:
    """When a number holds: the last date before it that nothing is compared with, a heading's, or the report's year.

    In ``由2016年的11亿元提高到152亿元`` the second number is not of 2016.
    """
    scene = page.scene
    sentence = page.sentence(number.begin)[0]
    dates = [d for d in page.dates_in(sentence, number.begin) if not page.is_compared(d) and not _titled(page, d.begin)]
    if dates and re.search(r"(?:到|至|为)(?:约|近|超过|逾)?\Z", page.text[max(0, number.begin - 6) : number.begin]):
        last = dates[-1]
        if re.search(r"[由从]\Z", page.text[max(0, last.begin - 1) : last.begin]):
            dates = dates[:-1]
    if dates:
        return dates[-1].edtf, (), (), dates[-1].as_of
    if scene.when is not None:
        return scene.when[0].edtf, (scene.when[1],), (), False
    if scene.year is not None:
        return f"{scene.year:04d}", (), (ScopeReason.REPORT_YEAR,), False
    return "", (), (), False


def _titled(page: Page, at: int) -> bool:
    return page.text.rfind("《", max(0, at - 60), at) > page.text.rfind("》", max(0, at - 60), at)


def _bounds(number: Number) -> tuple[Decimal | None, Decimal | None]:
    """What the words guarantee: 逾150 is at least 150, 近2000 at most 2000, 约100 nothing."""
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
    r"将近|计划(?=项目|资助|支持)|行动计划|《[^》]{0,120}》|“[^”]{0,120}”|规划(?=建设|面积|[和、,等的与及])|(?:专项|发展|总体|产业|中长期)规划|目标(?=任务)|超额|将军"
)


_PLANNING: Final = re.compile(
    r"工作安排|主要目标|预期目标|发展目标|总体目标|重点任务|主要任务|重点工作|工作重点|下一步|保障措施|总体要求|工作思路|展望|今后五年"
)
_REPORTING: Final = re.compile(r"已|了|完成|目前|去年|上年|截至|过去")


def _among_plans(page: Page, at: int) -> bool:
    """Whether a heading above puts all below it into the future (二、2022年工作安排), and the sentence does not report."""
    begin, end = page.sentence(at)
    return any(map(_PLANNING.search, page.scene.headings)) and not _REPORTING.search(page.text, begin, end)


def is_planned(scene: Scene, begin: int, at: int) -> bool:
    """Whether a statement is put into the future: 力争, 计划, 将, or a year after the report's."""
    if _plan_words().search(_NO_PLAN.sub(lambda m: "　" * len(m[0]), scene.text[begin:at])):
        return True
    later = [d for d in scene.dates if begin <= d.begin and d.end <= at and d.edtf[:4].isdigit()]
    if not (scene.year and later):
        return False
    ahead = int(later[-1].edtf[:4]) - scene.year
    return ahead > 1 or (ahead == 1 and scene.text[later[-1].begin - 1 : later[-1].begin] in ("到", "至"))


def _stated(page: Page, number: Number, begin: int, read: Read) -> Observation:
    scene = page.scene
    date, scope, reasons, as_of = _date(page, number, begin)
    indicator = read.words.text or _fallback(page, number)
    evidence = scene.evidence(
        "quantity",
        (min(begin, number.begin), max(number.unit_end, begin + 1)),
        scope=tuple(dict.fromkeys((*read.subject.scope, *scope))),
        reasons=tuple(dict.fromkeys((*read.subject.reasons, *reasons))),
        planned=is_planned(scene, page.part(number.begin)[0], number.begin) or _among_plans(page, number.begin),
    )
    low, high = _bounds(number)
    return Observation(
        span=scene.span(number.begin, number.end),
        about=read.subject.key,
        indicator=indicator,
        value=number.value,
        unit=number.unit,
        bound=number.bound,
        minimum=low,
        maximum=high,
        stat=_stat(page, number, begin, indicator, as_of),
        date=date,
        printed=scene.passage.text[number.begin : number.end],
        evidence=evidence,
        whole=_span_of(scene, read.whole),
    )


def _span_of(scene: Scene, number: Number | None) -> Span | None:
    return scene.span(number.begin, number.end) if number is not None else None


_SHORT: Final = 16  # code points of a stand-in for an indicator


def _fallback(page: Page, number: Number) -> str:
    """Words for a number whose phrase says nothing: what follows it, else its unit."""
    heading = page.scene.headings[0] if page.scene.headings else ""
    after = page.text[number.unit_end : page.clause(number.unit_end)[1]].strip(" ,。;、)\t“”")
    return after[:_SHORT] or heading.strip("“”")[:_SHORT] or number.unit or "数量"
