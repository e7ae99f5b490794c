"""Bytes of a graph do not depend on the order in which its quads come."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Dataset, Quad, RdfFormat, parse
from tests.graph.samples import READING

from shkc_kg.graph.jsonlines import jsonlines
from shkc_kg.graph.nquads import FORMATS, nquads, write
from shkc_kg.graph.quads import state
from shkc_kg.graph.terms import iri, text, zh
from shkc_kg.names import Namer

QUADS = tuple(dict.fromkeys(state(READING, Namer())))

texts = st.text(st.characters(exclude_categories=["Cs"]))
quads = st.builds(
    lambda subject, value, graph: Quad(iri(f"urn:{subject}"), iri("urn:p"), zh(value), iri(f"urn:{graph}")),
    st.integers(0, 9),
    texts,
    st.integers(0, 3),
)


@given(st.permutations(QUADS[:40]))
def test_order_and_repetition_change_nothing(shuffled: list[Quad]) -> None:
    assert nquads([*shuffled, *shuffled[:5]]) == nquads(QUADS[:40])


@given(st.lists(quads))
def test_any_text_is_read_back_as_written(made: list[Quad]) -> None:
    assert set(parse(nquads(made), format=RdfFormat.N_QUADS)) == set(made)


@pytest.mark.parametrize("form", sorted(FORMATS))
def test_each_format_gives_the_same_bytes_twice(form: str) -> None:
    assert write(QUADS, form) == write(tuple(reversed(QUADS)), form)


@pytest.mark.parametrize("form", ["trig", "jsonld"])
def test_a_format_for_datasets_keeps_the_graphs(form: str) -> None:
    assert Dataset(parse(write(QUADS, form), format=FORMATS[form])) == Dataset(QUADS)


def test_a_line_separator_inside_a_text_is_no_new_quad() -> None:
    made = [Quad(iri("urn:s"), iri("urn:p"), text("a\r\n\u2028\x85b"), iri("urn:g"))]
    assert nquads(made).count(b" .\n") == 1
    assert list(parse(nquads(made), format=RdfFormat.N_QUADS)) == made


def test_json_lines_tell_the_characters_and_the_sentence() -> None:
    told = [json.loads(line) for line in jsonlines(READING, Namer()).splitlines()]
    (guests,) = [held for held in told if held.get("indicator") == "出席嘉宾"]
    assert (guests["value"], guests["bound"], guests["span"]) == (150, "AtLeast", [49, 53])
    assert guests["sentence"].startswith("5月31日")
