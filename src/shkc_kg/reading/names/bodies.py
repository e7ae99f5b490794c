"""Local bodies by their usual abbreviations: 市科委, 重庆市科技局."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import Entry, load_gazetteer
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import place_entry

__all__ = ["bodies"]


@cache
def _pattern() -> tuple[re.Pattern[str], Mapping[str, Entry]]:
    table: dict[str, Entry] = {}
    for entry in load_gazetteer().municipal:
        for form in entry.forms:
            table.setdefault(form, entry)
    names = "|".join(sorted(map(re.escape, table), key=lambda n: (-len(n), n)))
    level = r"(?<![\u4e00-\u9fff]城)(?P<level>自治区|[市省区县])"
    return re.compile(rf"{level}(?P<body>{names})(?![\u4e00-\u9fff]{{0,12}}?会员)"), table


# A body that no table knows stands alone among marks, or before a verb of ruling: 市大数据发展局、市金融工作局联合印发.
_BODY: Final = Entry("", "GovernmentBody")
_UNLISTED: Final = re.compile(
    r"(?:^|(?<=[,;。、:()由经与和会同及]))(?P<level>[市省区县])(?P<body>[\u4e00-\u9fff]{2,8}?(?:局|(?<!常)委|(?<![主承协举创兴合联开])办|厅))"
    r"(?=[、,和与联印出牵发组等及负]|会同|共同|主办)"
)


def bodies(line: Words, region: str | None) -> Iterator[Candidate]:
    """The bodies that a passage names; the region in front belongs to the name.

    The name of a body printed without its region gets the report's region in front, so that two cities' bodies differ.
    """
    pattern, table = _pattern()
    for m in (*pattern.finditer(line.text), *_UNLISTED.finditer(line.text)):
        begin = _begin(line, m)
        if begin is None:
            continue
        if begin < m.start():
            begin = _behind_party(line.text, _behind_whole(line, begin))
        entry, text = table.get(m["body"], _BODY), line.text[begin : m.end()]
        own = begin == m.start() and region is not None and region.endswith(m["level"])
        if begin == m.start() and not own and m["level"] in ("区", "县"):
            continue  # 区委 is one of very many
        name = f"{region}{m['body']}" if own else text
        made = replace(entry, name=name, aliases=(), parent=region or "", risky=frozenset())
        yield Candidate(begin, m.end(), text, entry.cls, "municipal body", made, name)


def _begin(line: Words, m: re.Match[str]) -> int | None:
    """Where a body's name begins: at its level, or at the region in front; none where the level ends another word."""
    token = line.tokens[line.at[m.start()]]
    level_end = m.start("body")
    if token.begin == m.start():
        left = line.tokens[line.at[m.start() - 1]] if m.start() else None
        region = left is not None and (left.tag == "name" or place_entry(left.text + m["level"]) is not None)
        return left.begin if left is not None and region else m.start()
    if token.tag == "name":
        # 重庆市 is one name; a longer one that only holds the level is none of ours
        return token.begin if token.end == level_end else m.start()
    whole = token.end == m.end() and place_entry(line.text[token.begin : m.start() + 1]) is not None
    return token.begin if whole else None


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
