"""Sittings that party, people's congress and societies number, and the papers they number: ``省第十次党代会``, ``省委2号文件``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from shkc_kg.reading.names.bodies import of_level
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import place_entry

__all__ = ["papers", "sittings"]

_N: Final = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2})"
_LEVEL: Final = r"(?:自治区|自治州|[省市区县州旗])"
_CONGRESS: Final = re.compile(rf"(?:中共)?(?:{_LEVEL}|学校|公司|集团)(?:委)?第?{_N}次(?:党代会|(?:党员)?代表大会)")
_SESSION: Final = re.compile(
    rf"(?P<body>党的|中央纪委|全国人大|全国政协|(?:中共)?{_LEVEL}(?:委|纪委|人大|政协|科协|社科联|工商联)?)第?{_N}届"
    rf"(?:人大|政协|中央委员会|委员会|理事会|常委会|人大常委会|人民代表大会)?第?{_N}[次中](?:[、和]第?{_N}[次中])*"
    r"(?:(?:全体)?(?:\(扩大\))?(?:委员)?会议|全会|全委(?:扩大|\(扩大\))?会议?|代表大会|大会)"
)
# 十八届三中、四中全会: who sits goes without saying
_PLENARY: Final = re.compile(rf"(?<![一二三四五六七八九十第]){_N}届(?:{_N}[次中](?:[、和]{_N}[次中])*|历次)全会")
_BOTH: Final = re.compile(r"两会(?=期间|上|召开|开幕|闭幕|[\d,。;、:】)]|$)")
_YEAR: Final = re.compile(r"(?:19|20)\d\d年\Z")
# 十四届全国人大三次会议
_OF_TERM: Final = re.compile(
    rf"第?{_N}届(?:全国|{_LEVEL})(?:人大|政协|人民代表大会)(?:常委会|常务委员会)?第?{_N}次(?:全体)?会议"
)
_PAPER: Final = re.compile(
    rf"(?:(?:中共)?中央|国务院|(?:中共)?{_LEVEL}(?:委|政府)(?:、{_LEVEL}(?:委|政府))?(?:办公?[厅室]?)?)(?:\d{{4}}年?)?第?(?:[一二三四五六七八九十]{{1,3}}|\d{{1,3}})号文件?"
)


def sittings(line: Words, region: str | None) -> Iterator[Candidate]:
    """The numbered congresses and sessions of a passage; ``region`` is the report's own."""
    for pattern in (_CONGRESS, _SESSION, _PLENARY, _OF_TERM):
        for m in pattern.finditer(line.text):
            yield _placed(line, m, Candidate(m.start(), m.end(), m[0], "Conference", "sitting"), region)
    yield from _both(line)


def _both(line: Words) -> Iterator[Candidate]:
    """The two yearly congresses of a place: ``2024年湖北省两会``."""
    for m in _BOTH.finditer(line.text):
        place = line.tokens[line.at[m.start() - 1]] if m.start() else None
        if place is not None and place.end == m.start() and place_entry(place.text) is not None:
            year = _YEAR.search(line.text, 0, place.begin)
            begin = year.start() if year else place.begin
            yield Candidate(begin, m.end(), line.text[begin : m.end()], "Conference", "sitting")


def papers(line: Words, region: str | None) -> Iterator[Candidate]:
    """The papers of a passage that go by their number and by who issued them."""
    for m in _PAPER.finditer(line.text):
        yield _placed(line, m, Candidate(m.start(), m.end(), m[0], "Policy", "numbered paper"), region)


def _placed(line: Words, m: re.Match[str], one: Candidate, region: str | None) -> Candidate:
    """A name with the place that its body is of: the one in front (湖北[省第十次党代会]), else the report's own."""
    begin = _with_place(line, m.start())
    if begin < m.start():
        return replace(one, begin=begin, text=line.text[begin : m.end()])
    level = _AT_LEVEL.match(one.text)
    own = of_level(region, level["level"]) if level is not None else None
    named = level is not None and own is not None and own.endswith(level["level"])
    return replace(one, name=f"{own}{one.text[level.end() :]}") if named and level is not None else one


_AT_LEVEL: Final = re.compile(rf"(?:中共)?(?P<level>{_LEVEL})")


def _with_place(line: Words, begin: int) -> int:
    token = line.tokens[line.at[begin]]
    if token.begin < begin:
        return token.begin if place_entry(line.text[token.begin : begin + 1]) is not None else begin
    if begin == 0:
        return begin
    left = line.tokens[line.at[begin - 1]]
    whole = place_entry(line.text[left.begin : begin + 1]) or (left.tag == "name" and place_entry(left.text))
    return left.begin if whole else begin
