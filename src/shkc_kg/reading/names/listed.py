"""Names that an enumeration makes: ``A、B等特色园区``, ``5家国际组织——A、B``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import list_nouns, sole_nouns, words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import is_word

__all__ = ["SORTED", "listed_names", "members"]

SORTED: Final = "list:sort"  # the rule of names whose class the list tells better than they do

_PLAIN: Final = r"[^,;:。、“”()\s—]"
_ITEM: Final = (
    rf"(?:{_PLAIN}{{0,10}}“[^“”]{{2,30}}”|{_PLAIN}{{1,24}}(?:(?<=[A-Za-z])\s(?=[A-Za-z]){_PLAIN}{{1,12}})?"
    rf"(?:\([^()]{{1,8}}\){_PLAIN}{{0,12}})?)"
)
_COUNT: Final = (
    r"(?:(?:近|逾|超|约)?[\d万多余]+|[一二三四五六七八九十两]+|多|数十|十余)(?:个|家|项|座|所|场|位|款|处|条|万?平方米|大)"
    r"|一批|一系列"
)
_LONGEST: Final = 24  # code points of a member


@cache
def _nouns() -> str:
    return any_of(list_nouns())


@cache
def _open_list() -> re.Pattern[str]:
    joint = r"(?:、|和|(?<=”)(?=“))"
    noun = rf"[^,;。、“”\d]{{0,14}}?(?:{_nouns()})"
    return re.compile(
        rf"(?P<items>{_ITEM}(?:{joint}{_ITEM})*)(?<![高中同])等(?!级)(?P<count>{_COUNT})?(?P<noun>{noun})"
    )


@cache
def _dash_list() -> re.Pattern[str]:
    noun = rf"[^,;。、\d]{{0,10}}?(?:{_nouns()})"
    return re.compile(rf"(?P<count>{_COUNT})(?P<noun>{noun})(?:——|:|—)(?P<items>{_ITEM}(?:、{_ITEM})+)")


@cache
def _closed_list() -> re.Pattern[str]:
    """A list that its own count closes: ``甲、乙、丙3家企业``."""
    return re.compile(
        rf"(?P<items>{_PLAIN}{{2,24}}(?:、{_PLAIN}{{2,12}}?)+?)(?P<count>(?P<number>\d+)家)(?P<noun>企业|公司)"
    )


def _closed_firms(line: Words) -> Iterator[Candidate]:
    """The firms of a list that says how many they are; the first one only where a word such as 有 leads it."""
    for m in _closed_list().finditer(line.text):
        spans = list(members(line.text, *m.span("items")))
        plain = any(is_word(line.text[b:e]) or line.text[b:e] in words("field") for b, e in spans[1:])
        if plain or len(spans) != int(m["number"]) or len(spans) < _FEWEST:
            continue  # 汽车、电子、医药3家企业
        first = _LED_FIRM.search(line.text, *spans[0])
        led = [(first.start("name"), spans[0][1])] if first is not None else []
        for begin, end in (*led, *spans[1:]):
            if not any(t.text in words("verb") for t in line.tokens[line.at[begin] : line.at[end - 1] + 1]):
                yield Candidate(begin, end, line.text[begin:end], "Company", "list:closed")


_FEWEST: Final = 3
_LED_FIRM: Final = re.compile(r"(?:有|为|是|含|包括|与|由)(?P<name>[\u4e00-\u9fff]{3,8})\Z")


def members(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of an enumeration between 、 outside brackets and quotes; ``“A”“B”`` are two."""
    depth, start = 0, begin
    for at in range(begin, end + 1):
        char = text[at] if at < end else "、"
        if char in "(“《":
            if depth == 0 and char == "“" and at > start and text[at - 1] == "”":
                yield start, at
                start = at
            depth += 1
        elif char in ")”》":
            depth -= 1
        elif char == "、" and depth <= 0:
            if at > start:
                yield start, at
            start = at + 1


_ALONE: Final = frozenset(("Company", "University", "Platform", "Venue", "InnovationCentre", "FunctionalZone"))
# What a list of international organisations says more of than the name's own head.
_INTERNATIONAL: Final = frozenset(("Association", "Alliance", "Institution", "ResearchInstitute"))
_ZONES: Final = frozenset(("District", "FunctionalZone", "City"))


@dataclass(frozen=True, slots=True)
class _List:
    """An enumeration: its members, the class that its noun gives them, and the names already known to end in it."""

    line: Words
    cls: str
    rule: str
    counted: bool
    noun: str
    spans: Sequence[tuple[int, int]]
    known: Mapping[int, Candidate]

    def holds_zones(self) -> bool:
        """Whether two members are places, without which a noun such as 区域 makes no zones."""
        return sum(end in self.known and self.known[end].cls in _ZONES for _, end in self.spans) >= 2


class _Trust(Enum):
    """Which members of a list are names: all of them, those that look like one, or none but the known ones."""

    ALL = 2
    ALIKE = 1
    NONE = 0


def _trust(one: _List) -> _Trust:
    """A list with a dash, of awards, or with a company in it has nothing but names.

    One known name, or a count (A、B等100万平方米大楼), makes names of the members that look like one; with both a count
    and a member alike, all are.
    """
    tails = tuple(words("company_tail"))
    known = any(end in one.known for _, end in one.spans)
    firms = known or any(e - b >= 4 and one.line.text.endswith(tails, b, e) for b, e in one.spans)
    if one.rule == "list:dash" or one.cls == "Award" or (one.cls == "Company" and firms):
        return _Trust.ALL
    if one.counted and one.noun in sole_nouns():
        return _Trust.ALL
    if not known and not (one.counted and one.cls in _ALONE):
        return _Trust.NONE
    alike = one.cls in _ALONE and one.counted and any(_is_name_like(one.line, *span) for span in one.spans[1:])
    return _Trust.ALL if alike else _Trust.ALIKE


def _lists(line: Words, found: Collection[Candidate]) -> Iterator[_List]:
    known = {one.end: one for one in found}
    for rule, pattern in (("list:dash", _dash_list()), ("list:等", _open_list())):
        for m in pattern.finditer(line.text):
            core = max((noun for noun in list_nouns() if m["noun"].endswith(noun)), key=len)
            spans = tuple(members(line.text, *m.span("items")))
            cls = _of_members(list_nouns()[core], [known[end] for _, end in spans if end in known])
            spans = tuple(_parted(line, spans, known)) if cls == "Company" else spans
            made = _List(line, cls, rule, m["count"] is not None, core, spans, known)
            apart = _stands_apart(line, m.start("noun"), m.end("noun") - len(core))
            if not apart and (made.cls != "FunctionalZone" or made.holds_zones()):
                yield made


_TWO_FIRMS: Final = re.compile(r"[^和]{3,12}(?P<joint>和)[^和]{3,12}")


def _parted(line: Words, spans: Sequence[tuple[int, int]], known: Mapping[int, Candidate]) -> Iterator[tuple[int, int]]:
    """The members of a list of firms, the last one in two where 和 joins two: ``甲、乙和丙等3家企业``."""
    yield from spans[:-1]
    begin, end = spans[-1]
    m = _TWO_FIRMS.fullmatch(line.text, begin, end) if len(spans) > 1 else None
    joint = m.start("joint") if m is not None else -1
    whole = end in known and known[end].begin <= joint
    if joint < 0 or whole or line.tokens[line.at[joint]].text != "和":
        yield begin, end
        return
    yield begin, joint
    yield joint + 1, end


def _of_members(cls: str, known: Sequence[Candidate]) -> str:
    """The class of a list's members: those of a list of projects that names nothing but firms are the firms' own."""
    firms = len(known) > 1 and all(one.cls == "Company" for one in known)
    return "Company" if cls == "Project" and firms else cls


_OF_PEOPLE: Final = ("专家", "学者", "院士", "领导", "教授", "嘉宾", "人士", "同志")  # 甲、乙等专家莅临某基地
_VISITS: Final = frozenset(("莅临", "来到", "前往", "走进", "深入", "赴", "考察", "调研", "参观"))


def _stands_apart(line: Words, begin: int, end: int) -> bool:
    """Whether a verb or another count parts a list's noun from its members: 甲、乙等出席会议 are no meetings."""
    if line.text.startswith(("出席", "参加", "列席", *_OF_PEOPLE), begin):
        return True
    between = [line.tokens[line.at[i]] for i in range(begin, end)]
    return any(t.text in words("verb") or t.text in "等地国共在" or t.text in _VISITS for t in between)


def listed_names(line: Words, found: Collection[Candidate]) -> Iterator[Candidate]:
    """Members of enumerations that no other rule found; ``found`` are the names read so far."""
    ends = {one.end for one in found}
    yield from (one for one in _closed_firms(line) if one.end not in ends)
    for one in _lists(line, found):
        trust = _trust(one)
        for i in range(len(one.spans)):
            begin, end = _trimmed(one, i)
            text = line.text[begin:end]
            if end in one.known and (better := _better(one, one.known[end])) is not None:
                yield better
            elif text[:1] == "“" and text[-1:] == "”":
                yield Candidate(begin, end, text, one.cls, one.rule, None, text[1:-1])
            elif end - begin >= 2 and end not in one.known and _is_member(line, trust, begin, end):
                yield Candidate(begin, end, text, one.cls, one.rule)


def _better(one: _List, known: Candidate) -> Candidate | None:
    """A known member as what the list says that it is: 华中科大 among 大学科技园 is the university's park."""
    if one.cls == "InternationalOrganization" and known.cls in _INTERNATIONAL:
        return replace(known, cls=one.cls, rule=SORTED)
    if one.cls == "Park" and known.cls == "University" and one.noun.startswith("大学"):
        return replace(known, cls=one.cls, rule=SORTED, entry=None, name=known.text + one.noun)
    return None


def _trimmed(one: _List, i: int) -> tuple[int, int]:
    """The ``i``-th member without the sentence's words before the first and behind the last one."""
    begin, end = one.spans[i]
    line = one.line
    if i == 0 and line.text[end - 1] == "”" and (opening := line.text.find("“", begin, end)) > begin:
        begin = _left_edge(line, begin, opening)
    if i == 0 and line.text[begin] != "“":
        begin = _left_edge(line, begin, end, over_stops=one.cls == "Award")
    if i == len(one.spans) - 1 and one.rule == "list:dash":
        end = _right_edge(line, begin, end)
    return begin, end


def _is_member(line: Words, trust: _Trust, begin: int, end: int) -> bool:
    if trust is _Trust.NONE or end - begin > _LONGEST or re.search(r"[的了与]", line.text[begin:end]):
        return False
    if _titled().search(line.text, begin, end):
        return False
    return trust is _Trust.ALL or _is_name_like(line, begin, end)


@cache
def _titled() -> re.Pattern[str]:
    """A person behind a title, whether or not the name is one: ``某科学院副院长干某``."""
    found = any_of(words("title_before"))
    return re.compile(rf"(?<=[\u4e00-\u9fff]{{2}})(?:{found})[\u4e00-\u9fff]{{2,3}}\Z")


_COMMON_TAGS: Final = frozenset(
    ("n", "v", "vn", "a", "b", "d", "m", "q", "l", "i", "j", "t", "f", "u", "p", "c", "an", "ad", "vd", "s", "z", "uj")
)


def _is_name_like(line: Words, begin: int, end: int) -> bool:
    """Whether the segmenter sees a name in a stretch, or knows none of its characters as words."""
    tokens = line.tokens[line.at[begin] : line.at[end - 1] + 1]
    if any(t.tag == "name" or t.tag not in _COMMON_TAGS | {"x"} for t in tokens):
        return True
    return len(tokens) > 1 and all(t.end - t.begin == 1 for t in tokens)


def _left_edge(line: Words, begin: int, end: int, *, over_stops: bool = False) -> int:
    """The start of the first member: behind the last word that no name runs over."""
    at = end
    while at > begin:
        token = line.tokens[line.at[at - 1]]
        stops = token.text in words("stop") and not over_stops and not _opens_name(line, token.begin)
        if token.tag != "name" and (stops or token.text in words("verb") or _is_verb(line, token.begin, begin)):
            return at
        at = max(begin, token.begin)
    return at


def _opens_name(line: Words, at: int) -> bool:
    """Whether 再 belongs to the name behind it, as no verb follows that it could go with: 再极医药."""
    token = line.tokens[line.at[at]]
    following = line.tokens[line.at[token.end]] if token.end < len(line.text) else None
    return token.text == "再" and following is not None and following.tag[0] not in "vpcn"


def _is_verb(line: Words, at: int, begin: int) -> bool:
    """Whether a word such as 建设 is a verb: it opens the list, or follows an adverb or verb."""
    if line.tokens[line.at[at]].text not in words("list_verb"):
        return False
    left = line.tokens[line.at[at - 1]].text if at > begin else ""
    return not left or left in words("adverb") or left in words("verb")


def _right_edge(line: Words, begin: int, end: int) -> int:
    """The end of the last member of a closed list: before the words that go on with the sentence."""
    at = begin
    while at < end:
        token = line.tokens[line.at[at]]
        if token.begin > begin and token.tag != "name" and (token.text in words("stop") or token.text in words("verb")):
            return token.begin
        at = token.end
    return end
