"""Elections to an academy: who, from where, to which division, in which year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from shkc_kg.model import Fact, Literal, Membership, PassageKind, Relation, ScopeReason, Term
from shkc_kg.reading.facts.making import link
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import Resolved
from shkc_kg.reading.scene import Scene

__all__ = ["elections"]


@dataclass(frozen=True, slots=True)
class _Announced:
    """The year in which an election was announced, and the passage that prints it."""

    year: int
    passage: str


@dataclass(frozen=True, slots=True)
class _Head:
    """A heading of a list of the newly elected: keys of the academy and of the title, its passage, and the day told."""

    academy: str
    title: str | None
    passage: str
    announced: _Announced | None = None


_ELECTED: Final = re.compile(r"(?:新增|增选|当选|新当选|入选)[^,;。]{0,10}院士|院士[^,;。]{0,8}(?:名单|当选|增选)")
_GENDER: Final = re.compile(r"\((?P<g>女|男)")


def _academies(scenes: Sequence[Scene]) -> dict[str, _Head]:
    """Passages that head a list of the newly elected, with the academy's key and the title's."""
    found = {}
    said: dict[str, _Announced] = {}  # by the heading below which it stands
    for scene in scenes:
        if (day := _announcement(scene)) is not None:
            said[next(iter(_at_and_above(scene)), "")] = day
        if scene.passage.kind is PassageKind.HEADING and _ELECTED.search(scene.text):
            academy = next((n for n in scene.names if n.cls in ("Academy", "Award")), None)
            key = _academy_key(scene, academy)
            if key and academy:
                title = academy.key if academy.cls == "Award" else None
                told = next((said[p] for p in _at_and_above(scene) if p in said), None)
                found[scene.passage.id] = _Head(key, title, scene.passage.id, told)
    return found


def _at_and_above(scene: Scene) -> tuple[str, ...]:
    """The headings that a passage stands below, nearest first, itself if it is one."""
    own = (scene.passage.id,) if scene.passage.kind is PassageKind.HEADING else ()
    return (*own, *scene.passage.scope)


_TOLD: Final = re.compile(r"[^。;]{0,40}?(?:增选|当选|新增|公布|揭晓)[^。;]{0,20}")


def _announcement(scene: Scene) -> _Announced | None:
    """The year that a sentence gives to an election: ``2017年11月28日,两院公布院士增选结果``, or its heading does."""
    for date in scene.dates:
        m = _TOLD.match(scene.text, date.end) if date.has_year and not date.as_of else None
        if m is not None and re.search(r"院士|增选", m[0]) and re.fullmatch(r"\d{4}(?:-\d\d){0,2}", date.edtf):
            return _Announced(int(date.edtf[:4]), scene.passage.id)
    return None


def _academy_key(scene: Scene, name: Named | None) -> str | None:
    """The academy that a name is or, for a title such as 中科院院士, begins with."""
    if name is None:
        return None
    if name.cls == "Academy":
        return name.key
    printed = scene.text[name.begin : name.end]
    forms = ((key, form) for key, t in scene.things.items() if t.cls == "Academy" for form in _academy_forms(t))
    return max(((len(form), key) for key, form in forms if printed.startswith(form)), default=(0, None))[1]


def _academy_forms(academy: Resolved) -> tuple[str, ...]:
    return (academy.name, *academy.forms, *(academy.entry.aliases if academy.entry else ()))


def elections(scenes: Sequence[Scene]) -> Iterator[Fact]:
    """The facts of people's cards: affiliations, gender, division and, below a list's heading, the election.

    ``吴明红(女)\\n上海大学\\n(环境与轻纺工程学部)`` below ``新增工程院院士``.
    """
    heads = _academies(scenes)
    for scene in scenes:
        person = next((n for n in scene.top if n.cls == "Person" and n.begin == 0), None)
        if scene.passage.kind is not PassageKind.CARD or person is None:
            continue
        yield from _card(scene, person, next((heads[p] for p in scene.passage.scope if p in heads), None))


def _card(scene: Scene, person: Named, academy: _Head | None) -> Iterator[Fact]:
    name = scene.name(person.key)
    division = next((n for n in scene.top if n.cls == "AcademyDivision"), None)
    for other in scene.top:
        if other is not person and other.cls not in ("AcademyDivision", "Person"):
            yield link(scene, person, "schema:affiliation", other, "card")
    if m := _GENDER.match(scene.text[person.end :]):
        value = Term("schema:Female" if m["g"] == "女" else "schema:Male")
        yield Relation(name, "schema:gender", value, scene.evidence("card", (person.begin, person.end + m.end())))
    if division is not None:
        yield link(scene, person, "shkc:division", division, "card")
    if academy is not None:
        yield from _membership(scene, person, division, academy)


def _membership(scene: Scene, person: Named, division: Named | None, academy: _Head) -> Iterator[Fact]:
    organization, head = scene.name(academy.academy), academy.passage
    told = academy.announced
    year = told.year if told else scene.year
    reasons = (ScopeReason.REPORT_YEAR,) if year and not told else ()
    spans = [(person.begin, person.end)] + ([(division.begin, division.end)] if division else [])
    here = scene.evidence("card", *spans, scope=(head,))
    above = tuple(dict.fromkeys((head, *([told.passage] if told else []))))
    dated = scene.evidence("card", *spans, scope=above, reasons=reasons)
    yield Relation(scene.name(person.key), "schema:memberOf", organization, here)
    if academy.title is not None:
        # a title such as 中科院院士 is a membership too, and the words that the heading prints
        yield Relation(scene.name(person.key), "schema:memberOf", scene.name(academy.title), here)
    if division is not None:
        yield Relation(scene.name(division.key), "shkc:partOf", organization, here)
    if year is not None:
        yield Relation(scene.name(person.key), "shkc:electedIn", Literal(f"{year:04d}", "date"), dated)
    part = scene.name(division.key) if division else None
    yield Membership(scene.name(person.key), organization, part, year, dated)
