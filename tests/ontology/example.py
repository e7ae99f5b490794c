"""The small valid graph of ``valid.trig``, reasoned over as a build does it."""

from __future__ import annotations

from pathlib import Path

from pyoxigraph import Quad, RdfFormat, Store, parse

from shkc_kg.graph.ontology import load_ontology, ontology_quads
from shkc_kg.graph.reason import infer
from shkc_kg.graph.terms import iri
from shkc_kg.names import DEFAULT_BASE, Namer

HERE = Path(__file__).parent


def valid_quads(base: str = DEFAULT_BASE) -> list[Quad]:
    """What the example states, its data under the given base."""
    text = (HERE / "valid.trig").read_text(encoding="utf-8")
    for part in ("graph/", "id/", "report/"):
        text = text.replace(f"{DEFAULT_BASE}{part}", f"{base}{part}")
    return list(parse(text, format=RdfFormat.TRIG))


def valid_store(base: str = DEFAULT_BASE) -> Store:
    """The example with ontology and inferences."""
    namer, stated = Namer(base), valid_quads(base)
    store = Store()
    store.extend(stated)
    store.extend(ontology_quads(iri(namer.graph("ontology"))))
    store.extend(infer(stated, load_ontology(), iri(namer.graph("inferred"))))
    return store
