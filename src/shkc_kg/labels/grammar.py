"""Composes English of known parts: a Chinese name's modifiers keep their order and its head stays last.

Where English turns things round, a head's pattern says so (学院: ``school of {}``), a unit follows its parent
after a comma, and a document's subject comes after it (关于…的意见, 推进…条例).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from shkc_kg.labels.forms import comparable
from shkc_kg.labels.inflect import capitals, gerund, participle
from shkc_kg.labels.order import NOMINAL, OPENING, VERBAL, Style, linear
from shkc_kg.labels.readings import spoken
from shkc_kg.labels.tokens import Token, tokens

__all__ = ["heading", "indicator", "title"]

_OPEN, _CLOSE = "(", ")"
_CLAUSE = frozenset(",:;!?.")
_LONGEST = 300  # characters; what is longer is no name, and its label ends there
_AIMS = frozenset({"aim", "task"})
_LEADING = frozenset({"proper", "parent", "number"})


def title(name: str) -> str:
    """A name in title case.

    >>> title("浙江省生物医药产业促进中心"), title("南京大学物理学院")
    ('Zhejiang Biomedical Industry Promotion Center', 'School of Physics, Nanjing University')
    >>> title("关于支持人才发展的意见"), title("推进高质量发展行动方案(2021—2023年)")
    ('Opinions on Supporting Talent Development', 'Action Plan for Advancing High-Quality Development (2021-2023)')
    """
    return capitals(_compose(name, Style.NAME))


def heading(text: str) -> str:
    """A heading or claim in sentence case.

    >>> heading("推动科学普及事业发展"), heading("浦江创新论坛举办")
    ('Driving development of science popularization', 'Pujiang Innovation Forum held')
    """
    return _sentence(_compose(text, Style.HEADING))


def indicator(text: str) -> str:
    """An indicator in sentence case, its head in the plural.

    >>> indicator("累计认定外资研发中心"), indicator("项目总投入"), indicator("新增院士人数")
    ('Cumulatively recognized foreign-funded R&D centers', 'Total investment in projects', 'Number of new academicians')
    """
    return _sentence(_compose(text, Style.FIGURE))


def _compose(text: str, style: Style) -> str:
    plain = comparable(text[:_LONGEST])
    composed = _tidy(_phrase(_grouped(tokens(plain), style), style))
    return composed or spoken(plain) or plain


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]


def _tidy(text: str) -> str:
    text = re.sub(r"\s+([,:;.!?)%])", r"\1", re.sub(r"([(])\s+", r"\1", text))
    return re.sub(r"\s+", " ", text).strip(" ,:;")


def _grouped(parts: Sequence[Token], style: Style) -> list[Token]:
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
            quoted = inside if inside.startswith('"') else f'"{inside}"'
            out.append(Token(parts[place].zh, quoted, "proper"))
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


def _phrase(parts: Sequence[Token], style: Style) -> str:
    for place, part in enumerate(parts):
        if part.kind == "mark" and part.zh in _CLAUSE:
            return f"{_phrase(parts[:place], style)}{part.zh} {_phrase(parts[place + 1 :], style)}"
    body, tail = _peeled(parts)
    if not body:
        return linear(parts, style)
    for rule in _RULES[style]:
        if (turned := rule(body, style)) is not None:
            return f"{turned} {tail}".strip()
    return f"{linear(body, style)} {tail}".strip()


def _peeled(parts: Sequence[Token]) -> tuple[Sequence[Token], str]:
    """The name and what follows its head: (2021—2023年), 2020."""
    end = len(parts)
    while end > 1 and (parts[end - 1].kind in ("aside", "number") or parts[end - 1].zh.isdigit()):
        end -= 1
    return parts[:end], " ".join(part.en for part in parts[end:])


def _about(parts: Sequence[Token], style: Style) -> str | None:
    """关于支持…的若干措施: the document comes first."""
    start = _last(parts, "关于", first=True)
    end = _last(parts, "的")
    if start is None or end is None or not start < end - 1 or end == len(parts) - 1:
        return None
    issuer = _phrase(parts[:start], style)
    subject = _phrase(parts[start + 1 : end], Style.HEADING)
    document = _phrase(parts[end + 1 :], style)
    return f"{issuer} {document} on {subject}".strip()


def _aimed(parts: Sequence[Token], style: Style) -> str | None:
    """推动科普事业发展: an aim, then all the rest as its object."""
    return _opened(parts, style) if parts[_first_verb(parts)].kind in _AIMS else None


def _opened(parts: Sequence[Token], style: Style) -> str | None:
    """累计认定外资研发中心: the verb in front, then its object by itself."""
    place = _first_verb(parts)
    if place == len(parts) - 1 or not _opens(parts[place]):
        return None
    aims = parts[place].kind in _AIMS and style is Style.HEADING
    inflected = gerund if aims else participle
    verbs = [inflected(parts[place].form)]
    place_of_next = _next_verb(parts, place)
    if place_of_next is not None:
        verbs.append(inflected(parts[place_of_next].form))
    thing = _phrase(parts[(place_of_next or place) + 1 :], Style.NAME if aims else Style.FIGURE)
    return " ".join([*(part.form for part in parts[:place]), " and ".join(verbs), thing])


def _opens(part: Token) -> bool:
    return part.kind in OPENING and bool(part.form)


def _next_verb(parts: Sequence[Token], place: int) -> int | None:
    """引入和培育品种, 摄制播出节目: two verbs that share an object."""
    joined = place + 2 if parts[place + 1].zh in ("和", "与", "并", "及", "、") else place + 1
    if joined >= len(parts) - 1 or not _opens(parts[joined]):
        return None
    return joined if joined == place + 2 or parts[place].kind == parts[joined].kind == "verb" else None


def _told(parts: Sequence[Token], style: Style) -> str | None:
    """平台提升能级: who, doing what."""
    verbs = [n for n, part in enumerate(parts[:-1]) if n and part.kind == "aim" and part.form]
    if len(verbs) != 1 or parts[verbs[0] - 1].kind not in NOMINAL or parts[verbs[0] + 1].kind in ("unit", "parent"):
        return None
    who, what = parts[: verbs[0]], parts[verbs[0] + 1 :]
    return f"{_phrase(who, style)} {gerund(parts[verbs[0]].form)} {_phrase(what, style)}"


def _first_verb(parts: Sequence[Token]) -> int:
    """The place of the first word that is no adverb (累计, 持续)."""
    return next((n for n, part in enumerate(parts) if part.kind != "adjective" or not part.form), 0)


def _located(parts: Sequence[Token], style: Style) -> str | None:
    """在喀什地区推广面积: the place goes to the end."""
    if len(parts) < 3 or parts[0].zh != "在" or parts[1].kind not in _LEADING:
        return None
    return f"{_phrase(parts[2:], style)} in {parts[1].en}"


def _genitive(parts: Sequence[Token], style: Style) -> str | None:
    """科学的未来 is the future of science; 举办活动的基地 are bases holding activities; an adjective stays in front."""
    place = _last(parts, "的")
    if place is None or place == 0:
        return None
    owner, rest = parts[:place], parts[place + 1 :]
    if not rest:
        return _phrase(owner, style)
    owned = _phrase(rest, style)
    if _opens(owner[0]):
        return _attributive(owner, owned, style)
    if owner[0].zh == "由" and len(owner) > 2 and owner[-1].kind in VERBAL and owner[-1].form:
        return f"{owned} {participle(owner[-1].form)} by {_phrase(owner[1:-1], Style.FIGURE)}"
    if owner[-1].kind == "adjective" or (owner[-1].kind in _LEADING and len(owner) == 1):
        return f"{linear(owner, style)} {owned}"
    return f"{owned} of {_phrase(owner, style)}"


def _attributive(owner: Sequence[Token], owned: str, style: Style) -> str:
    if len(owner) == 1:
        return f"{participle(owner[0].form)} {owned}"
    doing = f"{gerund(owner[0].form)} {_phrase(owner[1:], style)}"
    return f"{owned} for {doing}" if style is Style.NAME else f"{owned} {doing}"


def _unit_of(parts: Sequence[Token], style: Style) -> str | None:
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


def _headed(parts: Sequence[Token], style: Style) -> str | None:
    """A head whose English comes first: school of …, number of …, regulations on …."""
    head = parts[-1]
    if "{}" not in head.form:
        return None
    start = 0
    while start < len(parts) - 1 and parts[start].kind in _LEADING:
        start += 1
    lead, inner = parts[:start], parts[start:-1]
    if head.kind == "document" and not (len(inner) > 1 and _opens(inner[0])):
        return None
    if head.kind == "figure":
        lead, inner = (), parts[:-1]
    if not inner:
        return None
    inside = _phrase(inner, _inner_style(head, style))
    return f"{linear(lead, style)} {head.form.format(inside)}".strip()


def _inner_style(head: Token, style: Style) -> Style:
    if head.kind == "document":
        return Style.HEADING
    if head.kind == "figure":
        # the number of patents, but patent applications
        return Style.NAME if re.match(r"\{\} [a-z]+$", head.form) else Style.FIGURE
    return style


def _last(parts: Sequence[Token], zh: str, *, first: bool = False) -> int | None:
    places = [place for place, part in enumerate(parts) if part.zh == zh and part.kind == "particle"]
    return None if not places else places[0] if first else places[-1]


_RULES: Final[dict[Style, tuple[Callable[[Sequence[Token], Style], str | None], ...]]] = {
    Style.NAME: (_about, _genitive, _unit_of, _headed),
    Style.HEADING: (_about, _aimed, _located, _genitive, _opened, _told, _unit_of, _headed),
    Style.FIGURE: (_about, _located, _genitive, _opened, _unit_of, _headed),
}
