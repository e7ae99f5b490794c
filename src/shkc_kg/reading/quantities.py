"""What a number says: of what, how much, when. One observation for each stated number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from shkc_kg.model import Bound, Observation, ScopeReason, Span, StatKind
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names import Named
from shkc_kg.reading.numbers import Number
from shkc_kg.reading.scene import REGIONS, Scene

__all__ = ["observations"]

_BREAK: Final = re.compile(r"[,;。:!?\n\t]|——")
_LIST_BREAK: Final = re.compile(r"[,;。:、!?\n\t]|——")
_INDICATOR_LIMIT: Final = 30  # code points; a longer one is a sentence, not an indicator


@dataclass(frozen=True, slots=True)
class _Subject:
    key: str
    scope: tuple[str, ...] = ()
    reasons: tuple[ScopeReason, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """A number with its phrase, as later numbers of the sentence look back at it."""

    number: Number
    indicator: str
    subject: _Subject
    verb: str
    begin: int
    part: Number | None


def _protected(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"《[^》]*》|“[^”]*”|\([^)]*\)", text)]


def _clause(text: str, at: int, protected: Sequence[tuple[int, int]], pattern: re.Pattern[str] = _BREAK) -> int:
    """Where the clause that ``at`` stands in begins."""
    begin = 0
    for m in pattern.finditer(text, 0, at):
        if not any(b < m.start() < e for b, e in protected):
            begin = m.end()
    return begin


def _clause_end(text: str, at: int, protected: Sequence[tuple[int, int]], pattern: re.Pattern[str]) -> int:
    for m in pattern.finditer(text, at):
        if not any(b < m.start() < e for b, e in protected):
            return m.start()
    return len(text)


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    leads = "|".join(sorted(map(re.escape, words("quantity_lead")), key=lambda w: (-len(w), w)))
    own = "|".join(sorted(map(re.escape, words("region_word")), key=lambda w: (-len(w), w)))
    time = r"全年|年内|今年|去年|当年|全年共|期间|目前|截至目前|同期|上年|当前|一年来|五年来"
    return (
        re.compile(
            rf"^(?:(?:{time}|{leads}(?![\u4e00-\u9fff]?区)|并|在|上|,|\s)(?!\w*占))+?(?=.)|^(?:(?:{time})[,]?)+"
        ),
        re.compile(rf"(?:{leads}|{own})+$"),
    )


_OWN_REGION: Final = re.compile(r"^(?:全市|全省|全区|全县|本市|本省|我市|我省|我区|全域)")
_NATION: Final = re.compile(r"^(?:全国|我国)")


def _own_subject(scene: Scene, begin: int, end: int) -> tuple[_Subject, int] | None:
    """The subject that a clause prints at its start, and where it ends."""
    text = scene.text
    at = begin
    while at < end:
        date = next((d for d in scene.dates if d.begin <= at < d.end), None)
        if date is not None:
            at = date.end
            continue
        m = re.match(r"(?:全年|年内|其中|同时|此外|期间|目前|在|,|\s|、|及|并|由|仅)", text[at:end])
        if m and not scene.between(at, end) or m and not any(n.begin == at for n in scene.top):
            at += m.end()
            continue
        break
    own = _OWN_REGION.match(text[at:end])
    if own and scene.region:
        return _Subject(scene.region, (), (ScopeReason.REPORT_REGION,)), at + own.end()
    nation = _NATION.match(text[at:end])
    if nation and "中国" in scene.things:
        return _Subject("中国", (), (ScopeReason.COREFERENCE,)), at + nation.end()
    first = next((n for n in scene.top if n.begin == at and n.end <= end), None)
    if first is None or first.cls in ("Person", "Award", "AcademyDivision"):
        return None
    rest = text[first.end : end]
    if first.cls == "Award" or re.match(r"(?:等|、|和|与|及)", rest):
        return None
    return _Subject(first.key), first.end


_SCOPED_WORDS: Final = re.compile(
    r"^(?:论坛|大会|会议|峰会|展会|博览会|平台|中心|园区|基地|馆内|活动|节目|该\w{1,4}|示范区|开幕式)"
)


def _subject(scene: Scene, begin: int, at: int, earlier: Sequence[_Read], sentence: int) -> tuple[_Subject | None, int]:
    """Whom a number in the clause ``begin``..``at`` is about, and where the clause goes on behind its subject."""
    own = _own_subject(scene, begin, at)
    if own:
        return own
    if sentence < begin:
        led = _own_subject(scene, sentence, begin)
        if led and (scene.things[led[0].key].cls not in REGIONS or True):
            return led[0], begin
    if scene.subject is not None:
        reasons = (ScopeReason.COREFERENCE,) if _SCOPED_WORDS.match(scene.text[begin:at]) else ()
        return _Subject(scene.subject.key, (scene.subject.passage,), reasons), begin
    if scene.region:
        return _Subject(scene.region, (), (ScopeReason.REPORT_REGION,)), begin
    return None, begin


def _without_dates(scene: Scene, begin: int, end: int) -> str:
    kept, at = [], begin
    for date in scene.dates:
        if begin <= date.begin and date.end <= end:
            kept.append(scene.text[at : date.begin])
            at = date.end
    kept.append(scene.text[at:end])
    return re.sub(r"^[,\s]+", "", "".join(kept))


def _stripped(phrase: str) -> str:
    """A quantity's phrase without words at its ends that say nothing of what is counted.

    >>> _stripped("全年共实现现场对接"), _stripped("原创展品比例达"), _stripped("其中全球研发中心")
    ('实现现场对接', '原创展品比例', '全球研发中心')
    """
    head, tail = _edges()
    while True:
        shorter = tail.sub(
            "",
            re.sub(
                r"^(?:其中|全年|年内|全市|全省|同时|此外|期间|还|共(?!同|建|享)|已|另|并(?!购)|且|也|分别|目前|累计(?=有))",
                "",
                phrase,
            ).strip(" ,、的"),
        )
        if shorter == phrase:
            return shorter
        phrase = shorter


def _verb_start(scene: Scene, begin: int, end: int) -> int:
    """Where the last verb group of a stretch begins that has words behind it."""
    tokens = [t for t in scene.words.tokens if begin <= t.begin and t.end <= end]
    verbs = words("verb") | words("naming_before")
    for i in range(len(tokens) - 1, -1, -1):
        if tokens[i].tag != "name" and tokens[i].text in verbs and len(tokens[i].text) > 1:
            while (
                i > 0
                and (
                    tokens[i - 1].text in verbs
                    or tokens[i - 1].text in words("adverb")
                    or tokens[i - 1].text in ("累计", "新增", "选举", "共")
                )
                and tokens[i - 1].tag != "name"
            ):
                i -= 1
            return tokens[i].begin
    return begin


def _noun_after(scene: Scene, number: Number, protected: Sequence[tuple[int, int]]) -> str:
    """The counted noun behind a measure word, with the verb that follows put in front: 举办活动的科普基地."""
    pattern = _BREAK if number.kind == "vague" else _LIST_BREAK
    end = _clause_end(scene.text, number.unit_end, protected, pattern)
    following = next((n.begin for n in scene.numbers if n.begin >= number.unit_end), end)
    if following < end:
        end = following
    after = scene.text[number.unit_end : end]
    return re.sub(r"^(?:的|以上|左右|,)+", "", after)[:_INDICATOR_LIMIT]


def _turned(scene: Scene, number: Number, after: str) -> str:
    """``科普基地举办活动`` as ``举办活动的科普基地``: a noun first reads alone."""
    begin = scene.text.find(after, number.unit_end)
    for token in scene.words.tokens:
        if (
            token.begin > begin
            and token.end <= begin + len(after)
            and token.tag != "name"
            and token.text in words("verb")
        ):
            noun, verb = scene.text[begin : token.begin], scene.text[token.begin : begin + len(after)]
            if len(noun) >= 2 and len(verb) >= 2:
                return f"{verb}的{noun}"
            break
    return after


_ORDINAL_NAMES: Final = {
    "届": "届次",
    "版": "版本号",
    "季": "季次",
    "次": "次数",
    "批": "批次",
    "期": "期次",
    "位": "位次",
    "名": "位次",
}
_CHANGE: Final = re.compile(
    r"^(?:,)?(?:比上年|较上年|比去年|同比|年均|比\d{4}年|环比|较\w{2,6}|比\w{2,8})?(?:分别)?(?:累计|净|实现|再)?(?:增长|下降|提高|上升|提升|减少|增加|降低|回落|压缩|缩短|增幅|翻|净增|降)(?:了|幅度)?(?:达|超过|约|近)?$"
)
_TO: Final = re.compile(r"(?:提高|增加|上升|增长|增|升|降低|降|减少|压缩|缩短|提升|扩大)(?:到|至)了?$")
_SHARE_OF: Final = re.compile(
    r"^(?:,)?(?:约)?占(?:了)?(?P<whole>[^,;。]{0,14}?)(?:的(?:比重|比例)?|比重|比例)?(?:为|达|达到)?$"
)


def _indicator(
    scene: Scene, number: Number, begin: int, earlier: Sequence[_Read], protected: Sequence[tuple[int, int]]
) -> tuple[str, str, bool]:
    """The indicator's words, the verb that later parallel numbers inherit, and whether it only changes an earlier one."""
    before = _without_dates(scene, begin, number.begin)
    if number.kind == "ordinal":
        return _ORDINAL_NAMES.get(number.unit, "序号"), "", False
    last = earlier[-1] if earlier else None
    share = _SHARE_OF.match(before)
    if share and last:
        return f"{last.indicator}占{share['whole'] or '总数'}比重", "", True
    if last and _CHANGE.match(before):
        change = re.sub(r"(?:了|达|超过|约|近)$", "", before.strip(","))
        return _base(last.indicator) + change, "", True
    if last and _TO.search(before) and len(before) <= 6:
        return _base(last.indicator), "", True
    start = _verb_start(scene, begin, number.begin)
    after = _noun_after(scene, number, protected)
    core = _stripped(_without_dates(scene, start, number.begin))
    prefix = _stripped(_without_dates(scene, begin, number.begin))
    if number.kind in ("percent", "points", "rank") or len(prefix) <= 18:
        core = prefix
    core = (
        re.sub(r"(?:居|列|据|位居|位列|稳居|名列|排名|位于|跃居|高居|保持)[^,;。]{0,8}$", "", core)
        if number.kind == "rank"
        else core
    )
    verb = _leading_verb(scene, start, number.begin)
    if after and not core:
        after = _turned(scene, number, after)
    joined = core + after if number.kind != "percent" or not core else core
    if not joined and last:
        return last.indicator, last.verb, True
    return joined[: _INDICATOR_LIMIT * 2], verb, False


def _base(indicator: str) -> str:
    """An indicator without an earlier change said of it."""
    return re.sub(r"(?:同比|比上年|年均|较上年)?(?:增长|下降|提高|上升)$", "", indicator)


def _leading_verb(scene: Scene, begin: int, end: int) -> str:
    made = []
    for token in scene.words.tokens:
        if token.begin >= begin and token.end <= end:
            if token.tag != "name" and (
                token.text in words("verb") or token.text in words("naming_before") or token.text in ("累计", "新增")
            ):
                made.append(token.text)
            else:
                break
    return "".join(made)


_STOCK: Final = re.compile(r"截至|共有|现有|拥有|已有|总数|保有|存量|总量|在沪|在京|在册|有效")
_CUMULATIVE: Final = re.compile(r"累计|历年")


def _stat(scene: Scene, number: Number, begin: int, indicator: str, as_of: bool) -> StatKind:
    if number.stat is not None and not (number.kind == "percent" and re.search(r"增长|下降|提高", indicator)):
        return number.stat
    if number.kind == "rank":
        return StatKind.RANK
    around = scene.text[begin : number.begin] + indicator
    if _CUMULATIVE.search(around):
        return StatKind.CUMULATIVE
    return StatKind.STOCK if as_of or _STOCK.search(around) else StatKind.FLOW


def _date(scene: Scene, number: Number, sentence: int) -> tuple[str, tuple[str, ...], tuple[ScopeReason, ...], bool]:
    """When a number holds: the last date before it in its sentence, a heading's month, or the report's year."""
    before = [d for d in scene.dates if sentence <= d.begin and d.end <= number.begin]
    if before:
        last = before[-1]
        between = [n for n in scene.numbers if last.end <= n.begin < number.begin and n.kind != "ordinal"]
        if not (
            between
            and _TO.search(scene.text[last.end : number.begin])
            and not re.search(r"\d{4}年", scene.text[between[0].end : number.begin])
        ):
            return last.edtf, (), (), last.as_of
    if scene.when is not None:
        return scene.when[0].edtf, (scene.when[1],), (), False
    if scene.year is not None:
        return f"{scene.year:04d}", (), (ScopeReason.REPORT_YEAR,), False
    return "", (), (), False


def _bounds(number: Number) -> tuple[Decimal | None, Decimal | None]:
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


def is_planned(scene: Scene, begin: int, at: int) -> bool:
    """Whether a statement is put into the future: 力争, 计划, 将, or a year after the report's."""
    text = re.sub(
        r"将近|计划(?=项目|资助|支持)|行动计划|《[^》]*》|“[^”]*”|规划(?=建设|面积)|目标(?=任务)",
        lambda m: "　" * len(m[0]),
        scene.text[begin:at],
    )
    if _plan_words().search(text):
        return True
    later = [d for d in scene.dates if begin <= d.begin and d.end <= at and d.edtf[:4].isdigit()]
    return bool(scene.year and later and int(later[-1].edtf[:4]) > scene.year)


def _start(
    scene: Scene, number: Number, earlier: Sequence[_Read], protected: Sequence[tuple[int, int]]
) -> tuple[int, bool]:
    """Where a number's phrase begins, and whether it goes on a list (A6人、B6人)."""
    begin = _clause(scene.text, number.begin, protected)
    if earlier and earlier[-1].number.unit_end > begin:
        last = earlier[-1].number
        gap = scene.text[last.unit_end : number.begin]
        comma = max((m.end() for m in re.finditer("、|的|和|及|与", gap)), default=0)
        return last.unit_end + comma, "、" in gap and not re.search(r"[。;]", gap)
    return begin, False


def _sentence_start(text: str, at: int) -> int:
    return max((m.end() for m in re.finditer(r"[;。!?\n\t]", text[:at])), default=0)


def _whole(scene: Scene, begin: int, number: Number, earlier: Sequence[_Read], listed: bool) -> Number | None:
    """The total that a part belongs to: the number before 其中 with the same unit."""
    lead = scene.text[begin : number.begin].lstrip(" ,")
    if listed and earlier[-1].part is not None:
        return earlier[-1].part
    if lead.startswith("其中") or scene.text[max(0, begin - 2) : begin] == "其中":
        same = [
            r.number for r in earlier if r.number.unit == number.unit and r.number.value is not None and r.part is None
        ]
        if same and number.value is not None and (same[-1].value or 0) >= number.value:
            return same[-1]
    return None


def observations(scene: Scene) -> Iterator[Observation]:
    """The observations of a passage, in order; a number without subject is left for the list of the unread."""
    protected = _protected(scene.text)
    earlier: list[_Read] = []
    for number in scene.numbers:
        sentence = _sentence_start(scene.text, number.begin)
        same = [r for r in earlier if r.number.begin >= sentence]
        made = _observe(scene, number, same, sentence, protected)
        if made is None:
            continue
        read, observation = made
        earlier.append(read)
        yield observation


def _inside(scene: Scene, number: Number) -> Named | None:
    return next((n for n in scene.top if n.begin <= number.begin and number.end <= n.end + 4), None)


def _observe(
    scene: Scene, number: Number, earlier: Sequence[_Read], sentence: int, protected: Sequence[tuple[int, int]]
) -> tuple[_Read, Observation] | None:
    begin, listed = _start(scene, number, earlier, protected)
    whole = _whole(scene, begin, number, earlier, listed)
    subject, rest = _subject(scene, begin, number.begin, earlier, sentence)
    if number.kind == "ordinal" and (around := _inside(scene, number)):
        subject = _Subject(around.key)
    indicator, verb, carried = _indicator(
        scene, number, rest, [r for r in earlier if r.number.kind != "ordinal"], protected
    )
    if (
        listed
        and earlier
        and not verb
        and not carried
        and earlier[-1].verb
        and not indicator.startswith(earlier[-1].verb)
    ):
        verb, indicator = earlier[-1].verb, earlier[-1].verb + indicator
    if (listed or carried) and earlier and not _own_subject(scene, begin, number.begin):
        subject = earlier[-1].subject
    if subject is None:
        return None
    date, scope, reasons, as_of = _date(scene, number, sentence)
    low, high = _bounds(number)
    planned = is_planned(scene, sentence, number.begin)
    evidence = scene.evidence(
        "quantity",
        (begin, max(number.unit_end, begin + 1)),
        scope=tuple(dict.fromkeys((*subject.scope, *scope))),
        reasons=tuple(dict.fromkeys((*subject.reasons, *reasons))),
        planned=planned,
    )
    read = _Read(number, indicator, subject, verb, begin, whole)
    return read, Observation(
        span=scene.span(number.begin, number.end),
        about=subject.key,
        indicator=indicator or _fallback(scene, number),
        value=number.value,
        unit=number.unit,
        bound=number.bound,
        minimum=low,
        maximum=high,
        stat=_stat(scene, number, begin, indicator, as_of),
        date=date,
        printed=scene.passage.text[number.begin : number.end],
        evidence=evidence,
        whole=_span_of(scene, whole),
    )


def _fallback(scene: Scene, number: Number) -> str:
    return (scene.text[number.unit_end : number.unit_end + 12].strip(" ,。;") or number.unit) or "数量"


def _span_of(scene: Scene, number: Number | None) -> Span | None:
    return scene.span(number.begin, number.end) if number is not None else None
