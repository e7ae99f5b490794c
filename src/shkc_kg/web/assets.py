"""What the browser fetches besides pages: the bundled scripts and styles, each named by its content (``client/``)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.problems import Problem
from shkc_kg.web.site import Site

__all__ = ["asset", "static"]

_MEDIA: Final = {
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "svg": "image/svg+xml",
    "json": "application/json",
    "woff2": "font/woff2",
    "txt": "text/plain; charset=utf-8",
}
# A name is given to one content only, so whoever has it need never ask again.
_FOREVER: Final = "public, max-age=31536000, immutable"


def asset(name: str) -> str:
    """The address of a bundled file by the name of its source (``site.js``), empty where it was not bundled."""
    bundled = _names().get(name)
    return f"/static/{bundled}" if bundled else ""


async def static(_site: Site, request: Request) -> Answer:
    """A bundled file."""
    name = request.path.removeprefix("/static/")
    body = _files().get(name)
    if body is None:
        raise Problem("not-found", reason=f"there is no file {name[:100]!r}")
    answer = Answer(200, _MEDIA.get(name.rpartition(".")[2], "application/octet-stream"), body)
    return answer.with_header(b"cache-control", _FOREVER).with_header(b"vary", "Accept-Encoding")


@cache
def _files() -> Mapping[str, bytes]:
    """All files of the bundle by name: only what is here can be asked for, whatever a path looks like."""
    folder = resources.files("shkc_kg.web") / "static"
    return {each.name: each.read_bytes() for each in folder.iterdir()} if folder.is_dir() else {}


@cache
def _names() -> Mapping[str, str]:
    manifest = _files().get("manifest.json")
    return dict(json.loads(manifest)["files"]) if manifest else {}
