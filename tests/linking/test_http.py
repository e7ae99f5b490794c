"""A server that is slow, broken or endless costs a bounded time, and its error says what it did."""

from __future__ import annotations

import socket
from datetime import UTC, datetime
from email.utils import format_datetime

import pytest

from shkc_kg.errors import ServiceError
from shkc_kg.linking.http import Manners, Web

from .servers import Behaviour, Clock, Reply, Running, client, serving

QUICK = Manners(timeout=0.2, attempts=3, pause=1.0, rate=0)


def fine(reply: Reply) -> None:
    reply.json({"fine": True})


def status(code: int, **headers: str) -> Behaviour:
    return lambda reply: reply.json({}, code, **headers)


def text(body: bytes) -> Behaviour:
    return lambda reply: reply.send(body)


def web(clock: Clock, manners: Manners = QUICK) -> Web:
    return client(manners, clock)


def test_an_answer_is_its_json() -> None:
    with serving(fine) as server:
        assert web(Clock()).get(server.url, {"a": "复旦 &=+"}) == {"fine": True}
        assert web(Clock()).post(server.url, {"b": "甲"}) == {"fine": True}
        assert server.asked == [{"a": "复旦 &=+"}, {"b": "甲"}]


@pytest.mark.parametrize(
    "failing", [status(500), status(503), status(429), text(b'{"half": '), text(b"<html>"), text(b"\xff")]
)
def test_what_may_pass_is_asked_again_after_pauses_that_double(failing: Behaviour) -> None:
    clock = Clock()
    with serving(failing, failing, fine) as server:
        assert web(clock).get(server.url) == {"fine": True}
    assert clock.slept == [1.0, 2.0]


def test_a_server_that_never_recovers_is_given_up() -> None:
    clock = Clock()
    with serving(status(500)) as server, pytest.raises(ServiceError, match=r"status 500, 3 times; try again later"):
        web(clock).get(server.url)
    assert len(server.asked) == 3
    assert clock.slept == [1.0, 2.0]


def test_a_slow_server_is_not_waited_for() -> None:
    def hang(_reply: Reply) -> None:
        running[0].stopping.wait()

    running: list[Running] = []
    with serving(hang) as server:
        running.append(server)
        with pytest.raises(ServiceError, match="no answer in time, 3 times"):
            web(Clock()).get(server.url)
        server.stopping.set()


def test_the_pause_that_a_server_wishes_is_kept() -> None:
    clock = Clock()
    later = format_datetime(datetime.fromtimestamp(clock.time + 9, UTC), usegmt=True)
    with serving(status(429, retry_after="7"), status(503, retry_after=later), fine) as server:
        web(clock).get(server.url)
    assert clock.slept == [7.0, 2.0]


def test_a_pause_that_is_too_long_is_told() -> None:
    with (
        serving(status(429, retry_after="3600")) as server,
        pytest.raises(ServiceError, match="come back in 3600 seconds"),
    ):
        web(Clock()).get(server.url)
    assert len(server.asked) == 1


@pytest.mark.parametrize("header", ["soon", "-5", ""])
def test_a_wish_that_is_no_time_is_passed_over(header: str) -> None:
    clock = Clock()
    with serving(status(503, retry_after=header), fine) as server:
        web(clock).get(server.url)
    assert clock.slept == [1.0]


@pytest.mark.parametrize("code", [400, 401, 403, 404, 413])
def test_what_will_not_pass_is_not_asked_again(code: int) -> None:
    with serving(status(code)) as server, pytest.raises(ServiceError, match=f"status {code}"):
        web(Clock()).get(server.url)
    assert len(server.asked) == 1


def test_redirects_in_a_circle_end() -> None:
    with (
        serving(lambda reply: reply.send(b"", 302, location=reply.path)) as server,
        pytest.raises(ServiceError, match="circle"),
    ):
        web(Clock()).get(server.url)
    assert len(server.asked) < 10


def test_an_answer_without_end_is_cut_off_by_size() -> None:
    def endless(reply: Reply) -> None:
        reply.start()
        while True:
            reply.write(b"[" * 65536)

    with serving(endless) as server, pytest.raises(ServiceError, match="more than 1 MB"):
        web(Clock(), Manners(most=2**20, rate=0)).get(server.url)


def test_an_answer_that_trickles_is_cut_off_by_time() -> None:
    def trickle(reply: Reply) -> None:
        reply.start()
        while not running[0].stopping.is_set():
            reply.write(b" ")

    running: list[Running] = []
    with serving(trickle) as server:
        running.append(server)
        with pytest.raises(ServiceError, match="longer than 5 seconds, 2 times"):
            web(Clock(tick=1), Manners(whole=5, attempts=2, rate=0)).get(server.url)


def test_a_body_that_ends_too_early_is_asked_for_again() -> None:
    def short(reply: Reply) -> None:
        reply.start(content_length="100")
        reply.write(b"{")

    with serving(short, fine) as server:
        assert web(Clock()).get(server.url) == {"fine": True}


def test_a_server_that_is_not_there_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    with pytest.raises(ServiceError, match="no connection"):
        web(Clock()).get(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("url", ["nowhere", "ftp://example.org/", "http://", "http://[::1"])
def test_an_address_that_is_none_is_told(url: str) -> None:
    with pytest.raises(ServiceError, match=r"no address to ask|no connection"):
        web(Clock()).get(url)


def test_requests_keep_their_pace() -> None:
    clock = Clock()
    one = web(clock, Manners(rate=2))
    with serving(fine) as server:
        for _ in range(5):
            one.get(server.url)
    assert clock.slept == [0.5] * 4


def test_offline_nothing_is_sent() -> None:
    with serving(fine) as server, pytest.raises(ServiceError, match="offline"):
        client(QUICK, offline=True).get(server.url)
    assert server.asked == []
