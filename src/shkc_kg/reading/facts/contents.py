"""What a thing is made up of, as a passage lists it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, ZONES
from shkc_kg.reading.facts.making import link
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.grammar import names_after, names_before
from shkc_kg.reading.lines.clauses import clause_of, clauses_before
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["contents"]

_WHOLES: Final = (
    FACILITIES
    | ZONES
    | {"Alliance", "Association", "Institution", "Programme", "Project", "Plan", "Company", "ResearchInstitute"}
)
_MEMBERS: Final = FACILITIES | INSTITUTIONS | ZONES | {"Project", "Programme", "Fund"}
_HOLDS: Final = re.compile(
    r"接入|下设|内设|设有|设(?=“|[^,;。立置计施备想法有]{2})|包括|包含|涵盖|囊括|整合(?:了)?|由(?=[^,;。]{4,80}组成)"
)
_JOINS: Final = re.compile(r"(?:正式)?(?:加入|接入|并入|纳入|融入)(?:了)?")


def contents(scene: Scene) -> Iterator[Relation]:
    """Parts and members: ``打造X,接入A、B等场馆``, ``X下设A``, ``A加入X联盟``."""
    for m in _HOLDS.finditer(scene.text):
        if not any(n.begin <= m.start() < n.end for n in scene.top):
            yield from _held(scene, m)
    for m in _JOINS.finditer(scene.text):
        if not any(n.begin <= m.start() < n.end for n in scene.top):
            yield from _joined(scene, m)


def _held(scene: Scene, m: re.Match[str]) -> Iterator[Relation]:
    parts = names_after(scene, m.end(), _MEMBERS)
    whole = _whole(scene, m.start())
    if whole is None:
        return
    for part in parts:
        if part.key != whole.key:
            prop = "shkc:partOf" if whole.cls not in EVENT_CLASSES else "schema:superEvent"
            yield link(scene, part, prop, whole, "contents", planned=is_future(scene, m.start()))


def _whole(scene: Scene, at: int) -> Named | None:
    """The thing whose parts follow: right before the verb, or the last name of the clause before."""
    near = names_before(scene, at, _WHOLES)
    if near:
        return near[-1] if len(near) == 1 else None
    begin, _ = clause_of(scene.text, at)
    if scene.text[begin:at].strip():
        return None
    for start, end in clauses_before(scene.text, at):
        names = scene.between(start, end)
        ends = names and names[-1].cls in _WHOLES and scene.text[names[-1].end : end] in ("", "”", "建设")
        return names[-1] if ends else None
    return None


def _joined(scene: Scene, m: re.Match[str]) -> Iterator[Relation]:
    """``A、B加入X联盟``: institutions are members of an alliance, other things parts of what takes them in."""
    wholes = names_after(scene, m.end(), {"Alliance", "Association", "Platform", "Programme"})
    if len(wholes) != 1 or scene.text.startswith("的", wholes[0].end):
        return
    for one in names_before(scene, m.start(), _MEMBERS):
        member = one.cls in INSTITUTIONS and wholes[0].cls in ("Alliance", "Association")
        prop = "schema:memberOf" if member else "shkc:partOf"
        if one.key != wholes[0].key:
            yield link(scene, one, prop, wholes[0], "joined", planned=is_future(scene, m.start()))
