"""Branches of what was read: 某实验室武清基地, 国家超算中心兰州分中心 go on behind the name of their parent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import INSTITUTIONS
from shkc_kg.reading.names.known import place_entry

__all__ = ["branches"]

_BRANCH: Final = re.compile(
    r"(?:办事处|代表处|联络处|调查总队|支行|工作站|站(?!点|台|位|在)|分中心|分院|分部|分会|分校|分园|分系统|分行|分所|分公司|基地)(?![\u4e00-\u9fff]*(?:分中心|分院))"
)
_PARENTS: Final = INSTITUTIONS | {"Base", "Facility", "Park", "Museum", "InnovationCentre", "Platform", "Laboratory"}
# what goes on behind a name without a place: a bank's branch, a department, the office that prepares a zone
_OWN: Final = (
    (re.compile(r"(?:科技)?支行"), frozenset(("Company",)), "Company"),
    (
        re.compile(r"[\u4e00-\u9fff与]{2,10}?(?<![关体])系(?=[、,;。与和在签共联的主承]|$)"),
        frozenset(("University",)),
        "University",
    ),
    # 某集团公司第五十五研究所, 某集团38所
    (
        re.compile(
            r"第[一二三四五六七八九十百〇零\d]+(?:设计|勘察|工程)*研究(?:所|院)"
            r"|[\d〇一二三四五六七八九十]{1,4}(?:研究)?所(?![\u4e00-\u9fff]?(?:高校|大学))"
        ),
        INSTITUTIONS,
        "ResearchInstitute",
    ),
    (re.compile(r"筹备(?:组|办公室|委员会)"), frozenset(("FunctionalZone", "Park", "University")), "GovernmentBody"),
)
# 某分院南京办事处, 某中心德阳技术推广站: what a body has elsewhere
_OUTPOST: Final = re.compile(
    r"[\u4e00-\u9fff]{0,6}?(?:办事处|联络站|推广站|服务站|试验站|工作站|分站|分处|科创飞地|转移中心|服务中心)"
)


def branches(line: Words, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The names that a place and the word for a branch make with the name before them."""
    found = tuple(found)
    yield from _joined(line, found)
    for one in found:
        yield from _own_parts(line, one)
        token = line.tokens[line.at[one.end]] if one.end < len(line.text) else None
        if one.cls not in _PARENTS or token is None or token.begin != one.end or token.tag != "name":
            continue
        m = _BRANCH.match(line.text, token.end) or _OUTPOST.match(line.text, token.end)
        if m is not None and place_entry(token.text) is not None:
            text = line.text[one.begin : m.end()]
            yield replace(one, end=m.end(), text=text, rule="branch", entry=None, name="")


def _own_parts(line: Words, one: Candidate) -> Iterator[Candidate]:
    for pattern, parents, cls in _OWN:
        m = pattern.match(line.text, one.end) if one.cls in parents else None
        if m is not None and not re.search(r"(?:与|和|签|在|将|的)(?!动力|工程|技术|管理)", m[0]):
            yield Candidate(one.begin, m.end(), line.text[one.begin : m.end()], cls, "branch")


_SEATED: Final = frozenset(("ResearchInstitute", "InnovationCentre", "Laboratory", "Platform"))


def _joined(line: Words, found: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """A body and what it has in a place, where nothing parts the two: ``某工程技术研究中心河源创新研究院``."""
    begins = {one.begin: one for one in found if one.cls in _SEATED and one.rule.startswith("head:")}
    for one in found:
        part = begins.get(one.end) if one.cls in _SEATED else None
        if part is not None and place_entry(line.tokens[line.at[part.begin]].text) is not None:
            text = line.text[one.begin : part.end]
            yield replace(part, begin=one.begin, text=text, rule="branch", entry=None, name="")
