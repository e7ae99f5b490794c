"""Names that an enumeration makes: ``A、B等特色园区``, ``5家国际组织——A、B``, ``“A”项目``."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import list_nouns, words
from shkc_kg.reading.names.candidate import Candidate, Words

__all__ = ["listed_names", "members", "quoted_projects"]

_QUOTED_HEAD: Final = re.compile(
    r"“(?P<name>[^“”]{2,40})”(?P<head>项目|计划|工程|行动|专项|专场|活动|攻关|试点|产业集群|品牌)(?![\u4e00-\u9fff]?库)"
)
_QUOTED_CLASS: Final = {"活动": "Event", "专场": "Event", "产业集群": "FunctionalZone", "计划": "Plan", "行动": "Initiative", "工程": "Project"}
_PLAIN: Final = r"[^,;:。、“”()\s—]"
_ITEM: Final = (
    rf"(?:{_PLAIN}{{0,10}}“[^“”]{{2,30}}”|{_PLAIN}{{1,24}}(?:(?<=[A-Za-z])\s(?=[A-Za-z]){_PLAIN}{{1,12}})?"
    rf"(?:\([^()]{{1,8}}\){_PLAIN}{{0,12}})?)"
)
_COUNT: Final = r"(?:(?:近|逾|超|约)?[\d万多余]+|[一二三四五六七八九十两]+|多|数十|十余)(?:个|家|项|座|所|场|位|款|处|条|万?平方米|大)|一批|一系列"


@cache
def _nouns() -> str:
    return "|".join(sorted(map(re.escape, list_nouns()), key=lambda n: (-len(n), n)))


@cache
def _open_list() -> re.Pattern[str]:
    joint = r"(?:、|和|(?<=”)(?=“))"
    return re.compile(rf"(?P<items>{_ITEM}(?:{joint}{_ITEM})*)等(?P<count>{_COUNT})?(?P<noun>[^,;。、“”\d]{{0,14}}?(?:{_nouns()}))")


@cache
def _dash_list() -> re.Pattern[str]:
    return re.compile(rf"(?:{_COUNT})(?P<noun>[^,;。、\d]{{0,10}}?(?:{_nouns()}))(?:——|:|—)(?P<items>{_ITEM}(?:、{_ITEM})+)")


def members(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretches of an enumeration between 、 outside brackets and quotes; quoted ones without their quotes."""
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


def _class_of(noun: str) -> str:
    table = list_nouns()
    return next((table[noun[i:]] for i in range(len(noun)) if noun[i:] in table), "Event")


_COMMON_TAGS: Final = frozenset(("n", "v", "vn", "a", "b", "d", "m", "q", "l", "i", "j", "t", "f", "u", "p", "c", "an", "ad", "vd", "s", "z", "uj"))


_VERB_AT_START: Final = frozenset(("建设", "发展", "支持", "推广", "提升", "深化", "拓展", "参与", "培育", "布局", "对接", "引领", "促进", "强化"))


def _edge(line: Words, begin: int, end: int, *, strict: bool = False) -> int:
    """The start of the first member: behind the last word that no name runs over."""
    at = end
    while at > begin:
        token = line.tokens[line.at[at - 1]]
        soft = token.text in _VERB_AT_START and (
            token.begin <= begin
            or line.tokens[line.at[token.begin - 1]].text in words("adverb")
            or line.tokens[line.at[token.begin - 1]].text in words("verb")
        )
        ends = token.text in words("stop") and not strict
        if token.tag != "name" and (ends or token.text in words("verb") or soft):
            return at
        at = max(begin, token.begin)
    return at


def _is_name_like(line: Words, begin: int, end: int) -> bool:
    tokens = line.tokens[line.at[begin] : line.at[end - 1] + 1]
    return any(t.tag == "name" or t.tag not in _COMMON_TAGS and t.tag != "x" for t in tokens) or len(tokens) > 1 and all(
        t.end - t.begin == 1 for t in tokens
    )


def _from_list(line: Words, m: re.Match[str], rule: str, found: Collection[Candidate]) -> Iterator[Candidate]:
    core = max((n for n in list_nouns() if m["noun"].endswith(n)), key=len)
    gap = range(m.start("noun"), m.end("noun") - len(core))
    if any(line.tokens[line.at[i]].text in words("verb") or line.tokens[line.at[i]].text in "等地国共在" for i in gap):
        return
    cls = _class_of(m["noun"])
    spans = list(members(line.text, m.start("items"), m.end("items")))
    ends = {c.end: c for c in found}
    places = {c.end for c in found if c.cls in ("District", "FunctionalZone", "City")}
    if cls == "FunctionalZone" and sum(e in places for _, e in spans) < 2:
        return
    company_like = cls in ("Company", "University", "Platform", "Venue", "InnovationCentre", "FunctionalZone")
    supported = any(e in ends for _, e in spans)
    # a count behind the list (A、B等100万平方米大楼) makes all of it names once one of them looks like one
    counted = m.groupdict().get("count") is not None and company_like and any(_is_name_like(line, b, e) for b, e in spans[1:])
    tails = tuple(words("company_tail"))
    firms = cls == "Company" and sum(e in ends or line.text[:e].endswith(tails) and e - b >= 4 for b, e in spans) > 0
    for i, (begin, end) in enumerate(spans):
        if i == 0 and line.text[end - 1] == "”" and (opening := line.text.find("“", begin, end)) > begin:
            begin = opening if _edge(line, begin, opening) == opening else _edge(line, begin, opening)
        quoted = line.text[begin] == "“" and line.text[end - 1] == "”"
        if quoted:
            yield Candidate(begin, end, line.text[begin:end], cls, rule, None, line.text[begin + 1 : end - 1])
            continue
        if i == 0:
            begin = _edge(line, begin, end, strict=cls == "Award")
        if i == len(spans) - 1 and rule == "list:dash":
            end = _tail(line, begin, end)
        if end - begin < 2 or end in ends:
            continue
        plain = not re.search(r"[的了与]", line.text[begin:end])
        name_like = (_is_name_like(line, begin, end) or counted) and (company_like or supported) or firms
        if plain and end - begin <= 24 and (rule == "list:dash" or name_like and (supported or firms or m.groupdict().get("count") is not None) or plain and cls == "Award"):
            yield Candidate(begin, end, line.text[begin:end], cls, rule)


def _tail(line: Words, begin: int, end: int) -> int:
    """The end of the last member of a closed list: before the words that go on with the sentence."""
    at = begin
    while at < end:
        token = line.tokens[line.at[at]]
        if token.begin > begin and token.tag != "name" and (token.text in words("stop") or token.text in words("verb")):
            return token.begin
        at = token.end
    return end


def listed_names(line: Words, found: Collection[Candidate]) -> Iterator[Candidate]:
    """Members of enumerations that no other rule found; ``found`` are the names read so far."""
    for m in _dash_list().finditer(line.text):
        yield from _from_list(line, m, "list:dash", found)
    for m in _open_list().finditer(line.text):
        yield from _from_list(line, m, "list:等", found)


def quoted_projects(text: str) -> Iterator[Candidate]:
    """Projects and plans in quotes: ``“新型互联网交换中心”项目获批``."""
    for m in _QUOTED_HEAD.finditer(text):
        cls = _QUOTED_CLASS.get(m["head"], "Project")
        if m["head"] == "项目":
            yield Candidate(m.start(), m.end("name") + 1, text[m.start() : m.end("name") + 1], cls, "quoted", None, m["name"])
        else:
            yield Candidate(m.start(), m.end(), m[0], cls, "quoted", None, m[0])
