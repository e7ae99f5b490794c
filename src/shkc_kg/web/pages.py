"""Pages for readers, in Chinese or English, light or dark, made from templates; a value in a page is always escaped."""

from __future__ import annotations

import hashlib
from http.cookies import CookieError, SimpleCookie
from typing import Final
from urllib.parse import urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from shkc_kg.web.assets import asset
from shkc_kg.web.exchange import Answer, Request, from_problem
from shkc_kg.web.formats import FORMATS
from shkc_kg.web.negotiate import language, prefers_html
from shkc_kg.web.problems import PROBLEMS, Problem
from shkc_kg.web.site import Site

__all__ = ["EMBEDDED", "fragment", "page", "problems", "told", "tongue"]

_HTML: Final = "text/html; charset=utf-8"
# Scripts, styles and data come from this server only, and nothing stands in the page itself.
_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'self'"
)
# What another program shows in a frame of its own brings its few styles along.
EMBEDDED: Final = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
# What a reader chose once holds for the pages that follow.
_CHOICES: Final = {"lang": ("zh", "en"), "theme": ("light", "dark")}
_KEPT: Final = "Path=/; Max-Age=31536000; SameSite=Lax"

_templates: Final = Environment(
    loader=PackageLoader("shkc_kg.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)
_templates.globals["asset"] = asset


def tongue(request: Request) -> str:
    """The language of a page: ``?lang=``, else what was chosen before, else what the browser prefers."""
    return _chosen(request, "lang") or language(request.header(b"accept-language"))


def fragment(request: Request, template: str, **values: object) -> Markup:
    """A template's text as a part for another page."""
    lang = tongue(request)
    text = _templates.get_template(template).render(
        lang=lang,
        other="en" if lang == "zh" else "zh",
        theme=_chosen(request, "theme"),
        t=lambda zh, en: zh if lang == "zh" else en,
        switched=lambda **choice: _switched(request, choice),
        path=request.path,
        **values,
    )
    return Markup(text)  # noqa: S704 - the template has escaped its values


def page(request: Request, template: str, status: int = 200, policy: str = _POLICY, **values: object) -> Answer:
    """A page made of a template; ``t(zh, en)`` in it picks by language."""
    lang = tongue(request)
    body = fragment(request, template, **values).encode("utf-8", "replace")
    tag = f'W/"{hashlib.blake2b(body, digest_size=12).hexdigest()}"'
    same = status == 200 and tag in (request.header(b"if-none-match") or "")
    answer = Answer(304) if same else Answer(status, _HTML, body)
    answer.with_header(b"vary", "Accept, Accept-Language, Accept-Encoding, Cookie")
    answer.with_header(b"content-security-policy", policy).with_header(b"content-language", lang)
    answer.with_header(b"referrer-policy", "same-origin")
    if status == 200:
        answer.with_header(b"etag", tag).with_header(b"cache-control", "public, no-cache")
    for name in _CHOICES:
        if chosen := _asked_for(request, name):
            answer.with_header(b"set-cookie", f"{name}={chosen}; {_KEPT}")
    return answer


def _asked_for(request: Request, name: str) -> str:
    value = request.parameter(name) or ""
    return value if value in _CHOICES[name] else ""


def _chosen(request: Request, name: str) -> str:
    """What a reader chose now or before, empty where nothing."""
    return _asked_for(request, name) or _kept(request, name)


def _kept(request: Request, name: str) -> str:
    try:
        morsel = SimpleCookie(request.header(b"cookie") or "").get(name)
    except CookieError:
        return ""
    return morsel.value if morsel and morsel.value in _CHOICES[name] else ""


def _switched(request: Request, choice: dict[str, str]) -> str:
    """The address of this very page with another choice."""
    kept = [(key, value) for key, value in request.parameters if key not in choice]
    return "?" + urlencode([*kept, *choice.items()])


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
