"""The server examines itself: sentences of the specifications, each put to it as a request and judged by its answer."""

from __future__ import annotations

import asyncio
import json
import tomllib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib import resources
from typing import Any
from urllib.parse import quote

from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.negotiate import quality
from shkc_kg.web.pages import page
from shkc_kg.web.site import Site

__all__ = ["Check", "checks", "conformance", "examined", "judged"]


@dataclass(frozen=True, slots=True)
class Check:
    """A sentence, where it stands, the request that tries it, and what the answer must be.

    ``holds`` is a text that the body must contain; ``header`` one that must be there. ``query`` is added to the path,
    with so many opening brackets as ``nested`` says.
    """

    says: str
    where: str
    path: str
    status: int
    method: str = "GET"
    query: str = ""
    nested: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    body: str = ""
    media: str = ""
    holds: str = ""
    header: str = ""

    def request(self, base: str) -> Request:
        """The request that tries the sentence on a graph whose names begin so."""
        path, _, rest = self.path.replace("BASE", quote(base)).partition("?")
        text = self.query.replace("BASE", base) + "{" * self.nested
        asked = f"query={quote(text, safe='')}" if self.query else ""
        query = "&".join(part for part in (asked, rest) if part)
        headers = {name.encode(): value.encode() for name, value in self.headers.items()}
        return Request(self.method, path, path, query.encode(), headers, "", _once(self.body.encode()), 5.0)


def checks() -> tuple[Check, ...]:
    """All sentences, in the order of ``conformance.toml``."""
    table = tomllib.loads(resources.files("shkc_kg.web").joinpath("conformance.toml").read_text(encoding="utf-8"))
    return tuple(Check(**row) for row in table["check"])


async def conformance(site: Site, request: Request) -> Answer:
    """The verdicts on this server and this build, with their date: as a page, or as JSON."""
    report = await examined(site)
    if quality(request.header(b"accept") or "*/*", "text/html") > quality(
        request.header(b"accept") or "*/*", "application/json"
    ):
        return page(request, "conformance.html", report=report)
    return Answer(200, "application/json", (json.dumps(report, ensure_ascii=False, indent=1) + "\n").encode())


async def examined(site: Site) -> dict[str, Any]:
    """The verdicts on this build, found when first asked for."""
    return await site.edition.once("conformance", lambda: _examine(site))


async def _examine(site: Site) -> dict[str, Any]:
    verdicts = [judged(check, await site.answer(check.request(site.base))) for check in checks()]
    return {
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
        "dataset": site.edition.dataset.hash,
        "passed": sum(v["passed"] for v in verdicts),
        "of": len(verdicts),
        "checks": verdicts,
    }


def _once(body: bytes) -> Callable[[], Any]:
    """A client that sends its body and then waits for the answer."""
    told = False

    async def receive() -> dict[str, Any]:
        nonlocal told
        if told:
            await asyncio.Event().wait()
        told = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receive


def judged(check: Check, answer: Answer) -> dict[str, Any]:
    """Whether an answer is as it must be, and what is wrong with it."""
    body = answer.body if answer.file is None else answer.file.read()
    if answer.file:
        answer.file.close()
    faults = []
    if answer.status != check.status:
        faults.append(f"{answer.status} instead of {check.status}")
    if check.media and not answer.media.startswith(check.media):
        faults.append(f"{answer.media} instead of {check.media}")
    if check.holds and check.holds not in body.decode("utf-8", "replace"):
        faults.append(f"{check.holds!r} is not in the body")
    if check.header and not any(name.decode() == check.header for name, _ in answer.headers):
        faults.append(f"there is no header {check.header}")
    return {"says": check.says, "where": check.where, "passed": not faults, "faults": faults}
