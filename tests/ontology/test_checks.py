"""Every check is a query that a user can paste as it stands."""

from __future__ import annotations

import re

import pytest

from shkc_kg.graph.ontology import load_ontology
from shkc_kg.graph.promises import Promise, load_advice, load_promises
from shkc_kg.names import PREFIXES, expand
from shkc_kg.resources import ontology_dir

PROMISES = (*load_promises(), *load_advice())
CURIE = re.compile(r"(?<![\w:/<\"-])([a-z]+):([A-Za-z]\w*)")
DECLARED = {str(triple.subject)[1:-1] for triple in load_ontology()}


def test_every_file_of_the_folders_is_a_query() -> None:
    files = {path for folder in ("checks", "advice") for path in (ontology_dir() / folder).iterdir()}
    assert files == {promise.path for promise in PROMISES}


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.name)
def test_its_words_are_in_both_languages(promise: Promise) -> None:
    assert re.search("[\u4e00-\u9fff]", promise.zh)
    assert promise.en.isascii()


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.name)
def test_its_prefixes_are_ours(promise: Promise) -> None:
    stated = dict(re.findall(r"PREFIX (\w+): <([^>]+)>", promise.query))
    assert stated == {prefix: PREFIXES[prefix] for prefix in stated}


@pytest.mark.parametrize("promise", PROMISES, ids=lambda promise: promise.name)
def test_its_terms_are_declared(promise: Promise) -> None:
    """A misspelt property would make a promise that nothing can break."""
    body = "\n".join(line for line in promise.query.splitlines() if not line.startswith(("#", "PREFIX")))
    used = {f"{p}:{n}" for p, n in CURIE.findall(body) if p not in {"g", "id", "owl", "rdf", "rdfs", "xsd", "sd"}}
    assert {term for term in used if expand(term) not in DECLARED} == set()
