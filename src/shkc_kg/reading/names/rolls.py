"""People whom an enumeration or a body shows: ``院士:甲(某大学)、乙、丙``, ``某研究所甲、乙获奖``, ``甲等10位专家``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import INSTITUTIONS
from shkc_kg.reading.names.led import is_given_place
from shkc_kg.reading.names.persons import GOES_ON, OF_BODIES, full_name
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import Token, is_word

__all__ = ["people_of", "rolls"]

_LEAST: Final = 3  # members of a list that nothing but their shape shows to be people
_LINK: Final = re.compile(r"、(?:以及)?|以及|[和与及]")


@dataclass(frozen=True, slots=True)
class _Member:
    """A place that may be a person's name, and how sure its words make it: 0 is none, 1 may be, 2 is."""

    begin: int
    end: int
    sure: int  # -1: a body or a listed name stands there


@cache
def _one() -> re.Pattern[str]:
    """A name that a mark, the next one, or what people do follows; a remark in brackets belongs to it."""
    behind = rf"[、,;。:()\s等]|以及|[和与及]|于(?=\d)|[两二三四五六七八九\d]+[人位名]|{any_of(words('person_acts'))}"
    return re.compile(rf"(?P<name>{full_name()})(?P<remark>\([^()]{{1,30}}\))?(?={behind}|$)")


@cache
def _first_of() -> re.Pattern[str]:
    """``甲等10位专家``, ``甲等18人``: nothing but people is counted so."""
    return re.compile(rf"(?P<name>{full_name()}?)(?={_SO_MANY.pattern})")


@cache
def _labelled() -> re.Pattern[str]:
    """``农学奖:甲、乙`` as a line of its own."""
    one = rf"{full_name()}(?:\([^()]{{1,12}}\))?"
    return re.compile(
        rf"^[\u4e00-\u9fff“”]{{0,16}}(?:奖|院士|得主|[获奖]者|人选|人物|名单):(?={one}(?:[、\s]{one})*[。]?$)"
    )


@cache
def _from() -> re.Pattern[str]:
    """``来自某科技馆的甲获得一等奖``."""
    does = "获|摘得|夺得|斩获|凭借|坦言|表示|告诉|说,|介绍|、|等"
    return re.compile(rf"来自[^,;。、]{{2,24}}的(?P<name>{full_name()})(?={does})")


@cache
def _gendered() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{full_name()})(?=\([女男](?:[,、][^()]{{1,12}})?\))")


def rolls(line: Words) -> Iterator[Candidate]:
    """The people of lists, whatever stands before them: most of the names must be no words of their own."""
    done = 0
    for m in _one().finditer(line.text):
        if m.start() < done or line.text[m.end() : m.end() + 1] != "、":
            continue
        members = tuple(_members(line, m.start()))
        done = members[-1].end if members else done
        if members and _are_people(line, members):
            first = 0 if _begins(line, m.start()) else 1  # 某领导姜|虹、…
            yield from (_person(line, one) for one in members[first:])
    yield from _shown(line)


def _shown(line: Words) -> Iterator[Candidate]:
    """The people whom a label, a gender, a count behind them or where they come from shows."""
    for m in _labelled().finditer(line.text):
        yield from (_person(line, one) for one in _members(line, m.end()) if one.sure > 1)
    for m in _first_of().finditer(line.text):
        one = _member(line, *m.span("name"))
        if one.sure > 1 and _begins(line, one.begin):
            yield _person(line, one)
    for pattern in (_gendered(), _from()):
        for m in pattern.finditer(line.text):
            if (one := _member(line, *m.span("name"))).sure > 0:
                yield _person(line, one)


def people_of(line: Words, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The people named right behind an institution: ``某医院的甲、某研究院乙2人``.

    Where two of a sentence are sure, names that the segmenter knows as words are believed beside them.
    """
    near = tuple(_behind(line, found))
    least = 1 if sum(one.sure > 1 for one in near) > 1 else 2
    yield from (_person(line, one) for one in near if one.sure >= least or _title().match(line.text, one.end))
    if least == 1:
        for m in _item().finditer(line.text):
            if (one := _member(line, *m.span("name"))).sure > 0:
                yield _person(line, one)


@cache
def _item() -> re.Pattern[str]:
    """A member of a list of people behind their bodies, whose body no list holds: ``、某镇植保站甲、``."""
    body = r"[^、,;。:()]{3,30}?(?:站|所|中心|局|院|校|场|馆|社|公司|集团|大学|中学|小学)"
    return re.compile(rf"(?<=[:、,]){body}(?P<name>{full_name()})(?=(?:\([^()]{{1,12}}\))?(?:[、,;。]|$))")


@cache
def _title() -> re.Pattern[str]:
    return re.compile(any_of(words("title_after") | words("office")))


_AT: Final = re.compile(r"(?:\([\u4e00-\u9fff]{2,4}\))?的?")


def _behind(line: Words, found: Sequence[Candidate]) -> Iterator[_Member]:
    """What has the shape of a name behind each institution: the first in a list, and those it goes on with."""
    for end in sorted({one.end for one in found if one.cls in INSTITUTIONS and _is_whole(one)}):
        at = _AT.match(line.text, end)
        for one in _members(line, at.end() if at else end):
            if one.sure < 1 or not _is_over(line, one):
                break
            yield one


def _is_whole(one: Candidate) -> bool:
    return len(one.text) > _LEAST or one.cls == "University"  # 北航, 哈工大


@cache
def _over() -> re.Pattern[str]:
    """A mark, a count, what winners do, a title."""
    count = r"[两二三四五六七八九\d]+[人位名]"
    return re.compile(
        rf"[、,;。()]|等|{count}|[荣喜]?获|当选|入选|摘得|夺得|[和及]同事|(?:{any_of(words('title_after') | words('office'))})|$"
    )


def _is_over(line: Words, one: _Member) -> bool:
    """Whether nothing but the end of a name can follow; a short one of a surname that begins words is rarely one."""
    rare = one.end - one.begin > 2 or line.text[one.begin] not in load_gazetteer().common_surnames
    return (rare or one.sure > 1) and _over().match(line.text, one.end) is not None


def _members(line: Words, at: int) -> Iterator[_Member]:
    """The names of the list that begins at a place."""
    while (m := _one().match(line.text, at)) is not None:
        begin, end = m.span("name")
        if end - begin > 2 and GOES_ON.match(line.text, end - 1):
            end -= 1
        yield _member(line, begin, end)
        link = _LINK.match(line.text, m.end() if end == m.end("name") else end)
        if link is None:
            return
        at = link.end()


_NEVER: Final = frozenset("的了着过们等是有不也都就还又再并且或把被让使给")
_NEVER_LAST: Final = frozenset("向从对于在将与及为各其该本")


def _member(line: Words, begin: int, end: int) -> _Member:
    """How far the words of a place allow it to be a name."""
    name, tokens = line.text[begin:end], line.tokens[line.at[begin] : line.at[end - 1] + 1]
    if name.endswith(OF_BODIES):
        return _Member(begin, end, -1)
    if _NEVER & set(name[1:]) or name[-1] in _NEVER_LAST or tokens[-1].end > end + 1:
        return _Member(begin, end, 0)
    if any(t.tag == "name" for t in tokens):
        return _Member(begin, end, 2 if is_given_place(tokens) else -1)
    if any(t.text in words(group) for t in tokens if len(t.text) > 1 for group in ("stop", "verb", "leading", "weak")):
        return _Member(begin, end, 0)
    return _Member(begin, end, 2 if _is_read(name, tokens, begin, end) or _is_made(name, tokens) else 1)


_PEOPLE_TAGS: Final = ("nr", "nrt", "nrfg")
_SURNAME_TAGS: Final = ("n", "j", "zg", "x", "b", "g", "q", "v", "a", "t")


def _is_read(name: str, tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Whether the segmenter reads a person: as a whole, or as its surname or its given name."""
    first, last = tokens[0], tokens[-1]
    if first.begin < begin or last.end > end:
        return False
    if len(tokens) == 1:
        return first.tag in _PEOPLE_TAGS and name[0] not in load_gazetteer().common_surnames  # 金刚石, 红茶
    if len(first.text) > 1 and first.tag not in _PEOPLE_TAGS:
        return False
    given = len(name) == 2 or not is_word(name[1:]) or last.tag == "nz"
    return last.tag in _PEOPLE_TAGS or (first.tag in _PEOPLE_TAGS and given)


def _is_made(name: str, tokens: Sequence[Token]) -> bool:
    """Whether no word of the dictionary is in a name; one of a surname that begins words has to be longer."""
    if is_word(name) or is_word(name[:2]) or (is_word(name[1:]) and tokens[-1].tag != "nz"):
        return False
    apart = len(tokens) == len(name) > 2 and tokens[0].tag.startswith(_SURNAME_TAGS)
    return apart or name[0] not in load_gazetteer().common_surnames


def _begins(line: Words, at: int) -> bool:
    return line.tokens[line.at[at]].begin == at


def _are_people(line: Words, members: Sequence[_Member]) -> bool:
    """Whether most of a list are sure, some of them of three characters, and no sort of thing ends them: 白茶, 黄茶."""
    least = 2 if _SO_MANY.match(line.text, members[-1].end) else _LEAST
    doubtful = sum(not one.sure for one in members)
    if len(members) < least or any(one.sure < 0 for one in members) or doubtful * 6 > len(members):
        return False
    sure = [one for one in members if one.sure > 1]
    long = [one for one in sure if one.end - one.begin > 2]
    last = Counter(line.text[one.end - 1] for one in members).most_common(1)[0][1]
    enough = 3 * len(sure) >= 2 * len(members) or (2 * len(sure) >= len(members) and len(long) > 1)
    return enough and 3 * len(long) >= len(members) and (2 * last < len(members) or last == 1)


_SO_MANY: Final = re.compile(r"等(?:\d+|[两三四五六七八九十]+)余?[位名人]")


def _person(line: Words, one: _Member) -> Candidate:
    return Candidate(one.begin, one.end, line.text[one.begin : one.end], "Person", "roll")
