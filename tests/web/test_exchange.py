"""Requests as data."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkc_kg.web.exchange import pairs
from shkc_kg.web.problems import Problem


@given(st.lists(st.tuples(st.text(), st.text()), max_size=5))
def test_what_was_encoded_as_a_form_is_read_back(values: list[tuple[str, str]]) -> None:
    assert pairs(urlencode(values).encode()) == [(n, v) for n, v in values]


@given(st.text(st.characters(max_codepoint=127, exclude_characters="&")).map(str.encode))
def test_any_ascii_are_read_as_the_standard_library_reads_them_or_refused(value: bytes) -> None:
    try:
        expected = parse_qsl(b"q=" + value, keep_blank_values=True, errors="strict")
        assert pairs(b"q=" + value) == [(n.decode(), v.decode()) for n, v in expected]
    except UnicodeDecodeError:
        with pytest.raises(Problem):
            pairs(b"q=" + value)


def test_a_lone_percent_sign_stands_for_itself() -> None:
    assert pairs(b"q=100%&r=%zz%41") == [("q", "100%"), ("r", "%zzA")]


def test_backslashes_are_only_themselves() -> None:
    assert pairs(b"q=" + quote(r"\x41\n\\").encode() + rb"\x41") == [("q", r"\x41\n\\\x41")]
