"""Composes English of known parts: a Chinese name's modifiers keep their order and its head stays last.

Where English turns things round, a head's pattern says so (学院: ``school of {}``), a unit follows its parent
after a comma, and a document's subject comes after it (关于…的意见, 推进…条例).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from shkc_kg.labels.forms import comparable
from shkc_kg.labels.inflect import capitals, gerund, participle, plural
from shkc_kg.labels.lexicon import words
from shkc_kg.labels.readings import spoken
from shkc_kg.labels.tokens import Token, tokens

__all__ = ["heading", "indicator", "title"]

_OPEN, _CLOSE = "(", ")"
_CLAUSE = frozenset(",:;!?.")
_VERBAL = frozenset({"verb", "aim"})
_NOMINAL = frozenset({"noun", "mass", "unit", "parent", "proper", "aside", "figure", "document"})
_LEADING = frozenset({"proper", "parent", "number"})


class _Style(Enum):
    NAME = "name"  # verbs are nouns: Promotion Center
    HEADING = "heading"  # a verb in front is -ing where it states an aim, else -ed
    FIGURE = "figure"  # a verb in front is -ed: recognized centers


def title(name: str) -> str:
    """A name in title case.

    >>> title("浙江省生物医药产业促进中心"), title("南京大学物理学院")
    ('Zhejiang Biomedical Industry Promotion Center', 'School of Physics, Nanjing University')
    >>> title("关于支持人才发展的意见"), title("推进高质量发展行动方案(2021—2023年)")
    ('Opinions on Supporting Talent Development', 'Action Plan for Advancing High-Quality Development (2021-2023)')
    """
    return capitals(_compose(name, _Style.NAME))


def heading(text: str) -> str:
    """A heading or claim in sentence case.

    >>> heading("推动科学普及事业发展"), heading("浦江创新论坛举办")
    ('Driving development of science popularization', 'Pujiang Innovation Forum held')
    """
    return _sentence(_compose(text, _Style.HEADING))


def indicator(text: str) -> str:
    """An indicator in sentence case, its head in the plural.

    >>> indicator("累计认定外资研发中心"), indicator("项目总投入"), indicator("新增院士人数")
    ('Cumulatively recognized foreign-funded R&D centers', 'Total investment in projects', 'Number of new academicians')
    """
    return _sentence(_compose(text, _Style.FIGURE))


def _compose(text: str, style: _Style) -> str:
    plain = comparable(text)
    composed = _tidy(_phrase(_grouped(tokens(plain), style), style))
    return composed or spoken(plain) or plain


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,:;.!?)%])", r"\1", re.sub(r"([(])\s+", r"\1", text))
    return re.sub(r"\s+", " ", text).strip(" ,:;")


def _grouped(parts: Sequence[Token], style: _Style) -> list[Token]:
    """What stands in brackets or quotes becomes one token, composed by itself."""
    out: list[Token] = []
    place = 0
    while place < len(parts):
        end = _partner(parts, place)
        if end is None:
            out.append(parts[place])
            place += 1
            continue
        inside = _tidy(_phrase(_grouped(parts[place + 1 : end], style), style))
        if parts[place].zh == '"':
            out.append(Token(parts[place].zh, f'"{inside}"', "proper"))
        else:
            out.append(Token(parts[place].zh, f"({inside})", "aside"))
        place = end + 1
    return out


def _partner(parts: Sequence[Token], place: int) -> int | None:
    mark = parts[place].zh
    if parts[place].kind != "mark" or mark not in (_OPEN, '"'):
        return None
    depth = 0
    for later in range(place + 1, len(parts)):
        zh = parts[later].zh
        if (mark == '"' and zh == mark) or (mark == _OPEN and zh == _CLOSE and not depth):
            return later if later > place + 1 else None
        depth += (zh == _OPEN) - (zh == _CLOSE) if mark == _OPEN else 0
    return None


def _phrase(parts: Sequence[Token], style: _Style) -> str:
    for place, part in enumerate(parts):
        if part.kind == "mark" and part.zh in _CLAUSE:
            return f"{_phrase(parts[:place], style)}{part.zh} {_phrase(parts[place + 1 :], style)}"
    body, tail = _peeled(parts)
    if not body:
        return _linear(parts, style)
    for rule in (_about, _opened, _genitive, _unit_of, _headed):
        if (turned := rule(body, style)) is not None:
            return f"{turned} {tail}".strip()
    return f"{_linear(body, style)} {tail}".strip()


def _peeled(parts: Sequence[Token]) -> tuple[Sequence[Token], str]:
    """The name and what follows its head: (2021—2023年), 2020."""
    end = len(parts)
    while end > 1 and (parts[end - 1].kind in ("aside", "number") or parts[end - 1].zh.isdigit()):
        end -= 1
    return parts[:end], " ".join(part.en for part in parts[end:])


def _about(parts: Sequence[Token], style: _Style) -> str | None:
    """关于支持…的若干措施: the document comes first."""
    start = _last(parts, "关于", first=True)
    end = _last(parts, "的")
    if start is None or end is None or not start < end - 1 or end == len(parts) - 1:
        return None
    issuer = _phrase(parts[:start], style)
    subject = _phrase(parts[start + 1 : end], _Style.HEADING)
    document = _phrase(parts[end + 1 :], style)
    return f"{issuer} {document} on {subject}".strip()


def _opened(parts: Sequence[Token], style: _Style) -> str | None:
    """累计认定外资研发中心, 推动科普事业发展: the verb in front, then its object by itself."""
    place = next((n for n, part in enumerate(parts) if part.kind != "adjective" or not part.form), 0)
    if style is _Style.NAME or place == len(parts) - 1 or parts[place].kind not in _VERBAL or not parts[place].form:
        return None
    aims = parts[place].kind == "aim" and style is _Style.HEADING
    verb = (gerund if aims else participle)(parts[place].form)
    thing = _phrase(parts[place + 1 :], _Style.NAME if aims else _Style.FIGURE)
    return " ".join([*(part.form for part in parts[:place]), verb, thing])


def _genitive(parts: Sequence[Token], style: _Style) -> str | None:
    """科学的未来 is the future of science; 理想的城市, an adjective before its noun, stays as it is."""
    place = _last(parts, "的")
    if place is None or not 0 < place < len(parts) - 1:
        return None
    owner, owned = parts[:place], _phrase(parts[place + 1 :], style)
    if owner[0].kind in _VERBAL and len(owner) > 1:
        return f"{owned} for {_phrase(owner, _Style.HEADING)}"
    if owner[-1].kind == "adjective" or (owner[-1].kind in _LEADING and len(owner) == 1):
        return f"{_linear(owner, style)} {owned}"
    return f"{owned} of {_phrase(owner, style)}"


def _unit_of(parts: Sequence[Token], style: _Style) -> str | None:
    """上海大学微电子学院: a unit, then the institution that it belongs to."""
    if parts[-1].kind not in ("parent", "unit"):
        return None
    for place in range(len(parts) - 2, -1, -1):
        if parts[place].kind == "parent" and parts[place + 1].kind not in ("particle", "mark"):
            parent, rest = parts[: place + 1], [part for part in parts[place + 1 :] if part.zh != "附属"]
            if not rest:
                return None
            joint = len(rest) == 1 and rest[0].en[:1].isupper()  # 中共中央国务院: two bodies, not a unit
            if joint:
                return f"{_phrase(parent, style)} and {rest[0].en}"
            return f"{_phrase(rest, style)}, {_phrase(parent, style)}"
    return None


def _headed(parts: Sequence[Token], style: _Style) -> str | None:
    """A head whose English comes first: school of …, number of …, regulations on …."""
    head = parts[-1]
    if "{}" not in head.form:
        return None
    start = 0
    while start < len(parts) - 1 and parts[start].kind in _LEADING:
        start += 1
    lead, inner = parts[:start], parts[start:-1]
    if head.kind == "document" and (not inner or inner[0].kind not in _VERBAL):
        return None
    if not inner and head.kind == "figure":
        lead, inner = (), parts[:-1]
    if not inner:
        return None
    inside = _phrase(inner, {"document": _Style.HEADING, "figure": _Style.FIGURE}.get(head.kind, style))
    return f"{_linear(lead, style)} {head.form.format(inside)}".strip()


def _last(parts: Sequence[Token], zh: str, *, first: bool = False) -> int | None:
    places = [place for place, part in enumerate(parts) if part.zh == zh and part.kind == "particle"]
    return None if not places else places[0] if first else places[-1]


def _linear(parts: Sequence[Token], style: _Style) -> str:
    written = ""
    for place, part in enumerate(parts):
        word = _word(parts, place, style)
        glued = part.kind == "mark" and part.zh in "-/+&·"
        written += word if glued or not written or written[-1] in "-/+&·" else f" {word}"
    return written


def _word(parts: Sequence[Token], place: int, style: _Style) -> str:
    part = parts[place]
    final = place == len(parts) - 1
    before_and = not final and parts[place + 1].kind in ("particle", "mark")
    if part.kind == "mark":
        return "," if part.zh == "、" else part.en
    if part.zh in ("的", "之"):
        return ""
    if part.kind in _VERBAL:
        return _verb(parts, place, style)
    if part.kind == "adjective" and part.form and not final and parts[place + 1].kind in _VERBAL:
        return part.form if style is not _Style.NAME else part.en
    if (
        part.kind in ("noun", "mass")
        and part.form
        and not final
        and parts[place + 1].kind in _NOMINAL
        and not _acts(parts[place + 1])
    ):
        return part.form
    if part.kind in ("noun", "unit") and style is _Style.FIGURE and (final or before_and):
        return plural(part.en)
    return part.en


def _verb(parts: Sequence[Token], place: int, style: _Style) -> str:
    part = parts[place]
    last = 0 < place == len(parts) - 1
    if last and part.form and style is _Style.HEADING and not any(p.kind in _VERBAL for p in parts[:place]):
        return participle(part.form)
    return part.en


def _acts(part: Token) -> bool:
    """促进中心 begins with a verb whose object stands before it: 产业促进中心 is for industry, not industrial."""
    opening = words().get(part.zh[:2])
    return opening is not None and opening.kind in _VERBAL
