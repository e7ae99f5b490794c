"""The lines of a page that say who printed it and when, rather than what it is about."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.model import Passage

__all__ = ["CREDITED", "is_whence", "without_imprint"]

# 某网讯(记者某某), 某报某市3月5日电(某某): who printed a text does nothing in it
CREDITED: Final = re.compile(
    r"\A\s*[\u4e00-\u9fff]{2,9}[报网](?:[\u4e00-\u9fff]{2,6}\d{1,2}月\d{1,2}日)?(?:讯|电|消息)\s?\([^(),;。]{2,50}\)\s?"
)
_IMPRINT: Final = re.compile(
    r"\W{0,3}(?:(?:信息|文章|稿件)?来源|(?:发布|生成|成文|发文|印发)(?:时间|日期|机构|单位|字号|机关)|作者|责任?编|索引号|主题分类|体裁分类"
    r"|组配分类|公开(?:方式|范围)|首页\W|当前位置)"
)


def without_imprint(passages: Sequence[Passage]) -> list[Passage]:
    """The passages of a text without the lines of its page: ``索引号 | …``, ``来源:某报``.

    >>> made = [Passage("p1", 1, "Row", "[索引号]|115001", (), ""), Passage("p2", 2, "Heading", "某区规划", (), "")]
    >>> [passage.text for passage in without_imprint(made)]
    ['某区规划']
    """
    return [passage for passage in passages if not _IMPRINT.match(passage.text)]


_DATELINE: Final = re.compile(r"(?:(?:19|20)\d{2}年)?\d{1,2}月\d{1,2}日(?:电|讯)|讯|电\(")
_PUBLISHED: Final = re.compile(r"发布|公布")


def is_whence(title: str, begin: int, end: int) -> bool:
    """Whether a place only tells whence news comes: ``甲市5月3日电``, ``某部在甲市发布…``.

    >>> is_whence("某部在北京发布统计数据", 3, 5), is_whence("大会在北京开幕", 3, 5)
    (True, False)
    """
    published = title.startswith("在", begin - 1) and _PUBLISHED.match(title, end)
    return bool(published or _DATELINE.match(title, end))
