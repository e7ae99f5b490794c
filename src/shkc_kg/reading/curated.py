"""Curated facts and notes: what no rule can reach, each row resting on a quote that its passage must hold.

The tables stand in ``data/curated``. A bare text never sees them, and a row belongs to one chapter of one report.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from types import MappingProxyType
from typing import Final

from shkc_kg.errors import QuoteError
from shkc_kg.model import Evidence, Fact, Literal, Mention, Note, Passage, Reading, Relation, Span, Thing
from shkc_kg.tables import Row, read_table

__all__ = ["FACT_COLUMNS", "NOTE_COLUMNS", "curated", "is_curated"]

FACT_COLUMNS: Final = ("report", "chapter", "quote", "subject", "predicate", "object", "class", "reason")
NOTE_COLUMNS: Final = (
    "report", "chapter", "quote", "part", "kind", "about", "correction",
    "reason_zh", "reason_en", "source", "confidence",
)  # fmt: skip
_FOLDER: Final = "curated"


def is_curated(rule: str) -> bool:
    """Whether a fact's rule is a curated row rather than one that reads.

    >>> is_curated("curated/facts.tsv:3"), is_curated("hold:date")
    (True, False)
    """
    return rule.startswith(f"{_FOLDER}/")


def curated(reading: Reading, folder: Path) -> Reading:
    """The reading with the rows that ``folder`` holds for its chapter; the reading itself where there are none.

    :raises QuoteError: a quote is not in the chapter, or in several passages of it.
    :raises DataFileError: a row names something that the reading doesn't know, or a table is malformed.
    """
    for row in _rows(reading, folder / "facts.tsv", FACT_COLUMNS):
        reading = _WAYS.get(row["predicate"], _relation)(reading, _Quoted(row, *_found(reading, row)))
    notes = tuple(_note(reading, row) for row in _rows(reading, folder / "notes.tsv", NOTE_COLUMNS))
    return replace(reading, notes=(*reading.notes, *notes)) if notes else reading


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A row, the passage that holds its quote, and where in the passage's text the quote begins."""

    row: Row
    passage: Passage
    begin: int

    @property
    def rule(self) -> str:
        return f"{_FOLDER}/{self.row.path.name}:{self.row.line}"

    @property
    def span(self) -> Span:
        return self.passage.span(self.begin, self.begin + len(self.row["quote"]))

    def part(self, words: str) -> Span:
        """Where the words stand in the quote.

        :raises QuoteError: they don't, or more than once.
        """
        if self.row["quote"].count(words) != 1:
            raise _quote_error(self.row, f"{words!r} stands {self.row['quote'].count(words)} times in the quote")
        begin = self.begin + self.row["quote"].index(words)
        return self.passage.span(begin, begin + len(words))


def _rows(reading: Reading, path: Path, columns: Iterable[str]) -> tuple[Row, ...]:
    if not path.exists():
        return ()
    source = reading.chapter.source
    rows = read_table(path, tuple(columns))
    return tuple(row for row in rows if (row["report"], row["chapter"]) == (source.report, source.chapter))


def _found(reading: Reading, row: Row) -> tuple[Passage, int]:
    """The one passage that holds a row's quote, and where."""
    quote, source = row["quote"], reading.chapter.source
    holding = [passage for passage in reading.chapter.passages if quote and quote in passage.text]
    if len(holding) != 1 or holding[0].text.count(quote) != 1:
        times = sum(passage.text.count(quote) for passage in holding) if quote else 0
        raise _quote_error(row, f"{quote!r} stands {times} times in {source.report}/{source.chapter}")
    return holding[0], holding[0].text.index(quote)


def _quote_error(row: Row, problem: str) -> QuoteError:
    return QuoteError(row.path, row.line, problem, "quote the clean text of one passage, enough of it to be found once")


def _alias(reading: Reading, quoted: _Quoted) -> Reading:
    """``东影传媒`` is printed for its subject: a further name of it, and a mention where none is yet."""
    row = quoted.row
    subject, span = _thing(reading, quoted, row["subject"], row["class"]), quoted.part(row["object"])
    named = replace(subject, aliases=tuple(dict.fromkeys((*subject.aliases, row["object"]))))
    taken = any(_overlap(mention.span, span) for mention in reading.mentions if mention.passage == quoted.passage.id)
    mention = () if taken else (Mention(subject.name, quoted.passage.id, span),)
    return replace(_with(reading, named), mentions=_in_order(reading, (*reading.mentions, *mention)))


def _identity(reading: Reading, quoted: _Quoted) -> Reading:
    """What was read as its subject is another thing of the same printed name (the new town, not the district)."""
    row = quoted.row
    wrong, right, cls = _thing(reading, quoted, row["subject"]), row["object"], row["class"]
    if not cls:
        raise row.error(f"{right} has no class", "give the class of the object")
    renamed = Thing(right, cls, tuple(alias for alias in wrong.aliases if alias != right), quoted.rule)
    things = [renamed if thing.name == wrong.name else thing for thing in reading.things if thing.name != right]
    name = {wrong.name: right}
    return replace(
        reading,
        things=tuple(things),
        mentions=tuple(replace(m, thing=name.get(m.thing, m.thing)) for m in reading.mentions),
        facts=tuple(_renamed(fact, name) for fact in reading.facts),
    )


def _relation(reading: Reading, quoted: _Quoted) -> Reading:
    """A triple of two things, or of a thing and a text or date."""
    row = quoted.row
    subject = _thing(reading, quoted, row["subject"])
    evidence = Evidence(quoted.passage.id, (quoted.span,), quoted.rule)
    value: str | Literal = row["object"]
    if row["class"] in _LITERALS:
        value = Literal(row["object"], row["class"])
    else:
        reading = _with(reading, _thing(reading, quoted, row["object"], row["class"]))
    fact = Relation(subject.name, row["predicate"], value, evidence)
    order = {passage.id: passage.order for passage in reading.chapter.passages}
    facts = sorted((*reading.facts, fact), key=lambda f: (order[f.evidence.passage], f.evidence.spans[0]))
    return replace(reading, facts=tuple(facts))


_LITERALS: Final = frozenset({"zh", "date", "integer"})
_WAYS: Final[Mapping[str, Callable[[Reading, _Quoted], Reading]]] = MappingProxyType({"alias": _alias, "is": _identity})


def _thing(reading: Reading, quoted: _Quoted, name: str, cls: str = "") -> Thing:
    """The thing of that name as read; a new one where the row gives its class."""
    known = next((thing for thing in reading.things if thing.name == name), None)
    if known is None and not cls:
        raise quoted.row.error(f"nothing of the name {name!r} was read", "use the canonical name, or give a class")
    return known or Thing(name, cls, (), quoted.rule)


def _with(reading: Reading, thing: Thing) -> Reading:
    others = tuple(one for one in reading.things if one.name != thing.name)
    if len(others) == len(reading.things):
        return replace(reading, things=(*others, thing))
    return replace(reading, things=tuple(thing if one.name == thing.name else one for one in reading.things))


def _renamed(fact: Fact, name: Mapping[str, str]) -> Fact:
    fields = ("subject", "object", "member", "organization", "division", "about", "within")
    held = {field: getattr(fact, field, None) for field in fields}
    changed = {field: name[value] for field, value in held.items() if isinstance(value, str) and value in name}
    return replace(fact, **changed) if changed else fact  # type: ignore[arg-type]


def _overlap(one: Span, other: Span) -> bool:
    return one.begin < other.end and other.begin < one.end


def _in_order(reading: Reading, mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    order = {passage.id: passage.order for passage in reading.chapter.passages}
    return tuple(sorted(mentions, key=lambda m: (order[m.passage], m.span.begin, -m.span.end)))


def _note(reading: Reading, row: Row) -> Note:
    quoted = _Quoted(row, *_found(reading, row))
    if row["about"]:
        _thing(reading, quoted, row["about"])
    try:
        confidence = Decimal(row["confidence"])
    except InvalidOperation as error:
        raise row.error(f"confidence {row['confidence']!r} is no number") from error
    if not 0 <= confidence <= 1:
        raise row.error(f"confidence {confidence} is not between 0 and 1")
    return Note(
        kind=row["kind"],
        passage=quoted.passage.id,
        span=quoted.part(row["part"] or row["quote"]),
        about=row["about"] or None,
        correction=row["correction"] or None,
        reason_zh=row["reason_zh"],
        reason_en=row["reason_en"],
        source=row["source"],
        confidence=confidence,
    )
