"""The region that 全市, 我省 or 全国 means in a report."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.levels import place_of_level
from shkc_kg.reading.memory import Subject
from shkc_kg.reading.scene import Scene

__all__ = ["LEVELLED", "NATION", "OWN_REGION", "region_meant"]

OWN_REGION: Final = re.compile(
    r"(?:全市|全省|全区|全县|全州|本市|本省|我市|我省|我区|我县|本区|全自治区|全域|市域|省级财政|市级财政|省财政|市财政"
    r"|该[省市](?!场|级))(?!以上|领导|以下)"
)
LEVELLED: Final = re.compile(r"(?:国家|自治区|省|市|区)级")  # 市级研究院9家 are nobody's in particular, so the region's
NATION: Final = re.compile(
    r"全国(?!第|的|前|性|各|首|科技|[^,。]{0,4}占|重点实验室|政协|人大|优秀|先进|示范|劳[动模]|一级|文明|年度|十|百|工商联"
    r"|知名|最|统一|唯一|高校|学会|道德|大学生|青少年|范围|领先|同类|平均)|我国"
)


def region_meant(scene: Scene, word: str) -> Subject | None:
    """The region that 全市 or 全省 means: the report's where none of the level is known."""
    found = place_of_level(scene, next((mark for mark in "省市区县" if mark in word[:2]), ""))
    if found is not None:
        return Subject(*found)
    return Subject(scene.region, (), (ScopeReason.REPORT_REGION,)) if scene.region else None
