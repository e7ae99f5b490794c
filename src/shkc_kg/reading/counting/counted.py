"""Counts of special form: the field of a rank, the only one of its kind, the editions of an event."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.counting.nouns import noun_only
from shkc_kg.reading.counting.wording import Phrase, Words
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.phrases import Page

__all__ = ["among", "editions", "field", "sole"]

_AMONG: Final = re.compile(
    r"(?P<noun>[^,;。]{2,20}?)(?:的)?(?:综合|绩效|考核)*(?:评价|排名|考核|测评|评估|评比|排位)?(?:结果)?(?:之?中)(?:综合|总体)?"
    r"(?:位列|排名|名列|位居|列|居|排|占据|占有)"
    r"|(?P<group>[^,;。]{2,12}?)中(?=属于)"
)


def among(page: Page, number: Number) -> str | None:
    """What a number counts that only tells the field of a rank: ``在全国169家[国家高新区]综合评价中列第27位``."""
    if number.kind != "count":
        return None
    m = _AMONG.match(page.text, number.unit_end)
    if m and m["group"]:
        return m["group"]  # 169家[国家高新区]中属于高技术产业的企业
    return m["noun"] if m and "在" in page.text[page.clause(number.begin)[0] : number.begin] else None


def field(phrase: Phrase) -> Words | None:
    """``在全国[169]家国家高新区综合评价中列第27位``: 国家高新区."""
    noun = among(phrase.page, phrase.number)
    return Words(noun) if noun else None


_SOLE: Final = re.compile(
    r"(?P<scope>全国|全球|全省|全市|国内|世界|亚洲|[\u4e00-\u9fff]{1,3}地区|我[国省市])?(?:的|首个|也是)?唯一的?\Z"
)


def sole(phrase: Phrase) -> Words | None:
    """``全国唯一[一]家稻种创新中心``: 全国唯一的稻种创新中心."""
    page, number = phrase.page, phrase.number
    m = _SOLE.search(page.text, max(0, number.begin - 8), number.begin) if number.value == 1 else None
    noun = noun_only(page, number) if m else ""
    return Words(f"{m['scope'] or ''}唯一的{noun}") if m and len(noun) >= 2 else None


def editions(phrase: Phrase) -> Words | None:
    """``已连续举办[四]届``: 连续举办届数."""
    if phrase.number.kind != "count" or phrase.number.unit != "届":
        return None
    return Words.cut(
        re.sub(r"已经?|共|累计|了|过|成功", "", phrase.led) + noun_only(phrase.page, phrase.number) + "届数"
    )
