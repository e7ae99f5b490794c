"""When a clause's fact holds: the date that the text gives it, or the report's year."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.calendar.dates import DateAtom
from shkc_kg.reading.facts.headings import looks_back, plans
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.lines.clauses import clause_of, sentence_of
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.setting.dateline import behind_dateline

__all__ = ["When", "coarse", "first_day", "when"]


@dataclass(frozen=True, slots=True)
class When:
    """A date for a fact: EDTF, the place of its words if they stand in the passage, else where it comes from."""

    edtf: str
    words: tuple[int, int] | None = None
    scope: tuple[str, ...] = ()
    reasons: tuple[ScopeReason, ...] = ()

    @property
    def told(self) -> bool:
        """Whether the text itself gives the date, rather than the report's year."""
        return ScopeReason.REPORT_YEAR not in self.reasons


_YEARS: Final = r"\d{4}/\d{4}"  # EDTF


def when(scene: Scene, at: int, *, own_year: bool = True) -> When | None:
    """The date that holds at a place: the sentence's last date before it, the heading's, the report's year.

    A date that opens its sentence holds for all of it: ``7月17日,X开馆,设3个展区``.
    """
    sentence = max(sentence_of(scene.text, at), behind_dateline(scene.text, at))
    clause, _ = clause_of(scene.text, at)
    earlier = [d for d in scene.dates if sentence <= d.begin and d.end <= at and _is_a_time(scene, d)]
    told = _told(scene, earlier, sentence, clause, at)
    if told is not None:
        return When(_about_the_end(scene, told), (told.begin, told.end))
    if _LATER.search(scene.text, sentence, at):
        return None
    if scene.when is not None:
        return When(scene.when[0].edtf, None, (scene.when[1],))
    named = [d for d in earlier if _in_name(scene, d.begin, d.end) and d.begin >= clause and "/" not in d.edtf]
    if named:
        return When(named[-1].edtf, (named[-1].begin, named[-1].end))
    if own_year and scene.year is not None and _is_of_year(scene, sentence, clause, at):
        return When(f"{scene.year:04d}", None, (), (ScopeReason.REPORT_YEAR,))
    return None


_SINCE: Final = re.compile(r"以?来(?![自到])")  # 自2008年以来办了五届


def _is_a_time(scene: Scene, date: DateAtom) -> bool:
    """Whether something can have happened on a date: one of several years (“十三五”期间) is the day of nothing."""
    text = scene.text
    since = _SINCE.match(text, date.end) or text[max(date.begin, date.end - 1) : date.end] == "来"
    return not (date.as_of or since or re.fullmatch(_YEARS, date.edtf))


# 本报记者某某昨日,X开幕
_TODAY: Final = re.compile(r"[今昨][日天]")


def _told(scene: Scene, dates: Sequence[DateAtom], sentence: int, clause: int, at: int) -> DateAtom | None:
    """The last of a sentence's dates that its own clause has, that opens the sentence, or that is a clause by itself."""
    for date in reversed(dates):
        if _in_name(scene, date.begin, date.end):
            continue
        if date.end < clause and _is_of_telling(scene, date.end, clause, at):
            continue
        opens = date.begin - sentence <= 2 or _stands_alone(scene, date, clause)
        if date.begin >= clause or opens or _TODAY.fullmatch(scene.text, date.begin, date.end):
            return date
    return None


_TOLD: Final = re.compile(r"获悉|了解到|透露|表示|指出|(?:介绍|通报)(?:说|称)?[,:]|据[^,;。]{2,20}(?:消息|报道),")
_CALLED: Final = re.compile(r"宣布|召开|举行|印发|发布|签[约署订]")


def _is_of_telling(scene: Scene, date: int, clause: int, at: int) -> bool:
    """Whether a day is that of the telling: ``7月4日,记者获悉,X已建成``, ``7月4日,发布会举行,X将于年底开幕``."""
    if _TOLD.search(scene.text, date, clause):
        return True
    return _CALLED.search(scene.text, date, clause) is not None and is_future(scene, at)


# 两个月后,X印发
_LATER: Final = re.compile(r"[一二两三四五六七八九十几数半\d]+个?[月年](?:之|以)?后")


def _about_the_end(scene: Scene, date: DateAtom) -> str:
    """The month or year of what happened 年底 or 月末: on which of its last days is not said."""
    vague = scene.text[date.end - 1] in "底末" and len(date.edtf) == len("2021-12-31")
    return date.edtf[: 7 if "月" in scene.text[date.begin : date.end] else 4] if vague else date.edtf


# what is said of earlier years, or of a state that has lasted, did not happen in the report's year
_OTHER_TIME: Final = re.compile(r"近年|以来|此前|早在|历年|过去|多年|[一二三四五六七八九十]年[来间]")
_THAT_DAY: Final = re.compile(r"当[天日]|[今昨]天|[今昨]日|[日近]日|日前|现场|会上|仪式上|论坛上|期间")
_SOME_DAY: Final = re.compile(r"[今昨近][天日]|日前")
_STATE: Final = re.compile(r"目前|现有|已有|拥有|原有|共有")


def _is_of_year(scene: Scene, sentence: int, clause: int, at: int) -> bool:
    """Whether what a clause tells without a date of its own happened in the report's year."""
    spans = [d for d in scene.dates if sentence <= d.begin and d.end <= at and re.fullmatch(_YEARS, d.edtf)]
    lasts = any(not _in_name(scene, d.begin, d.end) for d in spans)
    other = _OTHER_TIME.search(scene.text[sentence:at]) or _STATE.search(scene.text[clause:at])
    # what a news item tells beside the day's event may be of any year
    that_day = _THAT_DAY.search(scene.text[sentence:at])
    undated = scene.news and not that_day
    # 昨日 in a text that gives no day of itself
    unknown = scene.unsaid or (scene.counted and that_day and _SOME_DAY.match(that_day[0]))
    if unknown:
        return False
    return not (
        undated or lasts or other or scene.over_years or looks_back(scene) or plans(scene) or is_future(scene, at)
    )


def _stands_alone(scene: Scene, date: DateAtom, clause: int) -> bool:
    """Whether a date is the whole clause before: ``推出系列电影,7月20日,《X》首映``."""
    begin, end = clause_of(scene.text, date.begin)
    return (begin, end) == (date.begin, date.end) and end + 1 == clause


def _in_name(scene: Scene, begin: int, end: int) -> bool:
    return any(n.begin <= begin and end <= n.end for n in scene.top)


def coarse(edtf: str) -> str:
    """The month or year that an interval lies in, where it lies in one; what comes about in it has no nearer date.

    >>> coarse("2021-11-01/2021-11-03"), coarse("2021-05-31/2021-06-04"), coarse("2021-07-17"), coarse("2020/2021")
    ('2021-11', '2021', '2021-07-17', '2020/2021')
    """
    first, _, last = edtf.partition("/")
    if not last:
        return edtf
    for length in (10, 7, 4):
        if len(first) >= length and first[:length] == last[:length]:
            return first[:length]
    return edtf


def first_day(edtf: str) -> str:
    """The beginning of an interval: a programme is published on the day of its first broadcast."""
    return edtf.partition("/")[0]
