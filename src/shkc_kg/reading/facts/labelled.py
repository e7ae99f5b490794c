"""Lines with a label below an entry's name: ``依托单位 A``, ``成立时间:2019年7月``, ``研究方向:甲、乙``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from shkc_kg.model import Literal, Relation, Term
from shkc_kg.reading.classes import BODIES, FACILITIES, INSTITUTIONS, PLACES
from shkc_kg.reading.facts.entries import Entry, in_entries
from shkc_kg.reading.facts.making import Actor, here, link_key, place_property, told
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.facts.when import When, coarse
from shkc_kg.reading.lexicon import labels
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.scene import Scene

__all__ = ["labelled", "parent_property", "parted", "stated"]

_MARK: Final = r"(?:[ \t]*[:|][ \t]*|[ \t]+|为|(?=\d{4}年|\d{1,2}月))"
_LEAD: Final = re.compile(r"[(]?(?:\d{1,2}|[一二三四五六七八九十])?[).、]?\s*[·*●-]*")
_PROGRAMMES: Final = frozenset(("Project", "Programme", "Plan", "Initiative"))


@cache
def _label() -> re.Pattern[str]:
    known = any_of(labels())
    return re.compile(rf"(?P<label>{known}){_MARK}")


def labelled(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """What labelled lines say of the entry that they stand below."""
    for scene, entry in in_entries(scenes):
        at = _LEAD.match(scene.text, entry.at)
        m = _label().match(scene.text, at.end() if at else entry.at)
        if m is not None:
            yield from stated(scene, entry, labels()[m["label"]], (m.start(), m.end()))


def parent_property(cls: str, other: str) -> str:
    """The property that ties a thing to the body that houses it."""
    return "schema:parentOrganization" if {cls, other} <= INSTITUTIONS else "shkc:partOf"


def stated(scene: Scene, entry: Entry, role: str, label: tuple[int, int]) -> Iterator[Relation]:
    """What a value behind a label is to an entry, by the label's role."""
    cls = scene.things[entry.key].cls
    if ":" in role or role == "held":
        yield from _date(scene, entry, role, label)
    elif role == "field":
        yield from _fields(scene, entry, label)
    elif role == "place":
        for name in _row(scene, label[1], PLACES | FACILITIES)[-1:]:
            prop = "schema:location" if cls in EVENT_CLASSES else place_property(cls)
            yield _of(scene, entry.actor, prop, here(name), label, name)
    else:
        yield from _bodies(scene, entry, role, label, cls)


def _bodies(scene: Scene, entry: Entry, role: str, label: tuple[int, int], cls: str) -> Iterator[Relation]:
    if role == "head":
        for name in _row(scene, label[1], {"Person"})[:1]:
            if cls not in _PROGRAMMES | EVENT_CLASSES:
                yield _of(scene, here(name), "schema:affiliation", entry.actor, label, name)
        return
    for name in _row(scene, label[1], BODIES | FACILITIES):
        prop = _property(role, cls, name.cls)
        if prop and name.key != entry.key:
            yield _of(scene, entry.actor, prop, here(name), label, name)


def _property(role: str, cls: str, other: str) -> str:
    """The property that a role means for an entry of a class; none where the two do not go together."""
    event = cls in EVENT_CLASSES
    match role:
        case "parent" if not event and other not in PLACES:
            return parent_property(cls, other)
        case "founder" if not event and cls not in _PROGRAMMES:
            return "schema:founder"
        case "organizer" | "holder":
            return "schema:organizer" if event or role == "organizer" else ""
        case "partner" if not event and cls not in _PROGRAMMES:
            return "shkc:cooperatesWith"
    return ""


def _of(
    scene: Scene, subject: Actor, prop: str, value: Actor | Literal | Term, label: tuple[int, int], name: Named
) -> Relation:
    words, planned = (label[0], name.end), is_future(scene, label[0])
    return link_key(scene, subject, prop, value, "label:line", words, planned=planned)


def _row(scene: Scene, at: int, classes: frozenset[str] | set[str]) -> list[Named]:
    """The names of the list that a value opens with."""
    found: list[Named] = []
    for name in scene.top:
        if name.begin < at:
            continue
        gap = scene.text[at : name.begin]
        if gap not in ("", "、", "和", "及", " ", ",", ";", "与") or (found and gap == ""):
            inner = gap == "" and name.cls in PLACES and bool(found) and found[-1].cls in PLACES
            if not inner:
                break
        if name.cls not in classes:
            break
        found.append(name)
        at = name.end
    return found


def _date(scene: Scene, entry: Entry, prop: str, label: tuple[int, int]) -> Iterator[Relation]:
    date = next((d for d in scene.dates if label[1] <= d.begin <= label[1] + 1), None)
    event = scene.things[entry.key].cls in EVENT_CLASSES
    if date is None or event != (prop == "held"):
        return
    first, _, last = date.edtf.partition("/")
    ends = [("schema:startDate", first), ("schema:endDate", last)] if prop == "held" else [(prop, coarse(date.edtf))]
    when = When(date.edtf, (date.begin, date.end))
    planned = is_future(scene, label[0])
    for name, value in ends:
        if value:
            proof = told(scene, when, "label:date", label, planned=planned, subject=entry.actor)
            yield Relation(scene.name(entry.key), name, Literal(value, "date"), proof)


_FIELD: Final = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,14}")


def _fields(scene: Scene, entry: Entry, label: tuple[int, int]) -> Iterator[Relation]:
    value = re.split(r"[。;]", scene.text[label[1] :])[0].removesuffix("等")
    for field in parted(scene, label[1], label[1] + len(value)):
        if _FIELD.fullmatch(field):
            words, term = (label[0], label[1] + len(value)), Term(field, "field")
            yield link_key(scene, entry.actor, "shkc:field", term, "label:field", words)


def parted(scene: Scene, begin: int, end: int) -> list[str]:
    """The members of a list of words; 和 parts them only where it is a word: not in 碳中和."""
    found, at = [], begin
    for i in range(begin, end):
        token = scene.words.tokens[scene.words.at[i]]
        joint = token.end - token.begin == 1 and not scene.text.endswith("碳中", 0, i)
        if scene.text[i] in "、,和与及" and joint:
            found.append(scene.text[at:i])
            at = i + 1
    return [*found, scene.text[at:end]]
