"""Who came to the meetings that the number before counts: 举办报告会92场,[听众]8600人: 报告会听众."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.reading.counting.wording import Read, Words
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.whose.memory import Subject

__all__ = ["of_meetings"]

_TIMES: Final = ("次", "场", "场次", "期", "届", "场(次)", "班次")
_HOLDS: Final = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,10}?(?:学会|协会|科协|机构|单位|部门|高校))?(?:全年|先后|组织和?|共|共同|累计)*(?:举办|开展|组织|举行|召开|承办|主办)(?:了|各种|各类|形式多样的)*(?P<noun>..+)"
)
_CAME: Final = re.compile(
    r"(?:吸引)?(?:参加|参与|参会|参赛|参观|出席|到会|与会|听讲|培训|受训|受益|受众|听众|观众)(?:人数|人员|人次|对象|学员|群众|活动|会议)?"
)
_WHO_CAME: Final = re.compile(r"(?P<came>参加|参与|出席)(?:活动|会议)?的(?P<who>[\u4e00-\u9fff]{2,8})")


def of_meetings(
    subject: Subject | None, found: Words, number: Number, earlier: Sequence[Read]
) -> tuple[Subject | None, Words]:
    """Subject and words of those who came, with the meetings that the number before counts."""
    last = next((r for r in reversed(earlier) if not r.hosted), None)
    held = _HOLDS.match(last.words.text) if last is not None and last.number.unit in _TIMES else None
    if last is None or held is None or number.unit not in ("人", "名", "人次", "位"):
        return subject, found
    noun, said = held["noun"].removesuffix("共"), ""
    if (who := _WHO_CAME.fullmatch(found.text)) is not None:
        said = f"{who['came']}{noun}的{who['who']}"
    elif _CAME.fullmatch(found.text):
        said = noun + found.text
    return (last.subject, Words(said, said)) if said else (subject, found)
