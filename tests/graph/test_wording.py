"""The names of observations, claims and elections."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.graph.samples import READING

from shkc_kg.graph.wording import in_chinese, in_english
from shkc_kg.model import Bound, Claim, Membership, Observation

(GUESTS, ABROAD) = [fact for fact in READING.facts if isinstance(fact, Observation)]


def test_the_model_s_example_reads_as_in_the_model() -> None:
    made = replace(GUESTS, about="上海市", indicator="累计认定外资研发中心", printed="506", unit="家")
    assert in_chinese(made) == "上海市累计认定外资研发中心：506家（2021）"


def test_a_percent_sign_is_not_said_twice() -> None:
    made = replace(GUESTS, printed="29.5%", unit="%", value=Decimal("29.5"), bound=Bound.EXACT)
    assert in_chinese(made) == "示范论坛出席嘉宾：29.5%（2021）"
    assert in_english(made).endswith(": 29.5% (2021)")


def test_an_indicator_that_begins_with_its_subject_does_not_repeat_it() -> None:
    assert in_chinese(replace(GUESTS, indicator="示范论坛嘉宾")) == "示范论坛嘉宾：逾150位（2021）"


def test_a_bound_is_said_in_english() -> None:
    assert in_english(GUESTS).endswith(": at least 150 (2021)")


def test_a_vague_number_has_no_figure() -> None:
    assert "not stated exactly" in in_english(replace(GUESTS, value=None, bound=Bound.VAGUE))


def test_a_claim_is_called_by_its_own_words() -> None:
    (claim,) = [fact for fact in READING.facts if isinstance(fact, Claim)]
    assert in_chinese(claim) == "首个"
    assert in_english(claim).startswith("First (China): ")


def test_an_election_tells_who_where_and_when() -> None:
    (election,) = [fact for fact in READING.facts if isinstance(fact, Membership)]
    assert in_chinese(election) == "王小明当选示范科学院院士（2021）"
