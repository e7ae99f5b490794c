"""What strangers send: each attack ends as a stated error, and the server goes on."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import httpx
import pytest
from tests.web.conftest import Here, Server, There
from tests.web.test_serve import children

from shkc_kg.web.exchange import Request
from shkc_kg.web.worker import confine

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n2 ?o }"
HUNGRY = "SELECT (GROUP_CONCAT(CONCAT(STR(?a), STR(?d), STR(?g))) AS ?x) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
NORMAL = "SELECT ?x { <https://w3id.org/shkc/id/甲大学> <https://schema.org/location> ?x } #%d"
FORM = {"content-type": "application/x-www-form-urlencoded"}
DIRECT = {"content-type": "application/sparql-query"}
POST = b"POST /sparql HTTP/1.1\r\nHost: a\r\nContent-Type: application/sparql-query\r\n"
Maker = Callable[..., Here]


def ask(server: Server, query: str, **more: str) -> httpx.Response:
    return server.post("/sparql", params=more, content=query.encode("utf-8", "surrogatepass"), headers=DIRECT)


def problem(answer: httpx.Response) -> str:
    return str(answer.json()["type"]).partition("#")[2]


# One at a time


def test_an_endless_query_is_504_and_says_how_long_it_had(server: Server) -> None:
    answer = ask(server, ENDLESS, timeout="0.3")
    assert (answer.status_code, problem(answer)) == (504, "deadline")
    assert "0.3 seconds" in answer.json()["detail"]


def test_timeout_can_not_raise_the_deadline(strict: Maker) -> None:
    assert ask(strict(deadline=0.3), ENDLESS, timeout="1000").status_code == 504


def test_a_memory_eating_query_is_507(strict: Maker) -> None:
    answer = ask(strict(memory=48 * 2**20, deadline=30.0), HUNGRY)
    assert (answer.status_code, problem(answer)) == (507, "out-of-memory")


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("SELECT * " + "{" * 20_000, "nesting"),
        ("SELECT * " + "{" * 20_000 + "}" * 20_000, "nesting"),
        ("SELECT * { FILTER(" + "(" * 20_000 + "1" + ")" * 20_000 + ") }", "nesting"),
        ("SELECT * { FILTER(" + "!" * 50_000 + "true) }", "too-complex"),
        ("SELECT * { FILTER(" + "-" * 60_000 + "1 = 1) }", "malformed-query"),
        ("SELECT * { FILTER(" + "||".join(["true"] * 50_000) + ") }", "too-complex"),
        ("SELECT * {" + "UNION".join(["{ ?a ?b ?c }"] * 20_000) + "} LIMIT 1", "too-complex"),
        ("\x00", "malformed-query"),
        ("SELECT * { ?s ?p '''", "malformed-query"),
        ("\\uD800 SELECT", "malformed-query"),
        ("SELECT * { ?s ?p ?o } LIMIT 99999999999999999999999999", "malformed-query"),
    ],
    ids=lambda value: value[:20] if isinstance(value, str) else None,
)
def test_a_query_that_would_break_the_parser_is_400(server: Server, query: str, code: str) -> None:
    answer = ask(server, query)
    assert (answer.status_code, problem(answer)) == (400, code)
    assert ask(server, NORMAL % 0).status_code == 200


def test_an_answer_with_too_many_rows_is_507_not_cut(strict: Maker) -> None:
    server = strict(answer_rows=100)
    for name in ("json", "xml", "csv", "tsv"):
        answer = ask(server, "SELECT ?a ?b { ?a ?b ?c . ?d ?e ?f }", format=name)
        assert (answer.status_code, problem(answer)) == (507, "too-many-rows")
        kept = ask(server, "SELECT ?a ?b { ?a ?b ?c . ?d ?e ?f } LIMIT 100", format=name)
        assert (kept.status_code, kept.headers["x-sparql-maxrows"]) == (200, "100")


def test_an_answer_with_too_many_bytes_is_507(strict: Maker) -> None:
    answer = ask(strict(answer_bytes=10_000), "SELECT * { ?a ?b ?c . ?d ?e ?f }")
    assert (answer.status_code, problem(answer)) == (507, "too-large")


def test_a_large_answer_is_complete(strict: Maker) -> None:
    server = strict(spool_bytes=10_000)
    query = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT 20000"
    plain = ask(server, query, format="csv")
    assert len(plain.text.splitlines()) == 20_001
    assert (
        server.post("/sparql?format=csv", content=query, headers=DIRECT | {"accept-encoding": "identity"}).text
        == plain.text
    )


def test_answers_that_wait_on_disk_take_bounded_room(strict: Maker) -> None:
    server = strict(spool_bytes=10_000, spooled_bytes=50_000)
    large = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } LIMIT 2000"

    async def first_is_not_read() -> tuple[int, int, str]:
        request = server.app.answer(request_of(large + " #1"))
        held = await request
        refused = await server.app.answer(request_of(large + " #2"))
        held.file.close()
        after = await server.app.answer(request_of(large + " #3"))
        after.file.close()
        return held.status, after.status, f"{refused.status} {refused.body.decode()}"

    first, after, refused = server.run(first_is_not_read())
    assert (first, after) == (200, 200)
    assert refused.startswith("503 ")


def request_of(query: str) -> Request:
    return Request("GET", "/sparql", "/sparql", f"query={quote(query)}".encode(), {}, "", lambda: None, 0)


# Rates and queues


def test_a_full_queue_is_503_with_retry_after(strict: Maker) -> None:
    server = strict(workers=1, queue=1, heavy_workers=1, deadline=0.5)
    answers = server.together(*[("POST", "/sparql", {"content": ENDLESS, "headers": DIRECT})] * 6)
    assert {answer.status_code for answer in answers} == {503, 504}
    assert all(answer.headers["retry-after"] for answer in answers if answer.status_code == 503)


def test_too_many_queries_of_one_client_are_429(strict: Maker) -> None:
    server = strict(rate=0.001, rate_burst=3)
    codes = [ask(server, NORMAL % number).status_code for number in range(5)]
    assert codes == [200, 200, 200, 429, 429]
    assert ask(server, NORMAL % 0).status_code == 200  # a kept answer costs nothing


def test_nobody_gets_more_by_saying_that_he_is_somebody_else(strict: Maker) -> None:
    server = strict(rate=0.001, rate_burst=1)
    codes = []
    for number in range(3):
        said = {
            "x-forwarded-for": f"10.0.0.{number}",
            "forwarded": f"for=10.0.0.{number}",
            "x-real-ip": f"10.0.0.{number}",
        }
        codes.append(server.post("/sparql", content=NORMAL % number, headers=DIRECT | said).status_code)
    assert codes == [200, 429, 429]


def test_a_kind_that_was_brief_and_is_so_no_more_does_not_hold_up_others(strict: Maker) -> None:
    """LIMIT 1 and LIMIT 99999999 are one kind, so the first makes the way for the others."""
    server = strict(deadline=4.0, quantum=3.5, brief=0.01)
    kind = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } LIMIT "
    assert ask(server, kind + "1").status_code == ask(server, NORMAL % 1).status_code == 200
    hostile = [("POST", "/sparql", {"content": kind + str(900_000 + n), "headers": DIRECT}) for n in range(40)]
    normal = [("POST", "/sparql", {"content": NORMAL % n, "headers": DIRECT}) for n in range(2, 22)]
    answers = server.together(*hostile, *normal)
    assert {answer.status_code for answer in answers[40:]} == {200}
    assert {answer.status_code for answer in answers[:40]} <= {200, 503, 504}


# Many at once


def test_a_hundred_of_each_attack_harm_no_normal_request(strict: Maker) -> None:
    server = strict(deadline=6.0, memory=48 * 2**20)
    attacks = [ENDLESS + f" #{n}" for n in range(100)]
    attacks += [HUNGRY + f" #{n}" for n in range(100)]
    attacks += ["SELECT * " + "{" * (n + 1) for n in range(100)]

    async def normal(stop: asyncio.Event) -> list[int]:
        codes, number = [], 0
        while not stop.is_set() or number < 50:
            number += 1
            answer = await server.client.post("/sparql", content=NORMAL % number, headers=DIRECT)
            codes.append(answer.status_code)
        return codes

    async def all_at_once() -> tuple[list[httpx.Response], list[int]]:
        stop = asyncio.Event()
        steady = asyncio.ensure_future(normal(stop))
        ends = await asyncio.gather(*(server.client.post("/sparql", content=q, headers=DIRECT) for q in attacks))
        stop.set()
        return ends, await steady

    ends, steady = server.run(all_at_once())
    assert {answer.status_code for answer in ends[:200]} <= {503, 504, 507}
    assert {answer.status_code for answer in ends[200:]} <= {400, 503, 504}
    assert set(steady) == {200}
    load = server.get("/health").json()
    assert load["workers"] <= 2 + 2 + 1


# No request leaves


@pytest.fixture
def listener() -> Iterator[tuple[int, list[str]]]:
    """A port that notes who comes."""
    came: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as server:

        def note() -> None:
            try:
                while True:
                    connection, _ = server.accept()
                    came.append(connection.recv(100).decode("latin-1"))
                    connection.close()
            except OSError:
                return

        thread = threading.Thread(target=note, daemon=True)
        thread.start()
        yield server.getsockname()[1], came
        server.shutdown(socket.SHUT_RDWR)
        thread.join()


CALLS = [
    "SELECT * { SERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE SILENT <URL> { ?s ?p ?o } }",
    "SELECT * { sErViCe<URL>{ ?s ?p ?o } }",
    "SELECT * { SERVICE # '<a:b>'\n <URL> { ?s ?p ?o } }",
    "PREFIX s: <URL> SELECT * { SERVICE s: { ?s ?p ?o } }",
    "SELECT * { { SELECT * { OPTIONAL { SERVICE <URL> { ?s ?p ?o } } } } }",
    "SELECT * { BIND(<URL> AS ?where) SERVICE ?where { ?s ?p ?o } }",
    "SELECT * { VALUES ?where { <URL> } SERVICE ?where { ?s ?p ?o } }",
    "SELECT * { \\u0053ERVICE <URL> { ?s ?p ?o } }",
    "SELECT * { SERVICE <\\u0068ttp://127.0.0.1:PORT/> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(1<1)SERVICE#>\n<URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p ?o FILTER(1<2)SERVICE#>\n<URL> { ?s ?p ?o } }",
    "SELECT * { ?s ?p true.SERVICE <URL> { ?s ?p ?o } }",
    "ASK { FILTER NOT EXISTS { SERVICE <URL> { ?s ?p ?o } } }",
    "CONSTRUCT { ?s ?p ?o } WHERE { SERVICE <URL> { ?s ?p ?o } }",
    "DESCRIBE ?s { SERVICE <URL> { ?s ?p ?o } }",
    "LOAD <URL>",
    "LOAD SILENT <URL> INTO GRAPH <a:b>",
    "SELECT * FROM <URL> { ?s ?p ?o }",
    "SELECT * FROM NAMED <URL> { GRAPH ?g { ?s ?p ?o } }",
]


def test_no_request_leaves_the_server(server: Server, listener: tuple[int, list[str]]) -> None:
    port, came = listener
    url = f"http://127.0.0.1:{port}/"
    for call in CALLS:
        answer = ask(server, call.replace("URL", url).replace("PORT", str(port)))
        assert answer.status_code in (200, 400), call
        if answer.status_code == 200:
            assert "FROM" in call
    server.get("/sparql", params={"query": "ASK {}", "default-graph-uri": url})
    server.get("/store", params={"graph": url})
    assert came == []


def test_service_is_told_as_refused(server: Server) -> None:
    answer = ask(server, "SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }")
    assert problem(answer) == "service"


def test_service_may_call_a_server_on_the_list_and_no_other(there: There, strict: Maker) -> None:
    server = strict(services=frozenset({there.url + "sparql"}))
    inner = "{ <https://w3id.org/shkc/id/甲大学> <https://schema.org/location> ?x }"
    called = ask(server, f"SELECT ?x {{ SERVICE <{there.url}sparql> {inner} }}", format="csv")
    assert called.text == "x\r\nhttps://w3id.org/shkc/id/丙区\r\n"
    assert "etag" not in called.headers
    other = ask(server, f"SELECT ?x {{ SERVICE <{there.url}other> {inner} }}")
    assert (other.status_code, problem(other)) == (400, "service-unknown")
    for hidden in (
        f"BIND(<{there.url}other> AS ?w) SERVICE ?w {inner}",
        f"FILTER(1<1)SERVICE#>\n<{there.url}> {inner}",
    ):
        assert problem(ask(server, f"SELECT ?x {{ {hidden} }}")) == "service"


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?service { ?service <a:service> 'SERVICE <a:b> {}'@service } # SERVICE <a:b> {}",
        "PREFIX service: <http://a.example/service#> SELECT * { ?s service:service <http://a.example/SERVICE> }",
        "SELECT * { ?s ?p \"\"\"SERVICE\"\"\" , '''LOAD''' }",
    ],
)
def test_the_word_alone_is_no_call(server: Server, query: str) -> None:
    assert ask(server, query).status_code == 200


def test_a_worker_can_open_nothing() -> None:
    child = os.fork()
    if not child:
        confine(0)
        try:
            socket.socket()
        except OSError:
            os._exit(7)
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 7


# Processes


def test_a_reader_who_leaves_frees_the_worker(there: There) -> None:
    request = POST + f"Content-Length: {len(ENDLESS)}\r\n\r\n{ENDLESS}".encode()
    connection = socket.create_connection(there.address)
    connection.sendall(request)
    while there.get("/health").json()["heavy"] == 0:
        pass
    connection.close()
    while there.get("/health").json()["running"] > 0:
        pass


def test_who_waits_is_answered_on_time_though_the_worker_takes_its_time_to_die(store: Path) -> None:
    server = There(store)
    (workshop,) = [pid for pid in children(server.process.pid) if children(pid)]
    with httpx.Client(base_url=server.url, timeout=30) as client:
        told: list[httpx.Response] = []
        asked = {"content": ENDLESS, "headers": DIRECT, "params": {"timeout": "1"}}
        waiting = threading.Thread(target=lambda: told.append(client.post("/sparql", **asked)))
        waiting.start()
        while server.get("/health").json()["running"] == 0:
            pass
        os.kill(workshop, signal.SIGSTOP)  # nobody can end a worker now
        waiting.join()
        os.kill(workshop, signal.SIGCONT)
    assert (told[0].status_code, problem(told[0])) == (504, "deadline")
    assert server.stop() == (0, "")


def test_a_stop_answers_what_runs(store: Path) -> None:
    server = There(store, '{"deadline": 30, "stop_seconds": 1}')
    with httpx.Client(base_url=server.url, timeout=30) as client:
        told: list[httpx.Response] = []
        waiting = threading.Thread(target=lambda: told.append(client.post("/sparql", content=ENDLESS, headers=DIRECT)))
        waiting.start()
        while server.get("/health").json()["running"] == 0:
            pass
        assert server.stop(signal.SIGTERM) == (0, "")
        waiting.join()
    assert (told[0].status_code, problem(told[0])) == (503, "stopping")


def test_the_loss_of_the_workshop_is_mended(store: Path) -> None:
    server = There(store)
    (workshop,) = [pid for pid in children(server.process.pid) if children(pid)]
    os.kill(workshop, signal.SIGKILL)
    while server.post("/sparql", content="ASK {}", headers=DIRECT).status_code != 200:
        pass
    code, log = server.stop()
    assert code == 0
    assert "starting another" in log


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="peak memory is read from /proc")
def test_a_million_rows_come_in_bounded_memory(store: Path) -> None:
    server = There(store, '{"deadline": 60}')

    def peak() -> int:
        status = Path(f"/proc/{server.process.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))

    before = peak()
    query = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } LIMIT 1000000"
    rows = 0
    with server.client.stream("POST", "/sparql?format=csv", content=query, headers=DIRECT) as answer:
        for piece in answer.iter_bytes():
            rows += piece.count(b"\n")
    assert rows == 1_000_001
    assert peak() - before < 40_000  # kB; the answer itself has 70 MB
    assert server.stop() == (0, "")


def test_nothing_of_ours_is_left_running(there: There) -> None:
    below = subprocess.run(["ps", "-A", "-o", "ppid="], capture_output=True, text=True, check=True).stdout.split()
    assert below.count(str(there.process.pid)) == 1
