"""The endpoint for programs that do not speak SPARQL: named queries, search, health, version, and their description."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib.metadata import version as program_version
from typing import Any, Final

import pyoxigraph as ox

from shkc_kg.errors import QueryError
from shkc_kg.names import LICENCE
from shkc_kg.web.examples import Example, examples
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.formats import BINDINGS, FORMATS, GRAPHS, Format, by_suffix
from shkc_kg.web.labels import Labels, labels_of
from shkc_kg.web.places import address
from shkc_kg.web.problems import PROBLEMS, Problem
from shkc_kg.web.protocol import Asked, seconds, wanted
from shkc_kg.web.search import Found
from shkc_kg.web.site import Site

__all__ = ["health", "openapi", "queries", "run_query", "search", "version"]

_RESERVED: Final = ("format", "timeout")
_LONGEST: Final = 100
_MOST: Final = 200


def _json(value: object, media: str = "application/json") -> Answer:
    return Answer(200, media, (json.dumps(value, ensure_ascii=False, indent=1) + "\n").encode())


async def queries(_site: Site, _request: Request) -> Answer:
    """The named queries, with what each is for and which parameters it takes."""
    return _json([_told(each) for each in examples()])


def _told(each: Example) -> dict[str, Any]:
    given = each.defaults
    asks = [
        {"name": p.name, "form": p.form, "required": p.required and p.name not in given, "default": given.get(p.name)}
        for p in each.parameters
    ]
    summary = {"zh": each.zh, "en": each.en}
    return {"name": each.name, "summary": summary, "tags": each.tags, "parameters": asks, "sparql": each.text}


async def run_query(site: Site, request: Request) -> Answer:
    """The answer of a named query; its parameters are bound as terms."""
    name, form = _named(request.path.rpartition("/")[2])
    values: dict[str, str] = {}
    for key, value in request.parameters:
        if key in values:
            raise Problem("bad-request", reason=f"{key}= is given twice")
        values[key] = value
    chosen = wanted(request, form or values.get("format"))
    time = seconds(values.get("timeout", ""), site.limits)
    try:
        text = name.filled({k: v for k, v in values.items() if k not in _RESERVED})
    except QueryError as error:
        raise Problem("bad-request", reason=str(error)) from None
    return await site.ask(request, Asked(text, None, None, chosen, time))


def _named(segment: str) -> tuple[Example, str | None]:
    known = {each.name: each for each in examples()}
    if segment in known:
        return known[segment], None
    name, _, suffix = segment.rpartition(".")
    if name in known and (by_suffix(suffix, BINDINGS) or by_suffix(suffix, GRAPHS)):
        return known[name], suffix
    raise Problem("not-found", reason=f"there is no query {segment[:100]!r}; /api/queries lists them")


async def search(site: Site, request: Request) -> Answer:
    """The things that a text names or is a part of the name of."""
    text = (request.parameter("q") or "").strip()
    if not text or len(text) > _LONGEST:
        raise Problem("bad-request", reason=f"q= wants 1 to {_LONGEST} characters")
    limit = request.parameter("limit") or "20"
    if not (re.fullmatch("[0-9]{1,3}", limit) and 1 <= int(limit) <= _MOST):
        raise Problem("bad-request", reason=f"limit= wants a number from 1 to {_MOST}")
    labels = await labels_of(site, site.edition)
    found = labels.index.find(text, int(limit), request.parameter("type"))
    return _json({"q": text, "results": [_result(each, labels, site.base) for each in found]})


def _result(found: Found, labels: Labels, base: str) -> dict[str, Any]:
    """A thing that was found: by which name, its kind, and the broad kind that lists are grouped by."""
    kind, group = labels.kind(found.iri), labels.group(found.iri)
    return {
        "iri": found.iri,
        "page": address(found.iri, base),
        "zh": found.zh,
        "en": found.en,
        "type": found.cls,
        "name": found.name,
        "kind": {lang: labels.kind_name(kind, lang) for lang in ("zh", "en")},
        "group": {"name": group, **{lang: labels.kind_name(group, lang) for lang in ("zh", "en")}},
    }


async def health(site: Site, _request: Request) -> Answer:
    """That the server answers, and how busy it is."""
    return _json({"status": "ok", "quads": site.edition.quads, **site.edition.pool.load}).with_header(
        b"cache-control", "no-store"
    )


async def version(site: Site, _request: Request) -> Answer:
    """Which program serves which dataset."""
    build = site.edition.dataset.build
    return _json(
        {
            "program": program_version("shkc-kg"),
            "engine": f"oxigraph {ox.__version__}",
            "dataset": {"sha256": site.edition.dataset.hash, "built": build.get("built"), "by": build.get("program")},
        }
    )


async def openapi(_site: Site, _request: Request) -> Answer:
    """The description of these addresses (OpenAPI 3.1)."""
    paths = {
        "/sparql": {"get": _operation("SPARQL 1.1 query", _SPARQL, FORMATS)},
        "/store": {
            "get": _operation("One graph (Graph Store Protocol)", [_parameter("graph"), _parameter("default")], GRAPHS)
        },
        "/api/queries": {"get": _operation("The named queries", [], None)},
        "/api/search": {"get": _operation("Things by name", _SEARCH, None)},
        "/api/names": {"get": _operation("The names of things", [_parameter("iri", True)], None)},
        "/api/vocabulary": {"get": _operation("Prefixes, classes and properties in use", [], None)},
        "/health": {"get": _operation("Is the server well", [], None)},
        "/version": {"get": _operation("Which program serves which data", [], None)},
    }
    for each in examples():
        paths[f"/api/queries/{each.name}"] = {"get": _named_operation(each)}
    info = {
        "title": "shkc-kg",
        "version": program_version("shkc-kg"),
        "description": "科技报告知识图谱 · Knowledge graph of science and technology reports",
        "license": {"name": "CC BY 4.0", "url": LICENCE},
    }
    return _json({"openapi": "3.1.0", "info": info, "paths": paths}, "application/openapi+json")


def _parameter(name: str, required: bool = False, **schema: object) -> dict[str, Any]:
    return {"name": name, "in": "query", "required": required, "schema": {"type": "string", **schema}}


_SPARQL: Final = [
    _parameter("query"),
    _parameter("default-graph-uri"),
    _parameter("named-graph-uri"),
    _parameter("format", enum=[f.name for f in FORMATS]),
    _parameter("timeout"),
]
_SEARCH: Final = [
    _parameter("q", True, minLength=1, maxLength=_LONGEST),
    _parameter("limit", pattern="^[0-9]+$"),
    _parameter("type"),
]


def _operation(summary: str, parameters: list[dict[str, Any]], formats: Sequence[Format] | None) -> dict[str, Any]:
    content: dict[str, Any] = {f.media[0]: {} for f in formats} if formats else {"application/json": {}}
    refused = {"description": "A problem (RFC 9457)", "content": {"application/problem+json": {}}}
    statuses = sorted({kind.status for kind in PROBLEMS.values()} - {500})
    answers = {"200": {"description": "The answer", "content": content}, "304": {"description": "Not modified"}}
    answers |= {str(status): refused for status in statuses}
    return {"summary": summary, "parameters": parameters, "responses": answers}


def _named_operation(each: Example) -> dict[str, Any]:
    asks = [_parameter(p.name, p.required and p.name not in each.defaults) for p in each.parameters]
    asks += [_parameter("format", enum=[f.name for f in FORMATS]), _parameter("timeout")]
    return _operation(f"{each.zh} · {each.en}", asks, FORMATS) | {"tags": list(each.tags)}
