"""A built graph as a Python object: ask it in SPARQL, or by name.

::

    kg = shkc_kg.open()
    kg.entity("复旦大学").facts
    pandas.DataFrame(kg.observations(about="上海市"))
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from pyoxigraph import QueryBoolean, QuerySolutions, QueryTriples, Store

from shkc_kg.complaint import query_error
from shkc_kg.errors import QueryError
from shkc_kg.explain import Explanation, explain
from shkc_kg.knowledge.values import Value, plain, written
from shkc_kg.names import PREFIXES, Namer
from shkc_kg.parameters import bind
from shkc_kg.store.folder import Generation, current, default_root
from shkc_kg.store.oxigraph import open_readonly

if TYPE_CHECKING:
    import rdflib

    from shkc_kg import networks

__all__ = ["Entity", "KnowledgeGraph", "Row", "open"]

Row = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Entity:
    """A thing of the graph: its names, its most specific classes, and its facts, each a row with its sentence.

    A fact's ``direction`` is ``out`` where the thing is its subject and ``in`` where it is its object.
    """

    iri: str
    label_zh: str
    label_en: str
    aliases: tuple[str, ...]
    classes: tuple[str, ...]
    facts: tuple[Row, ...]


@dataclass(frozen=True)
class KnowledgeGraph:
    """A built graph, open for reading."""

    generation: Generation
    store: Store

    def query(self, sparql: str, **parameters: object) -> list[Row] | bool:
        """The rows of a SELECT as dicts (unbound is ``None``), a CONSTRUCT's triples likewise, or the answer of an ASK.

        The prefixes of the model need no declaration; all graphs together are the default graph. ``parameters`` fill
        ``?_name`` placeholders of the query, see :mod:`shkc_kg.parameters`.

        :raises QueryError: malformed SPARQL (line and column are told), or a parameter that doesn't fit.
        """
        found = self.answer(sparql, {name: written(value) for name, value in parameters.items()})
        if isinstance(found, QueryBoolean):
            return bool(found)
        if isinstance(found, QueryTriples):
            return [dict(zip(("subject", "predicate", "object"), map(plain, triple), strict=True)) for triple in found]
        names = [variable.value for variable in found.variables]
        return [{name: plain(row[name]) for name in names} for row in found]

    def answer(self, sparql: str, parameters: Mapping[str, str]) -> QuerySolutions | QueryBoolean | QueryTriples:
        """The engine's own answer to the same, for whoever writes it out in a format of SPARQL.

        :raises QueryError: as :meth:`query`.
        """
        bound, prefixes = bind(sparql, parameters), {**PREFIXES, **self._own_prefixes()}
        try:
            return self.store.query(bound, prefixes=prefixes)
        except SyntaxError as error:
            raise query_error(error, bound) from error

    def find(self, name: str) -> str | None:
        """The IRI of a name, an alias or a compact IRI (``id:复旦大学``); ``None`` where the graph has no such thing.

        :raises QueryError: an alias that several things share.
        """
        prefix, _, local = name.partition(":")
        prefixes = {**PREFIXES, **self._own_prefixes()}
        iri = prefixes[prefix] + local if prefix in prefixes else name
        if iri != name or name.startswith(("http://", "https://")):
            return iri if self.query("ASK { { ?_thing_iri ?p ?o } UNION { ?s ?q ?_thing_iri } }", thing=iri) else None
        rows = self._rows("named", name=name)
        best = [str(row["iri"]) for row in rows if row["canonical"] == rows[0]["canonical"]]
        if len(best) > 1:
            raise QueryError(f"{name!r} is a name of {', '.join(best)}; ask for one of these")
        return best[0] if best else None

    def entity(self, name: str) -> Entity | None:
        """The thing of this name (Chinese or English, an alias, or its IRI); ``None`` where there is none.

        :raises QueryError: an alias that several things share.
        """
        iri = self.find(name)
        if iri is None:
            return None
        held: dict[str, list[str]] = {}
        for row in self._rows("names", thing=iri):
            held.setdefault(str(row["kind"]), []).append(str(row["value"]))
        return Entity(
            iri=iri,
            label_zh="".join(held.get("label_zh", [])[:1]),
            label_en="".join(held.get("label_en", [])[:1]),
            aliases=tuple(held.get("alias", ())),
            classes=tuple(dict.fromkeys(held.get("class", ()))),
            facts=tuple(self._rows("facts", thing=iri)),
        )

    def observations(
        self, about: str | None = None, indicator: str | None = None, year: int | None = None
    ) -> list[Row]:
        """The stated numbers, one a row, in the order of the text: ready for ``pandas.DataFrame``.

        ``about`` is the name of a thing or an alias; ``indicator`` a part of the indicator's name; ``year`` the year
        in which the observation's date begins.
        """
        rows = self._rows("observations")
        if about is not None:
            entity = self.entity(about)
            rows = [row for row in rows if entity is not None and row["about"] == entity.label_zh]
        if indicator is not None:
            rows = [row for row in rows if indicator in str(row["indicator"])]
        if year is not None:
            rows = [row for row in rows if str(row["date"]).startswith(f"{year:04}")]
        return rows

    def explain(self, iri: str) -> tuple[Explanation, ...]:
        """Why an IRI is in the graph: each fact about it with its sentence, its characters and its rule."""
        return explain(self.generation, self.store, iri)

    def network(self, view: str | Path, **parameters: object) -> networks.Network:
        """A view of ``queries/networks``, or of a file ``….rq``, as a network of networkx: see :mod:`shkc_kg.networks`.

        :raises QueryError: no such view, or a parameter that doesn't fit.
        """
        # Loaded here, since few ask for it and networkx takes longer to load than most questions take.
        from shkc_kg import networks

        given = {name: written(value) for name, value in parameters.items()}
        return networks.network(self._source, networks.read_view(view), given)

    def ties(
        self, one: str, other: str, view: str | Path = "full", longest: int | None = None, most: int = 10
    ) -> tuple[networks.Path, ...]:
        """How two things (names, aliases or IRIs) are tied: the shortest paths, or all up to ``longest`` steps.

        Each step has the sentences that state it; nothing where no path joins the two in that view.

        :raises QueryError: one of the two is not in the graph, or its name is not clear.
        """
        from shkc_kg import networks

        ends = self.node(one), self.node(other)
        return networks.paths(self.network(view), *ends, self.sentences(), longest, most)

    def node(self, name: str) -> str:
        """What a thing (a name, an alias or an IRI) is called as a node of a network: its compact IRI.

        :raises QueryError: nothing in the graph has that name, or several things have.
        """
        iri = self.find(name)
        if iri is None:
            raise QueryError(f"nothing in the graph is {name}; look for a part of it with: shkc-kg explain --search")
        return self._source.compact(iri)

    def sentences(self) -> Mapping[str, str]:
        """The text of every passage by its IRI."""
        return self._source.sentences

    def to_rdflib(self) -> rdflib.Dataset:
        """The graph as an rdflib dataset over the same files, read-only; the default graph is the union of all."""
        # Loaded here, since few ask for it and rdflib takes longer to load than all the rest.
        import rdflib
        from oxrdflib import OxigraphStore

        return rdflib.Dataset(store=OxigraphStore(store=self.store), default_union=True)

    @property
    def _source(self) -> networks.Source:
        from shkc_kg import networks

        return networks.Source(self.store, Namer(str(self.generation.build["base"])))

    def _rows(self, shipped: str, **parameters: object) -> list[Row]:
        rows = self.query(_shipped(shipped), **parameters)
        assert isinstance(rows, list)  # noqa: S101 - our own queries are SELECTs
        return rows

    def _own_prefixes(self) -> dict[str, str]:
        """``id:`` and ``g:`` mean this graph's base, which need not be the usual one."""
        namer = Namer(str(self.generation.build["base"]))
        return {"id": namer.thing(""), "g": namer.graph("")}


def open(path: Path | str | None = None) -> KnowledgeGraph:  # noqa: A001 - reads well as shkc_kg.open
    """The graph that was built in a folder; without one, where ``build`` puts it (``$SHKC_KG_STORE``).

    :raises StoreError: nothing was built there, or by another version.
    """
    generation = current(Path(path) if path is not None else default_root())
    return KnowledgeGraph(generation, open_readonly(generation))


@cache
def _shipped(name: str) -> str:
    return (Path(__file__).parent / f"{name}.rq").read_text(encoding="utf-8")
