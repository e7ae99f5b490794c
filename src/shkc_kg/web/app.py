"""The ASGI application: finds the handler of an address, and turns every error into its answer."""

from __future__ import annotations

import logging
import re
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Final

from shkc_kg.errors import ShkcError
from shkc_kg.web import api, assets, conformance, describe, dumps, graphs, linked, pages, reconcile, sparql, vocabulary
from shkc_kg.web.exchange import Answer, Receive, Request, Scope, Send, from_problem, send
from shkc_kg.web.explorer import atlas, checks, cite, figures, querypage, reader, search, start, ties
from shkc_kg.web.labels import labels_of
from shkc_kg.web.limits import Limits
from shkc_kg.web.problems import Problem
from shkc_kg.web.site import Site

__all__ = ["Application"]

_log: Final = logging.getLogger("shkc_kg.web")

Handler = Callable[[Site, Request], Awaitable[Answer]]

# An address, the methods it answers besides OPTIONS, and who answers.
ROUTES: Final[tuple[tuple[re.Pattern[str], tuple[str, ...], Handler], ...]] = (
    (re.compile(r"/sparql/?"), ("GET", "HEAD", "POST"), sparql.query),
    (re.compile(r"/(?:id|report|graph)/.+"), ("GET", "HEAD"), linked.thing),
    (re.compile(r"/ontology(?:\.\w+)?"), ("GET", "HEAD"), linked.ontology),
    (re.compile(r"/\.well-known/void"), ("GET", "HEAD"), describe.void),
    (re.compile(r"/store/?"), ("GET", "HEAD"), graphs.store),
    (re.compile(r"/dataset\.sha256"), ("GET", "HEAD"), dumps.checksums),
    (re.compile(r"/dataset(?:\.\w+)?"), ("GET", "HEAD"), dumps.dump),
    (re.compile(r"/api/queries"), ("GET", "HEAD"), api.queries),
    (re.compile(r"/api/queries/[^/]+"), ("GET", "HEAD"), api.run_query),
    (re.compile(r"/api/search"), ("GET", "HEAD"), api.search),
    (re.compile(r"/api/names"), ("GET", "HEAD"), vocabulary.names),
    (re.compile(r"/api/vocabulary"), ("GET", "HEAD"), vocabulary.vocabulary),
    (re.compile(r"/reconcile(?:/.*)?"), ("GET", "HEAD", "POST"), reconcile.reconcile),
    (re.compile(r"/openapi\.json"), ("GET", "HEAD"), api.openapi),
    (re.compile(r"/static/[^/]+"), ("GET", "HEAD"), assets.static),
    (re.compile(r"/problems"), ("GET", "HEAD"), pages.problems),
    (re.compile(r"/conformance"), ("GET", "HEAD"), conformance.conformance),
    (re.compile(r"/health"), ("GET", "HEAD"), api.health),
    (re.compile(r"/version"), ("GET", "HEAD"), api.version),
    (re.compile(r"/"), ("GET", "HEAD"), start.start),
    (re.compile(r"/search"), ("GET", "HEAD"), search.search_page),
    (re.compile(r"/read"), ("GET", "HEAD"), reader.reports),
    (re.compile(r"/figures(?:\.(?:csv|json))?"), ("GET", "HEAD"), figures.figures),
    (re.compile(r"/network(?:\.(?:json|csv|graphml))?"), ("GET", "HEAD"), ties.ties),
    (re.compile(r"/map(?:\.geojson)?"), ("GET", "HEAD"), atlas.atlas),
    (re.compile(r"/query"), ("GET", "HEAD"), querypage.query_page),
    (re.compile(r"/checks(?:\.json)?"), ("GET", "HEAD"), checks.checks),
    (re.compile(r"/cite"), ("GET", "HEAD"), cite.cite),
)


class Application:
    """An ASGI application that serves one store."""

    def __init__(self, store: Path, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self.site = Site(store, self.limits)
        self.site.answer = self.answer
        self.site.prepare = lambda edition: labels_of(self.site, edition)
        self.failure: ShkcError | None = None

    async def __call__(self, scope: Scope, receive: Receive, out: Send) -> None:
        if scope["type"] == "http":
            await self._http(scope, receive, out)
        elif scope["type"] == "lifespan":
            await self._live(receive, out)

    async def _live(self, receive: Receive, out: Send) -> None:
        while True:
            message = await receive()
            if message["type"] == "lifespan.startup":
                try:
                    await self.site.open()
                except ShkcError as error:
                    self.failure = error
                    await out({"type": "lifespan.startup.failed", "message": ""})
                    return
                await out({"type": "lifespan.startup.complete"})
            else:
                await self.site.close()
                await out({"type": "lifespan.shutdown.complete"})
                return

    async def _http(self, scope: Scope, receive: Receive, out: Send) -> None:
        request = Request.of(scope, receive, self.limits.body_seconds)
        await send(await self.answer(request), request.headers, out, self.limits.send_seconds)

    async def answer(self, request: Request) -> Answer:
        """The answer of a request; never an exception."""
        try:
            methods, handler = self._route(request.path)
            if request.method == "OPTIONS":
                return _options(methods, request)
            if request.method not in methods:
                raise Problem("method", allow=_allow(methods))
            with self.site.edition.visited():
                return await handler(self.site, request)
        except Problem as problem:
            return pages.told(request, problem)
        except Exception:  # noqa: BLE001 - told below
            # The last line of defence: a mistake of ours is logged in full, and told without its inside.
            _log.exception("no answer for %s %.200r", request.method, request.path)
            return from_problem(Problem("our-mistake"))

    def _route(self, path: str) -> tuple[tuple[str, ...], Handler]:
        if path == "/sparql":  # the first route, and nearly all requests
            return ROUTES[0][1:]
        for pattern, methods, handler in ROUTES:
            if pattern.fullmatch(path):
                return methods, handler
        raise Problem("not-found", reason=f"nothing is published at {path[:300]}")


def _allow(methods: tuple[str, ...]) -> str:
    return ", ".join((*methods, "OPTIONS"))


def _options(methods: tuple[str, ...], request: Request) -> Answer:
    """The answer to OPTIONS, which is also the preflight of CORS."""
    answer = Answer(204).with_header(b"allow", _allow(methods))
    if request.header(b"access-control-request-method"):
        answer.with_header(b"access-control-allow-methods", _allow(methods))
        answer.with_header(
            b"access-control-allow-headers", "Accept, Accept-Language, Content-Type, If-None-Match, X-Requested-With"
        )
        answer.with_header(b"access-control-max-age", "86400")
    return answer
