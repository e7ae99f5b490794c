"""Writes the parts of a name in their Chinese order, each word in the form that its place asks for."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from shkc_kg.labels.inflect import participle, plural
from shkc_kg.labels.lexicon import words
from shkc_kg.labels.tokens import Token

__all__ = ["NOMINAL", "OPENING", "VERBAL", "Style", "linear"]

OPENING = frozenset({"verb", "aim", "task"})
VERBAL = OPENING | {"activity"}
NOMINAL = frozenset({"noun", "mass", "unit", "parent", "proper", "aside", "figure", "document"})
_MODIFIED = NOMINAL | {"activity", "task"}


class Style(Enum):
    NAME = "name"  # verbs are nouns: Promotion Center
    HEADING = "heading"  # a verb in front is -ing where it states an aim, else -ed
    FIGURE = "figure"  # a verb in front is -ed: recognized centers


def linear(parts: Sequence[Token], style: Style) -> str:
    written = ""
    for place, part in enumerate(parts):
        word = _word(parts, place, style)
        glued = part.kind == "mark" and part.zh in "-/+&·"
        written += word if glued or not written or written[-1] in "-/+&·" else f" {word}"
    return written


def _word(parts: Sequence[Token], place: int, style: Style) -> str:
    part = parts[place]
    final = place == len(parts) - 1
    before_and = not final and parts[place + 1].kind in ("particle", "mark")
    if part.kind == "mark":
        return "," if part.zh == "、" else part.en
    if part.zh in ("的", "之"):
        return ""
    if part.zh == "等" and final:
        return "etc."
    if part.kind in VERBAL:
        return _verb(parts, place, style)
    if part.kind == "adjective" and part.form and not final and parts[place + 1].kind in VERBAL:
        return part.form if style is not Style.NAME else part.en
    if (
        part.kind in ("noun", "mass")
        and part.form
        and not final
        and parts[place + 1].kind in NOMINAL
        and not _acts(parts[place + 1])
    ):
        return part.form
    several = style is Style.FIGURE or any(earlier.kind == "count" for earlier in parts[:place])
    if part.kind in ("noun", "unit") and several and (final or before_and):
        return plural(part.en)
    return part.en


def _verb(parts: Sequence[Token], place: int, style: Style) -> str:
    """At the end of a heading what happened (论坛举办), elsewhere the verb's noun."""
    part = parts[place]
    adverbial = place > 0 and parts[place - 1].kind == "adjective" and bool(parts[place - 1].form)
    happened = part.kind == "verb" or adverbial
    if 0 < place == len(parts) - 1 and style is Style.HEADING and part.form and happened:
        return participle(part.form)
    return part.en


def _acts(part: Token) -> bool:
    """促进中心 begins with a verb whose object stands before it: 产业促进中心 is for industry, not industrial."""
    opening = words().get(part.zh[:2])
    return opening is not None and opening.kind in VERBAL
