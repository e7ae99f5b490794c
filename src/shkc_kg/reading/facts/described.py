"""What an entry's own clauses tell of it without naming it: ``1.X。选址P,由A与B共同发起,2024年投用``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shkc_kg.model import Literal, Relation, Term
from shkc_kg.reading.classes import BODIES, FACILITIES, INSTITUTIONS, PLACES
from shkc_kg.reading.facts.entries import Entry, clauses_of, in_entries, opened
from shkc_kg.reading.facts.founders import MADE
from shkc_kg.reading.facts.labelled import parent_property, parted
from shkc_kg.reading.facts.making import here, link_key, place_property, told
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.facts.when import When, coarse
from shkc_kg.reading.grammar import verbs
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["described"]

_HOUSED: Final = re.compile(
    r"依托(?=[^,;。]{2,40}(?:[,;。]|组建|建成|共建|建设|设立|成立|运行|$))|(?:依托|挂靠)(?:单位)?(?:为|是|在|于)?(?=[^,;。]{2,30}(?:[,;。]|$))|以(?=[^,;。]{2,30}为依托单位)"
)
_BY: Final = re.compile(r"由(?=[^,;。]{2,60}?(?:发起|组建|共建|合建|创办|创建|设立|成立|出资|筹建|牵头建设))")
_WITH: Final = re.compile(r"(?:联合|会同|与)(?=[^,;。]{2,40}?(?:组建|共建|合建|发起|设立|建设)(?:[,;。]|$))")
_FOUNDING: Final = re.compile(
    r"(?:等)?(?:单位|机构|[\d一二三四五六七八九十]+[家方])?(?:于[\d年月日]{2,12})?"
    r"(?:共同|联合|合作|牵头|投资|出资[\d.]*[万亿]*元?)*(?:发起|组建|共建|合建|创办|创建|设立|成立|筹建|建设)"
)
_STANDS: Final = re.compile(r"(?:项目|现)?(?:选址于?|位于|坐落于|坐落在|地处|落户于?|设在|设于|落址)")
_FIELDS: Final = re.compile(
    r"(?:主攻|专攻|聚焦|专注于?|主要从事|重点开展|重点研究|主要研究)(?P<list>[^,;。“《]{2,40}?)(?:等)?(?:[两二三四五六七八九十\d]+(?:大|个))?"
    r"(?:领域|方向|产业|研究|研发)*(?=[,;。]|$)"
)
_ON: Final = re.compile(r"(?:计划|预计|拟|将|已)?于?")
_SOON: Final = re.compile(r"(?:年?[初中底末]|上半年|下半年)?(?:前)?(?:全面|正式|全部|整体|主体|竣工|建成)*")
_FIELD: Final = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{2,14}")
_NO_FIELD: Final = re.compile(r"[的了]|产业链|问题|需求|目标|任务|战略|发展|创新|技术攻关|建设|提升|服务")


def described(scenes: Sequence[Scene]) -> Iterator[Relation]:
    """The relations that the clauses of an entry, or of a sentence that opens with a name, state of it."""
    for scene, entry in in_entries(scenes):
        if entry.whole and scene.things[entry.key].cls in MADE:
            for begin, end in clauses_of(scene, entry):
                yield from _told(scene, entry, begin, end)
    for scene in scenes:
        for entry, stop in opened(scene):
            for begin, end in clauses_of(scene, entry, stop):
                yield from _told(scene, entry, begin, end)


def _told(scene: Scene, entry: Entry, begin: int, end: int) -> Iterator[Relation]:
    yield from _housed(scene, entry, begin, end)
    yield from _founded(scene, entry, begin, end)
    yield from _run(scene, entry, begin, end)
    yield from _placed(scene, entry, begin, end)
    yield from _dated(scene, entry, begin, end)
    m = _FIELDS.match(scene.text, begin, end)
    for field in parted(scene, *m.span("list")) if m else ():
        if _FIELD.fullmatch(field) and not _NO_FIELD.search(field):
            term, planned = Term(field, "field"), is_future(scene, begin)
            words = (begin, m.end()) if m else (begin, end)
            yield link_key(scene, entry.actor, "shkc:field", term, "entry:field", words, planned=planned)


def _row(scene: Scene, at: int, end: int) -> tuple[list[Named], int]:
    """The names of the list that begins at a place, and where it ends."""
    found: list[Named] = []
    for name in scene.top:
        if name.begin < at or name.end > end:
            continue
        if scene.text[at : name.begin] not in ("", "、", "和", "与", "及", "联合", "会同", "携手") or (
            found and name.begin == at
        ):
            break
        found.append(name)
        at = name.end
    return found, at


def _housed(scene: Scene, entry: Entry, begin: int, end: int) -> Iterator[Relation]:
    """``依托A``, ``依托A建设``: A is the body that it belongs to."""
    m = _HOUSED.match(scene.text, begin, end + 1)
    for name in _row(scene, m.end(), end)[0] if m else ():
        if name.cls in INSTITUTIONS and name.key != entry.key:
            prop = parent_property(scene.things[entry.key].cls, name.cls)
            planned = is_future(scene, begin)
            yield link_key(scene, entry.actor, prop, here(name), "entry:housed", (begin, name.end), planned=planned)


def _founded(scene: Scene, entry: Entry, begin: int, end: int) -> Iterator[Relation]:
    """``由A与B共同发起``, ``联合A组建``: they founded it."""
    m = _BY.match(scene.text, begin, end) or _WITH.match(scene.text, begin, end + 1)
    if m is None:
        return
    row, at = _row(scene, m.end(), end)
    verb = _FOUNDING.match(scene.text, at, end)
    if verb is None or scene.text.startswith("的", verb.end()):
        return
    for name in row:
        if name.cls in BODIES and name.key != entry.key:
            words, planned = (begin, verb.end()), is_future(scene, verb.start())
            yield link_key(scene, entry.actor, "schema:founder", here(name), "entry:founder", words, planned=planned)


_RUN: Final = re.compile(r"(?:由|委托)(?=[^,;。]{2,40}?(?:管理|运营|运行|运维))")
_RUNNING: Final = re.compile(
    r"(?:等)?(?:单位)?(?:共同|联合|具体|整体|受托|统一|承担建设和|负责|承担|建设)*(?:日常)?(?:投资|建设)?(?:管理|运营|运行|运维)(?:和?管理)?(?=[,;。]|$)"
)


def _run(scene: Scene, entry: Entry, begin: int, end: int) -> Iterator[Relation]:
    """``由A负责运营``, ``委托A管理``: A runs it."""
    m = _RUN.match(scene.text, begin, end)
    row, at = _row(scene, m.end(), end) if m else ([], begin)
    if not row or not _RUNNING.match(scene.text, at, end + 1):
        return
    for name in row:
        if name.cls in INSTITUTIONS and name.key != entry.key:
            planned = is_future(scene, begin)
            yield link_key(
                scene, entry.actor, "schema:organizer", here(name), "entry:run", (begin, end), planned=planned
            )


def _placed(scene: Scene, entry: Entry, begin: int, end: int) -> Iterator[Relation]:
    """``选址P``, ``位于P``: the innermost of the places that are printed there."""
    m = _STANDS.match(scene.text, begin, end)
    if m is None:
        return
    places = [n for n in scene.between(m.end(), end, PLACES | FACILITIES) if n.cls != "Country"]
    if not places or places[0].begin != m.end():
        return
    place = places[0]
    for inner in places[1:]:
        if inner.begin != place.end:
            break
        place = inner
    if place.key == entry.key or scene.text.startswith(_NOT_IN, place.end):
        return
    prop, planned = place_property(scene.things[entry.key].cls), is_future(scene, begin)
    yield link_key(scene, entry.actor, prop, here(place), "entry:place", (begin, place.end), planned=planned)


_NOT_IN: Final = ("的", "、", "和", "与", "至", "-", "—", "交界", "以")


def _dated(scene: Scene, entry: Entry, begin: int, end: int) -> Iterator[Relation]:
    """``2024年投用``: a date and what came about then, and nothing else."""
    at = _ON.match(scene.text, begin, end)
    date = next((d for d in scene.dates if at and d.begin == at.end() and "/" not in coarse(d.edtf)), None)
    if date is None:
        return
    soon = _SOON.match(scene.text, date.end, end)
    begins = (date.end, soon.end() if soon else date.end)
    verb = next((v for v in verbs(scene, "found", "come") if v.begin in begins), None)
    if verb is None or verb.end != end:
        return
    when, planned = When(date.edtf, (date.begin, date.end)), is_future(scene, verb.begin)
    for prop in verb.prop.split():
        proof = told(scene, when, "entry:date", (verb.begin, verb.end), planned=planned, subject=entry.actor)
        yield Relation(scene.name(entry.key), prop, Literal(coarse(date.edtf), "date"), proof)
