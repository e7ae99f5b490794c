"""Policies, reports, films and programmes: published when and by whom, about what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.facts.making import actor, dated, link, link_key, span_of
from shkc_kg.reading.grammar import INSTITUTIONS, Verb, clause_of, is_future, names_after, names_before, verbs, when
from shkc_kg.reading.scene import Scene

__all__ = ["works"]

_WORKS: Final = frozenset(("Policy", "Publication", "MediaWork", "Film", "Broadcast"))
_ISSUED: Final = _WORKS | {"Programme", "Plan", "Initiative"}
_MEDIA: Final = frozenset(("MediaWork", "Film", "Broadcast"))


def works(scene: Scene) -> Iterator[Relation]:
    """The facts about titled works that a passage states."""
    for verb in verbs(scene, "publish"):
        yield from _published(scene, verb)
    yield from _broadcast(scene)
    yield from _tells(scene)


def _published(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``《X》发布``, ``发布《X》``: a date, and the publisher that is printed in front or elided."""
    future = is_future(scene, verb.begin)
    before = names_before(scene, verb.begin, _ISSUED)
    objects = () if before else names_after(scene, verb.end, _ISSUED)
    date = when(scene, verb.begin)
    for work in before or objects:
        if date is not None:
            yield from dated(scene, work, "schema:datePublished", date, f"publish:{verb.word}", (verb.begin, verb.end), future)
    if objects:
        issuers = names_before(scene, verb.begin, INSTITUTIONS)
        for work in objects:
            for one in actor(scene, issuers):
                yield link_key(
                    scene, (work.key, (), ()), "schema:publisher", one, "publish:issuer", span_of(work, (verb.begin, verb.end), *issuers), planned=future
                )


_AIRED: Final = re.compile(r"(?:播出|摄制|播映|拍摄|上映)")


def _broadcast(scene: Scene) -> Iterator[Relation]:
    """``在上海电视台纪实频道播出《X》``, ``联合A摄制《X》``: the body behind 在 or 联合 publishes it."""
    for m in _AIRED.finditer(scene.text):
        begin, end = clause_of(scene.text, m.start())
        works = scene.between(begin, end, _MEDIA)
        for who in scene.between(begin, m.start(), INSTITUTIONS):
            led = re.search(r"(?:在|由|联合|和|与|、)$", scene.text[begin : who.begin])
            if not led:
                continue
            for work in works:
                yield link(scene, work, "schema:publisher", who, "aired")


def _tells(scene: Scene) -> Iterator[Relation]:
    """``《星河一叶》首映,讲述叶叔华院士…``: a work is about the person whose story it tells."""
    for m in re.finditer(r"(?:讲述|记录|介绍|展示|反映)(?:了)?", scene.text):
        _, end = clause_of(scene.text, m.start())
        earlier = [n for n in scene.top if n.end <= m.start() and n.cls in _MEDIA]
        person = next((n for n in scene.between(m.end(), end) if n.cls in ("Person", *INSTITUTIONS)), None)
        if earlier and person is not None and person.begin - m.end() <= 4:
            yield link(scene, earlier[-1], "schema:about", person, "tells")
