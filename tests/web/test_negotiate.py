"""Content negotiation (RFC 9110 §12.5)."""

from __future__ import annotations

import pytest

from shkc_kg.web.formats import BINDINGS, GRAPHS
from shkc_kg.web.negotiate import choose, encoding, language, prefers_html, quality


@pytest.mark.parametrize(
    ("accept", "media", "expected"),
    [
        ("text/html, */*;q=0.1", "text/csv", 0.1),
        ("text/*;q=0.3, text/csv;q=0.7", "text/csv", 0.7),
        ("*/*;q=0.9, text/*;q=0.2", "text/csv", 0.2),
        ("text/csv;q=0", "text/csv", 0.0),
        ("text/csv;q=nonsense", "text/csv", 1.0),
        ("text/csv;charset=utf-8;q=0.4", "text/csv", 0.4),
        ("application/ld+json;profile=a;q=0.5", "application/ld+json", 0.5),
        ("nonsense", "text/csv", 0.0),
        ("text/csv;q=2", "text/csv", 1.0),
    ],
)
def test_the_most_specific_range_speaks(accept: str, media: str, expected: float) -> None:
    assert quality(accept, media) == expected


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, "json"),
        ("", "json"),
        ("*/*", "json"),
        ("text/*", "csv"),
        ("text/csv, application/sparql-results+json", "json"),
        ("text/csv;q=0.9, application/sparql-results+json;q=0.8", "csv"),
        ("application/xml", "xml"),
        ("image/*", None),
    ],
)
def test_the_best_format_is_chosen(accept: str | None, expected: str | None) -> None:
    found = choose(accept, BINDINGS)
    assert (found and found[0].name) == expected


def test_a_general_name_is_answered_with_that_name() -> None:
    assert choose("application/json", BINDINGS) == (BINDINGS[0], "application/json")
    assert choose("text/plain", GRAPHS) == (GRAPHS[1], "text/plain; charset=utf-8")


def test_a_wildcard_is_answered_with_a_formats_own_name() -> None:
    assert choose("text/*", GRAPHS) == (GRAPHS[0], "text/turtle; charset=utf-8")


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", True),
        ("*/*", False),
        ("text/turtle, text/html;q=0.5", False),
        ("text/html;q=0", False),
        (None, False),
    ],
)
def test_html_is_for_who_names_it(accept: str | None, expected: bool) -> None:
    assert prefers_html(accept, GRAPHS) is expected


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        ("gzip, br", "gzip"),
        ("identity", None),
        ("*;q=0", None),
        ("gzip;q=0.2, identity;q=0.5", None),
        ("*", "gzip"),
        ("br", "br"),
        ("br;q=1, gzip;q=0.5", "br"),
    ],
)
def test_compression_is_for_who_takes_it(accept: str, expected: str | None) -> None:
    assert encoding(accept) == expected


def test_the_language_that_is_liked_best() -> None:
    assert [language(a) for a in ("zh-CN,en;q=0.5", "en;q=0.9,zh;q=0.95", "de,en;q=0.1", "de")] == [
        "zh",
        "zh",
        "en",
        "en",
    ]
