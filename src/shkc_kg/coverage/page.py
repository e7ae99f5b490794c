"""Coverage as one self-contained page: the text in the colours of what became of it, and what was left unread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from jinja2 import Environment, PackageLoader, StrictUndefined

from shkc_kg.coverage import Category, Coverage

__all__ = ["page"]

_NAMES: Final = {
    Category.EVIDENCE: ("依据", "evidence of a fact"),
    Category.MENTION: ("名称", "part of a name or date"),
    Category.STRUCTURE: ("结构", "structure"),
    Category.RHETORIC: ("套语", "rhetoric"),
    Category.UNREAD: ("未读", "unread"),
}


def page(covered: Sequence[Coverage]) -> str:
    """The page of some chapters; it needs no other file."""
    return _environment().get_template("page.html").render(chapters=covered, names=_NAMES)


def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("shkc_kg.coverage", "."),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
