"""Pages for readers, in Chinese or English, made from templates; a value in a page is always escaped."""

from __future__ import annotations

from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from shkc_kg.web.examples import examples
from shkc_kg.web.exchange import Answer, Request, from_problem
from shkc_kg.web.formats import FORMATS
from shkc_kg.web.negotiate import language, prefers_html
from shkc_kg.web.problems import PROBLEMS, Problem
from shkc_kg.web.site import Site

__all__ = ["home", "page", "problems", "told", "tongue"]

_HTML: Final = "text/html; charset=utf-8"
# Our pages need no script and nothing from elsewhere.
_POLICY: Final = (
    "default-src 'none'; style-src 'unsafe-inline' 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'"
)

_templates: Final = Environment(
    loader=PackageLoader("shkc_kg.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


def tongue(request: Request) -> str:
    """The language of a page: ``?lang=``, else what the browser prefers."""
    chosen = request.parameter("lang")
    return chosen if chosen in ("zh", "en") else language(request.header(b"accept-language"))


def page(request: Request, template: str, status: int = 200, kept: str | None = None, **values: object) -> Answer:
    """A page made of a template; ``t(zh, en)`` in it picks by language; ``kept`` is its entity tag."""
    lang = tongue(request)
    text = _templates.get_template(template).render(lang=lang, t=lambda zh, en: zh if lang == "zh" else en, **values)
    answer = Answer(status, _HTML, text.encode("utf-8", "replace"))
    answer.with_header(b"vary", "Accept, Accept-Language, Accept-Encoding").with_header(
        b"content-security-policy", _POLICY
    )
    if kept:
        answer.with_header(b"etag", f"W/{kept}").with_header(b"cache-control", "public, no-cache")
    return answer.with_header(b"content-language", lang)


async def problems(_site: Site, request: Request) -> Answer:
    """What the server answers instead of data, and when."""
    return page(request, "problems.html", problems=PROBLEMS)


def told(request: Request, problem: Problem) -> Answer:
    """A problem as its reader likes it: a page for browsers, JSON (RFC 9457) for programs."""
    plain = from_problem(problem)
    if request.method == "HEAD" or not prefers_html(request.header(b"accept"), FORMATS):
        return plain
    answer = page(request, "problem.html", plain.status, kind=problem.kind, detail=problem.detail, code=problem.code)
    answer.headers += plain.headers
    return answer


async def home(site: Site, request: Request) -> Answer:
    """The start page: a query form and the example queries."""
    name = request.parameter("q")
    found = [each for each in examples() if each.name == name] or list(examples()[:1])
    lang, chosen = tongue(request), request.parameter("lang")
    return page(
        request,
        "home.html",
        quads=site.edition.quads,
        hash=site.edition.dataset.hash,
        query=found[0].ready if found else _ANY,
        examples=examples(),
        formats=FORMATS,
        other=f"/?lang={'en' if lang == 'zh' else 'zh'}",
        keep=f"&lang={lang}" if chosen else "",
    )


_ANY: Final = "SELECT ?thing ?label WHERE { ?thing rdfs:label ?label } LIMIT 20\n"
