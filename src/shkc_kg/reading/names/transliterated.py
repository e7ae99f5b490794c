"""Foreign names of people: sounds written in characters, with a dot between given and family name (马克·休斯顿)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.tokens import Token

__all__ = ["is_transliterated", "transliterated_end", "transliterated_names"]


@cache
def _pattern() -> re.Pattern[str]:
    sounds = f"[{''.join(sorted(words('sound')))}]{{1,8}}"
    given = rf"(?:[A-Z]\.?·|让·)?(?:亚历山大|{sounds})(?:-{sounds})?"  # 历, 山 and 让 are ordinary words elsewhere
    return re.compile(rf"{given}(?:·(?:{sounds}|[A-Z]\.?))+")


def is_transliterated(text: str) -> bool:
    """Whether a text is nothing but such a name.

    >>> is_transliterated("弗雷德里克·詹姆斯"), is_transliterated("保定·中关村")
    (True, False)
    """
    return bool(_pattern().fullmatch(text))


def transliterated_end(text: str, at: int) -> int | None:
    """Where such a name that begins at a place ends.

    >>> transliterated_end("教授马丁·休斯顿线上", 2)
    8
    """
    m = _pattern().match(text, at)
    return m.end() if m else None


def transliterated_names(line: Words) -> Iterator[Candidate]:
    """The foreign people of a passage; words that the sounds run into (教授, 特别) are left out at both ends."""
    if "·" not in line.text:
        return
    sounds = _as_sounds(line)
    for m in _pattern().finditer(sounds):
        begin, end = m.span()
        first, last = line.tokens[line.at[begin]], line.tokens[line.at[end - 1]]
        if first.begin < begin:
            begin = first.end
        if last.end > end:
            end = last.begin
        led = _LED_BY.match(line.text, begin, end)
        begin = led.end() if led else begin
        end = begin + len(_FOLLOWED_BY.split(line.text[begin:end], maxsplit=1)[0])
        whole = not _goes_on(line, begin - 1) and not _goes_on(line, end)
        if whole and end - begin >= 4 and is_transliterated(sounds[begin:end]):
            yield Candidate(begin, end, line.text[begin:end], "Person", "foreign name")


# what the segmenter runs together with a name: 博士生卢|卡斯, 基|应邀
_LED_BY: Final = re.compile(r"(?:博士生|博士后|研究生|留学生|大使|总领事|参赞)?")
_FOLLOWED_BY: Final = re.compile(r"(?<=..)(?:应邀|受邀|出席|参加|致辞|表示|介绍|等)")
_SOUND: Final = "尔"  # stands for any syllable


def _as_sounds(line: Words) -> str:
    """The text with a sound for each character of a word that the segmenter takes for a person: 得 of 彼得, 烈 of 安德烈."""
    found = list(line.text)
    for token in line.tokens:
        if token.tag in ("nr", "nrt") and any(char in words("sound") for char in token.text):
            found[token.begin : token.end] = _SOUND * len(token.text)
    return "".join(found)


_APART: Final = tuple("vpducfxqmrsty")  # the parts of speech that a name does not go on with


def _goes_on(line: Words, at: int) -> bool:
    """Whether a syllable that no list holds, or a dot, stands at an edge: the name goes on there, and a part is another."""
    token: Token | None = line.tokens[line.at[at]] if 0 <= at < len(line.text) else None
    if token is None or token.end - token.begin > 1:
        return False
    return token.text in "·-" or ("\u4e00" <= token.text <= "\u9fff" and not token.tag.startswith(_APART))
