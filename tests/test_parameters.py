"""Parameters of queries are bound as terms, never pasted."""

from __future__ import annotations

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkc_kg.errors import QueryError
from shkc_kg.parameters import Parameter, bind, parameters

ECHO = "SELECT ?x { BIND(%s AS ?x) }"


def echo(variable: str, value: str) -> object:
    """What SPARQL sees of a bound value."""
    name = parameters(ECHO % variable)[0].name
    results = ox.Store().query(bind(ECHO % variable, {name: value}))
    assert isinstance(results, ox.QuerySolutions)
    return next(iter(results))["x"]


@pytest.mark.parametrize(
    ("variable", "parameter"),
    [
        ("?_place", Parameter("place", "text", required=True)),
        ("$_place", Parameter("place", "text", required=True)),
        ("?__place", Parameter("place", "text", required=False)),
        ("?_place_iri", Parameter("place", "iri", required=True)),
        ("?_place_zh", Parameter("place", "zh", required=True)),
        ("?_since_gYear", Parameter("since", "gYear", required=True)),
        ("?_birth_place", Parameter("birth_place", "text", required=True)),
        ("?_birth_place_iri", Parameter("birth_place", "iri", required=True)),
        ("?_地区", Parameter("地区", "text", required=True)),
    ],
)
def test_a_variables_name_tells_the_parameter_and_its_form(variable: str, parameter: Parameter) -> None:
    assert parameters(ECHO % variable) == (parameter,)


@pytest.mark.parametrize(
    "text",
    ['"?_a"', "'?_a'", '"""x "?_a" y"""', "'''?_a\n'''", "<http://e.org/?_a>", "# ?_a", '"\\"?_a"', "?a_b", "?a", "?_"],
)
def test_what_only_looks_like_a_parameter_is_none(text: str) -> None:
    assert parameters(text) == ()
    assert bind(text, {}) == text


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_arrives_as_it_is(value: str) -> None:
    assert echo("?_x", value) == ox.Literal(value)
    assert echo("?_x_zh", value) == ox.Literal(value, language="zh")


@pytest.mark.parametrize(
    ("variable", "value", "term"),
    [
        ("?_x_iri", "https://example.org/静安", ox.NamedNode("https://example.org/静安")),
        ("?_x_iri", "id:静安区", ox.NamedNode("https://w3id.org/shkc/id/静安区")),
        ("?_x_iri", "urn:a:b", ox.NamedNode("urn:a:b")),
        ("?_x_integer", "-12", ox.Literal("-12", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer"))),
        ("?_x_gYear", "2021", ox.Literal("2021", datatype=ox.NamedNode("http://www.w3.org/2001/XMLSchema#gYear"))),
    ],
)
def test_a_value_becomes_the_term_its_form_says(variable: str, value: str, term: object) -> None:
    assert echo(variable, value) == term


@pytest.mark.parametrize(
    ("variable", "value"),
    [
        ("?_x_iri", "静安区"),
        ("?_x_iri", "http://e.org/> . ?s ?p ?o . <a"),
        ("?_x_integer", "1 . ?s ?p ?o"),
        ("?_x_integer", ""),
        ("?_x_date", "2021"),
    ],
)
def test_a_value_of_another_form_is_refused(variable: str, value: str) -> None:
    with pytest.raises(QueryError, match="parameter x takes"):
        echo(variable, value)


def test_an_unknown_parameter_is_refused_with_those_there_are() -> None:
    with pytest.raises(QueryError, match="no parameter plaec; the query has place, year"):
        bind("{ ?s ?_place ?_year_gYear }", {"plaec": "静安"})


def test_a_missing_parameter_is_asked_for() -> None:
    with pytest.raises(QueryError, match="give the parameter place, as --param place=VALUE"):
        bind("{ ?s ?p ?_place }", {})


def test_an_optional_parameter_may_be_left_out() -> None:
    assert bind("{ ?s ?p ?__place }", {}) == "{ ?s ?p ?__place }"
    assert bind("{ ?s ?p ?__place }", {"place": "静安"}) == '{ ?s ?p "静安" }'
