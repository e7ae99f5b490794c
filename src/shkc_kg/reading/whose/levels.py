"""Which place 全省, 全市, 全区 and 全县 speak of: the report's region, a wider one, or the zone or district at hand."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.areas import is_area
from shkc_kg.reading.names.known import ancestors, place_entry
from shkc_kg.reading.names.resolve import key_of
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.whose.memory import Subject

__all__ = ["LEVELLED", "NATION", "OWN_REGION", "own_region", "place_of_level", "region_meant"]

_OWN_PLACES = frozenset(("District", "FunctionalZone"))


def place_of_level(scene: Scene, level: str) -> tuple[str, tuple[str, ...], tuple[ScopeReason, ...]] | None:
    """The key of the place that 全 or 本 with a level (省, 市, 区, 县) means, and what supplies it.

    全区 is said of the district or zone whose heading stands above; 全省 in a report of a city is its province, if the
    text names it. None where nothing of the level is known.
    """
    near = scene.place or scene.title
    if level in ("区", "县") and near is not None and scene.things[near.key].cls in _OWN_PLACES:
        return near.key, (near.passage,), ()
    if scene.region is None:
        return None
    entry = place_entry(scene.name(scene.region))
    if entry is None or _is_of_level(entry.cls, entry.name, level):
        return scene.region, (), (ScopeReason.REPORT_REGION,)
    above = (key_of(name) for name in ancestors(entry))
    wider = (k for k in above if k in scene.things and _is_of_level(scene.things[k].cls, scene.name(k), level))
    key = next(wider, None)
    return (key, (), (ScopeReason.COREFERENCE,)) if key is not None else None


def _is_of_level(cls: str, name: str, level: str) -> bool:
    """Whether a level may be that of a region: 全区 is said of 宁夏, too, and 全市 of 重庆."""
    match level:
        case "省":
            return cls == "Province" and not name.endswith("市")
        case "市":
            return cls == "City" or (cls == "Province" and name.endswith("市"))
        case "区":
            return (cls == "District" and name.endswith("区")) or name.endswith("自治区")
        case "县":
            return cls == "District" and not name.endswith("区")
        case _:
            return True


OWN_REGION: Final = re.compile(
    r"(?:全市|全省|全区|全县|全州|本市|本省|我市|我省|我区|我县|本区|全自治区|全域|市域|省级财政|市级财政|省财政|市财政"
    r"|该[省市](?!场|级))(?!以上|领导|以下|平均(?:水平|值|的))"
)
_JOINT: Final = re.compile(  # what a text on an area over provinces calls it
    r"(?:两省市?|[两二]市|[两三四]地|[三四]省[一两]?市|区域(?!内|间|性|协|创|科技|经济|发展|合作|一体|联|中心))"
    r"(?![\u4e00-\u9fff]{0,2}(?:政府|党委)|互认|的?[“《]|、|和|与|共建)"
)
LEVELLED: Final = re.compile(r"(?:国家|自治区|省|市|区)级")  # 市级研究院9家 are nobody's in particular, so the region's
NATION: Final = re.compile(
    r"全国(?!第|的|前|性|各|首|科技|[^,。]{0,4}占|重点实验室|政协|人大|优秀|先进|示范|劳[动模]|一级|文明|年度|十|百|工商联"
    r"|知名|最|统一|唯一|高校|学会|道德|大学生|青少年|范围|领先|同类|平均)|我国"
)


def own_region(scene: Scene, text: str) -> re.Match[str] | None:
    """The words at a text's beginning that mean the report's own region: 全市, and 两地 where it is an area."""
    joint = scene.region is not None and is_area(scene.name(scene.region))
    return OWN_REGION.match(text) or (_JOINT.match(text) if joint else None)


def region_meant(scene: Scene, word: str) -> Subject | None:
    """The region that 全市 or 全省 means: the report's where none of the level is known."""
    found = place_of_level(scene, next((mark for mark in "省市区县" if mark in word[:2]), ""))
    if found is not None:
        return Subject(*found)
    return Subject(scene.region, (), (ScopeReason.REPORT_REGION,)) if scene.region else None
