"""A built graph sent to another SPARQL 1.1 server, by SPARQL Update where it answers, else by Graph Store Protocol."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

from pyoxigraph import Literal, Quad, RdfFormat, Triple, serialize

from shkc_kg.errors import StoreError

__all__ = ["push"]

_TIMEOUT: Final = 120.0
# How a server says that this address takes no update: wrong path, method, media type or form.
_NO_UPDATE: Final = frozenset({400, 404, 405, 406, 415, 501})


def push(endpoint: str, quads: Iterable[Quad], base: str, batch: int = 1_000_000) -> str:
    """Replace our graphs (those under ``base``) on the server and leave all others; says which protocol was used.

    The endpoint is an update address (``…/update``) or a graph store (``…/store``). One update carries about ``batch``
    characters, since servers limit how large it may be, and is as atomic as the server's updates are. A graph store is
    written graph by graph; what only an earlier build had stays there, since that protocol can't list it.

    :raises StoreError: the address is none, the server can't be reached, or it refuses.
    """
    if urlsplit(endpoint).scheme not in {"http", "https"}:
        raise StoreError(endpoint, "is no address", "write it as http://HOST/PATH")
    graphs = _by_graph(quads)
    if _takes_updates(endpoint):
        for body in _updates(graphs, base, batch):
            _send(endpoint, "POST", "application/sparql-update", body.encode())
        return "SPARQL Update"
    for graph, triples in graphs.items():
        target = f"{endpoint}{'&' if '?' in endpoint else '?'}{urlencode({'graph': graph})}"
        _send(target, "PUT", "application/n-triples", triples.encode())
    return "Graph Store Protocol"


def _by_graph(quads: Iterable[Quad]) -> dict[str, str]:
    """The N-Triples of each graph."""
    graphs: dict[str, list[Triple]] = defaultdict(list)
    for quad in quads:
        graphs[getattr(quad.graph_name, "value", "")].append(quad.triple)
    return {
        graph: (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
        for graph, triples in sorted(graphs.items())
    }


def _updates(graphs: Mapping[str, str], base: str, batch: int) -> Iterator[str]:
    """The earlier build goes in the same request that brings the first batch of this one."""
    pending = (
        "DELETE { GRAPH ?g { ?s ?p ?o } } "
        f"WHERE {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), {Literal(base)})) }} ;\n"
    )
    blocks: list[str] = []
    for graph, triples in graphs.items():
        blocks.append(f"GRAPH <{graph}> {{\n{triples}}}\n")
        if sum(map(len, blocks)) > batch:
            yield f"{pending}INSERT DATA {{\n{''.join(blocks)}}}"
            pending, blocks = "", []
    if pending or blocks:
        yield f"{pending}INSERT DATA {{\n{''.join(blocks)}}}"


def _takes_updates(endpoint: str) -> bool:
    """Whether an update that changes nothing is taken."""
    try:
        _request(endpoint, "POST", "application/sparql-update", b"INSERT DATA {}")
    except HTTPError as error:
        if error.code in _NO_UPDATE:
            return False
        raise _refused(endpoint, error) from error
    except OSError as error:
        raise _unreachable(endpoint, error) from error
    return True


def _send(address: str, method: str, media_type: str, body: bytes) -> None:
    try:
        _request(address, method, media_type, body)
    except HTTPError as error:
        raise _refused(address, error) from error
    except OSError as error:
        raise _unreachable(address, error) from error


def _request(address: str, method: str, media_type: str, body: bytes) -> None:
    headers = {"Content-Type": media_type, "Accept": "*/*"}
    request = Request(address, data=body, method=method, headers=headers)  # noqa: S310 - push lets only http(s) pass
    with urlopen(request, timeout=_TIMEOUT) as answer:  # noqa: S310
        answer.read()


def _refused(address: str, error: HTTPError) -> StoreError:
    said = error.read(300).decode(errors="replace").strip() or error.reason
    return StoreError(address, f"refused the graph ({error.code} {said})", "check address and rights there")


def _unreachable(address: str, error: OSError) -> StoreError:
    reason = error.reason if isinstance(error, URLError) else error
    return StoreError(address, f"can't be reached ({reason})", "check the address, and that the server runs")
