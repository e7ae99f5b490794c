"""``link`` against our own reconciliation service finds our own things, in Chinese, English and pinyin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.web.conftest import There

from shkc_kg import open as open_graph
from shkc_kg.linking.http import Manners, Web
from shkc_kg.linking.proposals import Outcome, propose
from shkc_kg.linking.service import Service
from shkc_kg.linking.subjects import Subject, subjects

# Of a hundred labels and aliases, this many at rank 1.
WANTED = 95


@pytest.fixture(scope="module")
def service(server: There) -> Iterator[Service]:
    web = Web(Manners(rate=0))
    yield Service(f"{server.url}reconcile", web)
    web.close()


@pytest.fixture(scope="module")
def things(shipped: Path) -> tuple[Subject, ...]:
    return subjects(open_graph(shipped))


def names(things: tuple[Subject, ...]) -> list[tuple[Subject, str, str]]:
    """Each thing with each of its names and what kind of name that is."""
    kinds = {"alias": "alias", "pinyin": "pinyin"}
    return [
        (one, kinds.get(name.kind, "en" if name.text.isascii() else "zh"), name.text)
        for one in things
        for name in one.names
        if name.kind != "initials"
    ]


@pytest.mark.parametrize("typed", [True, False], ids=["with its type", "by its name alone"])
def test_our_own_names_are_found_at_rank_one(service: Service, things: tuple[Subject, ...], typed: bool) -> None:
    asked = names(things)[:: 1 if typed else 4]
    assert len(asked) > 200
    queries = [
        {
            "query": text,
            "limit": 1,
            **({"type": list(service.space.types(one.kinds)), "type_strict": "should"} if typed else {}),
        }
        for one, _, text in asked
    ]
    all_of_them, first = Counter[str](), Counter[str]()
    for (one, kind, _), found in zip(asked, service.ask(queries), strict=True):
        all_of_them.update([kind, "all"])
        first.update([kind, "all"] if found and found[0].iri == one.iri else [])
    shares = {kind: 100 * first[kind] / all_of_them[kind] for kind in all_of_them}
    # Without a type some names can't be told apart: an event series and its edition of the year share theirs.
    judged = shares if typed else {"all": shares["all"]}
    assert {kind: share for kind, share in judged.items() if share < WANTED} == {}


def test_what_is_proposed_is_the_thing_itself(service: Service, things: tuple[Subject, ...]) -> None:
    found = list(propose(service, things, frozenset()))
    proposed = [one for one in found if one.chosen]
    assert len(proposed) > 0.8 * len(things)
    assert [one.subject.label for one in proposed if one.chosen and one.chosen.candidate.iri != one.subject.iri] == []
    assert {one.outcome for one in found if one.subject.is_person} == {Outcome.UNSURE}
