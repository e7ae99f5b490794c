"""Local bodies by their usual abbreviations: 市科委, 重庆市科技局."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import Entry, load_gazetteer
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import ancestors, place_entry
from shkc_kg.reading.patterns import any_of

__all__ = ["bodies", "of_level", "placed_bodies"]


@cache
def _pattern() -> tuple[re.Pattern[str], Mapping[str, Entry]]:
    table: dict[str, Entry] = {}
    for entry in load_gazetteer().municipal:
        for form in entry.forms:
            table.setdefault(form, entry)
    names = any_of(table)
    level = r"(?<![\u4e00-\u9fff]城)(?P<level>自治区|(?:高新|经开|自贸|开发)区|[市省区县])"
    return re.compile(rf"{level}(?P<body>{names})(?![\u4e00-\u9fff]{{0,12}}?会员)"), table


# A body that no table knows stands alone among marks, or before a verb of ruling: 市大数据发展局、市金融工作局联合印发.
_BODY: Final = Entry("", "GovernmentBody")
_UNLISTED: Final = re.compile(
    r"(?:^|(?<=[,;。、:()由经与和会同及在率赴到]))(?P<level>[市省区县])(?P<body>(?:(?![局厅]|[省市区县]委|[委办][与和及])[\u4e00-\u9fff]){2,8}?(?:局|(?<!常)委|(?<![主承协举创兴合联开])办|厅))"
    r"(?=[、,和与联印出牵发组等及负就]|会同|共同|主办|局长|副局长|厅长|副厅长)"
)


_OF_SEVERAL: Final = re.compile(r"[\d两二三四五六七八九十各多几数]\Z")  # 甲、乙等八市科技局


def bodies(line: Words, own_region: str | None) -> Iterator[Candidate]:
    """The bodies that a passage names; the region in front belongs to the name.

    The name of a body printed without its region gets that of the post beside it, else the report's region or the one
    that this lies in, in front, so that two cities' bodies differ.
    """
    pattern, table = _pattern()
    for m in (*pattern.finditer(line.text), *_UNLISTED.finditer(line.text)):
        begin = _begin(line, m)
        if begin is None or (begin == m.start() and _OF_SEVERAL.search(line.text, 0, begin)):
            continue
        if begin < m.start():
            begin = _behind_party(line.text, _behind_whole(line, begin))
        entry, text = table.get(m["body"], _BODY), line.text[begin : m.end()]
        region = _beside(line, begin) or of_level(own_region, m["level"])
        own = begin == m.start() and region is not None and region.endswith(m["level"])
        if begin == m.start() and not own and m["level"] in (("区", "县") if own_region else ("区",)):
            continue  # 区委 is one of very many
        name = f"{region}{m['body']}" if own else text
        made = replace(entry, name=name, aliases=(), parent=region or "", risky=frozenset())
        yield Candidate(begin, m.end(), text, entry.cls, "municipal body", made, name)


# 某市招才局, 某县科技和经信局: an office that no table knows, behind the whole name of its place
_PLACED: Final = re.compile(
    r"(?:(?![的等与及在将]|[省市区县州]|[局厅])[\u4e00-\u9fff]){2,8}?(?<!布)局"
    r"(?=[^\u4e00-\u9fff]|(?:副|党组)?(?:局长|书记)|党[组委]|[和与及等在将对为按获]|联合|组织|[主承协]办|牵头|印发|发布|宣布|举办|召开|布局|指导|负责"
    r"|有关|相关|工作人员|积极|成立|会同|共同|主要|认真|坚持|建设|推动|推进|协调|邀请|走访|开展|深入|高度|全力|持续|大力)"
)
_WHOLE: Final = ("省", "市", "区", "县", "州", "盟", "旗")


def placed_bodies(line: Words) -> Iterator[Candidate]:
    """The offices that the whole name of their place opens, whatever they see to."""
    for token in line.tokens:
        if token.tag != "name" or not token.text.endswith(_WHOLE) or place_entry(token.text) is None:
            continue
        m = _PLACED.match(line.text, token.end)
        if m is not None and "由" not in m[0]:  # 某区科技活动周[由]科技局组织
            begin, end = token.begin, m.end()
            yield Candidate(begin, end, line.text[begin:end], "GovernmentBody", "placed body")


_SEAT: Final = re.compile(
    r"(?P<region>[\u4e00-\u9fff]{2,8}?[省市区县])(?:(?:委|政府|人大|政协|人民政府)[\u4e00-\u9fff]{0,12}、|委)$"
)


_NEAR: Final = 24  # code points in which the other post or body begins


def _beside(line: Words, at: int) -> str | None:
    """The region of the post or body right before one: ``某省政协副主席、省科技厅厅长``, ``某市委市政府``."""
    if line.text[at - 1 : at] not in ("、", "委"):
        return None
    first = max(line.text.rfind(mark, 0, at - 1) for mark in ",;。、:\n") + 1
    for begin in range(max(first, at - _NEAR), at):
        m = _SEAT.match(line.text[begin:at])
        if m is not None and m["region"].endswith(line.text[at]) and place_entry(m["region"]) is not None:
            return m["region"]
    return None


def of_level(region: str | None, level: str) -> str | None:
    """The region, or the one that it lies in whose name ends in a level: 海南省 for 三亚市 and 省."""
    place = place_entry(region) if region is not None and not region.endswith(level) else None
    above = next((name for name in ancestors(place) if name.endswith(level)), None) if place is not None else None
    return above or region


def _begin(line: Words, m: re.Match[str]) -> int | None:
    """Where a body's name begins: at its level, or at the region in front; none where the level ends another word."""
    token = line.tokens[line.at[m.start()]]
    level_end = m.start("body")
    if token.begin == m.start():
        left = line.tokens[line.at[m.start() - 1]] if m.start() else None
        region = left is not None and (left.tag == "name" or place_entry(left.text + m["level"]) is not None)
        return left.begin if left is not None and region else m.start()
    if token.text in _OURS and token.end == level_end:
        return m.start()
    if token.tag == "name":
        # 重庆市 is one name; the 省科学院 of 广东省科学院 is the middle of another
        return token.begin if token.end == level_end else None
    whole = token.end == m.end() and place_entry(line.text[token.begin : m.start() + 1]) is not None
    return token.begin if whole else None


_OURS: Final = ("我省", "我市", "我县", "我区", "本省", "本市")


def _behind_whole(line: Words, begin: int) -> int:
    """The start with the division in front that the body's own lies in: 重庆市九龙坡区政府."""
    whole = line.tokens[line.at[begin - 1]] if begin > 0 else None
    if whole is None or whole.tag != "name" or not whole.text.endswith(("省", "市", "州", "自治区")):
        return begin
    return whole.begin if place_entry(whole.text) is not None else begin


_PARTY: Final = re.compile(r"(?:民革|民盟|民建|民进|农工党|致公党|九三学社|台盟|共青团|团)\Z")


def _behind_party(text: str, begin: int) -> int:
    """The start with the party in front that a committee is of: 民革河北省委."""
    party = _PARTY.search(text, 0, begin)
    return party.start() if party is not None else begin
