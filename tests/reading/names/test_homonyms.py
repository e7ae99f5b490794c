"""Two people of one name."""

from __future__ import annotations

from tests.reading.names.reading import names

CARDS = ("李杰\n同济大学\n(技术科学部)", "李杰\n复旦大学\n(化学部)")


def test_cards_with_two_institutions_tell_them_apart() -> None:
    found = names(*CARDS, card=True)
    people = [found.things[n.key].name for p in ("p1", "p2") for n in found.mentions[p] if n.cls == "Person"]
    assert people == ["李杰（同济大学）", "李杰（复旦大学）"]


def test_the_printed_name_is_a_form_of_both() -> None:
    found = names(*CARDS, card=True)
    assert all(thing.forms == ["李杰"] for thing in found.things.values() if thing.cls == "Person")


def test_a_sentence_with_the_institution_means_its_man() -> None:
    found = names(*CARDS, "同济大学教授李杰作报告", "教授李杰作报告", card=True)
    assert [found.things[n.key].name for n in found.mentions["p3"] if n.cls == "Person"] == ["李杰（同济大学）"]
    assert [n for n in found.mentions["p4"] if n.cls == "Person"] == []


def test_one_institution_needs_no_bracket() -> None:
    found = names(CARDS[0], CARDS[0], card=True)
    assert {thing.name for thing in found.things.values() if thing.cls == "Person"} == {"李杰"}
