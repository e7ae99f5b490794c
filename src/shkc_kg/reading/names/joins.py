"""Whether 与, 和 or a dash joins two parts inside one name, or stands between two names."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.brackets import behind_place
from shkc_kg.reading.names.candidate import Words
from shkc_kg.reading.names.classes import EVENTS
from shkc_kg.reading.names.heads import heads_in
from shkc_kg.reading.names.known import is_place, place_entry
from shkc_kg.reading.tokens import Token

__all__ = ["SIGN", "is_founder", "joins", "joins_fields", "pairs"]

SIGN: Final = re.compile(r"[^\w\u4e00-\u9fff]+")
_BRANCH: Final = re.compile(r"(?:分行|支行|分公司|营业部)\Z")
_DESIGNS: Final = re.compile(r"[\u4e00-\u9fff]{2,6}(?:研究|设计)院(?:集团|股份)?有限公司")
_PROPER_TAGS: Final = ("ns", "nr", "nz", "nt", "f")
_FOUNDED: Final = frozenset(("Laboratory", "ResearchInstitute", "InnovationCentre"))


def pairs(line: Words, i: int) -> bool:
    """Whether a dash joins two names that stand for one: 中国—阿拉伯国家技术转移中心."""
    beside = line.tokens[max(0, i - 1) : i + 2]
    return line.tokens[i].text in ("—", "——") and len(beside) == 3 and beside[0].tag == beside[2].tag == "name"


def joins(line: Words, i: int, cls: str) -> bool:
    """Whether 与 or 和 joins two parts inside one name (脑科学与类脑研究中心) rather than two names."""
    end = line.tokens[i].begin
    if cls in _FOUNDED and i > 0 and line.tokens[i - 1].tag == "name" and _is_of_two(line, i):
        return True
    if end == 0 or line.text[end - 1] in ",;:。、“”()\n\t" or min(8, end) in heads_in(line.text[max(0, end - 8) : end]):
        return False
    if cls == "Fund" or _BRANCH.search(line.text, 0, end):
        return False  # 某联络处和产业基金; 某银行某市分行与某区
    if line.tokens[i].text == "暨":
        return True  # 首届开放创新暨技术转移大会
    left, right = line.tokens[i - 1], line.tokens[i + 1 : i + 2]
    if cls == "Company" and line.tokens[i].text == "和" and right and right[0].tag != "name" and is_place(left.text):
        return True  # 兰州和盛堂制药股份有限公司
    firm = cls == "Company" and line.tokens[i].text == "与" and right and right[0].tag in _PROPER_TAGS
    if firm or left.tag == "name" or left.text in words("stop") or left.text in words("verb"):
        return False  # 某林科大与某地某公司
    begin = _plain_left(line, i)
    event = cls in EVENTS and begin > 0 and line.tokens[begin - 1].text in words("naming_before")
    if right and (right[0].tag == "name" or right[0].text in "“《"):
        return event
    if cls in _FOUNDED and _holds_founder(line, i, cls):
        return True
    if _holds_person(line, begin, i):
        return False
    proper = any(t.tag in ("name", "nz", "nr", "ns", "nt") or t.text in words("strong") for t in line.tokens[begin:i])
    return proper or event or cls == "AcademyDivision"


_STATE: Final = frozenset(("国家", "全国"))
_KINDS: Final = ("学科", "专业", "平台", "项目", "课题", "人才", "团队", "成果", "企业")  # of which no laboratory is
_FIELDS: Final = 5  # words of a field at most on either side


def joins_fields(line: Words, i: int, cls: str) -> bool:
    """Whether 及, 与 or 和 joins the two fields of a state laboratory: 盾构及掘进技术国家重点实验室.

    A mark or the text's start stands in front of the first field, 国家 behind the second.
    """
    if cls == "Company" and line.tokens[i].text == "及" and _DESIGNS.match(line.text, line.tokens[i].end):
        return True  # 某某机械及自动化研究设计院有限公司
    if cls not in _FOUNDED or line.tokens[i].text not in ("及", "与", "和"):
        return False
    left = next((k for k in range(i - 1, -1, -1) if SIGN.fullmatch(line.tokens[k].text)), -1)
    first, second = line.tokens[left + 1 : i], line.tokens[i + 1 : i + 2 + _FIELDS]
    state = next((k for k, t in enumerate(second) if t.text in _STATE), 0)
    fields = (*first, *second[:state])
    deeds = (*first, *second[: max(state - 1, 0)])
    kind = bool(first) and first[-1].text.endswith(_KINDS)
    plain = not kind and all(t.tag[0] in "nvajlbefsz" and t.tag != "name" for t in fields)
    plain = plain and all(t.text not in words("verb") for t in deeds)
    return (
        0 < len(first) <= _FIELDS
        and state > 0
        and plain
        and min(8, len(_text(first))) not in heads_in(_text(first)[-8:])
    )


def _text(tokens: Sequence[Token]) -> str:
    return "".join(t.text for t in tokens)


def _is_of_two(line: Words, i: int) -> bool:
    """Whether what 与 joins are the two bodies of one joint laboratory: 甲大学与乙集团联合实验室."""
    other, joint = line.tokens[i + 1 : i + 2], line.tokens[i + 2 : i + 3]
    return bool(other and joint) and other[0].tag == "name" and joint[0].text.startswith("联合")


def _holds_person(line: Words, begin: int, end: int) -> bool:
    """Whether a person stands behind a title in a stretch of tokens: 校长助理吴某与某区管委会."""
    titles = ("助理", *words("title_before"))
    return any(
        right.tag == "nr" and left.text.endswith(titles)
        for left, right in zip(line.tokens[begin:end], line.tokens[begin + 1 : end], strict=False)
    )


def _holds_founder(line: Words, i: int, cls: str) -> bool:
    """Whether a province or ministry stands before the head behind 与: 人工智能与数字经济广东省实验室."""
    for k, token in enumerate(line.tokens[i + 2 : i + 5], i + 2):
        if token.tag == "name":
            place = place_entry(token.text) if cls == "Laboratory" else None
            return (place is not None and place.cls == "Province") or is_founder(line, k, cls)
    return False


def is_founder(line: Words, i: int, cls: str) -> bool:
    """Whether a token is the ministry that stands between the field and the head of what it founded.

    ``金属材料防护[教育部]工程研究中心``: words before it belong to the name.
    """
    token = line.tokens[i]
    if cls not in _FOUNDED or token.tag != "name" or not token.text.endswith("部"):
        return False
    return any(e.cls == "GovernmentBody" for e in load_gazetteer().lookup.get(token.text, ()))


def _plain_left(line: Words, i: int) -> int:
    """The first token of the stretch to the left of token ``i`` that no verb, stop word or mark interrupts."""
    begin = i
    while begin > 0:
        token = line.tokens[begin - 1]
        if (bracketed := behind_place(line, begin)) is not None:
            begin = bracketed
            continue
        stops = token.text in words("stop") or token.text in words("verb") or bool(SIGN.fullmatch(token.text))
        if token.tag != "name" and stops:
            break
        begin -= 1
    return begin
