"""The values of properties as the reconciliation service gives them, to compare and to extend a table."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any, Final

from shkc_kg.linking.names import Name
from shkc_kg.names import PREFIXES
from shkc_kg.parameters import bind
from shkc_kg.web.asking import shipped
from shkc_kg.web.reconcile_desk import Desk
from shkc_kg.web.reconcile_match import Values
from shkc_kg.web.reconcile_query import Extending

__all__ = ["SETTINGS", "cells", "comparable_values", "extension", "values_query"]

_XSD: Final = PREFIXES["xsd"]
_WHOLE: Final = frozenset(_XSD + name for name in ("integer", "int", "long", "nonNegativeInteger"))
_NUMBERS: Final = frozenset(_XSD + name for name in ("decimal", "double", "float"))
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")

Cell = dict[str, Any]
Term = Mapping[str, str]

SETTINGS: Final = [
    {
        "name": "limit",
        "label": "最多取几个值 · Limit",
        "type": "number",
        "default": 0,
        "help_text": "每行最多取几个值，0 为不限 · at most so many values a row, 0 for all",
    },
    {
        "name": "lang",
        "label": "名称的语言 · Language",
        "type": "select",
        "default": "zh",
        "help_text": "以何种语言给出名称 · the language of names",
        "choices": [{"value": "zh", "name": "中文"}, {"value": "en", "name": "English"}],
    },
]


def values_query(things: Collection[str], properties: Collection[str]) -> str:
    """The query for the values that things have for properties, all given as IRIs and bound as such."""
    text = shipped("reconcile-values")
    given: dict[str, str] = {}
    for name, iris in (("things", things), ("properties", properties)):
        numbered = {f"{name}{n}": iri for n, iri in enumerate(iris)}
        text = text.replace(f"?_{name}", " ".join(f"?_{one}_iri" for one in numbered))
        given |= numbered
    return bind(text, given)


def cells(results: bytes) -> dict[tuple[str, str], list[Term]]:
    """The terms of the answer in SPARQL JSON, by thing and property."""
    found: dict[tuple[str, str], list[Term]] = {}
    for row in json.loads(results)["results"]["bindings"]:
        found.setdefault((row["thing"]["value"], row["property"]["value"]), []).append(row["value"])
    return found


def comparable_values(desk: Desk, held: Mapping[tuple[str, str], list[Term]]) -> Values:
    """What a wish can be compared with: texts, and for things their ids and all their names."""
    ids = {known.iri: known.id for known in desk.properties.values()}
    return {
        (iri[len(desk.space) :], ids[prop]): tuple(t for term in terms for t in _comparable(desk, term["value"]))
        for (iri, prop), terms in held.items()
    }


def _comparable(desk: Desk, value: str) -> Iterable[str]:
    record = desk.entity(value)
    if record is None:
        return (value,)
    return (record.id, value, *(name.text for name in record.names if name.kind != "initials"))


def extension(desk: Desk, asked: Extending, held: Mapping[tuple[str, str], list[Term]]) -> dict[str, Any]:
    """The answer of a data extension; an id or a property that is not known has no values."""
    known = [(desk.properties.get(id_), id_, settings) for id_, settings in asked.properties]
    rows: dict[str, dict[str, list[Cell]]] = {}
    for asked_id in asked.ids:
        record = desk.named(asked_id)
        rows[asked_id] = {
            id_: _row(desk, held.get((desk.iri(record.id), prop.iri), []), settings) if record and prop else []
            for prop, id_, settings in known
        }
    meta = [{"id": id_, "name": prop.name if prop else id_} for prop, id_, _ in known]
    return {"meta": meta, "rows": rows}


def _row(desk: Desk, terms: list[Term], settings: Mapping[str, Any]) -> list[Cell]:
    lang = settings.get("lang")
    if lang in ("zh", "en") and len({term.get("xml:lang") for term in terms}) > 1:
        terms = [term for term in terms if term.get("xml:lang", lang) == lang]
    made = [_cell(desk, term, str(lang)) for term in terms]
    made.sort(key=lambda cell: json.dumps(cell, sort_keys=True, ensure_ascii=False))
    limit = settings.get("limit")
    number = isinstance(limit, int | float | str) and str(limit).isdigit() and int(limit)
    return made[:number] if number else made


def _cell(desk: Desk, term: Term, lang: str) -> Cell:
    value, datatype = term["value"], term.get("datatype", "")
    if term["type"] == "uri":
        record = desk.entity(value)
        return {"id": record.id, "name": _label(record.label, record.names, lang)} if record else {"str": value}
    if datatype in _WHOLE:
        return {"int": int(value)}
    if datatype in _NUMBERS:
        return {"float": float(value)}
    if datatype == _XSD + "date" and _DAY.fullmatch(value):
        # The published schema wants a time as well.
        return {"date": f"{value}T00:00:00Z"}
    return {"str": value}


def _label(label: str, names: tuple[Name, ...], lang: str) -> str:
    english = (name.text for name in names if name.kind == "label" and name.text.isascii())
    return next(english, label) if lang == "en" else label
