"""Names that their neighbours show."""

from __future__ import annotations

from tests.reading.names.reading import outer


def test_a_place_between_two_venues_is_one() -> None:
    text = "在上海科普公园、上海环球港、中国航海博物馆等举办专场活动"
    assert ("上海环球港", "Venue") in outer(text, "上海市")


def test_between_other_names_it_is_none() -> None:
    text = "与复旦大学、上海环球港、同济大学等合作"
    assert ("上海环球港", "Venue") not in outer(text, "上海市")
