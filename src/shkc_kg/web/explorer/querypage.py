"""The query page: an editor, and the example queries to begin with."""

from __future__ import annotations

from typing import Any, Final

from shkc_kg.errors import QueryError
from shkc_kg.web.examples import Example, examples
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.questions import readable, topics, word
from shkc_kg.web.formats import FORMATS
from shkc_kg.web.pages import page, tongue
from shkc_kg.web.site import Site

__all__ = ["query_page"]

_ANY: Final = "SELECT ?thing ?label\nWHERE {\n  ?thing rdfs:label ?label\n}\nLIMIT 20\n"
_VIEWS: Final = ("table", "chart", "graph", "map", "raw")


async def query_page(site: Site, request: Request) -> Answer:
    """An editor filled with ``?query=``, or with the example ``?q=`` and its parameters; ``?view=`` runs it at once."""
    lang = tongue(request)
    found = next((each for each in examples() if each.name == request.parameter("q")), None)
    text, wrong = _text(request, found, lang)
    view = request.parameter("view") or ""
    return page(
        request,
        "query.html",
        query=text,
        wrong=wrong,
        chosen=found,
        given=dict(request.parameters),
        view=view if view in _VIEWS and not wrong else "",
        topics=topics(examples()),
        formats=FORMATS,
        limits=site.limits,
        word=lambda kind, name: word(kind, name, lang),
        **_first(found),
    )


def _first(found: Example | None) -> dict[str, Any]:
    return {"asks": {p.name: found.defaults.get(p.name, "") for p in found.parameters} if found else {}}


def _text(request: Request, found: Example | None, lang: str) -> tuple[str, str]:
    """What stands in the editor, and what was wrong with the parameters of an example."""
    if given := request.parameter("query"):
        return readable(given), ""
    if found is None:
        return _ANY, ""
    title = found.zh if lang == "zh" else found.en
    names = {parameter.name for parameter in found.parameters}
    values = {key: value for key, value in request.parameters if key in names and value}
    try:
        return readable(found.filled(values), title), ""
    except QueryError as error:
        return readable(found.ready, title), str(error)
