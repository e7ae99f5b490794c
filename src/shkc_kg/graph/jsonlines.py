"""A reading as JSON lines for people who want facts and sentences without RDF: one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from shkc_kg.graph.facts import Stated, state_facts
from shkc_kg.graph.frame import Frame
from shkc_kg.graph.things import Uses, uses_of
from shkc_kg.model import Claim, Literal, Membership, Observation, Reading, Relation, Span, Thing
from shkc_kg.names import Namer

__all__ = ["jsonlines"]

Object = dict[str, Any]


def jsonlines(reading: Reading, namer: Namer) -> str:
    """Things, then facts, then date expressions, each with its IRI, its characters and (facts) its sentence."""
    frame = Frame(reading, namer)
    uses = uses_of(frame)
    objects = [*_things(frame, uses), *(_fact(frame, s) for s in state_facts(frame)), *_dates(frame)]
    return "".join(json.dumps(held, ensure_ascii=False, default=_number) + "\n" for held in objects)


def _number(value: object) -> int | float:
    if not isinstance(value, Decimal):
        raise TypeError(f"{value!r} is not JSON")
    return int(value) if value == value.to_integral_value() else float(value)


def _things(frame: Frame, uses: Uses) -> Iterator[Object]:
    places: dict[str, list[list[int]]] = {}
    for mention in frame.reading.mentions:
        places.setdefault(mention.thing, []).append(_pair(mention.span))
    for thing in uses.things.values():
        yield _thing(frame, thing, places.get(thing.name, []))


def _thing(frame: Frame, thing: Thing, mentions: list[list[int]]) -> Object:
    node = frame.thing(thing.name).value
    return {
        "kind": "thing",
        "iri": node,
        "class": thing.cls,
        "name": thing.name,
        "aliases": list(thing.aliases),
        "mentions": mentions,
    }


def _dates(frame: Frame) -> Iterator[Object]:
    for date in frame.reading.dates:
        yield {"kind": "date", "printed": frame.printed(date.span), "edtf": date.edtf, "span": _pair(date.span)}


def _fact(frame: Frame, stated: Stated) -> Object:
    fact, evidence = stated.fact, stated.fact.evidence
    told: Object = {"kind": type(fact).__name__.lower()}
    if stated.node is not None:
        told["iri"] = stated.node.value
    return {
        **told,
        **_content(fact),
        "planned": evidence.planned,
        "passage": frame.passage(evidence.passage).value,
        "sentence": frame.passages[evidence.passage].text,
        "spans": [_pair(span) for span in evidence.spans],
        "rule": evidence.rule,
    }


def _content(fact: Relation | Membership | Claim | Observation) -> Object:
    match fact:
        case Relation():
            return {"subject": fact.subject, "predicate": fact.predicate, "object": _object(fact)}
        case Membership():
            return {
                "member": fact.member,
                "organization": fact.organization,
                "division": fact.division,
                "year": fact.year,
            }
        case Claim():
            return {"about": fact.about, "claim": fact.kind.value, "words": fact.words, "within": fact.within}
        case Observation():
            return {
                "about": fact.about,
                "indicator": fact.indicator,
                "value": fact.value,
                "unit": fact.unit,
                "bound": fact.bound.value,
                "minimum": fact.minimum,
                "maximum": fact.maximum,
                "stat": fact.stat.value,
                "date": fact.date,
                "printed": fact.printed,
                "span": _pair(fact.span),
            }


def _object(fact: Relation) -> str:
    if isinstance(fact.object, str):
        return fact.object
    return fact.object.value if isinstance(fact.object, Literal) else fact.object.name


def _pair(span: Span) -> list[int]:
    return [span.begin, span.end]
