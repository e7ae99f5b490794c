"""Names of people: on cards, before or behind a title (院士, 教授, 市长), in a news item's dateline."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.names.transliterated import is_transliterated
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import is_word

__all__ = ["GOES_ON", "OF_BODIES", "full_name", "is_person_line", "persons", "surname"]

_HAN: Final = r"[\u4e00-\u9fff]"
_GENDER: Final = r"(?:\((?:女|男)(?:[,、][^)]*)?\))?"
# What may follow a full name that a title opens: 市长李明在会上指出.
_AFTER: Final = "告在出致表指说作为主介宣等和与率参会同讲获当任发带以"
_AFTER_NAME: Final = rf"(?=[,;、。:(){_AFTER}\s]|$)"


@cache
def surname() -> str:
    """An expression for any surname."""
    return rf"(?:{any_of(load_gazetteer().surnames)})"


@cache
def full_name() -> str:
    """An expression for a surname and a given name of one or two characters."""
    return rf"{surname()}{_HAN}{{1,2}}"


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{full_name()}){_GENDER}")


@cache
def _listed_pattern() -> re.Pattern[str]:
    """A line of a list of people: ``席远征,男,…研究员``."""
    return re.compile(rf"(?P<name>{full_name()}),(?:男|女)(?=[,、;。(])")


@cache
def _title_patterns() -> tuple[tuple[re.Pattern[str], bool], ...]:
    """Where a title shows a name, and whether only a sure name is believed there."""
    after, before = any_of(words("title_after")), any_of(words("title_before"))
    shortest = rf"(?P<name>{full_name()}?)"
    return (
        (re.compile(rf"(?<!{_HAN}){shortest}(?:等)?(?:{after})"), False),
        (re.compile(rf"(?<=[由请以对和与述念是、]){shortest}(?:{after})"), False),
        (re.compile(rf"(?:{before})(?P<name>{full_name()}){_AFTER_NAME}"), False),
        (re.compile(rf"(?:{before})(?P<name>{full_name()})(?<![{_AFTER}])(?!{_AFTER_NAME})"), True),
        (re.compile(rf"(?<={_HAN}){shortest}(?:院士|教授)(?=团队|领衔|牵头|等|课题组|与|和|的)"), True),
    )


def is_person_line(line: str) -> bool:
    """Whether a short line is nothing but a person's name, with or without gender: ``吴明红(女)``."""
    text = fold(line)
    return bool(_line_pattern().fullmatch(text)) or is_transliterated(text)


def persons(line: Words, card: bool) -> Iterator[Candidate]:
    """The people whom a passage names in Chinese; on a card the first line does."""
    if card and (m := _line_pattern().match(line.text)) and line.text[m.end() : m.end() + 1] in ("\n", ""):
        yield Candidate(*m.span("name"), m["name"], "Person", "card")
    if m := _listed_pattern().match(line.text):
        yield Candidate(*m.span("name"), m["name"], "Person", "list")
    for pattern, strict in _title_patterns():
        for m in pattern.finditer(line.text):
            begin, end = m.span("name")
            if end - begin == _LONGEST_NAME and GOES_ON.match(line.text, end - 1):
                end -= 1  # 主任顾华说,… 副主席陈放代表省政府致辞
            if _is_plausible(line, begin, end, strict=strict):
                yield Candidate(begin, end, line.text[begin:end], "Person", "title")


# the last characters of bodies and posts, not of people
OF_BODIES: Final = ("委员会", *"处科部厅局省市县委所社网报站们副")
_LONGEST_NAME: Final = 3  # code points
# where the last character of a longer name begins what is said of her: 顾华说, 韩旭曾是
GOES_ON: Final = re.compile(
    r"[说称][,:。“]|等|以及|摄|任[首主院组所校会理总副名该其]|建议|记者|研究员|一行|组成|组建|全[程职]|分别|随同|陪同|代表[\u4e00-\u9fff]|告诉|曾[是任在获担为]|现[任为是]"
    r"|来[\u4e00-\u9fff]{1,3}?(?:调研|考察|视察|检查|指导|访问)"
    r"|回忆|坦言|贺[信电]|致[信电辞]|教授|院士|通报|宣读|介绍|主持|致辞|强调|透露|宣布|出席|参加|讲话|发言"
    r"|作(?:了|的)?[^作,;。]{0,6}?(?:报告|讲话|演讲|发言|致辞|介绍|说明|部署|交流|分享|授课|讲座|动员|点评|总结)"
)
_GIVEN: Final = frozenset("正可能如应均共达来为")  # words of their own that a given name may end in: 梁兆正
_NO_NAMES: Final = ("stop", "verb", "leading", "weak")
_ORDINARY: Final = frozenset(("n", "v", "vn", "a", "b", "j", "nt"))


def _is_plausible(line: Words, begin: int, end: int, *, strict: bool) -> bool:
    """Whether the segmenter sees no ordinary word there: 高水平教授 is nobody."""
    if line.text[begin] == "和" and line.text[begin + 1] in load_gazetteer().surnames:
        return False  # 书记和罗俊校长
    if line.text[begin - 1 : begin].isdigit():
        return False  # 20余位院士
    if line.text[end - 1] == "委" or (line.text[end - 1] in "一二三四五" and line.text[end : end + 1] == "可"):
        return False  # 国资委副主任; 毛二可
    tokens = line.tokens[line.at[begin] : line.at[end - 1] + 1]
    if line.text[begin:end].endswith(OF_BODIES):
        return False  # 宣传部部长
    if len(tokens) == 1 and tokens[0].tag not in ("nr", "nrt", "nz", "ns", "x") and is_word(tokens[0].text):
        return False  # 经过院士选举
    given = end - begin == _LONGEST_NAME and tokens[0].tag == "nr"
    rest = [t for t in tokens if not (given and t.text in _GIVEN)]
    if any(t.tag == "name" or any(t.text in words(group) for group in _NO_NAMES) for t in rest):
        return False
    first = line.text[begin : begin + 2]
    if strict and is_word(first) and place_entry(first) is None and not is_word(line.text[begin:end]):
        return False  # 科学家满怀好奇心
    if strict and len(tokens) == 1:
        return tokens[0].tag == "nr" and (tokens[0].begin, tokens[0].end) == (begin, end) and end - begin == 3
    if any(t.tag in ("nr", "nrt") for t in tokens) or all(t.end - t.begin == 1 for t in tokens):
        return True
    return not strict and all(t.tag not in _ORDINARY for t in tokens)
