"""The sample reading as a built graph."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.graph.samples import READING

import shkc_kg
from shkc_kg.graph.account import account
from shkc_kg.graph.ledger import ledger_bytes
from shkc_kg.graph.nquads import nquads, sha256
from shkc_kg.graph.ontology import load_ontology, ontology_quads
from shkc_kg.graph.quads import state
from shkc_kg.graph.reason import infer
from shkc_kg.graph.terms import iri
from shkc_kg.names import DEFAULT_BASE, Namer
from shkc_kg.store.draft import draft
from shkc_kg.store.oxigraph import hold
from shkc_kg.store.record import write_record


@pytest.fixture(scope="session")
def kg(tmp_path_factory: pytest.TempPathFactory) -> shkc_kg.KnowledgeGraph:
    root: Path = tmp_path_factory.mktemp("sample")
    namer = Namer()
    quads = [*state(READING, namer), *ontology_quads(iri(namer.graph("ontology")))]
    quads += infer(quads, load_ontology())
    data = nquads(quads)
    with draft(root) as work:
        hold(data, work.generation.store)
        work.generation.ledger.write_bytes(ledger_bytes(account(READING, namer)))
        write_record(work.generation.manifest, {"base": DEFAULT_BASE})
        work.publish(sha256(data))
    return shkc_kg.open(root)
