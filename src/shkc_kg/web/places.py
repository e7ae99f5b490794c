"""Addresses on this server and the IRIs of the graph: one name, whether percent-encoded or in Chinese letters."""

from __future__ import annotations

from typing import Final
from urllib.parse import unquote

from shkc_kg.names import DEFAULT_BASE, iri_to_uri, local_name
from shkc_kg.web.formats import GRAPHS, Format, by_suffix

__all__ = ["ONTOLOGY", "address", "iri_of", "split_suffix"]

# The ontology keeps its namespace whatever the base of the data.
ONTOLOGY: Final = DEFAULT_BASE + "ontology"


def iri_of(raw_path: str, base: str) -> str:
    """The IRI that a path stands for; what an IRI can't hold stays percent-encoded, upper case.

    >>> iri_of("/id/%E5%A4%8D%E6%97%A6", "https://e.example/"), iri_of("/id/复旦%2fa", "https://e.example/")
    ('https://e.example/id/复旦', 'https://e.example/id/复旦%2Fa')
    """
    segments = raw_path.lstrip("/").split("/")
    return base + "/".join(local_name(unquote(segment, errors="replace")) for segment in segments)


def address(iri: str, base: str) -> str:
    """Where a page can link to for an IRI: the path on this server for our own, else the IRI itself.

    >>> address("https://e.example/id/复旦", "https://e.example/")
    '/id/%E5%A4%8D%E6%97%A6'
    """
    for home in (base, DEFAULT_BASE):
        if iri.startswith(home):
            return "/" + iri_to_uri(iri[len(home) :])
    return iri_to_uri(iri) if iri.startswith(("http://", "https://")) else ""


def split_suffix(raw_path: str) -> tuple[str, Format | None, bool]:
    """A path without its format's suffix, the format, and whether HTML was meant.

    >>> split_suffix("/id/a.ttl")[0], split_suffix("/id/a.b")[0]
    ('/id/a', '/id/a.b')
    """
    stem, dot, suffix = raw_path.rpartition(".")
    if dot and suffix == "html":
        return stem, None, True
    found = by_suffix({"json": "jsonld"}.get(suffix, suffix), GRAPHS) if dot and "/" not in suffix else None
    return (stem, found, False) if found and stem.strip("/") else (raw_path, None, False)
