"""Phrases without the words at their edges that say nothing of what is counted."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words

__all__ = ["strip_head", "strip_tail"]

# characters before a lead word that make another word of it: 拥有, 收到, 成为
_ANOTHER_WORD: Final = {
    "有": "拥设建具含享所留占", "在": "存现潜内外所", "为": "成作行认因", "到": "收得受遇感看见接", "近": "附临邻靠",
    "共": "公", "达": "表发抵传", "并": "合", "还": "归返偿", "超": "赶", "的": "目", "占": "抢",
    "首": "榜居元岁之为位省市馆港党国院", "继": "相后承", "约": "签合预条节制", "以": "予可所加足得给难用",
}  # fmt: skip


def _guarded(word: str) -> str:
    behind = _ANOTHER_WORD.get(word)
    return rf"(?<![{behind}]){word}" if behind else re.escape(word)


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    def any_of(group: frozenset[str]) -> str:
        return "|".join(map(_guarded, sorted(group, key=lambda w: (-len(w), w))))

    return (
        re.compile(
            rf"(?:(?!{any_of(words('word_after_head'))})(?:{any_of(words('quantity_head') | words('region_word'))}))+"
        ),
        re.compile(rf"(?:{any_of(words('quantity_lead') | words('region_word'))})+\Z"),
    )


def strip_head(phrase: str) -> str:
    """A phrase without the words at its beginning that say nothing of what is counted.

    >>> strip_head("其中全球研发中心"), strip_head("年末全市共有科普基地"), strip_head("共同举办活动")
    ('全球研发中心', '科普基地', '共同举办活动')
    """
    m = _edges()[0].match(phrase)
    return (phrase[m.end() :] if m else phrase).strip(" ,、的\t:")


def strip_tail(phrase: str) -> str:
    """A phrase without the words at its end that only lead to its number.

    >>> strip_tail("原创展品比例达"), strip_tail("科普基地共有"), strip_tail("注册资金提高到")
    ('原创展品比例', '科普基地', '注册资金提高')
    """
    m = _edges()[1].search(phrase[-24:])
    return (phrase[: len(phrase) - (len(phrase[-24:]) - m.start())] if m else phrase).strip(" ,、的")
