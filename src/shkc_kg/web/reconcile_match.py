"""Ranks what a query may mean, and says why: the features of each candidate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from shkc_kg.linking.catalogue import Found, Record
from shkc_kg.linking.likeness import HOW, Likeness
from shkc_kg.linking.names import Name, folded
from shkc_kg.web.reconcile_desk import PERSON, Desk
from shkc_kg.web.reconcile_query import Asking, Wish

__all__ = ["FEATURES", "Values", "answer", "near"]

# The values that things have, as texts to compare and ids: by the thing's id and the property's.
Values = Mapping[tuple[str, str], tuple[str, ...]]

FEATURES: Final[dict[str, tuple[str, str]]] = {
    "name": ("与最相近名称的相似度，0—100", "how like the nearest of its names the query is, 0 to 100"),
    "same_id": ("查询即其标识符", "the query is its identifier"),
    **HOW,
    "type": ("属于所求类型", "it is of a type that was asked for"),
    "property:": ("该属性有所给的值", "it has a given value for the property"),
    "mentions": ("报告中提及次数", "how often the reports speak of it"),
    "alone": ("没有别的候选同样相近", "no other candidate is nearly as good"),
}
# A candidate is a match when it is as sure as this, and the next one is behind by so much.
_SURE: Final = 90.0
_AHEAD: Final = 5.0
# What another type than the one asked for costs, and how much of a score properties decide.
_OTHER_TYPE: Final = 25.0
_BY_PROPERTIES: Final = 0.3
_SPARE: Final = 4


@dataclass(frozen=True, slots=True)
class _Scored:
    found: Found
    score: float
    features: Mapping[str, float | bool]


def near(desk: Desk, asking: Asking, holders: Iterable[str] = ()) -> list[Found]:
    """Things that the query may mean by name, more than are asked for, so that types and properties can choose.

    ``holders`` are the ids of the candidates of a query that has no text.
    """
    if not asking.text:
        records = (desk.catalogue.records[id_] for id_ in holders if id_ in desk.catalogue.records)
        return [Found(r, Name(r.label), Likeness(100, "same_id")) for r in records if _allowed(r, asking)]
    found = desk.catalogue.find(asking.text, asking.limit * _SPARE, lambda record: _allowed(record, asking))
    record = desk.named(asking.text)
    # Most ids are names too; who writes no more than a name has given a name.
    if record is not None and record.label != asking.text and _allowed(record, asking):
        found = [Found(record, Name(record.label), Likeness(100, "same_id")), *(f for f in found if f.record != record)]
    return found


def answer(desk: Desk, asking: Asking, found: Iterable[Found], values: Values) -> list[dict[str, Any]]:
    """The candidates as the specification writes them, best first."""
    scored = sorted((_scored(one, asking, values) for one in found), key=lambda s: (-s.score, s.found.rank))
    alone = len(scored) == 1 or (len(scored) > 1 and scored[0].score - scored[1].score >= _AHEAD)
    return [_candidate(desk, asking, one, alone and not n) for n, one in enumerate(scored[: asking.limit])]


def _allowed(record: Record, asking: Asking) -> bool:
    if not asking.types or not asking.must:
        return True
    return _of_type(record, asking)


def _of_type(record: Record, asking: Asking) -> bool:
    wanted = [one in record.types for one in asking.types]
    return all(wanted) if asking.all else any(wanted)


def _scored(found: Found, asking: Asking, values: Values) -> _Scored:
    record, score = found.record, found.likeness.score
    features: dict[str, float | bool] = {"name": score, found.likeness.how: True}
    if asking.types:
        features["type"] = _of_type(record, asking)
        score -= 0 if features["type"] else _OTHER_TYPE
    fits = [_fit(wish, values.get((record.id, wish.property), ())) for wish in asking.wishes]
    for wish, fit in zip(asking.wishes, fits, strict=True):
        if fit is not None:
            features[f"property:{wish.property}"] = fit
    if fits:
        # What is not said counts as half: a missing value is no sign that this is another thing.
        share = sum(0.5 if fit is None else float(fit) for fit in fits) / len(fits)
        score = (1 - _BY_PROPERTIES) * score + _BY_PROPERTIES * 100 * share
    features["mentions"] = record.weight
    return _Scored(found, round(max(0.0, min(100.0, score)), 2), features)


def _fit(wish: Wish, held: tuple[str, ...]) -> bool | None:
    """Whether one of the values is among those held; ``None`` where nothing is said."""
    if not held:
        return None
    wanted = {folded(text) for text in wish.texts} | set(wish.ids)
    return any(value in wanted or folded(value) in wanted for value in held)


def _candidate(desk: Desk, asking: Asking, one: _Scored, alone: bool) -> dict[str, Any]:
    record = one.found.record
    features = {**one.features, "alone": alone}
    special = sorted(kind for kind in record.types if not _has_narrower(desk, kind, record.types))
    told = [record.description]
    if one.found.name.kind == "alias":
        told.append(f"= {one.found.name.text}")
    return {
        "id": record.id,
        "name": record.label,
        "description": " · ".join(filter(None, told)),
        "type": [{"id": kind, "name": desk.kinds[kind].name} for kind in special if kind in desk.kinds],
        "score": one.score,
        "match": _is_match(record, asking, one, alone),
        "features": [{"id": name, "value": value} for name, value in features.items()],
    }


def _has_narrower(desk: Desk, kind: str, types: Iterable[str]) -> bool:
    return any(other != kind and kind in desk.above(other) for other in types)


def _is_match(record: Record, asking: Asking, one: _Scored, alone: bool) -> bool:
    """Whether this is the thing beyond doubt; a name alone never identifies a person."""
    named = one.features["name"] >= _SURE and one.score >= _SURE
    fits = [one.features.get(f"property:{wish.property}") for wish in asking.wishes]
    if PERSON in record.types and one.found.likeness.how != "same_id" and True not in fits:
        return False
    return alone and named and False not in fits and one.features.get("type", True) is not False
