"""Members, pupils and traits of people that stand alone, said of what was counted before: 企业科协12个,[个人会员]3万人."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from shkc_kg.reading.counting.wording import Read, Words
from shkc_kg.reading.figures.bounds import alternatives
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.whose.memory import Subject

__all__ = ["of_members", "of_people"]

_HEADS: Final = re.compile(r"^(?:(?:年末|全[省市区县])?(?:共?有|拥有|现有|设有?|建有|成立|新建|发展)|各类|其中)+(?=..)")


@cache
def _member() -> re.Pattern[str]:
    nouns = alternatives(sorted(words("member_noun")))
    return re.compile(rf"(?P<said>(?:所属|下属)?(?:{nouns})(?:、(?:{nouns}))*(?:总?人?数|总数)?)\Z")


@cache
def _group() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(sorted(words('group_noun')))})(?:\([^()]*\))?\Z")


def of_members(
    subject: Subject | None, found: Words, number: Number, earlier: Sequence[Read]
) -> tuple[Subject | None, Words]:
    """``普通高中12所,招生3万人,在校生[9]万人``: 普通高中在校生; members alone are of the group told of before."""
    if found.carried or not _member().fullmatch(found.text) or number.kind != "count":
        return subject, found
    for read in reversed(earlier):
        if read.whole is not None or read.hosted or _member().fullmatch(read.words.base):
            continue  # 所属分会30个 between them
        noun = _group_in(read.words.base)
        return (read.subject, Words(noun + found.text, noun + found.text)) if noun else (subject, found)
    return subject, found


def _group_in(said: str) -> str:
    """The group that an earlier figure counts, or whose members it counts: 普通高中 of 普通高中招生; empty for none."""
    if (m := _member().search(said)) is not None:
        return _HEADS.sub("", said[: m.start()])
    return _HEADS.sub("", said) if _group().search(said) else ""


_TRAIT: Final = re.compile(r"(?:平均|最小|最大|最高|最低)年龄|男性|女性|\d+岁(?:\(含\))?以[上下]的?(?:占比)?")
_OF_AGE: Final = re.compile(r"(?:以[上下])?的?占?比?")
_FROM: Final = re.compile(r"来自[\u4e00-\u9fff]{2,8}")
_PEOPLE: Final = ("名", "位", "人")
_DEED: Final = re.compile(r"^(?:共|一共)*(?:选举产生|增选|评选出?|遴选|产生|公布|颁发给)(?=..)")


def of_people(
    subject: Subject | None, found: Words, number: Number, earlier: Sequence[Read]
) -> tuple[Subject | None, Words]:
    """``新当选院士61名,平均年龄[54]岁,男性[52]名``: a trait that stands alone is of the people counted before."""
    aged = number.kind == "age" and _OF_AGE.fullmatch(found.text) is not None
    origin = _FROM.fullmatch(found.text) is not None and number.unit in _PEOPLE
    if number.unit in _PEOPLE and _BODIES.fullmatch(found.text):
        return _of_kind(subject, found, earlier)
    if not aged and not origin and not _TRAIT.fullmatch(found.text):
        return subject, found
    of = next(((read.subject, said) for read in reversed(earlier) if (said := _people_in(read))), None)
    if of is None:
        return subject, Words("年龄") if aged else found
    said = f"{of[1]}年龄" if aged else f"{found.text}的{of[1]}" if origin else f"{of[1]}{found.text}"
    return of[0], Words(said, of[1] if not origin else said)


def _people_in(read: Read) -> str:
    """Whom an earlier figure counts or tells a trait of; empty where it tells of nobody."""
    said = _DEED.sub("", _TRAIT.sub("", read.words.base))
    return said if len(said) >= 2 and read.number.unit in (*_PEOPLE, "岁") and read.whole is None else ""


_BODIES: Final = re.compile(
    r"[\u4e00-\u9fff、]{0,8}(?:院所|院校|高校|大学|企业|公司|医院|机构|单位|学部|部门|领域|系统)(?:数量)?"
)
_WHO: Final = re.compile(r"(?:院士|专家|人才|学者|获得者|获奖者|入选者|科学家|研究员|教授|博士|委员|会员|人选)\Z")


def _of_kind(subject: Subject | None, found: Words, earlier: Sequence[Read]) -> tuple[Subject | None, Words]:
    """``新当选院士70名,其中研究院所[15]名,高等院校[34]名``: bodies that people are counted by; the people are told before."""
    who = next((w for read in reversed(earlier) if (w := _people_in(read)) and _WHO.search(w)), "")
    if not who:
        return subject, found
    who = who.rsplit("的", 1)[-1].removeprefix(subject.key if subject else "")
    said = f"{found.text.removesuffix('数量')}的{who}"
    return subject, Words(said, said)
