"""What the date expressions of a passage are resolved against: the text's year, and dates printed before."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass, replace

__all__ = ["Clock", "DateRule", "Resolver", "day", "last_day", "month_end"]


@dataclass(slots=True)
class Clock:
    """The years that words without a year mean, as reading goes on.

    ``year`` is that of a bare 5月 (a heading or an earlier date may have set it), ``now`` that of 今年 and 去年;
    ``past`` is the last year of 过去五年 (the year before in a work report, ``now`` in a yearbook). ``month`` and
    ``today`` come from a dateline, whose month ``issued`` keeps; ``day`` is the last one printed, which 同日 means.
    ``over_years`` tells that the paragraph looks back on several years, ``ahead`` that it speaks of what is to come.
    ``news`` tells that the text reports on a day, not on its year; ``counted`` that nothing but the years printed in the
    text tells its own, and ``unsaid`` that none of them has been printed yet. Each is ``None`` where nothing tells it, and then
    no date is made up.
    """

    year: int | None = None
    now: int | None = None
    past: int | None = None
    month: int | None = None
    today: int | None = None
    news: bool = False
    day: int | None = None
    issued: int | None = None
    over_years: bool = False
    ahead: bool = False
    counted: bool = False
    unsaid: bool = False

    def copy(self) -> Clock:
        """A clock for one passage, which dates in it may set."""
        return replace(self)


Resolver = Callable[[re.Match[str], Clock], str | None]
"""What a date expression means in EDTF by a clock; ``None`` where the clock does not tell."""

DateRule = tuple[re.Pattern[str], Resolver]


def day(year: int, month: int, number: int) -> str | None:
    """A day in EDTF, ``None`` where the month has no such day.

    >>> day(2021, 2, 28), day(2021, 2, 30)
    ('2021-02-28', None)
    """
    return f"{year:04d}-{month:02d}-{number:02d}" if 1 <= number <= monthrange(year, month)[1] else None


def month_end(year: int, month: int) -> str:
    """The last day of a month in EDTF."""
    return f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"


def last_day(edtf: str) -> str:
    """The last day of a value: the state that 截至… speaks of.

    >>> last_day("2021"), last_day("2020-12"), last_day("2021-01/2021-09"), last_day("2021-05-03")
    ('2021-12-31', '2020-12-31', '2021-09-30', '2021-05-03')
    """
    end = edtf.rsplit("/", 1)[-1]
    parts = end.split("-")
    if len(parts) == 1:
        return f"{end}-12-31"
    return month_end(int(parts[0]), int(parts[1])) if len(parts) == 2 else end
