"""Whose the levels and winners of a prize are on a page that announces it: 5个项目被评为一等奖, 本次共有10人获奖."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.whose.memory import Memory, Subject
from shkc_kg.reading.whose.ofevent import is_summed

__all__ = ["prize_announced", "prize_awarding"]

_TOP: Final = 8  # passages in which a page says what it announces
_ANNOUNCED: Final = re.compile(
    r"[^,;。\d]{0,16}?(?:揭晓|评审|评选|评奖|评出|授奖|公布|公示|颁奖|名单|颁发|尘埃落定|拟奖|(?:奖励)?(?:大会|决定|项目|通报))"
)
_WON: Final = re.compile(r"\d[项个]\Z|(?:获得?|荣获|授予|摘得|斩获|入选|夺得)[^,;。]{0,12}\Z")


def prize_announced(scenes: Sequence[Scene]) -> Subject | None:
    """The prize that a page announces by its title or lead, by its fullest name; none where somebody wins it."""
    found = [(scene, name) for scene in islice(scenes, _TOP) for name in scene.top if _announces(scene, name)]
    if not found:
        return None
    scene, name = max(found, key=lambda told: len(told[0].name(told[1].key)))
    return Subject(name.key, (scene.passage.id,), (ScopeReason.COREFERENCE,))


def _announces(scene: Scene, name: Named) -> bool:
    won = _WON.search(scene.text, 0, name.begin)
    wider = scene.region != "中国" and scene.name(name.key).startswith("国家")  # which a region's people win
    return name.cls == "Award" and not won and not wider and _ANNOUNCED.match(scene.text, name.end) is not None


_AWARDED: Final = re.compile(
    r"(?:特等|[一二三]等|[金银铜]|优秀|优胜|提名|贡献|成就|青年)奖|授奖|获奖|受奖|评出|完成人|[评荣]?获[^,;。\d]{2,16}奖"
)


def prize_awarding(page: Page, memory: Memory, number: Number) -> Subject | None:
    """The prize announced whose level, winners or projects a clause counts that names nobody who wins them."""
    clause, end = page.clause(number.begin)
    if memory.prize is None or not _AWARDED.search(page.text, clause, end):
        return None
    others = (n for n in page.names_in(clause, number.begin) if n.cls != "Award" and page.text[n.begin - 1] != "“")
    return None if any(not is_summed(page, n, end) for n in others) else memory.prize
