"""``g:links`` and codes: what is known elsewhere of the things that a graph holds.

Verified identifiers are ``skos:exactMatch``, likely ones ``skos:closeMatch``, never ``owl:sameAs``; each link is
described by an ``sssom:Mapping`` of its own. Look-alikes (``data/links/never.tsv``) fail the build.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from shkc_kg.graph.sssom import Match, MatchSet, read_match_set
from shkc_kg.graph.terms import Pairs, date, decimal, en, iri, quads_of, term, text, zh
from shkc_kg.labels import comparable, english
from shkc_kg.names import Namer, iri_to_uri, local_name
from shkc_kg.resources import data_dir
from shkc_kg.tables import Row, read_table

__all__ = ["code_quads", "link_quads", "match_sets", "names_of", "refused"]

_PREDICATES: Final = frozenset(map(term, ("skos:exactMatch", "skos:closeMatch", "foaf:isPrimaryTopicOf")))


def link_quads(
    names: Iterable[str] | Mapping[str, NamedNode], namer: Namer, reports: Collection[str] = ()
) -> Iterator[Quad]:
    """The links of the things with these canonical names, their descriptions, and where nothing was found.

    A set that was made for one of the ``reports`` is there with all its links, also those of things that the report
    names and the graph tells nothing else of.

    A thing is known by its own name or an alias of ``data/labels_alias.tsv``; order follows the link sets.
    A mapping (:func:`names_of`) gives the nodes of names that are concepts.
    """
    nodes = names if isinstance(names, Mapping) else {name: iri(namer.thing(name)) for name in names}
    present = _present(nodes)
    for match_set in match_sets():
        yield from _described(match_set, iri(namer.concept("link", match_set.name)), iri(namer.graph("links")))
        for match in match_set.matches:
            named = match.found and match_set.report in reports
            name = present.get(comparable(match.label), match.label if named else None)
            if name is not None and not match.negated:
                yield from _link(match, name, nodes.get(name, iri(namer.thing(name))), match_set.name, namer)


def code_quads(names: Iterable[str], namer: Namer, reports: Collection[str] = ()) -> Iterator[Quad]:
    """Verified codes (GB/T 2260, ISO 3166-1, GRID) of the things with these names, as literals of ``g:reference``.

    As with links, all of them where the sets were made for one of the ``reports``.
    """
    graph = iri(namer.graph("reference"))
    present = _present(names)
    whole = any(match_set.report in reports for match_set in match_sets())
    for row in _table("codes.tsv", ("name", "scheme", "code", "confidence")):
        name = present.get(comparable(row["name"]), row["name"] if whole else None)
        if name is not None and row["confidence"] == "verified":
            yield Quad(iri(namer.thing(name)), term("dcterms:identifier"), text(row["code"]), graph)


def names_of(quads: Iterable[Quad], namer: Namer) -> Mapping[str, NamedNode]:
    """The things and concepts among these quads by their Chinese label; a thing before a concept of the same name."""
    found: dict[str, NamedNode] = {}
    for quad in quads:
        node, label = quad.subject, quad.object
        if quad.predicate != term("rdfs:label") or not isinstance(node, NamedNode) or not isinstance(label, Literal):
            continue
        if label.language != "zh":
            continue
        if node == iri(namer.thing(label.value)):
            found[label.value] = node
        elif node.value.startswith(namer.thing("")) and node.value.endswith(f"/{local_name(label.value)}"):
            found.setdefault(label.value, node)
    return found


@cache
def match_sets() -> tuple[MatchSet, ...]:
    """The shipped link sets by file name; a :class:`DataFileError` names a row that can't be a link of ours."""
    for match_set in _read():
        for match in match_set.matches:
            _check(match)
    return _read()


def refused(name: str, target: str) -> str | None:
    """Why the thing with this name must not be linked to the IRI ``target``; ``None`` where nothing forbids it."""
    for row in _never().get(comparable(name), ()):
        forbidden = _forbidden(row)
        if target in forbidden or any(target.startswith(start[:-1]) for start in forbidden if start.endswith("*")):
            return row["reason"]
    return None


def _present(names: Iterable[str]) -> Mapping[str, str]:
    """Link subjects by comparable form, with the graph's name for each; a name itself wins over its aliases."""
    own = {comparable(name): name for name in sorted(names)}
    found = dict(own)
    for row in read_table(data_dir() / "labels_alias.tsv", ("name", "alias")):
        alias = own.get(comparable(row["alias"]))
        if alias is not None:
            found.setdefault(comparable(row["name"]), alias)
    return found


def _described(match_set: MatchSet, node: NamedNode, graph: NamedNode) -> Iterator[Quad]:
    pairs: Pairs = {
        "rdf:type": term("sssom:MappingSet"),
        "rdfs:label": en(match_set.title),
        "dcterms:license": iri(match_set.licence),
    }
    yield from quads_of(node, graph, pairs)
    yield Quad(node, term("rdfs:label"), zh(f"链接集：{match_set.name}"), graph)


def _link(match: Match, name: str, thing: NamedNode, set_name: str, namer: Namer) -> Iterator[Quad]:
    graph = iri(namer.graph("links"))
    predicate, target = iri(match.predicate), iri(match.object)
    if match.found:
        yield Quad(thing, predicate, target, graph)
    node = iri(namer.concept(f"link/{set_name}", f"{name}_{match.row['object_id'].partition(':')[2].strip('/')}"))
    pairs: Pairs = {
        "rdf:type": term("sssom:Mapping"),
        "rdfs:label": zh(f"{name} → {match.row['object_id']}"),
        "dcterms:isPartOf": iri(namer.concept("link", set_name)),
        "owl:annotatedSource": thing,
        "owl:annotatedProperty": predicate,
        "owl:annotatedTarget": target,
        "sssom:mapping_justification": iri(match.justification),
        "sssom:confidence": None if match.confidence is None else decimal(match.confidence),
        "sssom:object_source": iri(match.source) if match.source else None,
        "dcterms:created": None if match.date is None else date(match.date.isoformat()),
        "rdfs:comment": text(match.comment) if match.comment else None,
    }
    yield from quads_of(node, graph, pairs)
    yield Quad(node, term("rdfs:label"), en(f"{english(name)} → {match.row['object_id']}"), graph)


def _check(match: Match) -> None:
    expected = iri_to_uri(Namer().thing(match.label))
    if match.subject != expected:
        raise match.row.error(f"subject_id and subject_label {match.label} differ", f"write {expected}")
    if iri(match.predicate) not in _PREDICATES:
        raise match.row.error(
            f"{match.row['predicate_id']} is no predicate of links", "use skos:exactMatch or skos:closeMatch"
        )
    if (reason := refused(match.label, match.object)) is not None:
        raise match.row.error(
            f"{match.label} must not be linked to {match.row['object_id']}: {reason}", "delete the row"
        )


@cache
def _never() -> Mapping[str, tuple[Row, ...]]:
    rows: dict[str, tuple[Row, ...]] = {}
    for row in _table("never.tsv", ("subject", "target", "target_name", "reason")):
        rows[comparable(row["subject"])] = (*rows.get(comparable(row["subject"]), ()), row)
    return rows


def _forbidden(row: Row) -> frozenset[str]:
    """The IRIs that a row forbids: one, all that begin so (``wikidata:*``), or all of another thing (``id:西门子``)."""
    prefix, _, local = row["target"].partition(":")
    if not prefix:
        return frozenset()
    if prefix == "id":
        return _targets().get(comparable(local), frozenset())
    bases = [match_set.prefixes[prefix] for match_set in _read() if prefix in match_set.prefixes]
    if not bases:
        raise row.error(f"no link set has the prefix of {row['target']}", "use a prefix of one of their curie_maps")
    return frozenset({bases[0] + local})


@cache
def _targets() -> Mapping[str, frozenset[str]]:
    """What each subject is linked to, by its comparable name."""
    found: dict[str, set[str]] = {}
    for match in (match for match_set in _read() for match in match_set.matches if match.found):
        found.setdefault(comparable(match.label), set()).add(match.object)
    return {name: frozenset(targets) for name, targets in found.items()}


@cache
def _read() -> tuple[MatchSet, ...]:
    return tuple(read_match_set(path) for path in sorted((data_dir() / "links").glob("*.sssom.tsv")))


def _table(name: str, columns: tuple[str, ...]) -> tuple[Row, ...]:
    return read_table(data_dir() / "links" / name, columns)
