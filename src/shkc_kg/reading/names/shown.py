"""What stands around a stretch that shows a name: an entry's marks, where the thing stands, what happened there."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Words

__all__ = [
    "ENTERED",
    "MEETINGS",
    "WHOLE_REGION",
    "is_of_region",
    "is_plan_title",
    "is_title",
    "is_told",
    "stands",
    "whole_region_from",
]

ENTERED: Final = frozenset(
    ("InnovationCentre", "Laboratory", "ResearchInstitute", "Platform", "Base", "Park")
)  # what entries of a yearbook or a plan are about
_ENTRY: Final = re.compile(r"\s*[(]?\d{1,2}[.、)]\s*|[◆◇■●★]\s*")
_TITLED: Final = 3  # code points of content between 【 and 】
_ENTITLED: Final = 4  # code points of content that make the title of a numbered entry a name, and no kind


def is_title(line: Words, begin: int, end: int, content: int) -> bool:
    """Whether a stretch is the title of an entry: ``【煤转化国家重点实验室】``, ``1.封装测试中试平台。``."""
    if line.text[begin - 1 : begin] == "【":
        return content >= _TITLED and line.text[end : end + 1] == "】"
    numbered = _ENTRY.fullmatch(line.text[:begin]) is not None and line.text[end : end + 1] == "。"
    return numbered and content >= _ENTITLED and line.tokens[line.at[begin]].tag[0] not in "vd"


# (一)铝基新材料攻关工程; 2.数字底座工程:算力扩容
_NUMBER: Final = re.compile(r"(?:\s*[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)]\s*)?")
_LINES: Final = ("工程", "行动")


def is_plan_title(line: Words, begin: int, end: int, content: int) -> bool:
    """Whether a numbered line is headed by one of a plan's undertakings: ``2.数字底座工程:…``."""
    if content < _TITLED or not line.text.endswith(_LINES, begin, end) or line.text[end : end + 1] not in ("", ":"):
        return False
    return _NUMBER.fullmatch(line.text[:begin]) is not None and line.tokens[line.at[begin]].tag[0] not in "vd"


MEETINGS: Final = frozenset(
    ("会议", "工作会议", "大会", "奖励大会", "推进会", "动员会", "总结会", "座谈会", "现场会", "表彰会", "部署会")
)
WHOLE_REGION: Final = ("全市", "全省", "全区", "全县", "全州")
_HELD_BEFORE: Final = re.compile(r"(?:召开|举行|举办|在|出席|参加|学习|贯彻|落实|暨)了?\Z")
_HELD_BEHIND: Final = re.compile(r"(?:于\d|在[^,;。]{2,12}(?:召开|举行)|上|暨|隆重|正式|召开|举行|精神|部署|[,。]会议)")


_NOT_INSIDE: Final = frozenset("的了在由等及地暨")


def whole_region_from(line: Words, start: int) -> int | None:
    """Where the name of a whole region's meeting begins, if it does in front of its head: ``[全省创新发展]大会``."""
    at = max(line.text.rfind(whole, max(0, start - 18), start) for whole in WHOLE_REGION)
    if at < 0 or not re.fullmatch(r"[\u4e00-\u9fff]+", line.text[at:start]) or _NOT_INSIDE & set(line.text[at:start]):
        return None
    inside = line.tokens[line.at[at] : line.at[start - 1] + 1]
    return None if any(t.text in words("verb") or t.text in words("naming_after") for t in inside) else at


def is_of_region(line: Words, begin: int, end: int) -> bool:
    """Whether a text tells that the one meeting of a whole region is held: ``召开全市科技工作会议``."""
    if not line.text.startswith(WHOLE_REGION, begin):
        return False
    before = _HELD_BEFORE.search(line.text, max(0, begin - 3), begin)
    return before is not None or _HELD_BEHIND.match(line.text, end) is not None


_TOLD: Final = re.compile(r"(?:举行|举办|召开)的\Z")


def is_told(line: Words, begin: int, end: int) -> bool:
    """Whether a text speaks of what happened at a meeting: ``随后举行的成果对接会上``."""
    return (
        line.text.startswith(("上", "期间", "现场"), end)
        and _TOLD.search(line.text, max(0, begin - 3), begin) is not None
    )


_STANDS: Final = ("位于", "坐落于", "坐落在", "成立于", "始建于", "创建于")


def stands(line: Words, begin: int, end: int) -> bool:
    """Whether a clause opens with a name and goes on with where it stands, or since when."""
    return line.text[begin - 1 : begin] in ("", *",。;:\n\t") and line.text.startswith(_STANDS, end)
