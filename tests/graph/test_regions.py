"""Where regions lie, by the general lists."""

from __future__ import annotations

from shkc_kg.graph.regions import chains


def test_a_chain_ends_at_the_country() -> None:
    assert list(chains([("静安区", "District")])) == ["静安区", "上海市", "中国"]


def test_a_name_that_two_places_share_is_left_open() -> None:
    assert "朝阳区" not in chains([("朝阳区", "District")])


def test_a_shared_name_is_resolved_by_the_place_that_is_named_too() -> None:
    found = chains([("朝阳区", "District"), ("北京市", "Province")])
    assert found["朝阳区"].code == "110105"


def test_a_name_of_another_class_is_not_the_region() -> None:
    assert chains([("静安区", "FunctionalZone")]) == {}


def test_a_short_form_is_looked_up_too() -> None:
    assert chains([("上海", "Province")])["上海"].name == "上海市"
