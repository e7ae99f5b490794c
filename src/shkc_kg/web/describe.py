"""What the service says of itself: SPARQL 1.1 Service Description, VoID and DCAT, prefixes and example queries."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Final

import pyoxigraph as ox

from shkc_kg.names import LICENCE, PREFIXES, expand, iri_to_uri
from shkc_kg.web.examples import examples
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.formats import FORMATS, GRAPHS, Format
from shkc_kg.web.negotiate import choose
from shkc_kg.web.problems import Problem
from shkc_kg.web.protocol import Asked, Wanted, wanted
from shkc_kg.web.site import Site, dated

__all__ = ["description", "void"]

_HOST: Final = re.compile(r"^[A-Za-z0-9.-]+(:\d{1,5})?$|^\[[0-9A-Fa-f:.]+\](:\d{1,5})?$")
_QUADS: Final = next(f for f in GRAPHS if f.name == "nq")
_FORM: Final = {"SELECT": "sh:SPARQLSelectExecutable", "ASK": "sh:SPARQLAskExecutable"}
_KEYWORD: Final = {
    "sh:SPARQLSelectExecutable": "sh:select",
    "sh:SPARQLAskExecutable": "sh:ask",
    "sh:SPARQLConstructExecutable": "sh:construct",
}

Term = ox.NamedNode | ox.Literal
_Describes = Callable[[Site, str], Iterator[ox.Triple]]


async def description(site: Site, request: Request) -> Answer:
    """The service description, which a bare GET on the endpoint answers (Service Description §2)."""
    form = wanted(request, request.parameter("format")).graph
    return await _described(site, request, form, _service)


async def void(site: Site, request: Request) -> Answer:
    """VoID and DCAT at the well-known address."""
    return await _described(site, request, choose(request.header(b"accept"), GRAPHS), _places)


async def _described(site: Site, request: Request, form: tuple[Format, str] | None, more: _Describes) -> Answer:
    if form is None:
        raise Problem("not-acceptable", kind="graph", offered=", ".join(f.media[0] for f in GRAPHS))
    root = _root(request)
    tag = site.tagged(form[0].name, f"{more.__name__} {root}")
    if tag in (request.header(b"if-none-match") or ""):
        return dated(Answer(304), tag)
    graph = f"{site.base}graph/dataset"
    asked = Asked(graph, None, None, Wanted(None, (_QUADS, _QUADS.content_type)), site.limits.deadline, do="graph")
    try:
        held = [q.triple for q in ox.parse(await site.fetch(request, asked), format=ox.RdfFormat.N_QUADS)]
    except Problem as problem:
        if problem.code != "not-found":
            raise
        held = []  # a graph that no build described
    triples = dict.fromkeys([*more(site, root), *held])
    # A build states its prefixes and queries itself; a graph of other origin is served with ours.
    if more is _service and not any(t.predicate.value == expand("sh:declare") for t in held):
        triples |= dict.fromkeys([*_prefixes(graph), *_queries(root, f"{root}/sparql")])
    used = {p: n for p, n in PREFIXES.items() if p not in ("g", "id")}
    rdf = ox.RdfFormat.from_media_type(form[0].media[0])
    assert rdf is not None  # noqa: S101 - all of our formats are the engine's
    return dated(Answer(200, form[1], ox.serialize(triples, format=rdf, prefixes=used) or b""), tag)


def _root(request: Request) -> str:
    """The address that the client used for this server; only a plain host name gets into the answer."""
    host = request.header(b"host") or ""
    # Only a proxy can know that it speaks TLS for us; who lies here lies to himself.
    scheme = "https" if request.header(b"x-forwarded-proto") == "https" else "http"
    return f"{scheme}://{host}" if _HOST.match(host) else ""


def _service(site: Site, root: str) -> Iterator[ox.Triple]:
    service, dataset = f"{root}/sparql", f"{site.base}graph/dataset"
    features = ["sd:UnionDefaultGraph", *(["sd:BasicFederatedQuery"] if site.limits.services else [])]
    default = f"{dataset}#union"
    yield from _triples(
        service,
        {
            "rdf:type": [_iri(expand("sd:Service"))],
            "rdfs:label": [ox.Literal("SPARQL 端点", language="zh"), ox.Literal("SPARQL endpoint", language="en")],
            "sd:endpoint": [_iri(service)],
            "sd:supportedLanguage": [_iri(expand("sd:SPARQL11Query"))],
            "sd:feature": [_iri(expand(feature)) for feature in features],
            "sd:defaultEntailmentRegime": [_iri("http://www.w3.org/ns/entailment/Simple")],
            "sd:resultFormat": [_iri(f.iri) for f in FORMATS],
            "sd:defaultDataset": [_iri(dataset)],
            "dcterms:license": [_iri(LICENCE)],
        },
    )
    yield from _triples(dataset, {"rdf:type": [_iri(expand("sd:Dataset"))], "sd:defaultGraph": [_iri(default)]})
    yield from _triples(default, {"rdf:type": [_iri(expand("sd:Graph"))]})
    yield from _places(site, root)


def _places(site: Site, root: str) -> Iterator[ox.Triple]:
    """Where the dataset is to be had."""
    dataset = f"{site.base}graph/dataset"
    dumps = {f: f"{root}/dataset.{f.name}" for f in GRAPHS}
    yield from _triples(
        dataset,
        {
            "rdf:type": [_iri(expand("void:Dataset")), _iri(expand("dcat:Dataset"))],
            "void:sparqlEndpoint": [_iri(f"{root}/sparql")],
            "void:dataDump": [_iri(d) for d in dumps.values()],
            "dcat:distribution": [_iri(f"{d}#distribution") for d in dumps.values()],
            "foaf:homepage": [_iri(f"{root}/")],
        },
    )
    for form, where in dumps.items():
        yield from _triples(
            f"{where}#distribution",
            {
                "rdf:type": [_iri(expand("dcat:Distribution"))],
                "dcterms:title": [ox.Literal(form.title)],
                "dcat:downloadURL": [_iri(where)],
                "dcat:mediaType": [_iri(f"https://www.iana.org/assignments/media-types/{form.media[0]}")],
                "dcterms:license": [_iri(LICENCE)],
            },
        )


def _prefixes(dataset: str) -> Iterator[ox.Triple]:
    for prefix, namespace in PREFIXES.items():
        node = f"{dataset}#prefix-{prefix}"
        yield from _triples(dataset, {"sh:declare": [_iri(node)]})
        yield from _triples(
            node,
            {
                "rdf:type": [_iri(expand("sh:PrefixDeclaration"))],
                "sh:prefix": [ox.Literal(prefix)],
                "sh:namespace": [ox.Literal(namespace, datatype=ox.NamedNode(expand("xsd:anyURI")))],
            },
        )


def _queries(root: str, service: str) -> Iterator[ox.Triple]:
    for each in examples():
        text = each.ready
        keyword = re.search(r"^\s*(SELECT|ASK|CONSTRUCT|DESCRIBE)\b", text, re.IGNORECASE | re.MULTILINE)
        kind = _FORM.get(keyword[1].upper() if keyword else "", "sh:SPARQLConstructExecutable")
        yield from _triples(
            f"{root}/api/queries/{iri_to_uri(each.name)}",
            {
                "rdf:type": [_iri(expand("sh:SPARQLExecutable")), _iri(expand(kind))],
                "rdfs:label": [ox.Literal(each.zh, language="zh"), ox.Literal(each.en, language="en")],
                "rdfs:comment": [ox.Literal(f"{each.zh} · {each.en}")],
                _KEYWORD[kind]: [ox.Literal(text)],
                "schema:keywords": [ox.Literal(tag) for tag in each.tags],
                "schema:target": [_iri(service)],
            },
        )


def _triples(subject: str, pairs: dict[str, Iterable[Term]]) -> Iterator[ox.Triple]:
    node = _iri(subject)
    for name, values in pairs.items():
        for value in values:
            yield ox.Triple(node, ox.NamedNode(expand(name)), value)


def _iri(text: str) -> ox.NamedNode:
    """An IRI; a path where the client did not say which server it asked."""
    return ox.NamedNode(text if ":" in text else f"urn:x-shkc:{text}")
