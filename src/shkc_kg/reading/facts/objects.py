"""Whether a name behind a verb of founding is what came about, rather than a part of a longer noun or of another pair."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.classes import INSTITUTIONS
from shkc_kg.reading.grammar import Verb
from shkc_kg.reading.lines.clauses import clause_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["begins_pair", "each_its_own", "is_object"]

# 设立X二期, 获批建设X试点, 建成X的一部分: not X itself
_NOT_WHOLE: Final = re.compile(
    r"的|”?(?:[\u4e00-\u9fff]{0,4}协议)?(?:签约|启动|揭牌)?(?:和[\u4e00-\u9fff]{2})?仪式|(?:项目|工程)?(?:[二三四五]|[2-5])期|(?:基地|园区|校区|大楼|总部|载体)(?:[首一二三四五]|[1-5])期|”?[\u4e00-\u9fff]{0,4}\d+[个项家]|试点|预研|前期|论证|[\u4e00-\u9fff]{0,2}筹建|筹备"
)
# 启动某实验室创新生态圈建设, 建立“某院与某市合作机构”: the name only says whose it is
_OF_WHAT: Final = re.compile(
    r"[\u4e00-\u9fff]{0,6}(?:生态圈|创新圈|经济圈|生态|行动|方案|计划|机制|模式|体系|联盟|课题|通道)(?=建设|打造|$|[,;。、])"
)
_QUOTED_ON: Final = re.compile(r"[^“”,;。]{2,}”")


def is_object(scene: Scene, name: Named) -> bool:
    """Whether a name behind a verb is what the verb is said of, rather than the beginning of a longer noun."""
    quoted = scene.text[name.begin - 1] == "“" and _QUOTED_ON.match(scene.text, name.end)
    rest = _NOT_WHOLE.match(scene.text, name.end) or _OF_WHAT.match(scene.text, name.end)
    return not quoted and rest is None


# 14所高校成立人工智能研究院: no one institute; but A、B等8家单位共建X is one
_EACH_ITS_OWN: Final = re.compile(
    r"(?<![\d等])(?:[2-9]|\d\d+)(?:多|余)?[家所个](?:高校|院校|企业|公司|单位|机构|医院|院所|学校)(?:都|均|已|分别)?\Z"
)


def each_its_own(scene: Scene, verb: Verb) -> bool:
    """Whether several that are only counted each found one of the kind that stands behind a verb."""
    if verb.word.startswith(("共", "联合")):
        return False
    return _EACH_ITS_OWN.search(scene.text, clause_of(scene.text, verb.begin)[0], verb.begin) is not None


def begins_pair(scene: Scene, name: Named) -> bool:
    """Whether a body in a list opens a pair of its own: ``A与B共建X、[C]与D合作等``."""
    return (
        name.cls in INSTITUTIONS
        and scene.text.startswith(("与", "同"), name.end)
        and scene.text[name.begin - 1] == "、"
    )
