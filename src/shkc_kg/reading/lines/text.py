"""Original text to clean text, with the place of each kept character.

Cleaning only ever deletes characters, so that every clean span maps back to original ones;
folding (full-width to half-width) is one to one and serves matching only.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

__all__ = ["Line", "clean", "fold", "join", "lines_of"]

_CJK: Final = r"\u3400-\u4dbf\u4e00-\u9fff\u3007"
_BLANK: Final = r"[ \t\u3000\u00a0]"
_INVISIBLE: Final = re.compile("[\ufeff\u200b-\u200f\u2028\u2029\u00ad\r\x00-\x08\x0b\x0c\x0e-\x1f]")
_BOLD: Final = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
# PDF tools write figures as formulae: "$34 . 7 \%$", or without the closing sign at a line's end
_FORMULA: Final = re.compile(
    r"\$(?=[^$\n]{0,60}?\d)(?:[^$\n]{0,60}?\\[^$\n]{0,60}?\$"
    r"|[^$\n\u4e00-\u9fff]{1,60}?(?:\$|(?=[\u4e00-\u9fff,，。;；、]|\n|$)))"
)
_FORMULA_NOISE: Final = re.compile(r"\\(?:mathrm|text|mathbf|quad)\b|[$\\{}\s]")
_PUNCTUATION: Final = re.escape("，。；：、！？）（(),;:!?《》“”‘’「」【】%％~～—–-")

# Blanks that say nothing, each pattern matching nothing but the blanks.
_EMPTY_BLANKS: Final = (
    # beside punctuation; a run is tried from its first blank only, since a line may be all blanks
    re.compile(
        rf"(?<=[{_PUNCTUATION}]){_BLANK}+(?=[^\sA-Za-z])|(?<!{_BLANK}){_BLANK}+(?=[，。；：、！？）)》”,;:!?%％])"
    ),
    # between a figure and its measure word
    re.compile(rf"(?<=\d){_BLANK}+(?=[{_CJK}])|(?<=[{_CJK}]){_BLANK}+(?=\d)"),
    # behind or before a character that stands alone: 李 骏
    re.compile(rf"(?<![{_CJK}].)(?<=[{_CJK}]){_BLANK}+(?=[{_CJK}])|(?<=[{_CJK}]){_BLANK}+(?=[{_CJK}](?![{_CJK}]))"),
    # inside a figure: 34 . 7 %
    re.compile(rf"(?<=\d){_BLANK}+(?=[.,]{_BLANK}*\d)|(?<=\d[.,]){_BLANK}+(?=\d)|(?<=\d){_BLANK}+(?=[%％])"),
)
# letter-spaced words and figures: 云 南 省 2 0 2 1 年; 新增 1 2 3 家
_SPACED_LINE: Final = re.compile(rf"(?:\S{_BLANK}){{4,}}\S")
_SPACED_BLANK: Final = re.compile(rf"(?<=\S){_BLANK}(?=\S)")
_SPACED_FIGURE: Final = re.compile(rf"(?<![\d.]{_BLANK})(?<![\d.])\d(?:{_BLANK}[\d.]){{2,14}}(?={_BLANK}?[{_CJK}%％])")
_MOSTLY: Final = 0.8  # of the pieces of a line; one that is letter-spaced may hold a word that is not
_BLANK_IN_PROSE: Final = re.compile(rf"(?<=[{_CJK}]){_BLANK}+(?=[{_CJK}])")
# the names of those who wrote a text stay apart: (记者 方一鸣 通讯员 卢晓棠), 某市12月5日电(方一鸣 卢晓棠)
_BYLINE: Final = re.compile(
    r"(?:[电讯息]\s?[（(]|[（(][^（）()]{0,8}?(?:记者|通讯员|作者|实习生))[^（）()，。；,;]{2,60}[）)]"
    rf"|(?:作者|撰稿|供稿|摄影|编辑|审核|校对)[：:]\s?(?:[{_CJK}]{{2,3}}[ \u3000]+)+[{_CJK}]{{2,3}}(?![{_CJK}])"
    rf"|[。！][（(](?:[{_CJK}]{{2,4}}[ \u3000]+)+[{_CJK}]{{2,4}}[）)]$"
)
# a wide blank parts a headline's slogan from an event's name: 湖畔新引擎　2022东部算力大会
_PARTING: Final = re.compile(
    rf"(?<=[{_CJK}”’》！!])(?:\u3000+|[ \u00a0]{{2,}})(?=(?:(?:19|20)\d\d(?!年)|第[\d一二三四五六七八九十百]{{1,4}}届)[{_CJK}])"
)
_PROSE_MARK: Final = re.compile(r"[，。；,;]")
_FOLDED_ALIKE: Final = {"～": "~", "〜": "~", "−": "-", "–": "—", "―": "—", "‧": "·", "•": "·", "|": "\n"}

_CIRCLED: Final = range(ord("①"), ord("⑨") + 1)


class _Folding(dict[int, int]):
    """A translation table that learns each character when it first meets it."""

    def __missing__(self, code: int) -> int:
        folded = unicodedata.normalize("NFKC", chr(code))
        kept = len(folded) != 1 or code in _CIRCLED  # ② marks an item, and is no figure
        self[code] = code if kept else ord(_FOLDED_ALIKE.get(folded, folded))
        return self[code]


_FOLDING: Final = _Folding()


# In a text with half-width punctuation a dot behind a Chinese word ends the sentence; behind 一 at a line's begin it numbers.
_FULL_STOP: Final = re.compile(
    rf"(?<=[{_CJK})”’》%])(?<!^[一二三四五六七八九十])(?<!^十[一二三四五六七八九])[.]"
    rf"(?=\s*(?:\Z|[{_CJK}“‘《(]|\d{{1,4}}[年月日]))|(?<=[{_CJK})”’》%])[.](?=[ \t]*\n)",
    re.MULTILINE,
)


# Straight quotes around Chinese words; the sign of inches behind a figure opens none.
_STRAIGHT: Final = re.compile(
    rf'(?:(?<![0-9"])|(?<=19[0-9]{{2}})|(?<=20[0-9]{{2}}))"(?=[^"\n]{{0,60}}?[{_CJK}])([^"\n]{{1,60}})"'
)


def fold(text: str) -> str:
    """The text with each full-width character in its half-width form; as long as ``text``, place for place.

    A dot that ends a Chinese sentence becomes the full stop that it stands for, straight quotes those that open and close.

    >>> fold("（２０２１）年，约１／４～５％")
    '(2021)年,约1/4~5%'
    >>> fold('共建"先进光伏"实验室,12"晶圆'), fold('"A"型')
    ('共建“先进光伏”实验室,12"晶圆', '"A"型')
    >>> fold("甲|1"), fold("1990|1")
    ('甲\\n1', '1990\\n1')
    >>> fold("实验室揭牌.当日,增长3.2%.2021年签约."), fold("一.总体.二是G.60"), fold("二.平台")
    ('实验室揭牌。当日,增长3.2%。2021年签约。', '一.总体。二是G.60', '二.平台')
    """
    if text.isascii():
        return text.replace("|", "\n")
    folded = text.translate(_FOLDING)
    if '"' in folded:
        folded = _STRAIGHT.sub(r"“\1”", folded)
    return _FULL_STOP.sub("。", folded) if "." in folded else folded


@dataclass(frozen=True, slots=True)
class Line:
    """Characters of one line (or of several that belong together) with their places in the original.

    ``bold`` holds the clean indexes at which a bold mark stood.
    """

    text: str
    offsets: tuple[int, ...]
    bold: tuple[int, ...] = ()

    def __getitem__(self, part: slice) -> Line:
        begin, end, _ = part.indices(len(self.text))
        kept = tuple(b - begin for b in self.bold[bisect_left(self.bold, begin) : bisect_right(self.bold, end)])
        return Line(self.text[begin:end], self.offsets[begin:end], kept)

    def strip(self) -> Line:
        """The line without blanks at its ends."""
        left = len(self.text) - len(self.text.lstrip())
        return self[left : len(self.text.rstrip())] if self.text.strip() else Line("", ())


def lines_of(original: str) -> Iterator[tuple[int, str]]:
    """Each line of the original with the offset of its first character; ``\\n`` not included."""
    begin = 0
    for line in original.split("\n"):
        yield begin, line
        begin += len(line) + 1


def _noise(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are layout and no text: bold marks, formula signs, invisible characters."""
    for pattern in (_INVISIBLE, _BOLD):
        for found in pattern.finditer(text):
            yield found.span()
    for formula in _FORMULA.finditer(text):
        for noise in _FORMULA_NOISE.finditer(formula[0]):
            yield formula.start() + noise.start(), formula.start() + noise.end()


def _empty_blanks(text: str) -> Iterator[tuple[int, int]]:
    """The blanks that part no words; between two Chinese words only prose has no use for them."""
    yield from _spaced(text)
    for pattern in _EMPTY_BLANKS:
        yield from (found.span() for found in pattern.finditer(text))
    if _PROSE_MARK.search(text):
        kept = [byline.span() for byline in _BYLINE.finditer(text)]
        for found in _BLANK_IN_PROSE.finditer(text):
            if not any(begin < found.start() < end for begin, end in kept):
                yield found.span()


def _spaced(text: str) -> Iterator[tuple[int, int]]:
    """The blanks of a letter-spaced line, or of a letter-spaced figure in prose."""
    pieces = text.split() if _SPACED_LINE.search(text) else []
    if pieces and sum(len(piece) == 1 for piece in pieces) >= _MOSTLY * len(pieces):
        yield from (found.span() for found in _SPACED_BLANK.finditer(text))
    elif pieces and _PROSE_MARK.search(text):
        for figure in _SPACED_FIGURE.finditer(text):
            for found in _SPACED_BLANK.finditer(text, *figure.span()):
                yield found.span()


def _without(line: Line, stretches: Iterable[tuple[int, int]]) -> Line:
    gone = {i for begin, end in stretches for i in range(begin, end)}
    if not gone:
        return line
    kept = [i for i in range(len(line.text)) if i not in gone]
    return Line("".join(line.text[i] for i in kept), tuple(line.offsets[i] for i in kept))


def clean(text: str, begin: int = 0) -> Line:
    """A line without layout noise: bold marks, formula signs, blanks inside words and figures.

    ``begin`` is the offset of the line's first character in the original.

    >>> clean("新增外资研发中心**25**家").text
    '新增外资研发中心25家'
    >>> clean("云 南 省 2 0 2 1 年 科 技 报 告").text, clean("全年新增 1 2 3 . 4 亿元，居首位").text
    ('云南省2021年科技报告', '全年新增123.4亿元，居首位')
    >>> clean("李 骏").text, clean("占比$34 . 7 \\\\%$,居首").text, clean("5 个 展 区").text
    ('李骏', '占比34.7%,居首', '5个展区')
    """
    raw = Line(text, tuple(range(begin, begin + len(text))))
    bare = _without(raw, _noise(text))
    parting = {i for m in _PARTING.finditer(bare.text) for i in range(*m.span())}
    kept = _without(bare, (blank for blank in _empty_blanks(fold(bare.text)) if blank[0] not in parting))
    bold = tuple(bisect_left(kept.offsets, begin + m.start()) for m in _BOLD.finditer(text))
    return Line(kept.text, kept.offsets, bold).strip()


def join(lines: Iterable[Line]) -> Line:
    """Lines that belong together as one, nothing between them."""
    parts = tuple(lines)
    starts, at = [], 0
    for part in parts:
        starts.append(at)
        at += len(part.text)
    return Line(
        "".join(part.text for part in parts),
        tuple(chain.from_iterable(part.offsets for part in parts)),
        tuple(start + b for start, part in zip(starts, parts, strict=True) for b in part.bold),
    )
