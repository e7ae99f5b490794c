"""Arbitrary texts as reports come: prose, marks, blanks and broken lines, and what may be deleted from them."""

from __future__ import annotations

import re

from hypothesis import strategies as st

from shkc_kg.model import Source

PIECES = (
    *(
        "上海市",
        "浦东新区",
        "复旦大学",
        "研究院",
        "创新",
        "论坛",
        "举办",
        "成立",
        "与",
        "和",
        "等",
        "李骏",
        "院士",
        "第4届",
    ),
    *("2021年", "5月", "31日", "150", "34.7", "万", "亿元", "家", "场", "余", "逾", "1/4", "第一", "首个"),
    *(
        "《",
        "》",
        "“",
        "”",
        "（",
        "）",
        "(",
        ")",
        "、",
        "，",
        "。",
        "；",
        "：",
        "！",
        ",",
        ":",
        "·",
        "—",
        "——",
        "/",
        "%",
        "+",
    ),
    *(
        "**",
        "__",
        "◆ ",
        "# ",
        "- ",
        "4.1 ",
        "一、",
        "（一）",
        "1. ",
        "①",
        "第二章 ",
        "$",
        "\\%",
        "\t",
        " ",
        "　",
        "\n",
        "\n\n",
    ),
    *("\r", "\ufeff", "\u200b", "\f", "A", "Bc", "G60", "AI", "é", "𠀀", "🙂", "が", "ñ", "0", "9"),
)
pieces = st.lists(st.sampled_from(PIECES), max_size=60).map("".join)
texts = pieces | st.text(max_size=200) | st.builds("".join, st.lists(pieces | st.text(max_size=12), max_size=6))
lines = texts.map(lambda text: text.replace("\n", " "))

# What cleaning may delete: blanks, bold marks, the signs of formulae, and characters that nobody sees.
NOISE = re.compile(
    r"(?:\s|\*\*|__|[$\\{}\x00-\x1f\ufeff\u00ad\u200b-\u200f\u2028\u2029]|\\(?:mathrm|text|mathbf|quad))*"
)


def source(text: str, year: int | None = None, region: str | None = None) -> Source:
    return Source("report", "01", text, "题", "title", year, region)
