"""A query's parameters, in grlc's convention: ``?_place`` in the text is what the user gives as ``place``.

========================  ====================================
``?_place``               plain text
``?_place_zh``            text in a language (two letters)
``?_place_iri``           an IRI, in full or with a known prefix
``?_year_integer``        an XSD type: integer, decimal, date, gYear ...
``?__place`` (any form)   need not be given; it then stays a variable
========================  ====================================
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from shkc_kg.errors import QueryError
from shkc_kg.names import PREFIXES, expand

__all__ = ["Parameter", "bind", "parameters"]

# What may hold a "?_name" that is none comes first: strings, IRIs, comments.
_TOKEN: Final = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*"""'
    r"|'''(?:[^'\\]|\\.|'(?!''))*'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'
    r"|#[^\n]*"
    r"|[?$](?P<variable>_\w+)",
    re.DOTALL,
)
_VARIABLE: Final = re.compile(r"(?P<mark>__?)(?P<name>[^\W_]\w*?)(?:_(?P<form>[^\W_]+))?")
_TYPES: Final[dict[str, str]] = {
    "integer": r"[+-]?\d+",
    "decimal": r"[+-]?\d*\.?\d+",
    "double": r"[+-]?\d*\.?\d+(?:[eE][+-]?\d+)?",
    "boolean": r"true|false|0|1",
    "date": r"-?\d{4,}-\d\d-\d\d",
    "gYear": r"-?\d{4,}",
    "gYearMonth": r"-?\d{4,}-\d\d",
    "string": r"(?s:.*)",
}
_LANGUAGE: Final = re.compile("[a-z]{2}")
_NOT_IN_IRI: Final = re.compile(r'[\x00-\x20<>"{}|\\^`]')
_ESCAPES: Final = str.maketrans({"\\": r"\\", '"': r"\"", "\n": r"\n", "\r": r"\r", "\t": r"\t"})


@dataclass(frozen=True, slots=True)
class Parameter:
    """What a query asks its user for; ``form`` is ``text``, ``iri``, a language or an XSD type."""

    name: str
    form: str
    required: bool


def parameters(sparql: str) -> tuple[Parameter, ...]:
    """The parameters of a query, each once, in the order of the text.

    >>> [p.name for p in parameters('SELECT * { ?s ?_p_iri ?_year_integer . # ?_no \\n ?s ?_p_iri "?_no" }')]
    ['p', 'year']
    """
    return tuple(dict.fromkeys(_parameter(name) for name in _variables(sparql)))


def bind(sparql: str, values: Mapping[str, str]) -> str:
    """The query with each parameter replaced by a term made of its value; nothing else of a value gets in.

    >>> bind("SELECT * { ?s rdfs:label ?_name_zh }", {"name": '复"旦'})
    'SELECT * { ?s rdfs:label "复\\\\"旦"@zh }'

    :raises QueryError: a value is missing, is of no parameter, or not of the parameter's form.
    """
    known = parameters(sparql)
    names = {parameter.name for parameter in known}
    unknown = sorted(values.keys() - names)
    missing = sorted({parameter.name for parameter in known if parameter.required} - values.keys())
    if unknown:
        raise QueryError(f"no parameter {', '.join(unknown)}; the query has {', '.join(sorted(names)) or 'none'}")
    if missing:
        raise QueryError(f"give the parameter {', '.join(missing)}, as --param {missing[0]}=VALUE")
    return _TOKEN.sub(lambda token: _replaced(token, values), sparql)


def _variables(sparql: str) -> Iterator[str]:
    return (token["variable"] for token in _TOKEN.finditer(sparql) if token["variable"] and _named(token["variable"]))


def _named(variable: str) -> re.Match[str] | None:
    return _VARIABLE.fullmatch(variable)


def _parameter(variable: str) -> Parameter:
    found = _named(variable)
    assert found is not None  # noqa: S101 - _variables gives no others
    name, form, required = found["name"], found["form"], found["mark"] == "_"
    if form is None:
        return Parameter(name, "text", required)
    if form == "iri" or form in _TYPES or _LANGUAGE.fullmatch(form):
        return Parameter(name, form, required)
    return Parameter(f"{name}_{form}", "text", required)


def _replaced(token: re.Match[str], values: Mapping[str, str]) -> str:
    if not token["variable"] or not _named(token["variable"]):
        return token[0]
    parameter = _parameter(token["variable"])
    return _term(parameter, values[parameter.name]) if parameter.name in values else token[0]


def _term(parameter: Parameter, value: str) -> str:
    quoted = f'"{value.translate(_ESCAPES)}"'
    if parameter.form == "text":
        return quoted
    if parameter.form == "iri":
        return f"<{_iri(parameter, value)}>"
    if parameter.form not in _TYPES:
        return f"{quoted}@{parameter.form}"
    if not re.fullmatch(_TYPES[parameter.form], value):
        raise QueryError(f"parameter {parameter.name} takes {parameter.form}, not {value!r}")
    return f"{quoted}^^<{PREFIXES['xsd']}{parameter.form}>"


def _iri(parameter: Parameter, value: str) -> str:
    prefix, colon, local = value.partition(":")
    full = expand(value) if colon and prefix in PREFIXES and not local.startswith("//") else value
    if _NOT_IN_IRI.search(full) or ":" not in full:
        raise QueryError(f"parameter {parameter.name} takes an IRI, not {value!r}")
    return full
