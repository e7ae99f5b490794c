"""The left edge of a name whose right end is known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from shkc_kg.reading.lexicon import unit_kinds, words
from shkc_kg.reading.names.boundaries import ends_before
from shkc_kg.reading.names.brackets import opening_of
from shkc_kg.reading.names.candidate import Words
from shkc_kg.reading.names.classes import EVENTS, PLANS
from shkc_kg.reading.names.joins import is_founder
from shkc_kg.reading.tokens import Token

__all__ = ["LONGEST", "left_edge", "trimmed", "with_measure"]

LONGEST: Final = 34  # code points; the longest names of such reports are shorter
_ORDINAL: Final = re.compile(
    r"第[\d一二三四五六七八九十百]+届|首届|(?<!\d)(?:19|20)\d{2}(?:年度?)?(?!\d)|[一二三四五十]年(?=行动|规划|计划)"
    r"|(?:成立|建[院校所厂园]|创[刊建办])?(?:\d{1,3}|[一二三四五六七八九十百]+)周年"
    r"|第[一二三四五六七八九十]+(?=人民|中学|医院|工业|军医|方)|第[一二三四五六七八九十\d]+次(?=中[俄美欧日韩英法德意]|会议|全会|全体会议|(?:全国|全省|全市)?(?:会员|党员|妇女|团员)?代表大会)"
)
_REPORTER: Final = re.compile(r"[(](?:全媒体|本报|首席|本网)?(?:记者|通讯员|特约|实习|见习)")
_WIRED: Final = ("日电", "日讯", "报讯", "网讯", "社电", "电讯")  # 某网某市12月26日电(甲 乙)
_NUMBER: Final = re.compile(r"[(](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)]")  # numbers a section: 情况(一)某高新区
_CALLED: Final = re.compile(r"[(](?:以下)?(?:简称|全称|又称|下称|股票代码)")  # says another name of the one before it


def left_edge(line: Words, start: int, end: int, cls: str) -> int:
    """The place where a name that ends at ``end`` begins; ``start`` is where its head does."""
    text = line.text
    at = line.tokens[line.at[start]].begin
    kept = _ordinals(text, end - 2 * LONGEST, end, cls)
    moved = at < start
    while at > 0 and end - at < LONGEST:
        if at in kept:
            at = kept[at]
            if _opens_edition(line, at):
                return at
            continue
        if moved and text.startswith("公司", at - 2):
            return at
        if text[at - 1] in ")”" and (begin := opening_of(text, at - 1)) is not None:
            if text[at - 1] == ")" and (begin == 0 or not re.match(r"[\u4e00-\u9fff”]", text[begin - 1])):
                return at
            apart = (_REPORTER, _CALLED, _NUMBER)
            if any(one.match(text, begin) for one in apart) or text.endswith(_WIRED, 0, begin):
                return at
            at, moved = begin, True
            continue
        i = line.at[at - 1]
        named = moved and _is_proper_word(line, i + 1, end) and not is_founder(line, i + 1, cls)
        if line.tokens[i].tag != "name" and ends_before(line, i, named, cls):
            return at
        at, moved = line.tokens[i].begin, True
    return at


def _ordinals(text: str, begin: int, end: int, cls: str) -> Mapping[int, int]:
    """Ends of ordinals and years that may stand inside a name, with their starts: 第4届 of an event."""
    dated = cls in EVENTS or cls in PLANS
    return {
        m.end(): m.start()
        for m in _ORDINAL.finditer(text, max(0, begin), end)
        if dated or (m[0].startswith("第") and not m[0].endswith(("届", "次")))
    }


def _opens_edition(line: Words, at: int) -> bool:
    """Whether a number (第三届) opens the name: a verb stands before it, and no body whose meeting it is."""
    left = line.tokens[line.at[at - 1]] if at > 0 and line.text.startswith("第", at) else None
    return left is not None and left.tag in ("v", "vn", "d", "p", "a", "ad")


def _is_proper_word(line: Words, i: int, end: int) -> bool:
    """Whether a token inside a name is itself a name, or makes one."""
    if i >= len(line.tokens) or line.tokens[i].end > end:
        return False
    return line.tokens[i].tag == "name" or line.tokens[i].text in words("strong")


def _named_new(line: Words, token: Token, start: int) -> bool:
    """Whether 新一代 belongs to the name of an alliance or institute of that field: 新一代人工智能联盟."""
    return token.text == "新一代" and line.text.startswith(("联盟", "研究院"), start)


_NEW_FIELD: Final = re.compile(
    r"显示|储能|能源|电力系统|城镇化|工业化|电池|疫苗|半导体|肥料|材料"
)  # fields that are called new


def trimmed(line: Words, begin: int, start: int) -> int:
    """The start without leading words that describe rather than name (重要, 高水平); what quotes or a dash open is whole."""
    while begin < start and line.text[begin - 1 : begin] not in ("“", "—"):
        token = line.tokens[line.at[begin]]
        blank = not token.text.strip(" \t.")  # 1．X: the point of a number
        describes = (token.text in words("leading") and not _named_new(line, token, start)) or blank
        describes = describes and not (token.text in ("新型", "新") and _NEW_FIELD.match(line.text, token.end))
        if token.begin != begin or token.end > start or not describes:
            break
        begin = token.end
    return begin + 1 if re.match(r"/[年月日](?=[\u4e00-\u9fff])", line.text[begin - 1 : begin + 2]) else begin


_SIZE: Final = re.compile(r"\d+(?:\.\d+)?$")
_MEASURES: Final = frozenset(("length", "mass", "power", "energy", "frequency", "data"))


def with_measure(text: str, begin: int) -> int:
    """The start of a technical name that opens with a size: 12英寸先进传感器研发中试线."""
    size = _SIZE.search(text, max(0, begin - 8), begin)
    unit = size and any(text.startswith(u, begin) for u, kind in unit_kinds().items() if kind in _MEASURES)
    return size.start() if size and unit else begin
