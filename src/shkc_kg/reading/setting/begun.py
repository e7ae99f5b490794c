"""What the opening of a passage gives to those behind it: a chronicle's month and day, a paragraph's year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shkc_kg.reading.calendar.ahead import AHEAD
from shkc_kg.reading.calendar.periods import PLAN_YEARS

__all__ = ["Begun", "ahead_begun", "span_begun", "year_begun"]

_YEAR: Final = r"(?<![\d.A-Za-z])((?:19|20)\d{2})年"
_BULLET: Final = r"[\s●◆★■▲·*-]*"
_MONTH: Final = re.compile(
    rf"{_BULLET}(?:{_YEAR})?(?P<m>1[0-2]|0?[1-9])月(?:(?P<d>3[01]|[12]\d|0?[1-9])日)?(?!份?[^日,:]{{0,6}}[\d末底])"
)
_DAY: Final = re.compile(
    rf"{_BULLET}(?:\d{{1,2}}日?[—~至-]{{1,2}}\d{{1,2}}|(?P<d>3[01]|[12]\d|0?[1-9]))日(?![内均产程期])"
)


@dataclass(frozen=True, slots=True)
class Begun:
    """Month and day that the entries of a chronicle opened with last: a bare ``8日`` or ``同日`` goes on from them.

    >>> entries = "1月5日,甲实验室揭牌。", "8日,乙论坛举办。", "同日,丙项目签约。"
    >>> begun = Begun()
    >>> for entry in entries:
    ...     begun = begun.after(entry)
    >>> begun
    Begun(month=1, day=8)
    """

    month: int | None = None
    day: int | None = None

    def after(self, text: str) -> Begun:
        """What holds behind a passage with this folded text."""
        if m := _MONTH.match(text):
            return Begun(int(m["m"]), int(m["d"]) if m["d"] else None)
        if self.month and (m := _DAY.match(text)):
            return Begun(self.month, int(m["d"]) if m["d"] else None)
        return self


_OPENING_SPAN: Final = re.compile(
    r"[—\-\s]*(?:回[望顾]?(?:过去)?)?(?:“?(?P<plan>十[一二三四]|十)五”?(?P<since>以来|时期|期间)"
    r"|(?:过去|这|近)的?[两二三四五十]年|[两二三四五十]年来)"
)


def span_begun(text: str, before: bool, past: int | None) -> bool:
    """Whether a paragraph looks back on several years, as a sentence of it opened with them: ``“十三五”时期,…。X获批。``.

    >>> span_begun("这五年,创新动能更强。", False, 2025), span_begun("X获批。", True, 2025), span_begun("2025年,", True, 2025)
    (True, True, False)
    >>> span_begun("“十四五”期间,新建十家。", False, 2020), span_begun("“十四五”期间,新建十家。", False, 2025)
    (False, True)
    """
    if m := _OPENING_SPAN.match(text):
        last = PLAN_YEARS[m["plan"]] + 4 if m["plan"] else None
        return last is None or m["since"] == "以来" or (past is not None and last <= past)
    return before and not _PRESENT.search(text) and not _OPENING_YEAR.match(text)


_OPENING_AHEAD: Final = re.compile(
    rf"(?:根据|按照|依据)(?:[双]方|战略|框架|合作|共建|本次|该)*协议|{AHEAD}|展望|希望|期待|建议"
)


# but not in 今年营收增长42.6%,达到9亿元,力争明年翻番, which tells first of what is reached
_STRIVES: Final = re.compile(r"(?:(?!同比|增长\d|达到?\d|新增\d|已(?!有)).)*?(?:^|[,;、])力争")
_DONE: Final = re.compile(r"签[约署订]|揭牌|挂牌|已(?!有)|目前|当[日天]|现场|此外|据[悉了]|另")


def ahead_begun(text: str, before: bool) -> bool:
    """Whether a paragraph speaks of what is to come since a sentence of it opened so: ``根据协议,双方将共建X。支持Y。``.

    >>> ahead_begun("下一步,全市将建设基地。", False), ahead_begun("支持园区扩建。", True), ahead_begun("2021年,园区扩建。", True)
    (True, True, False)
    >>> ahead_begun("大会现场,力争建成基地。", False), ahead_begun("营收增长42.6%,力争明年翻番。", False)
    (True, False)
    """
    if _OPENING_AHEAD.match(text) or _STRIVES.match(text):
        return True
    return before and not _OPENING_YEAR.match(text) and not _DONE.search(text)


_OPENING_YEAR: Final = re.compile(rf"(?:{_YEAR}(?!度|来|以来|版|第|前|[至到—~-])|(?:刚刚)?过去的?一年|去年)")
_PRESENT: Final = re.compile(r"今年|当前|目前|现在|新的一年|下一步|将(?:举办|召开|于|在|实施|推进|建)")


def year_begun(text: str, before: int | None, past: int | None) -> int | None:
    """The year that a paragraph speaks of since a sentence of it opened with one: ``2019年,…。全年,…。5月,…``.

    >>> year_begun("2019年,项目立项。", None, 2021), year_begun("5月开工。", 2019, 2021), year_begun("今年投产。", 2019, 2021)
    (2019, 2019, None)
    """
    if m := _OPENING_YEAR.match(text):
        return int(m[1]) if m[1] else past
    return None if _PRESENT.search(text) else before
