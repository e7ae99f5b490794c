"""Who works with whom: agreements, joint founding, joint activities, offices abroad, acceptance of projects."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.facts.making import Actor, actor, link, link_key, span_of
from shkc_kg.reading.grammar import INSTITUTIONS, clause_of, is_future
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["cooperation"]

_PARTNERS: Final = INSTITUTIONS | {"Province", "City", "District", "Country"}
_WITH: Final = re.compile(r"(?:^|(?<=[,;。、:\n\t])|(?<=[\u4e00-\u9fff]))(?:与|和|同|联合|会同|携手|联手)")
_TOGETHER: Final = re.compile(r"(?:签署|签订|共建|共同|合作|联动|联合|开展|举办|共举办|对接|携手|推出|发布|摄制|搭建|签约|组建|成立)")
_OFFICE: Final = re.compile(r"在(?P<place>[\u4e00-\u9fff]{2,8})(?:设立|建立|开设|成立)(?:了)?(?:[^,;。]{0,8})?(?:代表处|办事处|分支机构|分中心)")
_ACCEPTED: Final = re.compile(r"通过(?P<by>[^,;。]{2,20}?)(?:组织的)?(?:验收|评审|鉴定)")


def cooperation(scene: Scene) -> Iterator[Relation]:
    """The relations between bodies that a passage states."""
    yield from _with(scene)
    yield from _offices(scene)
    yield from _accepted(scene)


def _with(scene: Scene) -> Iterator[Relation]:
    """``与B签署《协议》``, ``A与B共建C``, ``联合B摄制``: A, or the place or region in view, works with B."""
    for m in _WITH.finditer(scene.text):
        begin, end = clause_of(scene.text, m.start())
        partners = _chain(scene, m.end(), end)
        if not partners or any(n.begin <= m.start() < n.end for n in scene.top):
            continue
        rest = scene.text[partners[-1].end : end]
        verb = _TOGETHER.search(rest)
        if verb is None or verb.start() > 24:
            continue
        first = _first(scene, begin, m.start())
        if first is None:
            continue
        future = is_future(scene, partners[-1].end + verb.start())
        words = span_of((m.start(), m.end()), partners[-1], (partners[-1].end + verb.start(), partners[-1].end + verb.end()))
        for one in first:
            for partner in partners:
                if partner.key != one[0]:
                    yield link_key(scene, one, "shkc:cooperatesWith", (partner.key, (), ()), "with", words, planned=future)
        yield from _signed(scene, (*first, *((p.key, (), ()) for p in partners)), partners[-1].end, end, words, future)


def _signed(scene: Scene, parties: tuple[Actor, ...], begin: int, end: int, words: tuple[int, int], future: bool) -> Iterator[Relation]:
    if not re.search(r"签署|签订|签约", scene.text[begin:end]):
        return
    for paper in scene.between(begin, end, {"Agreement", "Policy"}):
        for party in parties:
            yield link_key(scene, party, "shkc:signed", (paper.key, (), ()), "signed", span_of(words, paper), planned=future)


def _chain(scene: Scene, at: int, end: int) -> tuple[Named, ...]:
    """The partners in a row behind 与; a place before a place that lies in it goes with it."""
    found: list[Named] = []
    for name in (n for n in scene.top if n.begin >= at and n.end <= end):
        gap = scene.text[at : name.begin]
        if gap not in ("", "、", "和", "及", "等", "以及") or name.cls not in _PARTNERS:
            break
        if found and gap == "" and name.cls in ("City", "District"):
            found.pop()
        found.append(name)
        at = name.end
    return tuple(found)


def _first(scene: Scene, begin: int, at: int) -> tuple[Actor, ...] | None:
    """The one who works with the partners: printed right before 与, else the place or region in view."""
    near = [n for n in scene.top if begin <= n.begin and n.end == at]
    if near:
        return ((near[-1].key, (), ()),) if near[-1].cls in _PARTNERS else None
    lead = scene.text[begin:at]
    if re.search(r"[\u4e00-\u9fff]$", lead) and not re.fullmatch(r"(?:还|并|同时|,|积极|进一步|推动|支持|加强|深化|先后|已)*", lead):
        return None
    return tuple(actor(scene, ()))


def _offices(scene: Scene) -> Iterator[Relation]:
    """``A、B在上海设立代表处``: each is represented there."""
    for m in _OFFICE.finditer(scene.text):
        place = next((n for n in scene.top if n.begin == m.start("place")), None)
        if place is None:
            continue
        edge = m.start()
        for body in reversed([n for n in scene.top if n.end <= m.start()]):
            gap = re.sub(r"^\([^()]{1,10}\)", "", scene.text[body.end : edge])
            if gap not in ("", "、", "和", "等", "均", "先后", "分别", "已"):
                break
            if body.cls in INSTITUTIONS:
                yield link(scene, body, "shkc:representedIn", place, "office")
            edge = body.begin


def _accepted(scene: Scene) -> Iterator[Relation]:
    """``“X”项目通过市科委验收``."""
    for m in _ACCEPTED.finditer(scene.text):
        judge = next((n for n in scene.between(m.start("by"), m.end("by")) if n.cls in INSTITUTIONS), None)
        begin, _ = clause_of(scene.text, m.start())
        subject = next((n for n in reversed(scene.between(begin, m.start()))), None)
        if judge is not None and subject is not None and m.start() - subject.end <= 4:
            yield link(scene, subject, "shkc:acceptedBy", judge, "accepted", planned=is_future(scene, m.start()))
