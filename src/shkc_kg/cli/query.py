"""``shkc-kg query``: SPARQL asked of the built graph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import click
from pyoxigraph import Literal, NamedNode, QueryBoolean, QueryResultsFormat, QuerySolutions, QueryTriples, RdfFormat

from shkc_kg.cli.options import parameters_option, store_option
from shkc_kg.cli.streams import STDIN, example, read_text, write
from shkc_kg.cli.table import table
from shkc_kg.errors import QueryError
from shkc_kg.graph.compact import compact
from shkc_kg.knowledge import open as open_graph
from shkc_kg.queries import defaults
from shkc_kg.resources import queries_dir

__all__ = ["query"]

Answer = QuerySolutions | QueryBoolean | QueryTriples


def _table(answer: Answer) -> str | bytes:
    if isinstance(answer, QueryTriples):
        return _turtle(answer)
    if isinstance(answer, QueryBoolean):
        return "yes\n" if answer else "no\n"
    names = [variable.value for variable in answer.variables]
    return table(names, [[_cell(row[name]) for name in names] for row in answer])


def _cell(term: object) -> str:
    if isinstance(term, NamedNode):
        return compact(term.value)
    return term.value if isinstance(term, Literal) else str(term or "")


def _turtle(answer: Answer) -> bytes:
    if not isinstance(answer, QueryTriples):
        raise QueryError("only a CONSTRUCT or DESCRIBE answers with triples; use --format table, csv, tsv, json or xml")
    return answer.serialize(format=RdfFormat.TURTLE) or b""


def _results(form: QueryResultsFormat) -> Callable[[Answer], bytes]:
    def serialized(answer: Answer) -> bytes:
        if isinstance(answer, QueryTriples):
            raise QueryError("a CONSTRUCT or DESCRIBE answers with triples; use --format ttl")
        return answer.serialize(format=form) or b""

    return serialized


_FORMATS: Final[dict[str, Callable[[Answer], str | bytes]]] = {
    "table": _table,
    "csv": _results(QueryResultsFormat.CSV),
    "tsv": _results(QueryResultsFormat.TSV),
    "json": _results(QueryResultsFormat.JSON),
    "xml": _results(QueryResultsFormat.XML),
    "ttl": _turtle,
}


@click.command(
    epilog=example(
        "shkc-kg query 'SELECT ?who { ?who a shkc:Person } LIMIT 5'",
        "shkc-kg query question.rq --param place=静安区 --format csv",
    )
)
@click.argument("sparql", metavar='FILE.rq | "SPARQL"')
@click.option("--format", "form", type=click.Choice(list(_FORMATS)), default="table", show_default=True)
@parameters_option
@store_option
def query(sparql: str, form: str, parameters: dict[str, str], store: Path | None) -> None:
    """Ask the built graph in SPARQL. Give a file, the name of a shipped query, the text itself, or - for stdin."""
    text = _text(sparql)
    write(_FORMATS[form](open_graph(store).answer(text, {**defaults(text), **parameters})))


def _text(given: str) -> str:
    """The query that was meant: ``-``, or the name of a file here or of one that we ship; all else is SPARQL."""
    if given == STDIN:
        return read_text(given)
    if Path(given).suffix != ".rq":
        return given
    shipped = queries_dir() / given
    return read_text(str(shipped) if shipped.is_file() and not Path(given).is_file() else given)
