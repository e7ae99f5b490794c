"""Towns and villages, which no list holds: 某区金水镇, 在石桥镇和柳林乡, 站址在某村."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import is_place

__all__ = ["towns"]

_HAN: Final = r"[\u4e00-\u9fff]"
_TOWN: Final = re.compile(
    rf"(?P<stem>{_HAN}{{1,3}}?)(?:镇|乡|街道|村)(?!(?:企业|干部|教师|领导|党员|政府机关|级|容|亲|土|情|民|居|落|志|史|域|区))"
)
# 在某镇, 赴某乡, 和某镇: what leads to a place
_LED: Final = re.compile(r"(?:[在到赴位于至]|地处|来到|走进|深入|前往|落户)\Z")
_DIVISION: Final = ("区", "县", "市", "旗")
_ZONE: Final = re.compile("(?:开发区|高新区|经开区|新区)(?=[\u4e00-\u9fff]{1,3}[镇乡街])")
# 甲镇、乙乡、丙镇: towns side by side
_SEVERAL: Final = re.compile(rf"{_HAN}{{2}}[镇乡](?=[、,和与]{_HAN}{{2,3}}[镇乡](?:[、,和与等]|\d|$))")
# 某镇党委书记: what only a town has
_GOVERNED: Final = re.compile(
    rf"(?:^|(?<=[,;。、\s]))(?={_HAN}{{2,3}}(?:镇|乡|街道)(?:党委|政府|人民政府|人大主席|镇长|党工委|办事处))"
)
_LIST: Final = re.compile(r"[、,和与及]")
# kinds of towns and what counts them
_PLAIN: Final = re.compile(
    r"(?:[两一二三四五六七八九十百](?:$|[个大座])|[各本该每某全多几个城特示贫小大古新老农的在乡镇村偏边])|(?:示范|特色|重点|工业|专业|美丽|幸福|基层|中心|山区)"
)


def towns(line: Words) -> Iterator[Candidate]:
    """The towns behind the name of their county or zone, behind a word that leads to a place, and those listed with one."""
    starts = [t.end for t in line.tokens if t.tag == "name" and t.text.endswith(_DIVISION) and is_place(t.text)]
    starts += [t.end for t in line.tokens if _LED.search(t.text) and len(t.text) <= 2]
    starts += [m.start() for m in _SEVERAL.finditer(line.text)]
    starts += [m.start() for m in _GOVERNED.finditer(line.text)]
    starts += [m.end() for m in _ZONE.finditer(line.text)]
    seen: set[int] = set()
    while starts:
        begin = starts.pop()
        m = _TOWN.match(line.text, begin)
        if m is None or begin in seen or not _is_proper(line, m):
            continue
        seen.add(begin)
        yield Candidate(begin, m.end(), m[0], "District", "town")
        if (joint := _LIST.match(line.text, m.end())) is not None:
            starts.append(joint.end())
        if m[0].endswith(("镇", "乡")):
            starts.append(m.end())  # 某镇某村


def _is_proper(line: Words, m: re.Match[str]) -> bool:
    """Whether a stem is a name's: no kind of town, no word of the clause."""
    if _PLAIN.match(m["stem"]) or m["stem"][-1] in "小乡" or any(mark in m["stem"] for mark in "的了等和与在"):
        return False
    inside = line.tokens[line.at[m.start()] : line.at[m.end() - 1] + 1]
    whole = len(inside) == 1 and inside[0].text == m[0] and inside[0].tag not in ("ns", "nr")  # 村镇 is a word
    return (
        not whole
        and inside[0].begin == m.start()
        and not any(t.text in words("verb") or t.tag == "name" for t in inside)
    )
