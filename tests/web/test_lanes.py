"""Who goes next, and how long each may take."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest
from tests.web.conftest import SMALL

from shkc_kg.web.job import Job
from shkc_kg.web.lanes import Lanes, shape

LIMITS = replace(SMALL, quantum=0.5, brief=0.03, queue=100, heavy_queue=2)


@pytest.fixture
def lanes() -> Iterator[Lanes]:
    loop = asyncio.new_event_loop()
    asyncio.set_event_loop(loop)
    yield Lanes(LIMITS)
    asyncio.set_event_loop(None)
    loop.close()


def job(query: str, ends: float = 10.0) -> Job:
    return Job(b"", shape(query), ends, asyncio.get_event_loop().create_future(), lambda: None)


def test_what_was_brief_goes_before_what_came_earlier(lanes: Lanes) -> None:
    lanes.learn(job("ASK { ?s ?p 1 }"), 0.001)
    unknown, known = job("SELECT * { ?s ?p ?o }"), job("ASK { ?s ?p 2 }")
    assert [lanes.wait(each) for each in (unknown, known)] == [True, True]
    assert [lanes.next(fresh=True), lanes.next(fresh=True)] == [known, unknown]


def test_a_worker_that_is_kept_takes_no_unknown_job(lanes: Lanes) -> None:
    lanes.wait(job("ASK {}"))
    assert lanes.next(fresh=False) is None


def test_alone_a_job_has_the_whole_quantum(lanes: Lanes) -> None:
    assert lanes.granted(job("ASK {}")) == LIMITS.quantum


def test_while_others_wait_a_known_job_has_some_times_what_its_kind_took(lanes: Lanes) -> None:
    lanes.learn(job("ASK { ?s ?p 1 }"), 0.001)
    lanes.learn(job("DESCRIBE <a:1>"), 0.05)
    lanes.wait(job("SELECT * { ?s ?p ?o }"))
    assert lanes.granted(job("ASK { ?s ?p 2 }")) == LIMITS.brief
    assert lanes.granted(job("DESCRIBE <a:2>")) == pytest.approx(0.2)


def test_the_more_unknown_jobs_wait_the_less_each_has(lanes: Lanes) -> None:
    lanes.wait(job("ASK {}"))
    few = lanes.granted(job("SELECT *"))
    for _ in range(50):
        lanes.wait(job("ASK {}"))
    assert LIMITS.brief > few > lanes.granted(job("SELECT *"))


def test_a_kind_that_takes_longer_than_it_did_loses_its_place(lanes: Lanes) -> None:
    """Digits do not count for a kind, so one brief query with LIMIT 1 would open the way to many with LIMIT 999999."""
    brief = job("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 1")
    lanes.learn(brief, 0.001)
    hostile, normal = job("SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 999999"), job("ASK {}")
    lanes.learn(normal, 0.001)
    lanes.wait(hostile)
    lanes.doubt(brief)
    lanes.wait(normal)
    assert not lanes.knows(hostile)
    assert [lanes.next(fresh=True), lanes.next(fresh=True)] == [normal, hostile]


def test_a_crowd_lasts_until_the_last_unknown_job_has_left(lanes: Lanes) -> None:
    for _ in range(20):
        lanes.wait(job("ASK {}"))
    seen = []
    while lanes.next_fresh():
        seen.append(lanes.crowded)
    assert seen == [True] * 19 + [False]


@pytest.mark.usefixtures("lanes")  # for its event loop
def test_some_that_wait_are_no_attack_but_many_are() -> None:
    lanes = Lanes(replace(LIMITS, heavy_queue=32))
    pressed = []
    for _ in range(9):
        pressed.append(lanes.pressed)
        lanes.wait_heavy(job("ASK {}"))
    assert pressed == [False] * 8 + [True]


def test_a_full_lane_takes_nobody(lanes: Lanes) -> None:
    assert [lanes.wait_heavy(job("ASK {}")) for _ in range(3)] == [True, True, False]
    assert [lanes.wait(job("ASK {}")) for _ in range(101)] == [True] * 100 + [False]


def test_who_waited_too_long_is_told_some_at_a_time_and_waits_no_more(lanes: Lanes) -> None:
    jobs = [job("ASK {}", ends=float(n)) for n in range(60)]
    for each in jobs:
        lanes.wait(each)
    told = []
    while some := lanes.late(49.0):
        assert len(some) <= 24
        told += some
    assert told == jobs[:50]
    assert list(lanes) == jobs[50:]


def test_who_left_is_passed_over(lanes: Lanes) -> None:
    gone, here = job("ASK {}"), job("ASK {}")
    lanes.wait(gone)
    lanes.wait(here)
    gone.outcome.cancel()
    assert lanes.next(fresh=True) is here
