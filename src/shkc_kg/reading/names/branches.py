"""Branches of what was read: 某实验室武清基地, 国家超算中心兰州分中心 go on behind the name of their parent."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import EVENTS, INSTITUTIONS
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.tokens import Token

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
    (re.compile(r"党工委|执委会|执行委员会|管委会"), frozenset(("FunctionalZone", "Park")), "GovernmentBody"),
    (re.compile(r"秘书处|组委会|组织委员会|执委会"), EVENTS | {"Alliance", "Association"}, "Institution"),
    (
        re.compile(
            r"[\u4e00-\u9fff]{1,10}?(?:分会|专业委员会|专委会|工作委员会)(?=[、,;。:()“”\s和与及等在将主承协举秘会为邀]|$)"
        ),
        frozenset(("Association",)),
        "Association",
    ),
)
# 科技部基础研究司, 某市科委国际合作处: a department, told by who is named of it or by what it does
_DEPARTMENT: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{2,14}?[司处科局])(?=[、,;。()\s]|$|[和与及在将组]|原?副?[司处科局]长|有关|相关|负责|调研|一行|主办|承办|联合|召开|举办|会同|干部|工作人员)"
)
_NO_DEPARTMENT: Final = re.compile(r"办事处|代表处|联络处|(?:公|各)司\Z|[深好之长短益用到何此某妙]处\Z|办公室|学科\Z")
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
    m = _DEPARTMENT.match(line.text, one.end) if one.cls in ("GovernmentBody", "Academy") else None
    bureau = m is not None and m["name"].endswith("局") and one.cls != "Academy"
    if m is not None and not bureau and not _NO_DEPARTMENT.search(m["name"]) and _is_noun(line, one.end, m.end("name")):
        yield Candidate(one.begin, m.end("name"), line.text[one.begin : m.end("name")], "GovernmentBody", "department")


def _is_plain(token: Token) -> bool:
    if token.text in ("与", "和"):
        return True
    if token.tag == "name":  # 外交部欧洲司
        return any(e.cls in ("Region", "Country") for e in load_gazetteer().lookup.get(token.text, ()))
    return token.tag[0] in "nvajlbsgkm" and not (token.tag == "nr" and len(token.text) > 1)


def _is_noun(line: Words, begin: int, end: int) -> bool:
    """Whether nothing in a stretch is a verb of its own, a name or a word that joins clauses."""
    inside = line.tokens[line.at[begin] : line.at[end - 1] + 1]
    return all(map(_is_plain, inside)) and inside[0].begin == begin and not any(t.text in words("verb") for t in inside)


_SEATED: Final = frozenset(("ResearchInstitute", "InnovationCentre", "Laboratory", "Platform"))


def _joined(line: Words, found: tuple[Candidate, ...]) -> Iterator[Candidate]:
    """A body and what it has in a place, where nothing parts the two: ``某工程技术研究中心河源创新研究院``."""
    begins = {one.begin: one for one in found if one.cls in _SEATED and one.rule.startswith("head:")}
    for one in found:
        part = begins.get(one.end) if one.cls in _SEATED else None
        if part is not None and place_entry(line.tokens[line.at[part.begin]].text) is not None:
            text = line.text[one.begin : part.end]
            yield replace(part, begin=one.begin, text=text, rule="branch", entry=None, name="")
