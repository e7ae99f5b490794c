"""Names as a whole: every mention lies where it says, and no text breaks the reader."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.reading.names.reading import names, outer
from tests.reading.texts import texts

from shkc_kg.reading.names.resolve import key_of


@given(st.lists(texts, min_size=1, max_size=3), st.sampled_from([None, "上海市", "苏州市"]), st.booleans())
@example(["《\t研究院》\t研究院"], None, False)
@settings(max_examples=150)
def test_names_lie_inside_their_passage_and_name_something(found: list[str], region: str | None, card: bool) -> None:
    read = names(*found, region=region, year=2021, card=card)
    for order, text in enumerate(found, 1):
        top = [n for n in read.mentions[f"p{order}"] if not n.nested]
        assert all(a.end <= b.begin for a, b in pairwise(top))
        for one in read.mentions[f"p{order}"]:
            printed = text[one.begin : one.end]
            assert 0 <= one.begin < one.end <= len(text)
            assert printed == printed.strip()
            assert key_of(read.things[one.key].name)


@given(texts)
@settings(max_examples=100)
def test_nested_names_lie_inside_outer_ones(text: str) -> None:
    found = names(text, region="上海市").mentions["p1"]
    top = [n for n in found if not n.nested]
    for one in found:
        assert not one.nested or any(o.begin <= one.begin and one.end <= o.end for o in top)


def test_the_same_text_gives_the_same_names() -> None:
    text = "复旦大学与华为共建2021年上海科技节创新中心"
    assert names(text) == names(text)


def test_an_empty_passage_has_no_names() -> None:
    assert outer("") == outer(" ") == outer("。、，") == []
