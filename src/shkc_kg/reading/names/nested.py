"""Names inside longer names: 复旦大学 and 宁波 in 复旦大学宁波研究院."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from shkc_kg.reading.gazetteer import Entry
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate
from shkc_kg.reading.names.classes import EVENTS, INSTITUTIONS, PLACES, PLANS
from shkc_kg.reading.names.heads import designations, head_at_end
from shkc_kg.reading.names.known import ancestors, canonical_name, is_topic, owner_at_start, place_entry

__all__ = ["with_nested"]

_OWNED: Final = frozenset(
    (
        *("University", "ResearchInstitute", "Hospital", "Company", "Laboratory", "InnovationCentre", "Platform"),
        *("Base", "Museum", "Park"),
    )
)
_IN_TITLES: Final = frozenset(("GovernmentBody", "District", "FunctionalZone", "Institution", "City", "Province"))
_WHOLE_ZONE: Final = 6  # code points; a shorter zone at a name's start may be none of its own (临港长兴科技园)
_MEANT: Final = _OWNED - {"Park", "Base"} | {"GovernmentBody", "Academy"}


def with_nested(
    text: str, outer: Sequence[Candidate], known: Sequence[Candidate], region: str | None
) -> tuple[Candidate, ...]:
    """The outer names, which do not overlap, with the known names that are meant inside them, in order."""
    kept = list(outer)
    for inner in known:
        around = _around(outer, inner)
        if around is None or (around.begin, around.end) == (inner.begin, inner.end):
            continue
        if (inner.end == around.end and inner.cls == around.cls) or (inner.entry and inner.entry is around.entry):
            continue  # 英国剑桥大学 names one university, 京东集团 one company
        if _is_meant(inner, around, region, kept):
            kept.append(replace(inner, nested=True))
    kept += [made for one in outer if (made := _designation(one)) is not None]
    kept += [owner for one in outer if (owner := _owner(one, kept)) is not None]
    kept += [body for one in outer if (body := _founded(one)) is not None]
    kept += [academy for one in outer if (academy := _academy(text, one)) is not None]
    return tuple(sorted(kept, key=lambda c: (c.begin, -c.end)))


def _around(outer: Sequence[Candidate], inner: Candidate) -> Candidate | None:
    """The outer name that holds a place."""
    at = bisect_right(outer, inner.begin, key=lambda c: c.begin) - 1
    return outer[at] if at >= 0 and inner.end <= outer[at].end else None


def _is_meant(inner: Candidate, around: Candidate, region: str | None, kept: Sequence[Candidate]) -> bool:
    """Whether a listed name inside another is meant: 宁波 in 复旦大学宁波研究院, but not 浦江 in 浦江创新论坛."""
    if around.rule == "title":
        return inner.cls in _IN_TITLES and inner.text not in words("strong")
    if inner.entry is not None and is_topic(inner.text, inner.entry):
        return False
    if inner.cls in PLANS:
        return inner.text.startswith("“")
    if inner.cls == "FunctionalZone" and inner.begin == around.begin and len(inner.text) >= _WHOLE_ZONE:
        return around.cls not in PLACES | EVENTS
    if inner.cls == "Country":
        return inner.begin == around.begin and around.cls in INSTITUTIONS and inner.label != "中国"
    if inner.cls == "Academy" and inner.begin > around.begin:
        return False  # 微软亚洲互联网工程院
    if inner.cls == "District":
        return inner.entry is not None and (inner.text == inner.entry.name or _lies_in(inner.entry, region))
    if inner.cls == "City":
        led = any(k.nested and k.end == inner.begin and k.cls in _OWNED | {"Academy"} for k in kept)
        own = around.rule == "media" and inner.entry is not None and inner.entry.name == region
        return led or own or inner.text.endswith(("市", "州"))
    return (inner.cls == "Province" and around.cls != "Award") or inner.cls in _MEANT


def _lies_in(entry: Entry, region: str | None) -> bool:
    return region is not None and (region == entry.name or region in ancestors(entry))


def _designation(outer: Candidate) -> Candidate | None:
    """The designation that a zone's name begins with: 科技创新中心 of 科技创新中心重要承载区."""
    if outer.cls != "FunctionalZone":
        return None
    word = next((w for w in designations() if outer.text.startswith(w) and outer.text != w), None)
    if word is None:
        return None
    return Candidate(outer.begin, outer.begin + len(word), word, outer.cls, "name:designation", nested=True)


def _owner(outer: Candidate, kept: Sequence[Candidate]) -> Candidate | None:
    """The body that a longer name of a body begins with, as a nested name."""
    lead = _lead(outer)
    found = owner_at_start(outer.text[lead:]) if outer.cls in _OWNED else None
    if found is None:
        return None
    text, entry = found
    if entry is outer.entry or _is_known_whole(outer, entry):
        return None  # a listed name is known whole: 京东集团, 中国人民解放军军事科学院
    begin = outer.begin + lead
    end = begin + len(text)
    if lead and outer.text == outer.text[:lead] + text + "大学":
        return None  # 台湾清华大学 is none of 清华大学
    if any(k.nested and (k.begin, k.end) == (begin, end) for k in kept):
        return None
    name = canonical_name(entry, text)
    return Candidate(begin, end, text, entry.cls, "name:owner", entry, name, nested=True)


def _is_known_whole(outer: Candidate, inner: Entry) -> bool:
    """Whether a list holds the longer name and what opens it is no owner: 上汽通用五菱, but 深交所创业板."""
    if outer.entry is None:
        return False
    return inner.cls == "GovernmentBody" or inner.cls == outer.cls == "Company"


_FOUNDING: Final = re.compile(r"(?:成立|揭牌|挂牌|启动|开工|奠基|落成|启用|揭幕|开园)(?:仪式|大会|典礼|暨)")


def _founded(outer: Candidate) -> Candidate | None:
    """The body whose founding a ceremony's name tells: 某联盟 of 某联盟成立仪式."""
    m = _FOUNDING.search(outer.text) if outer.cls in ("Ceremony", "Conference") else None
    head = head_at_end(outer.text[: m.start()]) if m is not None else None
    if m is None or head is None or head.cls not in INSTITUTIONS or m.start() - len(head.word) < _OWN_WORDS:
        return None
    end = outer.begin + m.start()
    return Candidate(outer.begin, end, outer.text[: m.start()], head.cls, "name:founded", nested=True)


_OWN_WORDS: Final = 4  # code points before the head
_TITLED: Final = re.compile(r"$|\(|、|(?!专家|工作站|团队|增选|候选|科普|座谈|咨询|论坛|大会|及|和)[\u4e00-\u9fff]")


def _academy(text: str, outer: Candidate) -> Candidate | None:
    """The academy whose members a title names: 中国工程院 of 中国工程院院士, but not in 中国工程院院士专家成果展区."""
    found = owner_at_start(outer.text) if outer.cls == "Award" and outer.text.endswith("院士") else None
    if found is None or found[1].cls != "Academy" or not _TITLED.match(text, outer.end):
        return None
    form, entry = found
    end, name = outer.begin + len(form), canonical_name(entry, form)
    return Candidate(outer.begin, end, form, entry.cls, "name:academy", entry, name, nested=True)


def _lead(outer: Candidate) -> int:
    """What stands before the owner in a name, in code points: a place (上海清华…中心), or 环 (环同济…圈)."""
    if outer.text.startswith("环"):
        return 1
    if owner_at_start(outer.text) is not None:
        return 0
    return next((end for end in (3, 2) if place_entry(outer.text[:end]) is not None), 0)
