"""The plain data that travels from a report's text to its graph.

Reading produces these values and the graph stage states them as quads; neither knows the other.
Offsets are Unicode code points of the original text as decoded, 0-based, end-exclusive.
What was printed (spans, ``printed``) and what it means (names, values) stand in separate fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

__all__ = [
    "Bound",
    "Chapter",
    "Claim",
    "ClaimKind",
    "Context",
    "DateMention",
    "Evidence",
    "Fact",
    "Finding",
    "FindingKind",
    "Literal",
    "Membership",
    "Mention",
    "Note",
    "Observation",
    "Passage",
    "PassageKind",
    "Quote",
    "Reading",
    "Relation",
    "ScopeReason",
    "Section",
    "Source",
    "Span",
    "StatKind",
    "Term",
    "Thing",
    "Unread",
    "Verdict",
]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in the original text."""

    begin: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.begin < self.end:
            raise ValueError(f"a span needs 0 <= begin < end, got {self.begin}..{self.end}")


@dataclass(frozen=True, slots=True)
class Source:
    """One chapter file as given, with what its manifest says of it.

    ``region`` and ``year`` are ``None`` where neither manifest, option nor text tells them.
    ``reasons`` says how year and region became known (``manifest``, ``option``, ``title`` ...). ``unnamed`` is what
    a text without a region calls its own place (全市): a thing of this report alone.
    """

    report: str
    chapter: str
    original: str
    title_zh: str
    title_en: str
    year: int | None = None
    region: str | None = None
    reasons: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    report_title_zh: str = ""
    report_title_en: str = ""
    publisher: str = ""
    unnamed: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence leaves unsaid: the year and the region that a passage speaks of."""

    year: int | None
    region: str | None


class PassageKind(StrEnum):
    """The layout form of a passage; ``CARD`` groups short lines, ``ROW`` is a table's row."""

    HEADING = "Heading"
    SENTENCE = "Sentence"
    ITEM = "Item"
    CARD = "Card"
    ROW = "Row"


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest unit that a reader would quote.

    ``text`` is the clean text; ``offsets[i]`` is the place of ``text[i]`` in the original.
    ``scope`` names the passages (heading, list lead, card head ...) that this one hangs from, nearest first.
    """

    id: str
    order: int
    kind: PassageKind
    text: str
    offsets: tuple[int, ...]
    section: str
    scope: tuple[str, ...] = ()

    def span(self, begin: int, end: int) -> Span:
        """The characters of the original that ``text[begin:end]`` was made of."""
        return Span(self.offsets[begin], self.offsets[end - 1] + 1)

    @property
    def extent(self) -> Span:
        """The characters of the original that the whole passage covers."""
        return Span(self.offsets[0], self.offsets[-1] + 1)


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered or named part of a chapter; ``number`` is printed (4.1) or counted (4.1.2)."""

    number: str
    label: str
    order: int
    heading: str | None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """A source with its sections and passages, both in reading order."""

    source: Source
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Thing:
    """Something the report speaks of: ``name`` is its canonical Chinese name and its identity.

    ``cls`` is the local name of its most specific ``shkc:`` class. ``aliases`` are other printed forms.
    """

    name: str
    cls: str
    aliases: tuple[str, ...] = ()
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Mention:
    """The characters that name a thing in a passage."""

    thing: str
    passage: str
    span: Span


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date expression with its value in EDTF (``2021-05-31/2021-06-04``)."""

    passage: str
    span: Span
    edtf: str


class ScopeReason(StrEnum):
    """Why a fact may take a part of itself from outside its passage, where no passage supplies it."""

    REPORT_REGION = "shkc:ReportRegion"
    REPORT_YEAR = "shkc:ReportYear"
    COREFERENCE = "shkc:Coreference"


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where a fact stands and how it was found.

    ``spans`` are the characters it rests on; ``scope`` the further passages that supply its subject,
    place or year; ``rule`` a rule's name, or ``file:line`` of a curated row.
    """

    passage: str
    spans: tuple[Span, ...]
    rule: str
    scope: tuple[str, ...] = ()
    reasons: tuple[ScopeReason, ...] = ()
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Literal:
    """A text, date or number as object: ``kind`` is ``zh`` (text in Chinese), ``date`` (EDTF) or ``integer``."""

    value: str
    kind: str


@dataclass(frozen=True, slots=True)
class Term:
    """A term of a vocabulary (``schema:Female``) or a SKOS concept of ours.

    A concept has ``scheme`` (``field``, ``designation``, ``level``) and its Chinese label as ``name``;
    a fixed individual has no scheme and a compact IRI as ``name``.
    """

    name: str
    scheme: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """One triple: the thing named ``subject``, a compact IRI (``schema:affiliation``), and an object.

    A ``str`` object is the name of a :class:`Thing`.
    """

    subject: str
    predicate: str
    object: str | Literal | Term
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Membership:
    """An election: ``member`` joined ``organization`` (and its ``division``) in ``year``."""

    member: str
    organization: str
    division: str | None
    year: int | None
    evidence: Evidence


class ClaimKind(StrEnum):
    """What a claim says of its subject."""

    FIRST = "First"
    ONLY = "Only"
    LARGEST = "Largest"
    LEADING = "Leading"


@dataclass(frozen=True, slots=True)
class Claim:
    """A superlative that the report claims of a thing; ``words`` as printed, ``within`` the region it holds for."""

    about: str
    kind: ClaimKind
    words: str
    within: str | None
    evidence: Evidence


class Bound(StrEnum):
    """How exactly a number was stated."""

    EXACT = "Exact"
    AT_LEAST = "AtLeast"
    AT_MOST = "AtMost"
    ABOUT = "About"
    NEARLY = "Nearly"
    VAGUE = "Vague"


class StatKind(StrEnum):
    """What sort of figure a number is."""

    FLOW = "Flow"
    STOCK = "Stock"
    CUMULATIVE = "Cumulative"
    SHARE = "Share"
    RANK = "Rank"
    DURATION = "Duration"
    ORDINAL = "Ordinal"


@dataclass(frozen=True, slots=True)
class Observation:
    """One stated number.

    ``span`` covers ``printed`` (sign words and percent sign included, measure word not).
    ``value`` is in base units (4亿元 is 400000000; 29.5% is 29.5 with unit ``%``), ``None`` when vague.
    ``date`` is EDTF, empty when unknown. ``whole`` is the span of the observation it is a part of.
    """

    span: Span
    about: str
    indicator: str
    value: Decimal | None
    unit: str
    bound: Bound
    minimum: Decimal | None
    maximum: Decimal | None
    stat: StatKind
    date: str
    printed: str
    evidence: Evidence
    whole: Span | None = None


Fact = Relation | Membership | Claim | Observation


@dataclass(frozen=True, slots=True)
class Note:
    """An editorial note: ``kind`` such as ``SuspectedMisprint``, with its reason, source and confidence (0 to 1)."""

    kind: str
    passage: str
    span: Span
    about: str | None
    correction: str | None
    reason_zh: str
    reason_en: str
    source: str
    confidence: Decimal


@dataclass(frozen=True, slots=True)
class Unread:
    """Characters that were seen and not asserted, and why (``kind``: number, name or date)."""

    passage: str
    span: Span
    kind: str
    reason: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All that was read in one chapter, in the order of the text."""

    chapter: Chapter
    things: tuple[Thing, ...]
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    facts: tuple[Fact, ...]
    open_lists: frozenset[str] = frozenset()
    notes: tuple[Note, ...] = ()
    unread: tuple[Unread, ...] = ()


class Verdict(StrEnum):
    """Whether what a report says twice agrees."""

    AGREES = "agrees"
    DISAGREES = "disagrees"
    UNDECIDED = "can't tell"


class FindingKind(StrEnum):
    """What of a report was held against what."""

    ENUMERATION = "enumeration"
    SUM = "sum"
    WEEKDAY = "weekday"
    DURATION = "duration"
    REPEATED = "repeated"
    ORDER = "order"


@dataclass(frozen=True, slots=True)
class Quote:
    """Characters of a passage that a finding rests on."""

    passage: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One comparison of a report with itself: ``stated`` against ``found``, the quotes of both, and why the verdict."""

    kind: FindingKind
    verdict: Verdict
    stated: str
    found: str
    quotes: tuple[Quote, ...]
    reason_zh: str
    reason_en: str
