"""People whom a title, an institution or a verb leads, where the segmenter takes their names apart: 市长吴开华出席."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.names.persons import GOES_ON
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import Token

__all__ = ["is_given_place", "led_persons"]


_SCHOLAR: Final = "学者"  # 专家学者来访: no title for certain
_MARKS: Final = ",;、。:()《“ \t\n"
_AT_WORK: Final = "主持|牵头|领衔|带领|致辞|宣布|担任|主讲|率队|作|当选|荣获|获|入选|等|在线|代表(?=[^团队处])"


@cache
def _after_title() -> re.Pattern[str]:
    """``市长吴开华出席``, ``主任石碧围绕…``."""
    titles = any_of(words("title_before") | words("title_led") | {_SCHOLAR})
    return re.compile(rf"(?:{titles})(?:\((?:挂职|兼|正厅级|副厅级|正处级|副处级|主持工作)\))?")


@cache
def _after_institution() -> re.Pattern[str]:
    """``厦门大学郑南峰,``; ``仪式由刘红强主持``; ``授予顾诵芬院士``."""
    return re.compile(
        "大学|学院|研究院|研究所|科学院|医院|实验室|公司|集团|中心"
        "|(?<![经来理缘事])由|授予|邀请|表彰|聘请|聘任|会见|祝贺"
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('title_after'))}|{_AT_WORK})")


def led_persons(line: Words) -> Iterator[Candidate]:
    """The people behind a title, with the list that goes on from them: ``副校长史保东、霍春辉,``."""
    for pattern, titled in ((_after_title(), True), (_after_institution(), False)):
        for m in pattern.finditer(line.text):
            at = m.end()
            while (end := _name_end(line, at, titled, sure=m[0] != _SCHOLAR)) is not None:
                yield Candidate(at, end, line.text[at:end], "Person", "title")
                if line.text[end : end + 1] != "、":
                    break
                at = end + 1


_SPEAKS: Final = tuple("说称讲指谈道在为和与等将任兼曾现是也")
_ACTS: Final = re.compile(
    r"等|以及|摄(?:[)。]|$)|研究员|任[首主院组所校会理总副名该其]|组成|一行|组建|领衔|带队|代表|任职|向|分别|共同|全[程职]|随同|陪同|回忆|坦言|贺[信电]|致[信电]|通报|宣读|介绍|主持|致辞|强调|透露|宣布|出席|参加|讲话|发言|教授|院士"
)
_NUMERALS: Final = frozenset("一二三四五六七八九十")
_HAN: Final = re.compile(r"[\u4e00-\u9fff]+")


def _name_end(line: Words, at: int, titled: bool, *, sure: bool) -> int | None:
    """Where a name that begins at a place ends: words end with it, it is no ordinary word, and a boundary follows.

    Behind a title that isn't ``sure`` only what a listed body stands before is a name.
    """
    for size in (4, 3, 2) if titled else (4, 3):
        name, end = line.text[at : at + size], at + size
        if len(name) < size or not _HAN.fullmatch(name) or not _has_surname(name):
            continue
        tokens = line.tokens[line.at[at] : line.at[end - 1] + 1]
        aligned = tokens[0].begin == at and tokens[-1].end == end
        if tokens[-1].text in _SPEAKS and size > 2:
            continue  # 主任顾华说
        if size == 2 and name[1] in _NUMERALS and line.text[end : end + 1] == "可":
            return end + 1  # 毛二可出席
        if size > 2 and (_ACTS.match(line.text, end - 1) or GOES_ON.match(line.text, end - 1)):
            continue  # 教授武强组成
        if not aligned or not _is_bounded(line, end, titled):
            continue
        if (sure and _is_name(name, tokens, titled)) or (titled and _is_held(line, at, name, tokens)):
            return end
    return None


def _has_surname(name: str) -> bool:
    """Whether a surname opens a name of its length: two characters of four, else one of two or three."""
    surnames = load_gazetteer().surnames
    return name[:2] in surnames if len(name) == 4 else name[0] in surnames


def _is_bounded(line: Words, end: int, titled: bool) -> bool:
    """Whether the name is over: a mark follows, a title, or what a person does."""
    if end >= len(line.text) or line.text[end] in _MARKS or _behind().match(line.text, end):
        return True
    following = line.tokens[line.at[end]]
    return titled and following.tag[0] in "vpc" and following.tag != "vn"


_NO_NAMES: Final = ("stop", "verb", "leading", "weak")
_GIVEN: Final = frozenset(("n", "nr", "nrt", "nz", "ns", "a", "zg", "j", "i"))


def is_given_place(tokens: tuple[Token, ...]) -> bool:
    """Whether a surname and a given name that is a place as well make a person behind a title: 副校长孙玉林."""
    if [t.end - t.begin for t in tokens] != [1, 2] or tokens[0].tag == "name":
        return False
    return tokens[0].text in load_gazetteer().surnames and place_entry(tokens[1].text) is not None


_HELD: Final = 3  # code points: a surname and a given name of two
_SURNAME: Final = ("n", "ng", "nr", "nz", "zg", "x", "b", "ns", "g")
_NOT_GIVEN: Final = frozenset("的了着过们等是有不也都就还又再并且或把被让使给向从对于在将与和及为")


def _is_held(line: Words, at: int, name: str, tokens: Sequence[Token]) -> bool:
    """Whether the post of a listed body leads three characters that only a name can be there: ``某大学教授谭启航告诉记者``.

    What the segmenter makes of the given name counts for nothing then (知微, 若谷), as long as no word runs over it.
    """
    if len(name) != _HELD or not _post_of_body(line, at) or _NOT_GIVEN & set(name[1:]):
        return False
    first, rest = tokens[0], tokens[1:]
    longer = [t for t in tokens if len(t.text) > 1]
    if any(t.tag == "name" or any(t.text in words(group) for group in _NO_NAMES) for t in longer):
        return False
    if name[:2] in load_gazetteer().surnames and first.text == name[:2]:
        return True
    if len(first.text) > 1 or not first.tag.startswith(_SURNAME):
        return False
    if name[0] in load_gazetteer().common_surnames:
        return all(t.tag in _GIVEN for t in rest)
    return name[0] in load_gazetteer().surnames


_POST: Final = re.compile(r"[\u4e00-\u9fff]{0,8}\Z")


def _post_of_body(line: Words, at: int) -> bool:
    """Whether a listed body, or one by its level, stands a few characters before the end of a title."""
    begin = max(0, at - _POST_LENGTH)
    if _OF_BODY.search(line.text, begin, at):
        return True
    near = [t for t in line.tokens[line.at[begin] : line.at[at - 1] + 1] if t.tag == "name" or t.text in _LEVEL_BODIES]
    return bool(near) and _POST.fullmatch(line.text, near[-1].end, at) is not None


_OF_BODY: Final = re.compile(
    r"(?:研究院|研究所|大学|学院|科学院|医院|实验室|公司|集团|协会|学会|促进会|联合会|中心|委员会|管委会|科协|办公室)[\u4e00-\u9fff]{0,6}\Z"
)
_POST_LENGTH: Final = 12
_LEVEL_BODIES: Final = frozenset(
    ("科技厅", "科技局", "科学技术局", "科学技术厅", "教育厅", "教育局", "管委会", "公司", "集团")
)


def _is_name(name: str, tokens: tuple[Token, ...], titled: bool) -> bool:
    """Whether the words that the segmenter sees may be a surname and a given name: 罗/栋梁, 吴/开/华, 刘新华.

    A surname that begins common words (高, 向) needs one that is read as a name beside it.
    """
    if any(t.tag == "name" for t in tokens):
        return titled and len(name) == 3 and is_given_place(tokens)
    sure = any(t.tag in ("nr", "nrt") for t in tokens)
    if len(tokens) == 1:
        return sure and len(name) > 2
    if name[0] in load_gazetteer().common_surnames and not sure:
        return False
    first, rest = tokens[0], tokens[1:]
    if len(first.text) > 1 and not (sure and first.text in load_gazetteer().surnames):
        return first.tag in ("nr", "nrt") and len(name) == len(first.text) + 1
    longer = [t for t in rest if len(t.text) > 1]
    if any(t.tag not in _GIVEN or any(t.text in words(group) for group in _NO_NAMES) for t in longer):
        return False
    if any(t.tag[0] in "pcurmq" and t.tag != "q" for t in rest):
        return False
    return titled or sure or len(name) == 3
