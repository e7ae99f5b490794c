"""Leading groups, headquarters and committees with the level or body that has them: 市高新技术企业认定工作领导小组.

What such a group sees to is said with verbs (认定, 建设, 推进), which end other names; here only the level, the body or
place, or the verb that founds it does.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import owner_at_start, place_entry
from shkc_kg.reading.tokens import Token

__all__ = ["group_names"]

_HEAD: Final = re.compile(
    r"(?:(?:领导|协调|推进)小组|联席会议|指挥部"
    r"|(?P<committee>(?:工作|专业|专门|咨询|评审|评定|评选|指导|顾问|学术|标准化技术)委员会))(?:办公室)?(?!委员|成员单位会议)"
)
_LEVELS: Final = frozenset(("省", "市", "区", "县", "州", "自治区", "国家"))
_SEAT: Final = re.compile(r"[省市区县州](?:委|政府)")
_ASSOCIATION: Final = ("科协", "学会", "协会", "联合会", "研究会")
_FOUNDED: Final = frozenset(("成立", "设立", "组建", "调整", "充实", "调整充实"))
_STOPS: Final = frozenset(
    ("的", "了", "由", "在", "向", "经", "为", "任", "及", "等", "以", "将", "对", "被", "均", "都")
)
_CONDUCTS: Final = frozenset(
    ("召开", "举行", "主持", "参加", "出席", "加强", "发挥", "健全", "完善", "建立", "建立健全", "担任", "兼任", "作为")
)
_LED: Final = re.compile(r"(?:组长|牵头|挂帅|负责)的\Z")
_EACH: Final = re.compile(r"(?:均|都|各|分别|相继|[两二三四五六七八九十\d]+个?[县区市])[^,;。]{0,6}\Z")
_LONGEST: Final = 28  # code points before the head
_TOPIC: Final = 3  # code points before the head that say what it sees to, with its level
_GENERAL: Final = re.compile("工作|创建|推进|专项|建设")


@dataclass(frozen=True, slots=True)
class _Left:
    """Where the walk leftwards from a head ended, and whether what stands there opens a name."""

    begin: int
    opens: bool
    association: bool = False


def group_names(line: Words) -> Iterator[Candidate]:
    """The groups and committees of a passage that one level, body, place or founding verb shows."""
    for m in _HEAD.finditer(line.text):
        left = _left(line, m.start())
        topic = _GENERAL.sub("", line.text[left.begin : m.start()])
        if not left.opens or len(topic) < _TOPIC:
            continue
        cls = "Association" if m["committee"] and left.association else "GovernmentBody"
        yield Candidate(left.begin, m.end(), line.text[left.begin : m.end()], cls, "group")


def _left(line: Words, start: int) -> _Left:
    at, association = start, False
    while at > 0 and start - at <= _LONGEST:
        token = line.tokens[line.at[at - 1]]
        if token.text in _LEVELS or _SEAT.fullmatch(token.text):
            return _level(line, token.begin, association=association)
        if token.tag == "name" and (place_entry(token.text) is not None or owner_at_start(f"{token.text}  ")):
            return _Left(_first_of_names(line, token.begin), True, association or token.text.endswith(_ASSOCIATION))
        if not re.match(r"[\u4e00-\u9fffA-Za-z“”\\d]", token.text) or token.text in _STOPS | _FOUNDED | _CONDUCTS:
            return _Left(at, _is_founded(line, token, at))
        association = association or token.text.endswith(_ASSOCIATION)
        at = token.begin
    return _Left(at, False)


def _level(line: Words, begin: int, *, association: bool) -> _Left:
    """A level opens a name where no character before it belongs to it (全市, 各县) and where it is no counted one."""
    before = line.text[begin - 1 : begin]
    apart = not before or not re.match(r"[\u4e00-\u9fff]", before) or line.tokens[line.at[begin - 1]].tag[0] in "vpucd"
    apart = apart or line.tokens[line.at[begin - 1]].text in words("stop")
    return _Left(begin, apart and before not in tuple("全各我本该跨"), association)


def _first_of_names(line: Words, begin: int) -> int:
    """The start with the division in front that a place lies in: 包头市昆都仑区."""
    before = line.tokens[line.at[begin - 1]] if begin else None
    whole = before is not None and before.tag == "name" and place_entry(before.text) is not None
    return before.begin if before is not None and whole else begin


def _is_founded(line: Words, token: Token, at: int) -> bool:
    """Whether a founding verb, or the words for its head, stand right before: 成立了科技创新工作领导小组."""
    if token.text == "的":
        return _LED.search(line.text, 0, at) is not None
    verb = line.tokens[line.at[token.begin - 1]] if token.text == "了" and token.begin else token
    return verb.text in _FOUNDED and _EACH.search(line.text, 0, verb.begin) is None
