"""What a report says more than once of the same thing: the same figure, the same date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from shkc_kg.model import (
    Bound,
    Fact,
    Finding,
    FindingKind,
    Literal,
    Observation,
    Quote,
    Reading,
    Relation,
    ScopeReason,
    StatKind,
    Verdict,
)

__all__ = ["repeats"]

# A thing has one of each; of the founding dates of a body there may be several (成立, 重组), so they are not compared.
_ONCE: Final = ("schema:startDate", "schema:endDate", "shkc:unveiledOn", "shkc:openedOn", "shkc:edition")
_SHORT: Final = 4  # code points; a shorter indicator (当选, 企业) may count other things elsewhere
_YEAR: Final = 4


def repeats(reading: Reading) -> Iterator[Finding]:
    """Figures and dates that two passages give of the same thing."""
    yield from _dates(reading)
    yield from _figures(reading)


def _dates(reading: Reading) -> Iterator[Finding]:
    groups: dict[tuple[str, str], list[Relation]] = defaultdict(list)
    for fact in reading.facts:
        if isinstance(fact, Relation) and fact.predicate in _ONCE and isinstance(fact.object, Literal) and _says(fact):
            groups[fact.subject, fact.predicate].append(fact)
    for (subject, predicate), facts in groups.items():
        values = [fact.object.value for fact in facts if isinstance(fact.object, Literal)]
        if len({fact.evidence.passage for fact in facts}) > 1 and len(values) > 1:
            fits = all(_within(a, b) for a in values for b in values)
            printed = list(dict.fromkeys(values))
            yield _finding(f"{subject} {predicate.partition(':')[2]} {printed[0]}", printed[1:] or printed, facts, fits)


def _says(fact: Relation) -> bool:
    """Whether a date was printed there; the report's year is only supposed."""
    value = fact.object.value if isinstance(fact.object, Literal) else ""
    supposed = ScopeReason.REPORT_YEAR in fact.evidence.reasons or len(value) == _YEAR
    return value.startswith("第") if fact.predicate == "shkc:edition" else not supposed


def _within(one: str, other: str) -> bool:
    """Whether two dates may be the same day: one is the other, or its month or year.

    >>> _within("2021-05", "2021-05-31"), _within("2021-05-30", "2021-05-31")
    (True, False)
    """
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


def _figures(reading: Reading) -> Iterator[Finding]:
    groups: dict[tuple[str, str, str, bool], list[Observation]] = defaultdict(list)
    for fact in reading.facts:
        if isinstance(fact, Observation) and fact.value is not None and _comparable(fact):
            groups[fact.about, fact.indicator, fact.unit, fact.evidence.planned].append(fact)
    for (about, indicator, _, _), facts in groups.items():
        for held in _same_time(facts):
            if len({fact.evidence.passage for fact in held}) < len(("one", "other")):
                continue
            fits = len({fact.value for fact in held}) == 1
            printed = [f"{fact.printed}{fact.unit}" for fact in held]
            stated = f"{about} {indicator} {printed[0]}"
            if fits or len(indicator) >= _SHORT:
                yield _finding(stated, printed[1:], held, fits)


def _comparable(fact: Observation) -> bool:
    return fact.stat not in (StatKind.ORDINAL, StatKind.DURATION) and fact.bound is Bound.EXACT


def _same_time(facts: Sequence[Observation]) -> Iterator[list[Observation]]:
    """The figures of one year together; of one day apart from those of another."""
    days: dict[str, list[Observation]] = defaultdict(list)
    for fact in facts:
        days[fact.date[:_YEAR] if len(fact.date) < len("2021-12-31") else fact.date].append(fact)
    yield from days.values()


def _finding(stated: str, others: Sequence[str], facts: Sequence[Fact], fits: bool) -> Finding:
    quotes = tuple(dict.fromkeys(Quote(fact.evidence.passage, fact.evidence.spans[0]) for fact in facts))
    return Finding(
        FindingKind.REPEATED,
        Verdict.AGREES if fits else Verdict.DISAGREES,
        stated,
        "、".join(others),
        quotes,
        "两处所述相合。" if fits else "两处所述不同。",
        "Both places fit each other." if fits else "The places differ.",
    )
