"""Who heads a thing: ``X成立,主任由A教授张三担任``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES
from shkc_kg.reading.facts.making import Actor, here, link_key
from shkc_kg.reading.lines.clauses import clause_of, sentence_of
from shkc_kg.reading.scene import Scene

__all__ = ["posts"]

_POST: Final = re.compile(
    r"(?:^|(?<=[,;。]))(?:情况)?(?:首任|现任|该|其)?(?P<noun>实验室|研究院|研究所|创新中心|中心|平台|联盟|学院)?(?:首任|现任)?"
    r"(?:学术委员会)?(?:主任|院长|所长|理事长|首席科学家|首席专家|首席顾问|负责人)由(?=[^,;。]{2,40}(?:担任|出任|兼任))"
)
_HOLDS: Final = re.compile(r"(?:担任|出任|兼任)(?=[,;。]|$)")
_TO_BE: Final = re.compile(r"拟|将由|将担任")
_HEADED: Final = FACILITIES | {"ResearchInstitute", "Alliance", "Association", "Fund"}


# A教授张三出任首任院长
_TAKES: Final = re.compile(
    r"(?:出任|担任|兼任|任|受聘(?:为|担任|任)?)(?:首任|现任|该)?(?P<noun>实验室|研究院|研究所|创新中心|中心|平台|联盟|学院)?"
    r"(?:学术委员会)?(?:主任|院长|所长|理事长|首席科学家|首席专家)(?=[,;。]|$)"
)


def posts(scene: Scene) -> Iterator[Relation]:
    """The tie of the one who holds a post to the one thing that the sentence, or the one before, speaks of."""
    for person in scene.between(0, len(scene.text), {"Person"}):
        m = _TAKES.match(scene.text, person.end)
        thing = _headed(scene, m) if m is not None else None
        if m is not None and thing is not None:
            planned = _TO_BE.search(scene.text, clause_of(scene.text, m.start())[0], m.end()) is not None
            words = (person.begin, m.end())
            yield link_key(scene, here(person), "schema:affiliation", thing, "post", words, planned=planned)
    for m in _POST.finditer(scene.text):
        _, end = clause_of(scene.text, m.end())
        persons = scene.between(m.end(), end, {"Person"})
        if len(persons) != 1 or not _HOLDS.match(scene.text, persons[0].end):
            continue
        thing = _headed(scene, m)
        if thing is not None:
            words, planned = (m.start(), end), _TO_BE.search(scene.text, m.start(), end) is not None
            yield link_key(scene, here(persons[0]), "schema:affiliation", thing, "post", words, planned=planned)


def _headed(scene: Scene, m: re.Match[str]) -> Actor | None:
    noun = m["noun"] or ""
    first = sentence_of(scene.text, m.start())
    near = {n.key for n in scene.between(first, m.start(), _HEADED)}
    near = {key for key in near if scene.name(key).endswith(noun)}
    if near:
        return (near.pop(), (), ()) if len(near) == 1 else None
    told = {s.key: s for s in scene.spoken if first == 0 and scene.things[s.key].cls in _HEADED}
    alike = [s for s in told.values() if scene.name(s.key).endswith(noun)]
    return (alike[0].key, (alike[0].passage,), ()) if len(alike) == 1 else None
