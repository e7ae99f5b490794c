"""RDF terms as the plain Python values that a table or a notebook takes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date
from decimal import Decimal
from typing import Final

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

__all__ = ["Value", "plain", "written"]

Value = str | int | float | bool | date | None

_XSD: Final = "http://www.w3.org/2001/XMLSchema#"


def _decimal(lexical: str) -> int | float:
    number = Decimal(lexical)
    return int(number) if number == number.to_integral_value() else float(number)


_READERS: Final[dict[str, Callable[[str], Value]]] = {
    _XSD + "boolean": lambda lexical: lexical in {"true", "1"},
    _XSD + "integer": int,
    _XSD + "decimal": _decimal,
    _XSD + "double": float,
    _XSD + "float": float,
    _XSD + "date": date.fromisoformat,
}


def plain(term: NamedNode | BlankNode | Literal | Triple | None) -> Value:
    """IRIs and texts as ``str``, numbers as ``int`` or ``float``, days as ``date``; ``None`` where nothing is bound.

    >>> plain(Literal("506", datatype=NamedNode(_XSD + "decimal"))), plain(Literal("复旦", language="zh"))
    (506, '复旦')
    """
    if isinstance(term, Literal):
        reader = _READERS.get(term.datatype.value)
        if reader is not None:
            with suppress(ValueError, ArithmeticError):  # "abc"^^xsd:integer is legal RDF, and stays the text it is
                return reader(term.value)
        return term.value
    if term is None:
        return None
    return term.value if isinstance(term, NamedNode | BlankNode) else str(term)


def written(value: object) -> str:
    """A Python value as somebody would type it for a parameter of a query.

    >>> written(2021), written(True), written(date(2021, 5, 31))
    ('2021', 'true', '2021-05-31')
    """
    return str(value).lower() if isinstance(value, bool) else str(value)
