"""The kind of bodies that a sentence has act, all of them together: 市级学会举办报告会9场;出版期刊[5]种."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.model import PassageKind
from shkc_kg.reading.classes import EVENTS
from shkc_kg.reading.counting.trimming import strip_head
from shkc_kg.reading.counting.wording import Read, Words
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Memory, Subject

__all__ = ["group_spoken_of", "of_group"]

_GROUP: Final = re.compile(
    r"各?(?P<group>(?:省级|市级|区级|县级|各级|全国|国家级|基层|企业|高校|街道|乡镇|农村|所属|中央)"
    r"(?:学会|协会|研究会|学术团体|科技社团|科协|科协组织|科普基地|科普场馆|农技协|孵化器|众创空间|重点实验室|医院|高校|院校|科研院所|科研机构))"
    r"(?=共|累计|先后|全年|举办|开展|组织|召开|举行|承担|开设|承办|实施|完成|参与|出版|发表|申请|获得|实现|接待|推荐)"
)
_LONGEST: Final = 40  # code points of what may stand in front of it: dates, 据初步统计
_CLAUSES: Final = 3


def _opens(page: Page) -> tuple[str, int]:
    """The group that the first clauses of a sentence have act, and where its words end; empty for none."""
    for i, (begin, end) in enumerate(page.clauses()):
        if i == _CLAUSES or begin > _LONGEST:
            break
        m = _GROUP.match(strip_head(page.undated(begin, end)))
        if m is not None:
            return m["group"], page.text.index(m["group"], begin) + len(m["group"])
    return "", 0


def group_spoken_of(page: Page, memory: Memory) -> tuple[str, int] | None:
    """The group with the end of a sentence that has it act, or that goes on with another of its deeds."""
    passage, before = page.scene.passage, memory.group
    if passage.kind is not PassageKind.SENTENCE:
        return None
    if group := _opens(page)[0]:
        return group, passage.extent.end
    goes_on = before is not None and before[1] == passage.extent.begin and _goes_on(page, len(page.text))
    return (before[0], passage.extent.end) if goes_on and before else None


def _goes_on(page: Page, end: int) -> bool:
    """Whether a sentence opens with a deed and names nobody."""
    tokens = page.tokens(0, 12)
    deed = bool(tokens) and page.is_verb(tokens[0])
    return deed and not [n for n in page.names_in(0, end) if n.cls not in EVENTS]


def of_group(
    page: Page, memory: Memory, begin: int, said: tuple[Subject | None, Words], earlier: Sequence[Read]
) -> tuple[Subject | None, Words]:
    """Subject and words of a figure that nothing else has, with the group that its sentence or the one before has act."""
    subject, found = said
    group, at = _opens(page)
    if not group and memory.group and memory.group[1] == page.scene.passage.extent.begin and _goes_on(page, begin):
        group = memory.group[0]
    others = [n for n in page.names_in(at, begin) if n.cls not in EVENTS]
    if not group or group in found.text or others or begin < at:
        return said
    thing = page.scene.things.get(subject.key) if subject else None
    meeting = thing is not None and thing.cls in EVENTS and earlier
    kept = earlier[0].subject if meeting else subject
    return kept, Words.cut(group + found.text, found.base, found.verb, found.carried)
