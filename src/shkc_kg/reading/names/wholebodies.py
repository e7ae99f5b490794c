"""Where a body's name begins in front of what seldom stands inside one: quotes, 联合, two countries, a name in letters."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.names.brackets import opening_of
from shkc_kg.reading.names.candidate import Words
from shkc_kg.reading.names.known import place_entry

__all__ = ["whole_from"]

_WHOLE_NAME: Final = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]{8,36}")
_JOINT: Final = re.compile("[和与及]")
# 成立联合某研究所: what is founded may be joint
_FOUNDED: Final = re.compile(r"(?:成立|共建|组建|设立|建立|筹建)了?(?=联合\Z)")
# 某国Steinbach系统研究所, 某国施泰因—巴赫材料研究所: a name in letters, or the first half of one, behind its country
_FOREIGN: Final = re.compile(
    r"[\u4e00-\u9fff]{2,5}[—·.-]{1,2}\Z|[A-Z][A-Za-z]{3,}(?:[ -][A-Z][A-Za-z]+)?"
    r"(?:(?:(?!公司|大学|集团|学院)[\u4e00-\u9fff]){1,8}[和与](?![我省市区县])[\u4e00-\u9fff]{0,4})?\Z"
)
_LONGEST_FOREIGN: Final = 24  # code points
# 中国—某国农业和水土联合实验室
_OF_COUNTRIES: Final = re.compile(
    r"中国[—-]{1,2}(?P<other>[\u4e00-\u9fff]{2,5}?)"
    r"(?=(?:(?!实验室|中心|基地|平台|大学|学院|公司|研究[院所])[^,;。:、“”()]){2,20}[和与及]\Z)"
)


def whole_from(line: Words, begin: int, end: int) -> int | None:
    """Where a body's name begins in front of what seldom stands inside one."""
    if (quoted := _quoted_from(line, begin, end)) is not None:
        return quoted
    if _FOUNDED.search(line.text, max(0, begin - 6), begin):
        return begin - 2
    pair = _OF_COUNTRIES.search(line.text, max(0, begin - 30), begin)
    if pair is not None and place_entry(pair["other"]) is not None:
        return pair.start()
    foreign = _FOREIGN.search(line.text, max(0, begin - _LONGEST_FOREIGN), begin)
    return _from_country(line, foreign.start(), begin) if foreign is not None else None


def _from_country(line: Words, first: int, begin: int) -> int | None:
    """Where the country begins that stands at ``first`` or in front of it, and behind it the rest of a name."""
    for at in {first, max(0, first - 1)}:
        token = line.tokens[line.at[at]]
        entry = place_entry(token.text) if token.tag == "name" else None
        if entry is not None and entry.cls == "Country" and entry.name != "中国" and token.end < begin:
            return token.begin
    return None


def _quoted_from(line: Words, begin: int, end: int) -> int | None:
    """Where quotes that close behind a body's head open, if a joint kept it short: “工程机械及核心[零部件产业联盟]”."""
    opening = opening_of(line.text, end) if line.text[end : end + 1] == "”" else None
    if opening is None or not _JOINT.search(line.text, opening + 1, begin):
        return None
    whole = _WHOLE_NAME.fullmatch(line.text, opening + 1, end)
    return opening + 1 if whole and line.tokens[line.at[opening + 1]].tag[0] not in "vdp" else None
