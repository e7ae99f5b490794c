"""A person's name told by what stands behind it, whatever the segmenter makes of its characters: 周济|在会上."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Words
from shkc_kg.reading.names.led import is_given_place
from shkc_kg.reading.names.persons import GOES_ON, OF_BODIES
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import is_word

__all__ = ["MARK", "bounded_name", "ends"]

MARK: Final = r"[,;、。:()\[\]“”《》?!|/\-—\s]|$"
_HAN: Final = re.compile(r"[\u4e00-\u9fff]+")
# what is no part of a name at its end, and never the last character of one
_NEVER_LAST: Final = frozenset("说称等是的了讲指介摄讯记与很都也均还又并或被把让使给以在")
_SIZES: Final = (4, 3, 2)


@cache
def ends() -> str:
    """An expression for a mark, 等, another person, or what a person does: 出席, 在会上, 向…颁发."""
    return (
        rf"{MARK}|等|(?:和|与|及|以及)(?![平谐气睦解等,、。睿])|(?:{any_of(words('person_acts'))})"
        rf"|[在向为对就从以将把](?=[\u4e00-\u9fff“《\d])|[于](?=\d)|(?:{any_of(words('title_after') | words('office'))})"
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(ends())


def bounded_name(line: Words, at: int, *, sure: bool = True) -> int | None:
    """Where the person's name that begins at a place ends, if one does; a strict reading where the place isn't ``sure``."""
    ends = [at + size for size in _SIZES if _is_shaped(line.text[at : at + size], size, sure)]
    ends = [end for end in ends if end == at + 2 or not GOES_ON.match(line.text, end - 1)]
    return next((end for end in ends if _behind().match(line.text, end) and _is_name(line, at, end, sure)), None)


def _is_shaped(name: str, size: int, sure: bool) -> bool:
    """Whether a surname opens a stretch of that length: a Japanese one only behind an office."""
    if len(name) < size or not _HAN.fullmatch(name) or name[-1] in _NEVER_LAST or name.endswith(OF_BODIES):
        return False
    surnames = load_gazetteer().surnames
    if sure and size > 2 and name[:2] in words("japanese_surname"):
        return True
    return name[:2] in surnames if size == 4 else name[0] in surnames


def _is_name(line: Words, at: int, end: int, sure: bool) -> bool:
    """Whether nothing there is an ordinary word: 专家应邀出席, 院士候选人, 院长和代表."""
    name, tokens = line.text[at:end], line.tokens[line.at[at] : line.at[end - 1] + 1]
    if (
        _NO_NAME.match(name)
        or name[1:] in words("office")
        or any(name in words(group) for group in ("stop", "verb", "leading", "weak"))
    ):
        return False
    if (len(tokens) == 1 and tokens[0].text == name and tokens[0].tag in ("nr", "nrt", "nrfg")) or (
        sure and name[:2] in words("japanese_surname")
    ):
        return not any(t.tag == "name" for t in tokens)
    if any(t.tag == "name" for t in tokens):
        return sure and is_given_place(tokens)
    common = name[0] in load_gazetteer().common_surnames
    if is_word(name):  # 院长周济在会上, but 主任明确表示
        return sure and not common and _ACTS_SURELY.match(line.text, end) is not None
    if name[0] == "和" and name[1] in load_gazetteer().surnames:
        return False
    given = len(name) == 2 or not is_word(name[1:]) or tokens[-1].tag in ("nr", "nrt", "ns", "nz")
    if any(t.tag in ("nr", "nrt") and t.begin == at and t.end <= end + 1 for t in tokens) and (given or not common):
        return True
    if _opens_word(line, at):
        return False
    if sure and len(name) > 2 and _ACTS_SURELY.match(line.text, end):
        return True  # 局长石砚田表示
    return given and sure if common else sure or (len(name) > 2 and given)


_NO_NAME: Final = re.compile(r"任[主首组院所校会理总副名正]|[原常]副|暨[技科研产创]")  # 研究员任主任, 原副部长


# a word that is somebody's name as well: 院长周济在会上, but 书记项目启动
_ACTS_SURELY: Final = re.compile(r"[在向](?=[\u4e00-\u9fff])|表示|指出|强调|介绍|出席|致辞|主持|认为|宣布|透露|告诉")


def _opens_word(line: Words, at: int) -> bool:
    """Whether the name's first characters are an ordinary word of the segmenter, or end one: 高度|重."""
    token = line.tokens[line.at[at]]
    if token.text in load_gazetteer().surnames:
        return False  # 司徒
    return token.begin < at or (token.end - at > 1 and token.tag not in ("nr", "nrt", "nrfg", "nz"))
