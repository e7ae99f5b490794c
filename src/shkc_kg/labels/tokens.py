"""Parts a name into known words, ordinals, years, numbers, Latin words, marks, and stretches to be spelt in pinyin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import rjieba

from shkc_kg.labels.forms import CJK
from shkc_kg.labels.lexicon import words
from shkc_kg.labels.readings import spoken

__all__ = ["Token", "tokens"]


@dataclass(frozen=True, slots=True)
class Token:
    """A part of a name: its Chinese, its English, and what it does (:class:`Word`)."""

    zh: str
    en: str
    kind: str
    form: str = ""


_LATIN = re.compile(rf"[^\W_{CJK}](?:[.&/'+-]?[^\W_{CJK}])*[+%]*")
_ORDINAL = re.compile(
    r"第?([0-9]+|[一二三四五六七八九十百]+)(届|次)|第([0-9]+|[一二三四五六七八九十百]+)(个|批|季|期|版|部|部分|阶段)?"
)
_YEAR = re.compile(r"([12][0-9]{3}(?:-[12][0-9]{3})?)年度?(?![0-9])")
_NUMBER = re.compile(r"([0-9]+(?:\.[0-9]+)?|[一两二三四五六七八九十百]+)(?=(.))")
_NUMERALS = tuple("zero one two three four five six seven eight nine ten eleven twelve".split())  # noqa: SIM905
_ORDINALS = tuple("zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split())  # noqa: SIM905
_DIGITS = {zh: value for value, zh in enumerate("零一二三四五六七八九")} | {"两": 2}
_DAY = re.compile(r"(1[0-2]|0?[1-9])月(?:([0-9]{1,2})日)?")
_MONTHS = tuple(
    "January February March April May June July August September October November December".split()  # noqa: SIM905
)
_SERIAL = re.compile(r"([0-9]+|[零一二三四五六七八九十百]+)号")
_AFTER = {"季": "Season", "期": "Phase", "版": "Version", "部": "Part", "部分": "Part", "阶段": "Stage"}

# A character that nothing knows costs more than a word; a one-character word inside an unknown name
# (海 in 海悦) costs more than reading the name out, unless the segmenter ends a word there (黄浦|江).
_KNOWN, _UNKNOWN, _READ_OUT, _SINGLE, _SUFFIX = 1.0, 2.0, 0.9, 2.0, 0.8


def tokens(text: str) -> list[Token]:
    """The cheapest parting of a comparable name into tokens, in order; deterministic.

    >>> [token.en for token in tokens("第4届上海生物医药大会")]
    ['4th', 'Shanghai', 'biomedicine', 'conference']
    """
    cut = _cut(text)
    best: list[tuple[float, int, Token | None]] = [(0.0, 0, None)]
    best += [(float("inf"), 0, None)] * len(text)
    for begin in range(len(text)):
        for end, cost, token in _edges(text, begin, cut):
            if (total := best[begin][0] + cost) < best[end][0] - 1e-9:
                best[end] = (total, begin, token)
    return list(_walk(best))


def _walk(best: list[tuple[float, int, Token | None]]) -> Iterator[Token]:
    path = []
    end = len(best) - 1
    while end:
        _, end, token = best[end]
        if token is not None:
            path.append(token)
    yield from reversed(path)


def _cut(text: str) -> Mapping[int, int]:
    ends, place = {}, 0
    for piece in rjieba.cut(text):
        ends[place] = place = place + len(piece)
    return ends


def _edges(text: str, begin: int, cut: Mapping[int, int]) -> Iterator[tuple[int, float, Token]]:
    yield from _patterns(text, begin)
    known = words()
    for end in range(min(len(text), begin + _longest_word()), begin, -1):
        if (word := known.get(text[begin:end])) is not None:
            yield end, _word_cost(begin, end, cut), Token(text[begin:end], word.en, word.kind, word.form)
    if re.match(rf"[{CJK}]", text[begin]):
        yield begin + 1, _UNKNOWN, Token(text[begin], spoken(text[begin]), "proper")
        for end in _read_out_ends(text, begin, cut.get(begin, begin)):
            yield end, _READ_OUT * (end - begin), Token(text[begin:end], spoken(text[begin:end]), "proper")
    else:
        yield begin + 1, _KNOWN, Token(text[begin], text[begin], "mark")


def _read_out_ends(text: str, begin: int, end: int) -> Iterator[int]:
    """Where a word that nothing knows may end: as the segmenter has it, or before a known last part (云飞|路)."""
    if end > begin + 1 and re.fullmatch(rf"[{CJK}]+", text[begin:end]):
        yield end
        yield from (end - size for size in (1, 2) if end - size > begin + 1 and text[end - size : end] in words())


def _word_cost(begin: int, end: int, cut: Mapping[int, int]) -> float:
    if end - begin > 1:
        # among partings of as many words the one with longer words wins
        return _KNOWN - 0.01 * (end - begin) ** 2
    if cut.get(begin) == end:
        return _KNOWN
    return _SUFFIX if end in cut.values() else _SINGLE


def _patterns(text: str, begin: int) -> Iterator[tuple[int, float, Token]]:
    after_digit = begin > 0 and text[begin - 1].isdigit()
    if (match := _LATIN.match(text, begin)) and not (begin and _LATIN.match(text[begin - 1])):
        yield match.end(), _KNOWN - 0.1, Token(match[0], match[0], "proper")
    if not after_digit and (match := _YEAR.match(text, begin)):
        yield match.end(), 0.5, Token(match[0], match[1], "number")
    if not after_digit and (match := _DAY.match(text, begin)):
        yield (
            match.end(),
            0.5,
            Token(match[0], " ".join(filter(None, (_MONTHS[int(match[1]) - 1], match[2]))), "number"),
        )
    if not after_digit and (match := _SERIAL.match(text, begin)):
        yield match.end(), 0.5, Token(match[0], f"No. {_value(match[1])}", "number")
    if not after_digit and (match := _ORDINAL.match(text, begin)):
        yield match.end(), 0.5, Token(match[0], _ordinal(match), "number")
    if (
        not after_digit
        and (match := _NUMBER.match(text, begin))
        and text[begin : match.end() + 1] not in words()
        and (token := _counted(match))
    ):
        yield match.end() + 1, 0.9, token


def _ordinal(match: re.Match[str]) -> str:
    number = _value(match[1] or match[3])
    measure = match[2] or match[4]
    if measure in _AFTER:
        return f"{_AFTER[measure]} {number}"
    spelt = match[1] is None and not match[3].isdigit() and number < len(_ORDINALS)
    word = _ORDINALS[number] if spelt else _nth(number)
    return f"{word} batch of" if measure == "批" else word


def _counted(match: re.Match[str]) -> Token | None:
    """三年 in 三年行动计划 is three-year; 五大 and 113家 are plain numbers."""
    number, measure = match[1], match[2]
    spelt = number if number[0].isdigit() else _NUMERALS[v] if (v := _value(number)) < len(_NUMERALS) else str(v)
    if measure == "年":
        return Token(number + measure, f"{spelt}-year", "adjective")
    if measure == "大" and not number[0].isdigit():
        return Token(number + measure, f"top {spelt}" if number == "十" else spelt, "count")
    word = words().get(measure)
    if word is None or word.kind != "measure":
        return None
    return Token(number + measure, f"{spelt} {word.en}" if word.en else spelt, "count")


def _value(number: str) -> int:
    if number.isdigit() and number.isascii():
        return int(number)
    total = digit = 0
    for char in number:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        else:
            digit = _DIGITS[char]
    return total + digit


def _nth(number: int) -> str:
    ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


@cache
def _longest_word() -> int:
    """The length of the longest word that names are composed of."""
    return max(map(len, words()))
