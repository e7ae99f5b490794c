"""With whom work together is deepened: ``深化与A、B等的合作``, ``加强与A市协作``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.facts.agents import agents
from shkc_kg.reading.facts.making import here, link_key
from shkc_kg.reading.facts.partners import PARTNERS
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.lines.clauses import clause_of, is_quoted
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["deepening"]

_DEEPENS: Final = re.compile(r"(?:深化|加强|拓展|密切|扩大|推进|巩固)(?:了)?(?:与|同)")
_MATTER: Final = re.compile(
    r"(?:等(?:高校|院所|高校院所|城市|地区?|单位|机构|国家)?)?(?:的|在[^,;。]{2,16}?(?:领域|方面)的?)?(?:全面|战略|深度|务实|科技|创新|科技创新|产学研|产业|人才|友好|区域|交流|长期|[、和与]){0,4}"
    r"(?:合作|协作|协同|交流|对接|联动)(?:交流|与交流|关系)?(?=[,;。、]|$)"
)


def deepening(scene: Scene) -> Iterator[Relation]:
    """The cooperation of whoever acts with each of the bodies that the words name in a row."""
    for m in _DEEPENS.finditer(scene.text):
        if is_quoted(scene.text, m.start()):
            continue
        _, end = clause_of(scene.text, m.start())
        row: list[Named] = []
        at = m.end()
        for name in scene.between(m.end(), end):
            if (
                name.cls not in PARTNERS
                or scene.text[at : name.begin] not in ("", "、", "和", "及")
                or (row and at == name.begin)
            ):
                break
            row.append(name)
            at = name.end
        if not row or not _MATTER.match(scene.text, at, end + 1):
            continue
        for actor in agents(scene, m.start()):
            for partner in row:
                if partner.key != actor[0]:
                    planned = is_future(scene, m.start(), policy=True)
                    words = (m.start(), at)
                    yield link_key(
                        scene, actor, "shkc:cooperatesWith", here(partner), "deepened", words, planned=planned
                    )
