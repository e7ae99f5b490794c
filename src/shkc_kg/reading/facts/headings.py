"""What the headings above a passage say of its time: that it plans, or that it looks back."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.scene import Scene

__all__ = ["looks_back", "plans"]

_PLANNING: Final = re.compile(
    r"目标|以下[^。;]{0,8}(?:工作|方面|任务)|(?:抓好|做好)|重点任务|主要任务|工作安排|工作部署|打算|工作计划|下步|工作思路|工作重点|下一步|展望|总体要求|指导思想|重点工作$|主要工作$|(?:工作|行动)要点|任务清单|保障措施|实施路径|行动计划|(?:规划|纲要|意见)(?:\([^()]*\))?$"
    r"|(?:^|[章节部分、.) ])(?:规划)?(?:组织实施|实施机制|实施保障|监督评估|监测评估)$"
)
_PAST: Final = re.compile(r"回顾|成效|成就|现状|发展基础|过去|[总小]结|进展|取得|完成情况|以来")
_SPAN: Final = re.compile(r"过去|五年|历年|十[一二三四]五”?(?:时期|期间)|发展基础|发展历程|以来")
_AND_YEAR: Final = re.compile(r"(?<![\d—~-])20\d\d年(?!以?来|[—~-])")
_OF_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)年(?:度)?(?:主要|重点)?(?:工作|任务|目标)")


def plans(scene: Scene) -> bool:
    """Whether a passage stands below a heading of goals or tasks; the nearest heading that says either way decides.

    ``二、2022年工作安排``, ``第三章 重点任务``; but not ``一、过去五年工作回顾``, nor ``一、2024年主要工作`` in a summary of 2024.
    """
    for text in () if scene.news else scene.headings:
        told = _OF_YEAR.search(text) if scene.past is not None else None
        if told is not None and int(told[1]) <= (scene.past or 0):
            return False
        if _PAST.search(text):
            return False
        if _PLANNING.search(text):
            return True
    return False


def looks_back(scene: Scene) -> bool:
    """Whether a passage stands below a heading that looks back over several years: the report's year dates nothing.

    Below ``2025年和“十四五”时期工作回顾`` each paragraph says which of the two it tells of.
    """
    return any(_SPAN.search(text) and not _AND_YEAR.search(text) for text in scene.headings)
