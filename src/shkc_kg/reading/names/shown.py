"""What stands around a stretch that shows a name: an entry's marks, where the thing stands, what happened there."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.names.candidate import Words

__all__ = ["ENTERED", "MEETINGS", "WHOLE_REGION", "is_of_region", "is_title", "is_told", "stands"]

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


MEETINGS: Final = frozenset(("工作会议", "大会", "奖励大会", "推进会", "动员会"))
WHOLE_REGION: Final = ("全市", "全省", "全区", "全县", "全州")
_HELD_BEFORE: Final = re.compile(r"(?:召开|举行|举办|在|出席|参加)\Z")
_HELD_BEHIND: Final = re.compile(r"(?:于\d|在[^,;。]{2,12}(?:召开|举行)|上|暨|隆重|正式|召开|举行)")


def is_of_region(line: Words, begin: int, end: int) -> bool:
    """Whether a text tells that the one meeting of a whole region is held: ``召开全市科技工作会议``."""
    if not line.text.startswith(WHOLE_REGION, begin):
        return False
    before = _HELD_BEFORE.search(line.text, max(0, begin - 2), begin)
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
