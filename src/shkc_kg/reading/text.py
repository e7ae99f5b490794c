"""Original text to clean text, with the place of each kept character.

Cleaning only ever deletes characters, so that every clean span maps back to original ones;
folding (full-width to half-width) is one to one and serves matching only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Final

__all__ = ["Line", "clean", "fold", "join", "lines_of"]

_CJK: Final = r"\u3400-\u4dbf\u4e00-\u9fff\u3007"
_INVISIBLE: Final = re.compile("[\ufeff\u200b-\u200f\u2028\u2029\u00ad\r\x00-\x08\x0b\x0c\x0e-\x1f]")
_BOLD: Final = re.compile(r"\*\*|__(?=\S)|(?<=\S)__")
# PDF tools write figures as formulae: "$34 . 7 \%$", or without the closing sign at a line's end
_FORMULA: Final = re.compile(r"\$(?=[^$\n]{0,60}?\d)[^$\n\u4e00-\u9fff]{1,60}?(?:\$|(?=[\u4e00-\u9fff,，。;；、]|\n|$))")
_FORMULA_NOISE: Final = re.compile(r"[$\\{}\s]|\\(?:mathrm|text|mathbf|quad)\b")
_PUNCT: Final = "，。；：、！？）（(),;:!?《》“”‘’「」【】%％~～—–-"
_SPACE: Final = r"[ \t\u3000\u00a0]"
_SPACES: Final = (
    # beside punctuation a blank says nothing
    re.compile(rf"(?<=[{re.escape(_PUNCT)}]){_SPACE}+(?=[^\sA-Za-z])|{_SPACE}+(?=[，。；：、！？）)》”,;:!?%％])"),
    # between a figure and its measure word, and inside letter-spaced words
    re.compile(rf"(?<=\d){_SPACE}+(?=[{_CJK}])|(?<=[{_CJK}]){_SPACE}+(?=\d)"),
)
_LETTER_SPACED: Final = re.compile(rf"(?<![{_CJK}])[{_CJK}](?:{_SPACE}[{_CJK}])+(?![{_CJK}])")
_ONE_AND_WORD: Final = re.compile(rf"(?<![{_CJK}])([{_CJK}]){_SPACE}+(?=[{_CJK}])|(?<=[{_CJK}]){_SPACE}+(?=[{_CJK}](?![{_CJK}]))")
_DIGITS_SPACED: Final = re.compile(rf"(?<=\d){_SPACE}+(?=[.,]{_SPACE}*\d)|(?<=\d[.,]){_SPACE}+(?=\d)|(?<=\d){_SPACE}+(?=[%％])")
_INSIDE_PROSE: Final = re.compile(rf"(?<=[{_CJK}]){_SPACE}+(?=[{_CJK}])")
_PROSE_MARK: Final = re.compile(r"[，。；,;]")


@cache
def _fold_char(char: str) -> str:
    folded = unicodedata.normalize("NFKC", char)
    if len(folded) != 1:
        return char
    return {"～": "~", "〜": "~", "−": "-", "–": "—", "―": "—", "‧": "·", "•": "·"}.get(folded, folded)


def fold(text: str) -> str:
    """The text with each full-width character in its half-width form; as long as ``text``, place for place.

    >>> fold("（２０２１）年，约１／４～５％")
    '(2021)年,约1/4~5%'
    """
    return text if text.isascii() else "".join(map(_fold_char, text))


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
        kept = tuple(b - begin for b in self.bold if begin <= b <= end)
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


def _deletions(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a line that are layout noise."""
    for pattern in (_INVISIBLE, _BOLD):
        for found in pattern.finditer(text):
            yield found.span()
    for formula in _FORMULA.finditer(text):
        for noise in _FORMULA_NOISE.finditer(formula[0]):
            yield formula.start() + noise.start(), formula.start() + noise.end()


def _blank_deletions(text: str) -> Iterator[tuple[int, int]]:
    patterns: list[re.Pattern[str]] = [_SPACES[0], _SPACES[1], _ONE_AND_WORD, _DIGITS_SPACED]
    if _PROSE_MARK.search(text):
        patterns.append(_INSIDE_PROSE)
    for pattern in patterns:
        for found in pattern.finditer(text):
            blank = re.search(rf"{_SPACE}+", found[0])
            if blank:
                yield found.start() + blank.start(), found.start() + blank.end()
    for word in _LETTER_SPACED.finditer(text):
        for blank in re.finditer(_SPACE, word[0]):
            yield word.start() + blank.start(), word.start() + blank.end()


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
    >>> clean("李 骏").text, clean("占比$34 . 7 \\\\%$,居首").text, clean("5 个 展 区").text
    ('李骏', '占比34.7%,居首', '5个展区')
    """
    raw = Line(text, tuple(range(begin, begin + len(text))))
    marks = [m.start() for m in _BOLD.finditer(text)]
    first = _without(raw, _deletions(text))
    second = _without(first, _blank_deletions(fold(first.text)))
    bold = tuple(sum(1 for o in second.offsets if o < begin + m) for m in marks)
    return Line(second.text, second.offsets, bold).strip()


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
