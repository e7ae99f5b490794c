"""Digits and Chinese numerals that state no quantity, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import unit_kinds
from shkc_kg.reading.numerals import HAN_DIGITS

__all__ = ["NotQuantity", "leftovers", "not_quantities"]


@dataclass(frozen=True, slots=True)
class NotQuantity:
    """Digits that state no quantity, and why."""

    begin: int
    end: int
    reason: str


_CJK: Final = r"\u4e00-\u9fff"
_SMALL: Final = "一二两三四五六七八九十"
_LETTER_UNITS: Final = re.compile(r"\d{1,15}(?:\.\d{1,15})?(?P<unit>[A-Za-zμ²]{1,8})\Z")
_COMPUTING: Final = re.compile(r"\d{1,15}(?:\.\d{1,15})?[PE]\Z")

_RULES: Final[tuple[tuple[str, str], ...]] = (
    (r"(?:https?://|www\.)[\w./?=&%#:~+-]{1,200}|[\w.]{1,40}@[\w.]{1,60}", "address"),
    (r"(?<!\d)(?:\d{3,4}-\d{7,8}|1[3-9]\d{9})(?!\d)", "telephone number"),
    (r"\d{16,}", "code"),
    (r"\[\d{1,3}\]|〔\d{1,3}〕", "mark of a note"),
    (
        r"(?<![\d.:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?![\d.:])"
        r"|(?:上午|下午|晚上|晚间|晚|凌晨|中午|早上|早|傍晚)\d{1,2}[时点](?:\d{1,2}分|半)?|(?<!\d)\d{1,2}时(?:\d{1,2}分|(?=[,起至许]))",
        "clock time",
    ),
    (
        r"[〔\[(](?:19|20)\d{2}[〕\])]\s?\d{1,5}号|第?\d{1,5}号(?:令|文|公告|线|楼|馆|路|院|门|厅)|\d{1,4}号(?=[^,。]{0,6}路)",
        "number of a document, line or house",
    ),
    (rf"第(?:\d{{1,4}}|[{_SMALL}百]{{1,5}})条(?!战线)", "article of a law"),
    (
        r"(?:(?<=^)|(?<=[\s(,;。见如:]))(?:专栏|附件|附表|附图|图表|图|表|附录|案例|注释?)\s?\d{1,3}(?:[-.]\d{1,3})?(?=[\s:、)。]|$)",
        "number of a table or figure",
    ),
    (r"[“\"]?(?<![\d%万亿.])\d{1,4}(?:\+(?:\d{1,4}|[A-Za-z]{1,4})){1,12}(?![\d万亿])[”\"]?", "formula-like name"),
    (r"[“\"][^”\"，,。]{0,16}\d\+[^”\"]{1,12}[”\"]", "formula-like name"),
    (r"[“\"][A-Za-z\d×·.-]{1,12}[”\"]", "name in quotes"),
    (r"(?:从)?0到1(?!\d)|[“\"]从?1到(?:\d+|[Nn])[”\"]", "fixed phrase"),
    (r"(?<![前第\d.])(?:\d{1,4}|[百千十]|五百)强(?!度|化|大|劲|调|烈|国|磁|对|校|省|市(?!县))", "name of a ranking"),
    (r"(?<![\d.])\d{2,4}(?=计划|工程(?!师|技|项)|专项(?!资|债)|行动|战略|高校|院校|热线|产业(?:体系|集群))", "name of a programme"),
    (rf"[一二三]级(?:甲|乙|丙)等|三甲|双一流", "grade"),
    (r"(?<![\d.])\d{1,2}世纪(?!\d)", "century"),
    (r"(?<![\d.])\d{1,4}[×*xX]\d{1,4}(?!\d)", "product of two numbers"),
    (rf"[“\"][^”\"\d]{{0,6}}[{_SMALL}](?!大)[^”\"\d]{{0,6}}[”\"]", "phrase in quotes"),
    (rf"(?<!等)[“\"][^”\"\d]{{1,6}}[{_SMALL}]大[^”\"\d]{{0,6}}[”\"]", "phrase in quotes"),
    (
        rf"[一两三四五六七八九十](?![家个项名位场人所座件条款类批次大级年月日天期届倍成院分{HAN_DIGITS}])[{_CJK}](?:[一两三四五六七八九多](?![{HAN_DIGITS}])[{_CJK}])+",
        "fixed phrase",
    ),
    (r"[三四五六]个(?:全面|自信|意识|面向|维护|代表|务必|确立|统筹|论英雄|一批|更加|坚持)|两个(?:维护|确立|一百年|毫不动摇)", "slogan"),
    (rf"(?:(?<=^)|(?<=[,;:。]))[{_SMALL}]{{1,2}}(?:是|要)|其[一二三四五]", "enumerator"),
    (rf"第[{_SMALL}]{{1,3}}(?=[,:、])", "enumerator"),
    (r"(?:(?<=^)|(?<=[;。:]))\(?\d{1,2}(?:\)|、|\.(?!\d))", "number of a list item"),
)  # fmt: skip


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    counted = sorted(
        (re.escape(u) for u, k in unit_kinds().items() if k in ("count", "mass", "area", "length")),
        key=lambda u: (-len(u), u),
    )
    year = rf"(?<![\d.])(?:19|20)\d{{2}}(?![\d.,%‰/+~—-]|[万亿余多年]|(?:{'|'.join(counted)})(?!宇宙)|美?元(?!宇宙))"
    return (*((re.compile(p), reason) for p, reason in _RULES), (re.compile(year), "year in a name"))


_IDENTIFIER: Final = re.compile(
    r"(?<![A-Za-z])[A-Za-z]{1,20}[-·]?\d[\dA-Za-z.+-]{0,30}"
    r"|(?<![\d.])\d{1,15}(?:\.\d{1,15})?[A-Za-zμ][A-Za-z²]{0,12}(?:\+[A-Za-z\d]{1,12}){0,4}[A-Za-z\d]{0,12}"
)


def _is_measure(text: str, begin: int, printed: str) -> bool:
    """Whether digits before letters are a measured value: ``100TEU``, ``28nm``, 算力500P."""
    m = _LETTER_UNITS.match(printed)
    if m and (m["unit"] in unit_kinds() and len(m["unit"]) > 1):
        return True
    return bool(_COMPUTING.match(printed)) and "算力" in text[max(0, begin - 15) : begin]


def not_quantities(text: str) -> Iterator[NotQuantity]:
    """The stretches of a folded text whose digits state no quantity.

    >>> [(n.reason) for n in not_quantities("世界500强、973计划、7×24小时、G60走廊")]
    ['name of a ranking', 'name of a programme', 'product of two numbers', 'part of an identifier']
    """
    for pattern, reason in _patterns():
        for m in pattern.finditer(text):
            yield NotQuantity(m.start(), m.end(), reason)
    for m in _IDENTIFIER.finditer(text):
        if not _is_measure(text, m.start(), m[0]):
            yield NotQuantity(m.start(), m.end(), "part of an identifier")


_RUN: Final = re.compile(rf"\d[\d.,]*|[{HAN_DIGITS}]+")


def leftovers(text: str, free: Sequence[bool] | bytearray) -> Iterator[NotQuantity]:
    """Numerals in characters that nothing has claimed (``free`` is 0 there): 统一, 进一步, 万科.

    >>> [(n.begin, n.reason) for n in leftovers("进一步", bytearray(3))]
    [(1, 'part of a word')]
    """
    for m in _RUN.finditer(text):
        begin = m.start()
        for at in range(m.start(), m.end() + 1):
            if at == m.end() or free[at]:
                if at > begin:
                    yield NotQuantity(begin, at, "no measure word" if text[begin].isdigit() else "part of a word")
                begin = at + 1
