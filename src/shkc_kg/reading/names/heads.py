"""Heads of names in a text: where a word ends that a name may end in (大学, 研究院, 论坛 …)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

import ahocorasick_rs

from shkc_kg.reading.lexicon import Head, heads, words
from shkc_kg.reading.names.candidate import Words

__all__ = ["designations", "head_at_end", "heads_in", "splits_word"]


@cache
def _automaton() -> tuple[tuple[Head, ...], ahocorasick_rs.AhoCorasick]:
    found = tuple(heads().values())
    return found, ahocorasick_rs.AhoCorasick([head.word for head in found])


def heads_in(text: str) -> Mapping[int, Head]:
    """The longest head that ends at each place."""
    table, automaton = _automaton()
    ends: dict[int, Head] = {}
    for index, begin, end in automaton.find_matches_as_indexes(text, overlapping=True):
        if end not in ends or len(ends[end].word) < end - begin:
            ends[end] = table[index]
    return ends


def head_at_end(text: str) -> Head | None:
    """The longest head that a text ends in.

    >>> head_at_end("2021年浦江创新论坛").word, head_at_end("创新的")
    ('论坛', None)
    """
    return next((heads()[text[begin:]] for begin in range(len(text)) if text[begin:] in heads()), None)


@cache
def designations() -> tuple[str, ...]:
    """Heads that name a zone alone: what a city calls itself (国际科技创新中心); longer ones first."""
    own = (h.word for h in heads().values() if h.use == "self" and h.cls == "FunctionalZone")
    return tuple(sorted(own, key=lambda w: (-len(w), w)))


_NEVER_FOLLOWS: Final = "级型化式类性者员制长们部署"


# 项目计划于2022年建成, 规划总面积, 舰船工程专家, 授奖项目, 某公司战略合作: a verb, or a kind of person or thing
_GOES_ON: Final = re.compile(
    r"(?:计划|规划)(?:于|在[^全]|总|占地|用地|建设|建筑|布局|投资|到20|年内|今年|明年)|工程(?:与[\u4e00-\u9fff]{2,8}学院|专家|学家|博士|硕士|领域|学科|技术人员)"
    r"|工程(?:、[^,;。]{0,24})?等(?:\d+个)?[\u4e00-\u9fff]{0,4}(?:学科|专业|领域|方向)|大院(?:大所|名校|名所|强校)"
    r"|中心(?:工作|任务|环节|城市|城区|思想|目标|议题|主题|内容)"
    r"|战略(?:合作|协作|性|伙伴|科技|咨询|投资|协议|框架|规划|部署|目标|决策|任务|需求|支撑|定位|方向|储备|研究|研讨|机遇|叠加|地位|通道|资源|意图|布局|导向|举措|思想|安排|谋划|高度)"
    r"|合作社(?:成员|社员)|小学(?:生|教育|教师)|中学(?:生|教育|教师)"
)

# 某委科学中心处处长: the division of a body
_DIVISION: Final = re.compile(r"处(?:副?处长|[一二三四五]级|负责人|(?:的)?[\u4e00-\u9fff]{2,3}同志)")


def splits_word(line: Words, start: int, end: int) -> bool:
    """Whether what follows a head makes another word of it: 大学 of 大学生, 平台 of 平台型."""
    if line.text.endswith(("科学与工程", "科学和工程", "科学工程"), 0, end):
        return True  # a subject that is taught
    if line.text.endswith(("校园", "幼儿园", "家园"), start - 2 if start > 1 else 0, end):
        return True  # 科学家精神进校园
    following = line.text[end : end + 1]
    if not following:
        return False
    if following in _NEVER_FOLLOWS and not line.text.startswith(("部分", "长期"), end):
        return True
    if _GOES_ON.match(line.text, start) or _DIVISION.match(line.text, end):
        return True
    token = line.tokens[line.at[end - 1]]
    if token.begin == start and token.text[end - start :] in words("soft_verb"):
        return False  # 工程建设 is one word to the segmenter, and two here
    if token.text in ("会上", "会后", "会前"):
        return False
    if token.tag == "name":
        return token.begin < start and token.end > end  # 工程 inside 中国工程院
    return token.end > end and end - start <= 3
