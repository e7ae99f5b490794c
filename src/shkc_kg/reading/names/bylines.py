"""Who wrote, took or edited what a page prints: ``(记者 方一鸣 通讯员 卢晓棠)``, ``某网某市12月5日电(甲、乙)``, ``供稿:丙``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.bounded import MARK
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.persons import full_name, surname
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import is_word

__all__ = ["bylines"]

_NOBODY: Final = re.compile(r".*(?:[处科部厅局委所社网报站室办会院]|中心|学会)\Z")


@cache
def _one() -> str:
    """A name that a mark or a role ends, or one of two characters set apart: ``白 旭``."""
    roles = any_of(words("byline"))
    return rf"(?!{roles})(?:{surname()}\s[\u4e00-\u9fff](?![\u4e00-\u9fff])|{full_name()}?(?=摄|文(?=[/\s图])|报道|{roles}|{MARK}))"


@cache
def _credit() -> re.Pattern[str]:
    """A role and the names behind it, up to a mark, another role or 摄."""
    roles, one = any_of(words("byline")), _one()
    lead = rf"(?:{roles})(?:员|者)?[\s:/]{{0,3}}"
    return re.compile(
        rf"{lead}(?P<names>{one}(?:[、,/\s]{{1,2}}{one})*)(?=\s?(?:摄|文(?=[/\s图])|报道|{roles}|{MARK}))"
    )


@cache
def _dateline() -> re.Pattern[str]:
    """``某网某市12月5日电(甲、乙 记者 丙)``."""
    between = rf"[、,\s](?:(?:{any_of(words('byline'))})\s?)?"
    return re.compile(rf"(?:电|讯|消息)\s?\(\s?(?P<names>{_one()}(?:{between}{_one()})*)\s?\)")


@cache
def _taken() -> re.Pattern[str]:
    """``…建设。薛军摄`` at the end of a caption."""
    return re.compile(rf"(?:^|[。!)\s])(?P<names>{full_name()})(?=\s?摄(?:[。)\s]|$))")


@cache
def _sent_in() -> re.Pattern[str]:
    """``(某处 方远 供稿)``: an office, a name and what its bearer did."""
    return re.compile(
        rf"(?<=[处科室部局院所会心]\s)(?P<names>{full_name()}?)(?=\s?(?:供稿|撰稿|撰文|摄影|报道|文/图|图/文)(?:{MARK}))"
    )


def bylines(line: Words) -> Iterator[Candidate]:
    """The people whom a dateline, a caption or the foot of a page credits."""
    for pattern in (_credit(), _dateline(), _taken(), _sent_in()):
        for m in pattern.finditer(line.text):
            for one in re.finditer(_one(), m["names"]):
                begin, name = m.start("names") + one.start(), re.sub(r"\s", "", one[0])
                if not _NOBODY.fullmatch(name) and not _is_ordinary(line, begin, name):
                    yield Candidate(begin, begin + len(one[0]), one[0], "Person", "byline", None, name)


def _is_ordinary(line: Words, at: int, name: str) -> bool:
    """Whether a word and no name stands there: ``供稿:成果``."""
    return len(name) == 2 and is_word(name) and line.tokens[line.at[at]].tag not in ("nr", "nrt")
