"""Who leads, carries out or runs what is named behind: ``A牵头的X``, ``由A承担的“X”项目``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS
from shkc_kg.reading.facts.making import here, link_key, span_of
from shkc_kg.reading.grammar import in_name, names_after, names_before
from shkc_kg.reading.lines.clauses import clause_of, is_quoted
from shkc_kg.reading.scene import Scene

__all__ = ["led_by"]

_LED: Final = re.compile(
    r"(?:共同|联合|独立)?(?:牵头(?:承担|实施|运营)?|承担|承建|运营|负责运营|运营管理)的(?=[\u4e00-\u9fff“A-Z\d])"
)
_LEDS: Final = FACILITIES | {"Project", "Programme", "Plan", "Alliance"}
_BY: Final = re.compile(r"由(?=[^,;。]{2,60}\Z)")
_OF_IT: Final = ("课题", "子课题", "专题")  # 国家科技支撑计划课题 is only a part of the programme
_JOINT: Final = re.compile(r"共同|联合|和|与|携手|合作")
_NOT_ALONE: Final = re.compile(r"(?:参与|支持|指导|协助|依托|配合)(?:[^,;。]{0,4})\Z")


def led_by(scene: Scene) -> Iterator[Relation]:
    """``A牵头的X``: A leads what is named right behind, and nothing further in the list."""
    for m in _LED.finditer(scene.text):
        if in_name(scene, m.start(), m.end()) or is_quoted(scene.text, m.start()):
            continue
        begin, _ = clause_of(scene.text, m.start())
        by = _BY.search(scene.text[begin : m.start()])
        first = begin + by.end() if by else begin
        hosts = scene.between(first, m.start(), INSTITUTIONS) if by else names_before(scene, m.start(), INSTITUTIONS)
        if len(hosts) > 1 and not _JOINT.search(scene.text, hosts[0].end, m.end()):
            hosts = hosts[-1:]  # A、B承担的X: A may have been named for itself
        if not hosts or _NOT_ALONE.search(scene.text, begin, hosts[0].begin):
            continue
        led = (n for n in names_after(scene, m.end(), _LEDS)[:1] if not scene.text.startswith(_OF_IT, n.end))
        for thing in led:
            for host in hosts:
                if host.key != thing.key:
                    words = span_of(host, thing)
                    yield link_key(scene, here(thing), "schema:organizer", here(host), "led", words)
