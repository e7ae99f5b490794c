"""How fast the endpoint answers, side by side with other servers over the same data on the same core.

    python benchmarks/endpoint.py [--store DIR] [--seconds 2] [--rounds 5] [--quads 1000000] [--rdflib PYTHON]

Peers: ``oxigraph serve-read-only`` (PyPI package ``oxigraph``), and on the smaller graph rdflib-endpoint, where
``--rdflib`` names a Python that has it (``pip install 'rdflib-endpoint[cli]'``). Each server runs on one core, the clients on another. Every round visits all servers in turn, so
that what else the machine does meets all of them; a figure is the median of the rounds. A repeated query is the same
bytes again, a new one differs in a comment from all before. At the end, each target with what was measured.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path
from urllib.parse import quote, urlsplit

import pyoxigraph as ox

from shkc_kg.names import PREFIXES
from shkc_kg.store.folder import current, default_root

ACCEPT = "application/sparql-results+json,text/turtle;q=0.9"

# Twelve shapes of questions that people ask of this graph; TERM is replaced by things of the graph in turn.
SHAPES = {
    "a thing's statements": "SELECT ?p ?o { TERM ?p ?o }",
    "what leads to a thing": "SELECT ?s ?p { ?s ?p TERM }",
    "by label": 'SELECT ?s { ?s rdfs:label "LABEL"@zh }',
    "is there": "ASK { ?s schema:observationAbout TERM }",
    "numbers of a thing": "SELECT ?o ?v ?u { ?o schema:observationAbout TERM ; schema:value ?v ; schema:unitText ?u }",
    "with labels": "SELECT ?l ?v { ?o schema:observationAbout ?a ; schema:value ?v . ?a rdfs:label ?l } LIMIT 50",
    "who says so": "SELECT ?p ?text { GRAPH ?p { TERM ?q ?o } ?p nif:isString ?text }",
    "things of a class": "SELECT ?s ?l { ?s a shkc:University ; rdfs:label ?l } LIMIT 100",
    "count by class": "SELECT ?c (COUNT(*) AS ?n) { ?s a ?c } GROUP BY ?c ORDER BY DESC(?n) LIMIT 20",
    "largest values": "SELECT ?o ?v { ?o schema:value ?v } ORDER BY DESC(?v) LIMIT 10",
    "label contains": 'SELECT ?s ?l { ?s rdfs:label ?l FILTER(CONTAINS(?l, "研究")) } LIMIT 20',
    "describe": "CONSTRUCT { TERM ?p ?o } WHERE { TERM ?p ?o }",
}
HEAD = "".join(f"PREFIX {p}: <{PREFIXES[p]}> " for p in ("rdfs", "schema", "nif", "shkc"))


@dataclass
class Server:
    """A peer: how it is started, and where it answers."""

    name: str
    command: list[str]
    address: str
    figures: dict[tuple[str, int, str], list[tuple[float, float]]] = field(default_factory=dict)


def things(dataset: Path) -> list[tuple[str, str]]:
    """Some things of a graph that have a Chinese name, with that name."""
    label = ox.NamedNode(PREFIXES["rdfs"] + "label")
    found = (
        (quad.subject.value, quad.object.value)
        for quad in ox.parse(path=str(dataset), format=ox.RdfFormat.N_QUADS)
        if quad.predicate == label and quad.object.language == "zh" and "/id/" in quad.subject.value
    )
    return list(dict(islice((pair for pair in found if '"' not in pair[1]), 200)).items())


def queries(named: list[list[str]], repeated: bool) -> Iterator[str]:
    """Endless queries in turn of all shapes."""
    for number in count():
        iri, name = named[(number // len(SHAPES)) % (20 if repeated else len(named))]
        shape = list(SHAPES.values())[number % len(SHAPES)]
        text = HEAD + shape.replace("TERM", f"<{iri}>").replace("LABEL", name)
        yield text if repeated else f"{text} # {number} {os.getpid()} {time.monotonic_ns()}"


async def client(address: str, texts: Iterator[str], stop: float, times: list[float]) -> None:
    """One connection that asks as fast as it is answered."""
    url = urlsplit(address)
    reader, writer = await asyncio.open_connection(url.hostname, url.port)
    while time.perf_counter() < stop:
        request = f"GET {url.path}?query={quote(next(texts))} HTTP/1.1\r\nHost: a\r\nAccept: {ACCEPT}\r\n\r\n".encode()
        began = time.perf_counter()
        writer.write(request)
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        if not head.startswith(b"http/1.1 200"):
            raise RuntimeError(head.decode())
        if b"content-length:" in head:
            await reader.readexactly(int(head.partition(b"content-length:")[2].split(b"\r\n")[0]))
        else:
            while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
                await reader.readexactly(size + 2)
            await reader.readexactly(2)
        times.append(time.perf_counter() - began)
    writer.close()


async def load(address: str, named: Path, clients: int, seconds: float, repeated: bool) -> tuple[float, float]:
    """Answers a second, and the 99th percentile of their times in milliseconds."""
    texts = queries(json.loads(named.read_bytes()), repeated)
    prepared = iter([next(texts) for _ in range(30_000)]) if not repeated else texts
    times: list[float] = []
    stop = time.perf_counter() + seconds
    await asyncio.gather(*(client(address, prepared, stop, times) for _ in range(clients)))
    times.sort()
    return len(times) / seconds, times[int(len(times) * 0.99)] * 1000


@contextmanager
def running(servers: list[Server], core: int | None) -> Iterator[None]:
    """All servers, each on one core, until the end."""
    pin = ["taskset", "-c", str(core)] if core is not None else []
    started = [
        subprocess.Popen([*pin, *s.command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) for s in servers
    ]
    try:
        for server in servers:
            wait_for(server)
        yield
    finally:
        for process in started:
            process.send_signal(signal.SIGINT)
        for process in started:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()


def wait_for(server: Server) -> None:
    """Returns when a server answers."""
    url = urlsplit(server.address)

    async def answered() -> bool:
        try:
            await client(server.address, iter([HEAD + "ASK { }"] * 2), time.perf_counter() + 0.001, [])
        except (OSError, RuntimeError, asyncio.IncompleteReadError):
            await asyncio.sleep(0.2)
            return False
        return True

    async def until() -> None:
        async with asyncio.timeout(300):
            while not await answered():
                pass

    asyncio.run(until())
    assert url.port


def peers(root: Path, rdflib: str | None) -> list[Server]:
    """The servers over one store."""
    generation = current(root)
    code = f"from pathlib import Path; from shkc_kg.web.serve import serve; serve(Path({str(root)!r}), port=7911)"
    ours = [sys.executable, "-c", code]
    native = [shutil.which("oxigraph", path=str(Path(sys.executable).parent)) or "oxigraph", "serve-read-only"]
    native += ["--location", str(generation.store), "--bind", "127.0.0.1:7912", "--union-default-graph"]
    found = [
        Server("shkc-kg", ours, "http://127.0.0.1:7911/sparql"),
        Server("oxigraph", native, "http://127.0.0.1:7912/query"),
    ]
    if rdflib:
        command = [rdflib, "-m", "rdflib_endpoint", "serve", "--port", "7913", str(generation.dataset)]
        found.append(Server("rdflib-endpoint", command, "http://127.0.0.1:7913/"))
    return found


def larger(root: Path, quads: int, target: Path) -> None:
    """A store with copies of a graph, things renamed, until it has so many quads."""
    from shkc_kg.store.draft import draft
    from shkc_kg.store.oxigraph import hold
    from shkc_kg.store.record import write_record

    original = current(root)
    lines = original.dataset.read_text(encoding="utf-8").splitlines(keepends=True)
    copies = -(-quads // len(lines))
    with draft(target) as work:
        with work.generation.dataset.open("w", encoding="utf-8") as out:
            for number in range(copies):
                mark = f"~{number}>" if number else ">"
                for line in lines:
                    out.write("".join(_renamed(line, mark)))
        hold(work.generation.dataset.read_bytes(), work.generation.store)
        write_record(work.generation.manifest, {"dataset": {"sha256": f"{quads:064x}"}})
        work.publish(f"{quads:064x}")


def _renamed(line: str, mark: str) -> Iterator[str]:
    """A quad whose things and passages are others; vocabulary stays."""
    for part in line.split("<"):
        own = part.startswith(("https://w3id.org/shkc/id/", "https://w3id.org/shkc/report/"))
        yield ("<" if part is not line.split("<")[0] else "") + (part.replace(">", mark, 1) if own else part)


def measure(
    root: Path, options: argparse.Namespace, title: str, rdflib: str | None
) -> dict[str, dict[tuple[str, int, str], tuple[float, float]]]:
    """Prints the table of one graph; the medians of each server."""
    cores = sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else []
    server_core, client_core = (cores[0], cores[1]) if len(cores) > 1 and shutil.which("taskset") else (None, None)
    servers = peers(root, rdflib)
    kinds = [(kind, clients) for kind in ("new", "repeated") for clients in (1, 16)]
    pin = ["taskset", "-c", str(client_core)] if client_core is not None else []
    with running(servers, server_core), tempfile.NamedTemporaryFile("w", suffix=".json") as named:
        json.dump(things(current(root).dataset), named)
        named.flush()
        for _ in range(options.rounds):
            for kind, clients in kinds:
                for server in servers:
                    command = [*pin, sys.executable, __file__, "--client", server.address, kind, str(clients)]
                    command += [str(options.seconds), named.name]
                    told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
                    server.figures.setdefault((title, clients, kind), []).append(tuple(json.loads(told)))
    print("\n".join(row for kind, clients in kinds for row in rows(servers, title, clients, kind)), flush=True)
    return {s.name: {key: medians(s, key) for key in s.figures} for s in servers}


def medians(server: Server, key: tuple[str, int, str]) -> tuple[float, float]:
    """The median rate and the median 99th percentile of all rounds."""
    rates, tails = zip(*server.figures[key], strict=True)
    return statistics.median(rates), statistics.median(tails)


def rows(servers: list[Server], title: str, clients: int, kind: str) -> Iterator[str]:
    """One line a server: requests a second, 99th percentile, and both as multiples of oxigraph's server."""
    base = next(medians(s, (title, clients, kind)) for s in servers if s.name == "oxigraph")
    for server in servers:
        rate, tail = medians(server, (title, clients, kind))
        yield (
            f"| {title} | {kind} | {clients} | {server.name} | {rate:,.0f} | {tail:.1f} "
            f"| {rate / base[0]:.2f} | {tail / base[1]:.2f} |"
        )


def verdicts(
    seen: dict[str, dict[tuple[str, int, str], tuple[float, float]]], rate: float, tail: float
) -> Iterator[str]:
    """Each target of one graph, what was measured, and whether it holds."""
    ours, native = seen["shkc-kg"], seen["oxigraph"]
    for key in ours:
        title, clients, kind = key
        faster, later = ours[key][0] / native[key][0], ours[key][1] / native[key][1]
        least, most = (5.0, tail) if kind == "repeated" else (rate, tail)
        yield from (
            f"- {title}, {kind}, {clients} at once: {faster:.2f}× the rate (≥ {least:g}) {_says(faster >= least)}, "
            f"{later:.2f}× the p99 (≤ {most:g}) {_says(later <= most)}",
        )
        if "rdflib-endpoint" in seen:
            beaten = ours[key][0] / seen["rdflib-endpoint"][key][0]
            yield f"  and {beaten:.0f}× rdflib-endpoint (≥ 20) {_says(beaten >= 20)}"


def _says(holds: bool) -> str:
    return "holds" if holds else "MISSED"


def main() -> None:
    """Measures and prints a table in Markdown."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--store", type=Path, default=default_root(), help="a built graph")
    parser.add_argument("--seconds", type=float, default=2.0, help="of each measurement")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quads", type=int, default=1_000_000, help="of the larger graph; 0 for none")
    parser.add_argument("--rdflib", help="a Python that has rdflib-endpoint; it is asked on the smaller graph only")
    parser.add_argument("--client", nargs=5, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.client:
        address, kind, clients, seconds, named = options.client
        result = asyncio.run(load(address, Path(named), int(clients), float(seconds), kind == "repeated"))
        print(json.dumps(result))
        return
    print("| graph | queries | clients | server | requests/s | p99 ms | rate ÷ oxigraph | p99 ÷ oxigraph |")
    print("|---|---|--:|---|--:|--:|--:|--:|")
    told = list(verdicts(measure(options.store, options, "ours", options.rdflib), rate=1.0, tail=1.0))
    if options.quads:
        with tempfile.TemporaryDirectory() as folder:
            larger(options.store, options.quads, Path(folder))
            seen = measure(Path(folder), options, f"{options.quads:,} quads", None)
            told += verdicts(seen, rate=0.9, tail=1.2)
    print("", *told, sep="\n")


if __name__ == "__main__":
    main()
