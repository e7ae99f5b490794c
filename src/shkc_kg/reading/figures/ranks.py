"""Ordinals and ranks: 第4届, 居全国第二, 前10位, 首位, 4.0版."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Final

from shkc_kg.model import Bound, StatKind
from shkc_kg.reading.figures.bounds import alternatives
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.figures.numerals import HAN, either
from shkc_kg.reading.lexicon import unit_kinds

__all__ = ["ranks"]

_UNITS: Final = (
    "届|次|批|期|季度|季|版|轮|部|个|代|位|名|章|节|篇|条|辑|集|号|类|级|大|方阵|梯队|梯次|家|座|例|架|颗|台|艘|款|国|年|天|卷|页|组"
    "|产业|站|场"
)
_ORDINAL: Final = re.compile(rf"第(?P<n>\d{{1,6}}|{HAN})(?P<unit>{_UNITS})?")
# 企业为第一完成单位, 科技是第一生产力: no place among others
_FOREMOST: Final = re.compile(
    r"[一二三四](?:完成|作者|起草|申请|单位|发明|时间|书记|责任|牵头|承担|署名|梯队|方阵|生产力|动力|资源|产业|线|需要|任务|要务|主体|专利权|通讯|人民|医院|中学)"
)
_VERSION: Final = re.compile(
    r"(?<![\d.A-Za-z])(?P<v>\d{1,3}(?:\.\d{1,3}){0,2})(?P<unit>版(?!权|面|本|图))|(?<![\d.])(?P<w>\d{1,2}\.0)(?![\d.])"
)
_RANK_LEAD: Final = re.compile(
    r"(?:全国|全球|世界|全市|全省|全区|国内|亚洲|国际|位居|位列|排名|名列|列|居|跃居|跃升至|跃升到|升至|上升至|上升到|提升至|提升到|提高到"
    r"|稳居|保持|城市|排|排在|由|从|至|为|中部|西部|东部|东北|长三角|各省|省份|同类[^,;。]{1,4}|排位|位次|总数|总量|均|均居|并列|分列|分居|[^,;。]市)(?:中|的|在|各)?\Z"
    r"|(?:居|位列|名列|排名|列|排在)(?:全|东|西|中|长|珠|京|各|同|副|我|世|亚|计|国)[^,;。、第]{1,10}\Z"
)
_TOP: Final = re.compile(
    rf"前(?:列|茅)?(?P<n>\d{{1,4}}|{HAN})(?P<unit>位|名|强|家|列|大)|(?:全国|全球|世界|全省|全市|进入|跻身|位居|稳居|排名|名列|列|居)[^,;。]{{0,6}}?前(?P<m>\d{{1,4}}|{HAN})(?![年天个月期次\d%])(?:位|名)?"
)
_FIRST: Final = re.compile(
    r"(?:居|(?<![班系队阵行])列|据|位居|位列|稳居|名列|排名|位于|跃居|高居|保持|排在|处于|占据|雄踞|独占)[^,;。、]{0,12}?(?P<rank>首位|榜首|首|鳌头)(?![家个次批届款座台条发创要府都席倡相先领开航飞演映播例试单])"
)  # fmt: skip


@cache
def _measured() -> re.Pattern[str]:
    return re.compile(rf"[%‰万亿]|(?:{alternatives(tuple(unit_kinds()))})(?<!版)")


def _tops(text: str) -> Iterator[Number]:
    for m in _TOP.finditer(text):
        group = "n" if m["n"] else "m"
        value = either(m[group])
        if value is not None:
            begin = m.start(group) - (1 if text[m.start(group) - 1] == "前" else 0)
            unit = m["unit"] if group == "n" else "位"
            yield Number(begin, m.end(group), m.end(), value, unit, "rank", Bound.AT_MOST, None, StatKind.RANK)


def _firsts(text: str) -> Iterator[Number]:
    for m in _FIRST.finditer(text):
        yield Number(m.start("rank"), m.end(), m.end(), Decimal(1), "位", "rank", Bound.EXACT, None, StatKind.RANK)


def _ordinals(text: str) -> Iterator[Number]:
    """``第4届``, ``第二批``: an ordinal without a measure word is a rank, where a word before says so (全国第二)."""
    for m in _ORDINAL.finditer(text):
        value = either(m["n"])
        led = _RANK_LEAD.search(text, max(0, m.start() - 14), m.start())
        if value is None or (not m["unit"] and (not led or _FOREMOST.match(text, m.start("n")))):
            continue
        ranked = (
            m["unit"] is None
            or (m["unit"] in ("位", "名") and (led or m["unit"] == "位"))
            or (led and m["unit"] == "大")
        )
        stat, kind = (StatKind.RANK, "rank") if ranked else (StatKind.ORDINAL, "ordinal")
        yield Number(m.start(), m.end("n"), m.end(), value, m["unit"] or "位", kind, Bound.EXACT, None, stat)


def _versions(text: str) -> Iterator[Number]:
    """``4.0版``, ``版本2.0``, ``工业4.0``; 增长16.0% is none."""
    for m in _VERSION.finditer(text):
        if m["v"]:
            parts = m["v"].split(".")
            yield Number(
                m.start(),
                m.end("v"),
                m.end(),
                Decimal(".".join(parts[:2])),
                "版",
                "ordinal",
                Bound.EXACT,
                None,
                StatKind.ORDINAL,
            )
        elif not _measured().match(text, m.end()) and re.search(
            r"[\u4e00-\u9fffA-Za-z]\Z", text[max(0, m.start() - 1) : m.start()]
        ):
            before = text[max(0, m.start() - 2) : m.start()]
            if not re.search(r"[为达到至从由约超近增降高长升快涨跌]\Z", before):
                yield Number(
                    m.start(), m.end(), m.end(), Decimal(m["w"]), "版", "ordinal", Bound.EXACT, None, StatKind.ORDINAL
                )


def ranks(text: str) -> Iterator[Number]:
    """Ranks and ordinals of a folded text.

    >>> [(str(n.value), n.kind, n.bound.value) for n in ranks("第4届博览会,规模居全国第二,进入前10位,居首位")]
    [('10', 'rank', 'AtMost'), ('1', 'rank', 'Exact'), ('4', 'ordinal', 'Exact'), ('2', 'rank', 'Exact')]
    """
    yield from _tops(text)
    yield from _firsts(text)
    yield from _ordinals(text)
    yield from _versions(text)
