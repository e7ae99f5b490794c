"""How the nodes that a passage has of its own are called, in Chinese and in English."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from shkc_kg.labels import english
from shkc_kg.model import Bound, Claim, Fact, Literal, Membership, Observation, Relation, Term

__all__ = ["in_chinese", "in_english"]

_BOUND: Final = {
    Bound.EXACT: "",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "at most ",
    Bound.ABOUT: "about ",
    Bound.NEARLY: "nearly ",
    Bound.VAGUE: "",
}


def in_chinese(fact: Fact) -> str:
    """The Chinese label of the node that states a fact; of a claim, its words as printed."""
    match fact:
        case Observation():
            about = "" if fact.indicator.startswith(fact.about) else fact.about
            unit = "" if fact.printed.endswith(fact.unit) else fact.unit
            when = f"（{fact.date}）" if fact.date else ""
            return f"{about}{fact.indicator}：{fact.printed}{unit}{when}"
        case Claim():
            return fact.words
        case Membership():
            when = f"（{fact.year}）" if fact.year else ""
            return f"{fact.member}当选{fact.organization}院士{when}"
        case Relation():
            return f"计划：{fact.subject}—{_object(fact)}"


def in_english(fact: Fact) -> str:
    """The English label of the node that states a fact."""
    match fact:
        case Observation():
            when = f" ({fact.date})" if fact.date else ""
            return f"{english(fact.about)}, {english(fact.indicator, 'Indicator')}: {_amount(fact)}{when}"
        case Claim():
            within = f" ({english(fact.within)})" if fact.within else ""
            return f"{fact.kind.value}{within}: {english(fact.about)}"
        case Membership():
            when = f" ({fact.year})" if fact.year else ""
            return f"Election of {english(fact.member, 'Person')} to {english(fact.organization)}{when}"
        case Relation():
            return f"Planned: {english(fact.subject)}, {fact.predicate.partition(':')[2]}, {_object_in_english(fact)}"


def _object(fact: Relation) -> str:
    return fact.object if isinstance(fact.object, str) else _plain(fact.object)


def _object_in_english(fact: Relation) -> str:
    if isinstance(fact.object, Literal) and fact.object.kind == "date":
        return fact.object.value
    return english(_object(fact))


def _plain(value: Literal | Term) -> str:
    return value.value if isinstance(value, Literal) else value.name


def _amount(fact: Observation) -> str:
    """The value in figures with its bound; the measure word only where English has it.

    >>> from shkc_kg.model import Evidence, Span, StatKind
    >>> span = Span(3, 8)
    >>> _amount(Observation(span, "上海市", "机构", Decimal(4000), "元", Bound.AT_LEAST, None, None, StatKind.FLOW,
    ...                     "2021", "逾4000", Evidence("p1", (span,), "doctest")))
    'at least 4,000 yuan'
    """
    if fact.value is None:
        return "a number not stated exactly"
    unit = {"%": "%", "元": " yuan"}.get(fact.unit, "")
    return f"{_BOUND[fact.bound]}{_figures(fact.value)}{unit}"


def _figures(value: Decimal) -> str:
    return f"{value.normalize():,f}"
