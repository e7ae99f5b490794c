"""A clause that only names a thing and its makers presents what the sentence goes on about."""

from __future__ import annotations

from shkc_kg.model import Observation, Source
from shkc_kg.reading import read

TITLE = "宁波国际科技合作纪实\n\n"


def about(text: str) -> list[str]:
    """Whom the numbers of a text on a city are about."""
    facts = read(Source("t", "1", TITLE + text, "", "", region="宁波市")).facts
    return [f.about for f in facts if isinstance(f, Observation)]


def test_what_two_run_and_a_clause_presents_has_the_figures_behind() -> None:
    told = "宁波工程学院与不来梅大学合办的中德滨海学院,连续12年招生,毕业生累计2300人,三分之一赴德深造。"
    assert about(told) == ["中德滨海学院"] * 3


def test_a_clause_with_a_deed_presents_nothing() -> None:
    assert "中德滨海学院" not in about("市长考察了宁波工程学院与不来梅大学合办的中德滨海学院,全市专利授权2300件。")


def test_another_body_named_since_keeps_its_figures() -> None:
    told = "宁波工程学院与不来梅大学合办的中德滨海学院,宁波大学招生2300人。"
    assert about(told) == ["宁波大学"]
