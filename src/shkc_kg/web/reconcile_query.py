"""Reads what a client of the reconciliation service sends: batches of queries, and requests for values."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from shkc_kg.web.problems import Problem

__all__ = ["MOST_QUERIES", "Asking", "Extending", "Wish", "read_batch", "read_extension"]

MOST_QUERIES: Final = 100
_MOST_CANDIDATES: Final = 50
_MOST_IDS: Final = 1000
_MOST_PROPERTIES: Final = 50
_LONGEST: Final = 500
_USUAL: Final = 10

Json = Any  # what json.loads gives


@dataclass(frozen=True, slots=True)
class Wish:
    """A property that the thing meant should have, with one of these values: texts, or ids of things."""

    property: str
    texts: tuple[str, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Asking:
    """One query; ``must`` says that a candidate of none of the types is no answer (of ``all`` of them: each)."""

    text: str
    types: tuple[str, ...]
    must: bool
    all: bool
    limit: int
    wishes: tuple[Wish, ...]


@dataclass(frozen=True, slots=True)
class Extending:
    """A request for the values of properties, each with its settings."""

    ids: tuple[str, ...]
    properties: tuple[tuple[str, Mapping[str, Json]], ...]


def read_batch(text: str) -> dict[str, Asking]:
    """The queries of a batch by their keys; a :class:`Problem` that names the first one that can't be used."""
    batch = _object(text, "queries")
    if len(batch) > MOST_QUERIES:
        raise Problem("too-many-queries", limit=MOST_QUERIES)
    return {key: _asking(f"queries[{key[:40]!r}]", value) for key, value in batch.items()}


def read_extension(text: str) -> Extending:
    """The request of a data extension; a :class:`Problem` where it is none."""
    given = _object(text, "extend")
    ids, wanted = given.get("ids"), given.get("properties")
    if not isinstance(ids, list) or not all(isinstance(one, str) for one in ids):
        raise _wrong("extend", "ids must be a list of texts")
    if not isinstance(wanted, list) or not all(isinstance(one, dict) and _is_text(one.get("id")) for one in wanted):
        raise _wrong("extend", "properties must be a list of objects that have an id")
    if len(ids) > _MOST_IDS or len(wanted) > _MOST_PROPERTIES:
        raise _wrong("extend", f"ask for at most {_MOST_IDS} ids and {_MOST_PROPERTIES} properties at once")
    settings = [one.get("settings") or {} for one in wanted]
    if not all(isinstance(one, dict) for one in settings):
        raise _wrong("extend", "the settings of a property must be an object")
    return Extending(tuple(dict.fromkeys(ids)), tuple((w["id"], s) for w, s in zip(wanted, settings, strict=True)))


def _object(text: str, name: str) -> dict[str, Json]:
    try:
        value = json.loads(text)
        # JSON can write half a character, which no text of ours or of anybody can hold.
        json.dumps(value, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        raise _wrong(name, "this is not JSON of whole characters") from None
    if not isinstance(value, dict):
        raise _wrong(name, "an object is wanted")
    return value


def _asking(where: str, value: Json) -> Asking:
    if not isinstance(value, dict):
        raise _wrong(where, "an object is wanted")
    text, wishes = value.get("query", ""), _wishes(where, value.get("properties") or [])
    if not _is_text(text) or len(text) > _LONGEST:
        raise _wrong(where, f"query must be a text of at most {_LONGEST} characters")
    if "query" not in value and not wishes:
        raise _wrong(where, "a query or properties are wanted")
    types = value.get("type") or []
    types = [types] if _is_text(types) else types
    if not isinstance(types, list) or not all(map(_is_type, types)):
        raise _wrong(where, "type must be the id of a type, or a list of ids")
    strict = value.get("type_strict", "any")
    if strict not in ("any", "all", "should"):
        raise _wrong(where, "type_strict is any, all or should")
    ids = tuple(one if _is_text(one) else one["id"] for one in types)
    return Asking(text.strip(), ids, strict != "should", strict == "all", _limit(where, value), wishes)


def _limit(where: str, value: Mapping[str, Json]) -> int:
    limit = value.get("limit", _USUAL)
    if isinstance(limit, bool) or not isinstance(limit, int | float) or not limit >= 1:
        raise _wrong(where, "limit must be a number from 1 on")
    return int(min(limit, _MOST_CANDIDATES))


def _wishes(where: str, given: Json) -> tuple[Wish, ...]:
    if not isinstance(given, list) or not all(isinstance(one, dict) and _is_text(one.get("pid")) for one in given):
        raise _wrong(where, "properties must be a list of objects that have a pid")
    if len(given) > _MOST_PROPERTIES:
        raise _wrong(where, f"at most {_MOST_PROPERTIES} properties")
    return tuple(_wish(where, one) for one in given)


def _wish(where: str, given: Mapping[str, Json]) -> Wish:
    values = given.get("v")
    values = values if isinstance(values, list) else [values]
    texts, ids = [], []
    for value in values:
        if isinstance(value, dict) and _is_text(value.get("id")):
            ids.append(value["id"])
        elif isinstance(value, bool):
            texts.append(str(value).lower())
        elif isinstance(value, str | int | float):
            texts.append(str(value))
        else:
            raise _wrong(
                where, "v must be a text, a number, a truth value, an object that has an id, or a list of such"
            )
    return Wish(given["pid"], tuple(texts), tuple(ids))


def _is_text(value: Json) -> bool:
    return isinstance(value, str)


def _is_type(value: Json) -> bool:
    return _is_text(value) or (isinstance(value, dict) and _is_text(value.get("id")))


def _wrong(where: str, reason: str) -> Problem:
    return Problem("bad-request", reason=f"{where}: {reason}")
