"""Names that share their head in a list: 光谷、洪山、江夏3家湖北实验室 are three laboratories."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.lexicon import Head, words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.heads import head_at_end, heads_in
from shkc_kg.reading.names.known import place_entry

__all__ = ["shared_names"]

_HAN: Final = r"[\u4e00-\u9fff]"
_SHARED: Final = re.compile(
    rf"(?P<items>{_HAN}{{2,10}}(?:、{_HAN}{{2,6}})*(?:、|和){_HAN}{{2,6}}?)"
    rf"(?P<count>\d+|[两三四五六七八九十]+)(?:个|家|所|座|大)(?P<tail>{_HAN}{{2,14}})"
)


def shared_names(line: Words) -> Iterator[tuple[Candidate, int]]:
    """Each member with the list's head behind it as name and the member itself as form, and where the head ends.

    Without a count, or with a member that is no proper word, nothing is shared: 国家级、市级科技企业孵化器.
    """
    for m in _SHARED.finditer(line.text):
        head = _head(m["tail"])
        if head is None:
            continue
        spans = tuple(_members(line, m))
        if len(spans) == _number(m["count"]) and all(_is_proper(line, *span) for span in spans):
            end = m.start("tail") + m["tail"].index(head.word) + len(head.word)
            for begin, stop in spans:
                text = line.text[begin:stop]
                yield Candidate(begin, stop, text, head.cls, "list:shared", None, text + head.word), end


_PLAIN: Final = re.compile("企业|公司|高校|大学(?!科技园)|院校|单位|机构|院所|城市|地区|部门|集团")


def _head(tail: str) -> Head | None:
    """The head that a tail shares out: the first that is no mere class word."""
    if _PLAIN.match(tail):
        return None  # 三一重工、铁建重工两家企业入选全球工程机械50强
    ends = heads_in(tail)
    head = ends[min(ends)] if ends else None
    return head if head is not None and head.use == "" else None


def _number(count: str) -> int:
    return int(count) if count.isdigit() else "零一两三四五六七八九十".find(count)


def _members(line: Words, m: re.Match[str]) -> Iterator[tuple[int, int]]:
    """The members of the list, the first without the words before it."""
    at = m.start("items")
    for i, item in enumerate(re.split("、|和", m["items"])):
        begin, end = at, at + len(item)
        yield (line.tokens[line.at[end - 1]].begin if i == 0 else begin, end)
        at = end + 1


def _is_proper(line: Words, begin: int, end: int) -> bool:
    """Whether a member is one proper word that needs a head: 光谷, not 复旦大学."""
    token = line.tokens[line.at[begin]]
    head = head_at_end(token.text)
    if (token.begin, token.end) != (begin, end) or token.text in words("weak"):
        return False
    if head is not None and head.word != token.text:
        return False
    return token.tag in ("name", "ns", "nr", "nz", "nrt") or place_entry(token.text) is not None
