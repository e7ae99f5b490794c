"""What a title itself tells: who issued the paper, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Literal, Relation
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import key_of
from shkc_kg.reading.scene import Scene

__all__ = ["title_facts"]

_ISSUER: Final = re.compile(
    r"(?P<one>中共中央办公厅|中共中央|国务院办公厅|国务院|全国人大常委会|[\u4e00-\u9fff]{2,8}?(?:省|市|区|县)(?:人民政府|委员会|委)(?:办公厅)?)"
)
_ABOUT: Final = re.compile(
    r"关于(?:进一步)?(?:全面|加快|大力|深入)?(?P<verb>支持|推进|促进|加强|推动|深化|完善|鼓励|规范|优化|实施)?(?P<object>.{2,40}?)(?:的)?(?:若干|实施|指导|行动)?(?:意见|措施|办法|政策|通知|方案|规定|决定|细则|条例)"
)
_PLAN_OF: Final = re.compile(r"^(?P<object>.{3,30}?)(?:“[^”]+”|建设|发展|专项|中长期)*(?:规划|行动方案|行动计划|实施方案|目录|纲要)")


def title_facts(scene: Scene) -> Iterator[Relation]:
    """Issuers and topics that titles of policies print."""
    for work in scene.top:
        if work.cls == "Policy" and scene.text[work.begin] == "《":
            yield from _issuers(scene, work)
            yield from _topics(scene, work)


def _issuers(scene: Scene, work: Named) -> Iterator[Relation]:
    at = work.begin + 1
    while m := _ISSUER.match(scene.text, at, work.end):
        key = key_of(m["one"])
        if key not in scene.things:
            return
        yield Relation(scene.name(work.key), "schema:publisher", scene.name(key), scene.evidence("title:issuer", (work.begin, work.end)))
        at = m.end()


def _topics(scene: Scene, work: Named) -> Iterator[Relation]:
    """Named things inside a title, and the words that say its topic."""
    name = scene.name(work.key)
    evidence = scene.evidence("title:about", (work.begin, work.end))
    text = scene.text[work.begin + 1 : work.end - 1]
    m = _ABOUT.search(text)
    topic = (m["object"] if m else None) or ((p := _PLAN_OF.match(text)) and p["object"]) or None
    for inner in scene.names:
        if inner.nested and work.begin < inner.begin and inner.end < work.end and inner.cls not in ("GovernmentBody", "Country"):
            yield Relation(name, "schema:about", scene.name(inner.key), evidence)
    if topic:
        yield Relation(name, "schema:about", Literal(topic, "zh"), evidence)
