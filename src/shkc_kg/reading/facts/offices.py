"""Where bodies are represented: their offices and branches in other places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import INSTITUTIONS
from shkc_kg.reading.facts.making import link
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["offices"]

_OFFICE: Final = re.compile(
    r"(?:分别|先后|已|将|宣布|拟|计划)*在(?P<places>[^,;。]{2,40}?)(?:[\d一二三四五六七八九十]+(?:个)?(?:国家|国|地区|省|市|城市))?(?:等地)?"
    r"(?:设立|建立|开设|成立|建设|设有|布局|新设)(?:了)?[^,;。的]{0,10}?(?:代表处|办事处|分支机构|分中心|分公司|分院|分部|海外创新中心|研发中心|研发机构|联合研究中心|孵化器|联络处|渠道"
    r"|网点|工作站|办公室|海外中心|站点|离岸创新中心|离岸中心|研发基地|研发站|区域总部|研发总部|(?:服务中心|研究中心|实验室)(?![\u4e00-\u9fff]))"
)
_PLACES: Final = frozenset(("Country", "Province", "City", "District", "FunctionalZone", "Park"))


def offices(scene: Scene) -> Iterator[Relation]:
    """``A、B在上海设立代表处``, ``A等机构分别在古巴、智利2国建设服务渠道``: each is represented there."""
    for m in _OFFICE.finditer(scene.text):
        places = scene.between(m.start("places"), m.end("places"), _PLACES)
        if not places or places[0].begin != m.start("places"):
            continue
        future = is_future(scene, m.start())
        for body in _list_before(scene, m.start()):
            for place in places:
                if body.cls in INSTITUTIONS:
                    yield link(scene, body, "shkc:representedIn", place, "office", planned=future)


def _list_before(scene: Scene, at: int) -> Iterator[Named]:
    """The names of the list that ends right before a place, unnamed members passed over, nearest first."""
    edge = at
    for body in reversed([n for n in scene.top if n.end <= at]):
        gap = re.sub(r"^\([^()]{1,10}\)", "", scene.text[body.end : edge])
        if not re.fullmatch(r"(?:、|和|等)?(?:等[^,;。、]{0,8}|[^,;。、——等]{2,14}、)?(?:均|先后|分别|已)?", gap):
            return
        yield body
        edge = body.begin
