"""Bodies of the report's own province or city, printed by its level alone: 省种子工作总站, 市图书馆, 省创投集团."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.lexicon import Head, words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.heads import heads_in, splits_word

__all__ = ["elided_names"]

_LEVELS: Final = frozenset(("省", "市", "自治区"))
# Of these a province or city has one by its name; of laboratories, parks and projects it has many.
_ONE: Final = frozenset(
    (
        "集团",
        "工作总站",
        "推广总站",
        "总站",
        "博物馆",
        "科技馆",
        "协会",
        "学会",
        "联合会",
        "基金会",
        "研究会",
        "农科院",
        "科学院",
        "委员会",
        "领导小组",
    )
)
_LONGEST: Final = 12  # code points between level and head
_BARE: Final = frozenset(("博物馆", "科技馆", "农科院", "科学院"))
_CONTENT: Final = 2  # code points before a head that is no name by itself


def elided_names(line: Words) -> Iterator[Candidate]:
    """The bodies of a passage whose place is no more than 省 or 市."""
    for end, head in heads_in(line.text).items():
        if head.word not in _ONE or splits_word(line, end - len(head.word), end):
            continue
        begin = _level(line, head, end - len(head.word))
        if begin is not None:
            yield Candidate(begin, end, line.text[begin:end], head.cls, "elided")


def _level(line: Words, head: Head, start: int) -> int | None:
    """Where the level stands that opens such a name; none where other words than those of a name lie between."""
    at, content = start, 0
    while at > 0 and start - at <= _LONGEST:
        token = line.tokens[line.at[at - 1]]
        if token.text in _LEVELS:
            enough = content >= _CONTENT or (content == 0 and head.word in _BARE)
            return token.begin if enough and _is_free(line, token.begin) else None
        if token.tag[0] not in "nvajbl" or token.tag == "name" or token.text in words("verb"):
            return None
        if token.text in words("stop") or (token.text in words("leading") and token.text not in words("soft_verb")):
            return None
        content += 0 if token.text in words("weak") else token.end - token.begin
        at = token.begin
    return None


_PREPOSED: Final = re.compile(r"(?:[经由获与和向为对以及得授属在]|推动|支持|组织|委托|联合|会同|依托|评选|颁发)\Z")


def _is_free(line: Words, begin: int) -> bool:
    """Whether nothing before the level belongs to it (某省, 全市): a mark, or a verb or preposition."""
    if begin == 0 or not re.match(r"[\u4e00-\u9fff]", line.text[begin - 1]):
        return True
    return _PREPOSED.search(line.text, max(0, begin - 2), begin) is not None
