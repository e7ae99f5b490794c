"""The whole dataset as a file: ``/dataset.nq`` byte for byte as built, the other formats made once for each build."""

from __future__ import annotations

import asyncio
import base64
import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.formats import GRAPHS, Format
from shkc_kg.web.negotiate import prefers_html
from shkc_kg.web.pages import page
from shkc_kg.web.places import split_suffix
from shkc_kg.web.problems import Problem
from shkc_kg.web.protocol import Asked, Wanted
from shkc_kg.web.site import Edition, Site, dated

__all__ = ["checksums", "dump"]

# A dump of a million quads takes longer than a query may.
_SECONDS: Final = 120.0


@dataclass(frozen=True, slots=True)
class Dump:
    """A dump on disk, with its SHA-256."""

    path: Path
    size: int
    sha256: bytes


async def dump(site: Site, request: Request) -> Answer:
    """The dataset in a format, with its digest (RFC 9530); as a page where a browser asks for no format."""
    _, form, html = split_suffix(request.raw_path)
    if form is None:
        if not html and not prefers_html(request.header(b"accept"), GRAPHS):
            raise Problem("not-found", reason="name a format: " + ", ".join(f"/dataset.{f.name}" for f in GRAPHS))
        return page(request, "dataset.html", formats=GRAPHS, build=site.edition.dataset.build, quads=site.edition.quads)
    made = await _made(site, request, form)
    tag = f'"{made.sha256.hex()}"'
    if tag in (request.header(b"if-none-match") or ""):
        return dated(Answer(304), tag)
    # The file stays readable while it is sent, though a later build may take its folder away.
    answer = dated(Answer(200, form.content_type, file=made.path.open("rb"), size=made.size), tag)
    answer.with_header(b"repr-digest", f"sha-256=:{base64.b64encode(made.sha256).decode()}:")
    return answer.with_header(b"content-disposition", f'attachment; filename="shkc-kg.{form.name}"')


async def checksums(site: Site, request: Request) -> Answer:
    """The SHA-256 of each dump, in the form that ``sha256sum --check`` reads."""
    lines = [f"{(await _made(site, request, form)).sha256.hex()}  dataset.{form.name}\n" for form in GRAPHS]
    return Answer(200, "text/plain; charset=utf-8", "".join(lines).encode())


async def _made(site: Site, request: Request, form: Format) -> Dump:
    """The dump of the graph that is published now."""
    edition = site.edition
    return await edition.once(f"dump {form.name}", lambda: _make(site, edition, request, form))


async def _make(site: Site, edition: Edition, request: Request, form: Format) -> Dump:
    if form.name == "nq":
        path = edition.dataset.generation.dataset
    else:
        path = Path(edition.folder.name) / f"dataset.{form.name}"
        do = "whole" if form.quads else "graph"
        asked = Asked("", None, None, Wanted(None, (form, form.content_type)), _SECONDS, do=do)
        outcome = await site.run(edition, request, asked)
        with path.open("wb") as target:
            await asyncio.to_thread(_copy, outcome.file, outcome.body, target)
    return await asyncio.to_thread(_measured, path)


def _copy(source: IO[bytes] | None, body: bytes, target: IO[bytes]) -> None:
    target.write(body)
    if source:
        with source:
            while piece := source.read(2**20):
                target.write(piece)


def _measured(path: Path) -> Dump:
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").digest()
    return Dump(path, path.stat().st_size, digest)
