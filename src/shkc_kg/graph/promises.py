"""The promises of the data model, each a query in ``ontology/checks`` that returns what breaks it.

A promise holds whatever a report says, so a graph that breaks one is not published. ``ontology/advice`` has queries of
the same form for what a report itself may get wrong (an end before its start, one alias for two things): these are
shown to a reader and stop nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, QuerySolutions, Store

from shkc_kg.errors import DataFileError
from shkc_kg.graph.compact import compact
from shkc_kg.names import DEFAULT_BASE, PREFIXES
from shkc_kg.resources import ontology_dir

__all__ = ["Broken", "Promise", "advise", "check_promises", "load_advice", "load_promises"]

_HEAD: Final = re.compile(r"# (?P<zh>[^|\n]+) \| (?P<en>[^\n]+)\n")
# The prefixes that follow the base of the data; the ontology keeps its own namespace.
_OF_DATA: Final = ("g", "id")


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise: its name (the file's), its words, and the SELECT that returns offenders."""

    path: Path
    name: str
    zh: str
    en: str
    query: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A promise that is not kept, and by what: rows of compact IRIs and literals under their variables, sorted."""

    promise: Promise
    variables: tuple[str, ...]
    offenders: tuple[tuple[str, ...], ...]


def load_promises(folder: Path | None = None) -> tuple[Promise, ...]:
    """Every promise, by name; a :class:`DataFileError` where a file lacks its words."""
    return tuple(_promise(path) for path in sorted((folder or ontology_dir() / "checks").glob("*.rq")))


def load_advice() -> tuple[Promise, ...]:
    """What a careful reader would look at, by name."""
    return load_promises(ontology_dir() / "advice")


def check_promises(store: Store, base: str = DEFAULT_BASE, folder: Path | None = None) -> tuple[Broken, ...]:
    """The promises that a built graph breaks, by name; ``base`` is the base of its IRIs."""
    return tuple(_broken(_merged(store), base, load_promises(folder)))


def advise(store: Store, base: str = DEFAULT_BASE) -> tuple[Broken, ...]:
    """What a careful reader of a built graph would look at, by name."""
    return tuple(_broken(_merged(store), base, load_advice()))


def _promise(path: Path) -> Promise:
    query = path.read_text(encoding="utf-8")
    words = _HEAD.match(query)
    if not words:
        raise DataFileError(path, 1, "the promise has no words", "begin the file with: # 中文 | English")
    return Promise(path, path.stem, words["zh"].strip(), words["en"].strip(), query)


def _broken(store: Store, base: str, promises: tuple[Promise, ...]) -> Iterator[Broken]:
    for promise in promises:
        answer = _ask(store, _under(base, promise.query), promise)
        variables = tuple(v.value for v in answer.variables)
        offenders = tuple(sorted({tuple(_spelt(row[name]) for name in variables) for row in answer}))
        if offenders:
            yield Broken(promise, variables, offenders)


def _merged(store: Store) -> Store:
    """A copy whose default graph is the union of the named ones, each triple once.

    The engine's own union repeats what several graphs state, and each pattern of a query multiplies the repetitions.
    """
    copy = Store()
    copy.bulk_extend(quad for quad in store if quad.graph_name != DefaultGraph())
    copy.update("INSERT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } }")
    return copy


def _ask(store: Store, query: str, promise: Promise) -> QuerySolutions:
    try:
        answer = store.query(query)
    except SyntaxError as error:
        raise DataFileError(promise.path, error.lineno, error.msg, "correct the query") from error
    if not isinstance(answer, QuerySolutions):
        raise DataFileError(promise.path, None, "a promise is a SELECT", "let the query return offenders")
    return answer


def _under(base: str, query: str) -> str:
    """The query for data under another base."""
    for prefix in _OF_DATA:
        there = PREFIXES[prefix].replace(DEFAULT_BASE, base, 1)
        query = query.replace(f"PREFIX {prefix}: <{PREFIXES[prefix]}>", f"PREFIX {prefix}: <{there}>")
    return query


def _spelt(term: object) -> str:
    if isinstance(term, NamedNode):
        return compact(term.value)
    return "" if term is None else str(getattr(term, "value", term))
