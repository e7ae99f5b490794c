"""The noun that a bare deed or measure leaves out, from the figure before: 申请发明专利50件,[授权]30件."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.reading.classes import DIVISIONS
from shkc_kg.reading.counting.wording import Read, Words
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Subject

__all__ = ["with_noun_before"]

_DEED: Final = re.compile(r"(?:已|获|其中)*(?P<deed>授权|登记|受理|转让|公开)(?:数?量?)")
_RIGHT: Final = re.compile(
    r"(?:(?:国家|国内|国际|PCT|核心|有效|职务|发明|实用新型|外观设计)*专利|软件著作权|植物新品种权?|商标|集成电路布图设计)\Z"
)
_OF_RIGHTS: Final = ("件", "项", "个")
# what the works of many bring in together
_MEASURE: Final = re.compile(
    r"(?:共|全年|累计|预计)*(?:实现|完成|创造|上[缴交])?(?:营业(?:总)?收入|营收|总收入|主营业务收入|利润(?:总额)?|净利润|出口(?:总额|创汇)"
    r"|税[收费额]|税费总额|工业总产值|总产值|上[缴交]税[收费额])"
)
_GROUP: Final = re.compile(
    r"(?P<group>[\u4e00-\u9fff]{2,10}?(?:高新区|开发区|经开区|产业园区?|孵化器|众创空间|产业基地|技术企业|小巨人”?企业|型企业|羚企业|上企业))(?:数量?)?\Z"
)
_REGION: Final = re.compile(r"全[市省区县国州]|[我本][市省区县]|规模?以上|全社会|地区")


def with_noun_before(
    page: Page, begin: int, number: Number, earlier: Sequence[Read], said: tuple[Subject | None, Words]
) -> tuple[Subject | None, Words]:
    """Subject and words of a figure whose words are a bare deed or measure, with the noun of the figure before it."""
    subject, found = said
    if number.unit in _OF_RIGHTS and earlier and (m := _DEED.fullmatch(found.text)):
        right = _RIGHT.search(earlier[-1].words.base or earlier[-1].words.text)
        noun = m["deed"] + right[0] if right else found.text
        return subject, Words(noun, noun) if right else found
    if number.kind != "money" or not _MEASURE.fullmatch(found.text) or not _of_region(page, subject):
        return said
    if not earlier or page.names_in(begin, number.begin) or _REGION.search(page.text, begin, number.begin):
        return said
    group = _group_in(earlier[0], subject)
    return (subject, Words(group + found.text, group + found.text)) if group else said


def _of_region(page: Page, subject: Subject | None) -> bool:
    thing = page.scene.things.get(subject.key) if subject else None
    return thing is not None and thing.cls in DIVISIONS | {"Country"}


def _group_in(read: Read, subject: Subject | None) -> str:
    """The bodies that the sentence's first figure counts, or whose measure it tells; empty for none."""
    said = re.sub(rf"(?:{_MEASURE.pattern})\Z", "", read.words.base or read.words.text)
    m = _GROUP.fullmatch(said)
    return m["group"] if m and subject and read.subject.key == subject.key else ""
