"""One text becomes its graph, in Python."""

from __future__ import annotations

import json

import pytest
from pyoxigraph import RdfFormat, parse

import shkc_kg

TEXT = "2021年，上海市新增外资研发中心25家，累计认定外资研发中心506家。"


@pytest.fixture(scope="module")
def found() -> shkc_kg.Extraction:
    return shkc_kg.extract(TEXT)


def test_numbers_are_observations_at_their_characters(found: shkc_kg.Extraction) -> None:
    assert [TEXT[o.span.begin : o.span.end] for o in found.observations] == ["25", "506"]


def test_formats_hold_the_same_graph(found: shkc_kg.Extraction) -> None:
    nquads = set(parse(found.nquads().encode(), format=RdfFormat.N_QUADS))
    assert nquads == set(found.quads) == set(parse(found.trig().encode(), format=RdfFormat.TRIG))


def test_json_lines_are_json(found: shkc_kg.Extraction) -> None:
    kinds = {json.loads(line)["kind"] for line in found.jsonl().splitlines()}
    assert {"thing", "observation", "date"} <= kinds


def test_the_same_text_gives_the_same_characters(found: shkc_kg.Extraction) -> None:
    assert shkc_kg.extract(TEXT).nquads() == found.nquads()


def test_the_name_of_a_text_is_a_part_of_its_iris() -> None:
    assert "/report/news/text" in shkc_kg.extract(TEXT, name="news").nquads()


@pytest.mark.parametrize("text", ["", "\n", "no Chinese here", "。" * 50])
def test_a_text_without_facts_is_a_document_and_no_error(text: str) -> None:
    assert shkc_kg.extract(text).observations == ()


def test_what_is_not_there_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = shkc_kg.nothing


def test_all_that_is_promised_is_there() -> None:
    assert all(getattr(shkc_kg, name) for name in shkc_kg.__all__)
