"""Names of people: on cards, before or behind a title (院士, 教授, 市长), and transliterated ones with a middle dot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words

__all__ = ["is_person_line", "persons"]

_HAN: Final = r"[\u4e00-\u9fff]"
_GENDER: Final = r"(?:\((?P<gender>女|男)(?:[,、][^)]*)?\))?"
_FOREIGN: Final = re.compile(rf"(?<!{_HAN}){_HAN}{{1,7}}(?:·{_HAN}{{1,8}}|·[A-Z]\.?)+")


@cache
def _surname() -> str:
    names = load_gazetteer().surnames or frozenset("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤俞褚")
    return "|".join(sorted(map(re.escape, names), key=lambda n: (-len(n), n)))


@cache
def _line_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>(?:{_surname()}){_HAN}{{1,2}}){_GENDER}")


@cache
def _title_patterns() -> tuple[re.Pattern[str], ...]:
    after = "|".join(sorted(map(re.escape, words("title_after")), key=lambda w: (-len(w), w)))
    before = "|".join(sorted(map(re.escape, words("title_before")), key=lambda w: (-len(w), w)))
    name = rf"(?P<name>(?:{_surname()}){_HAN}{{1,2}}?)"
    return (
        re.compile(rf"(?<!{_HAN}){name}(?:等)?(?:{after})"),
        re.compile(rf"(?<=[由请以对和与述念是、]){name}(?:{after})"),
        re.compile(rf"(?:{before})(?P<name>(?:{_surname()}){_HAN}{{1,2}})(?=[,;、。:()在出致表指说作为主介宣等和与率参会同讲获当任发带以\s]|$)"),
        re.compile(rf"(?<={_HAN}){name}(?P<strict>院士|教授)(?=团队|领衔|牵头|等|课题组|与|和|的)"),
    )


@cache
def _reporters() -> re.Pattern[str]:
    """``(记者方一鸣、卢晓棠)`` in a news item's dateline."""
    name = rf"(?:{_surname()}){_HAN}{{1,2}}"
    return re.compile(rf"(?:记者|通讯员)\s?(?P<names>{name}(?:[、]{name})*)(?=[)）,、:])")


def is_person_line(line: str) -> bool:
    """Whether a short line is nothing but a person's name, with or without gender: ``吴明红(女)``."""
    text = line.replace("（", "(").replace("）", ")")
    return bool(_line_pattern().fullmatch(text)) or bool(_FOREIGN.fullmatch(text))


def persons(line: Words, card: bool) -> Iterator[Candidate]:
    """The people whom a passage names; on a card the first line does."""
    if card and (m := _line_pattern().match(line.text)) and line.text[m.end() : m.end() + 1] in ("\n", ""):
        yield Candidate(m.start("name"), m.end("name"), m["name"], "Person", "card")
    for m in _FOREIGN.finditer(line.text):
        if _is_transliterated(line, m.start(), m.end()):
            yield Candidate(m.start(), m.end(), m[0], "Person", "foreign name")
    for m in _reporters().finditer(line.text):
        for name in re.finditer(r"[^、]+", m["names"]):
            begin = m.start("names") + name.start()
            yield Candidate(begin, begin + len(name[0]), name[0], "Person", "reporter")
    for i, pattern in enumerate(_title_patterns()):
        for m in pattern.finditer(line.text):
            if _plausible(line, m.start("name"), m.end("name"), strict=i == 3):
                yield Candidate(m.start("name"), m.end("name"), m["name"], "Person", "title")


def _is_transliterated(line: Words, begin: int, end: int) -> bool:
    """Whether the parts around a middle dot are sounds rather than words: not 保定·中关村创新中心, not 创新·共赢."""
    inside = [t for t in line.tokens[line.at[begin] : line.at[end - 1] + 1] if t.text != "·"]
    if line.tokens[line.at[end - 1]].end > end or inside[0].begin < begin:
        return False
    words_in = [t for t in inside if t.end - t.begin > 1 and t.tag not in ("nr", "nrt", "ns", "nz", "x", "name", "eng")]
    return len(inside) > 1 and not words_in


def _plausible(line: Words, begin: int, end: int, strict: bool) -> bool:
    """Whether the segmenter sees no ordinary word there: 高水平教授 is nobody."""
    tokens = line.tokens[line.at[begin] : line.at[end - 1] + 1]
    if any(t.tag == "name" or t.text in words("stop") or t.text in words("verb") for t in tokens):
        return False
    person = any(t.tag in ("nr", "nrt") for t in tokens)
    single = all(t.end - t.begin == 1 for t in tokens)
    return person or single or (not strict and all(t.tag not in ("n", "v", "vn", "a", "b", "j") for t in tokens))
