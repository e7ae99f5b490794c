"""The ontology as it ships: its triples, and a clear word where its file is broken."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, parse

from shkc_kg.errors import DataFileError
from shkc_kg.resources import ontology_dir

__all__ = ["load_ontology", "load_turtle", "ontology_quads"]

_REMEDY: Final = "correct the Turtle there"


def load_ontology() -> tuple[Triple, ...]:
    """The triples of ``ontology/shkc.ttl`` in file order; a :class:`DataFileError` tells where the file is broken.

    >>> any("复旦" in str(triple.object) for triple in load_ontology())  # no name of any report
    False
    """
    return load_turtle(ontology_dir() / "shkc.ttl")


def load_turtle(path: Path) -> tuple[Triple, ...]:
    """The triples of a Turtle file in file order; a :class:`DataFileError` has its line."""
    try:
        return tuple(quad.triple for quad in parse(path=path, format=RdfFormat.TURTLE))
    except SyntaxError as error:
        raise DataFileError(path, error.lineno, (error.msg or "broken Turtle").rstrip("."), _REMEDY) from error
    except OSError as error:
        raise DataFileError(path, None, f"can't be read ({error})", "install the package again") from error


def ontology_quads(graph: NamedNode) -> tuple[Quad, ...]:
    """The ontology as the quads of one graph (``g:ontology``)."""
    return tuple(Quad(t.subject, t.predicate, t.object, graph) for t in load_ontology())
