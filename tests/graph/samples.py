"""A small reading made by hand: one of everything that the graph can state."""

from __future__ import annotations

from decimal import Decimal

from shkc_kg.model import (
    Bound,
    Chapter,
    Claim,
    ClaimKind,
    DateMention,
    Evidence,
    Literal,
    Membership,
    Mention,
    Note,
    Observation,
    Passage,
    PassageKind,
    Reading,
    Relation,
    ScopeReason,
    Section,
    Source,
    Span,
    StatKind,
    Term,
    Thing,
    Unread,
)

HEADING = "1.1 示范论坛"
CARD = "王 小明（女）\n\n示范大学\n\n示范科学院"
SENTENCE = "5月31日，示范论坛在静安区举办，逾150位嘉宾出席，其中**25**位来自海外。"
PLAN = "示范大学拟与未来研究院共建平台，为全国首个。"
ORIGINAL = "\n\n".join((HEADING, CARD, SENTENCE, PLAN)) + "\n"


def span(printed: str, nth: int = 0) -> Span:
    """The nth place of these characters in the original."""
    at = -1
    for _ in range(nth + 1):
        at = ORIGINAL.index(printed, at + 1)
    return Span(at, at + len(printed))


def passage(key: str, order: int, kind: PassageKind, printed: str, drop: str = "") -> Passage:
    """A passage whose clean text lacks the characters of ``drop``."""
    begin = ORIGINAL.index(printed)
    kept = [begin + i for i, c in enumerate(printed) if c not in drop]
    return Passage(key, order, kind, "".join(ORIGINAL[i] for i in kept), tuple(kept), "1.1")


def evidence(key: str, *printed: str, planned: bool = False, scope: tuple[str, ...] = ()) -> Evidence:
    spans = tuple(span(words) for words in printed)
    reasons = () if key == "p0001" else (ScopeReason.REPORT_YEAR,)
    return Evidence(key, spans, "sample", scope, reasons, planned)


def observation(printed: str, indicator: str, value: int, bound: Bound, whole: Span | None = None) -> Observation:
    number = Decimal(value)
    top = number if bound == Bound.EXACT else None
    proof = evidence("p0003", printed, scope=("p0001",))
    where = span(printed)
    shown = printed.replace("*", "")
    return Observation(
        where, "示范论坛", indicator, number, "位", bound, number, top, StatKind.FLOW, "2021", shown, proof, whole
    )


SOURCE = Source(
    "demo-2021",
    "01",
    ORIGINAL,
    "示范章",
    "A chapter",
    2021,
    "上海市",
    {"year": "manifest", "region": "manifest"},
    "示范报告",
    "A report",
)

READING = Reading(
    chapter=Chapter(
        SOURCE,
        (Section("1", "示范", 1, None), Section("1.1", "示范论坛", 2, "p0001", "1")),
        (
            passage("p0001", 1, PassageKind.HEADING, HEADING),
            passage("p0002", 2, PassageKind.CARD, CARD, " \n"),
            passage("p0003", 3, PassageKind.SENTENCE, SENTENCE, "*"),
            passage("p0004", 4, PassageKind.SENTENCE, PLAN),
        ),
    ),
    things=(
        Thing("示范论坛", "Forum", ("论坛",)),
        Thing("王小明", "Person"),
        Thing("示范大学", "University", ("示大",)),
        Thing("静安区", "District"),
        Thing("未来研究院", "ResearchInstitute"),
        Thing("示范科学院", "Academy"),
        Thing("中国", "Country", ("全国",)),
    ),
    mentions=(
        Mention("示范论坛", "p0001", span("示范论坛")),
        Mention("王小明", "p0002", span("王 小明")),
        Mention("示范大学", "p0002", span("示范大学")),
        Mention("示范论坛", "p0003", span("示范论坛", 1)),
        Mention("静安区", "p0003", span("静安区")),
        Mention("示范大学", "p0004", span("示范大学", 1)),
        Mention("未来研究院", "p0004", span("未来研究院")),
        Mention("示范科学院", "p0002", span("示范科学院")),
        Mention("中国", "p0004", span("全国")),
    ),
    dates=(DateMention("p0003", span("5月31日"), "2021-05-31"),),
    facts=(
        Relation("王小明", "schema:affiliation", "示范大学", evidence("p0002", "示范大学")),
        Relation("王小明", "schema:gender", Term("schema:Female"), evidence("p0002", "女")),
        Membership("王小明", "示范科学院", None, 2021, evidence("p0002", "王 小明")),
        Relation("示范论坛", "schema:startDate", Literal("2021-05-31", "date"), evidence("p0003", "5月31日")),
        Relation("示范论坛", "schema:location", "静安区", evidence("p0003", "静安区")),
        Relation("示范论坛", "shkc:field", Term("创新", "field"), evidence("p0003", "示范论坛")),
        observation("逾150", "出席嘉宾", 150, Bound.AT_LEAST),
        observation("25", "来自海外的嘉宾", 25, Bound.EXACT, span("逾150")),
        Relation("示范大学", "shkc:cooperatesWith", "未来研究院", evidence("p0004", "共建", planned=True)),
        Claim("示范大学", ClaimKind.FIRST, "首个", "中国", evidence("p0004", "首个")),
    ),
    open_lists=frozenset({"p0003"}),
    notes=(
        Note(
            "SuspectedMisprint",
            "p0002",
            span("王 小明"),
            "王小明",
            "王晓明",
            "名单作此",
            "so the list says",
            "a list",
            Decimal("0.9"),
        ),
    ),
    unread=(Unread("p0004", span("平台"), "name", "no class is sure"),),
)
