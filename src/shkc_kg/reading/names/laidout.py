"""People whom the layout of a line shows: behind a label, beside an institution in a row, in the brackets at its end."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import INSTITUTIONS
from shkc_kg.reading.names.heads import head_at_end
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.names.persons import full_name, surname
from shkc_kg.reading.names.transliterated import is_transliterated
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import is_word

__all__ = ["laid_out_persons"]

_HAN: Final = r"[\u4e00-\u9fff]"
_FOREIGN: Final = rf"{_HAN}{{1,8}}(?:·{_HAN}{{1,8}})+"
_GENDER: Final = r"(?:\([女男][^()]{0,4}\))?"
_BETWEEN: Final = r"[、,;\s]\s*"


@cache
def _label() -> re.Pattern[str]:
    """``完成人:窦清、盛海(女)等``: what stands behind a label of people is people."""
    one = rf"(?:{_FOREIGN}|{full_name()}){_GENDER}"
    posts = any_of(words("office") | words("title_before") | words("title_led"))
    return re.compile(
        rf"(?:(?:^|(?<=[\s;。,(]))(?:{any_of(words('person_label'))})[:\s]|^(?:{posts}):)\s*"
        rf"(?P<names>{one}(?:{_BETWEEN}{one})*)(?=等|[;。()\s\d]|$)"
    )


@cache
def _alone() -> re.Pattern[str]:
    """``(钟鸣之 卢棠)`` as a line of its own: who wrote what stands above."""
    one = full_name()
    return re.compile(rf"\((?:本报|实习)?(?:记者|通讯员|作者)?[\s:]?(?P<names>{one}(?:[、\s]{one})*)\)[。,]?")


@cache
def _below() -> re.Pattern[str]:
    """``某区区长 方立明`` as a line of its own: who gives or signs a report."""
    office = any_of(words("office") | words("title_before") | words("title_led"))
    return re.compile(rf"{_HAN}{{0,20}}?(?:{office})\s+(?P<name>{full_name()}|{surname()}\s+{_HAN})(?:\s*\d{{7,12}})?")


@cache
def _row() -> re.Pattern[str]:
    """A line of a list: ``甲(某局)``, ``甲 某县农业局站长、高级农艺师``."""
    one = rf"{full_name()}|{surname()}\s{_HAN}"
    return re.compile(rf"(?P<name>{one}){_GENDER}(?:\((?P<beside>[^()]{{2,30}})\)|\s+(?P<behind>[^,;。()\s]{{4,50}}))")


def _tells_whose(text: str) -> bool:
    """Whether what stands beside a name tells where the person works, or as what."""
    return (
        _is_institution(text)
        or place_entry(text) is not None
        or text.endswith(tuple(words("title_before") | words("title_led")))
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(rf"(?P<name>{_FOREIGN}|{full_name()}){_GENDER}[\s,]?")


@cache
def _cell() -> re.Pattern[str]:
    """A cell that holds one name alone, a count behind it at most."""
    return re.compile(rf"(?<=\s)(?P<name>{_FOREIGN}|{full_name()}){_GENDER}(?=\s|$|\d)")


@cache
def _signed() -> re.Pattern[str]:
    """``(某科技厅 段晓)`` at the end of an entry: who wrote it."""
    one = full_name()
    return re.compile(rf"\((?P<body>[^()\s]{{3,24}})[\s:](?P<names>{one}(?:[、\s]{one})*)\)$")


def laid_out_persons(line: Words) -> Iterator[Candidate]:
    """The people of a line that its layout shows, whatever words their names are made of."""
    for m in _label().finditer(line.text):
        yield from _each(line, *m.span("names"))
    signed = _signed().search(line.text)
    if signed is not None and _is_institution(signed["body"]):
        yield from _each(line, *signed.span("names"))
    alone = _alone().fullmatch(line.text)
    if alone is not None and not all(map(is_word, re.split(r"[、\s]", alone["names"]))):
        yield from _each(line, *alone.span("names"))
    below = _below().fullmatch(line.text)
    if below is not None:
        first, last = below.span("name")
        name = re.sub(r"\s", "", below["name"])
        yield Candidate(first, last, line.text[first:last], "Person", "laid out", None, name)
    row = _row().fullmatch(line.text)
    if row is not None and _tells_whose(row["beside"] or row["behind"]):
        yield Candidate(*row.span("name"), row["name"], "Person", "laid out", None, re.sub(r"\s", "", row["name"]))
    if (end := _lead_end(line)) is not None:
        yield _person(line, 0, end)
    for m in _cell().finditer(line.text):
        if _is_institution(re.split(r"\s", line.text[: m.start()].rstrip())[-1]):
            yield _person(line, *m.span("name"))


def _each(line: Words, begin: int, end: int) -> Iterator[Candidate]:
    for m in re.finditer(r"[^、,;\s]+", line.text[begin:end]):
        name = re.sub(r"\(.*", "", m[0])
        if name in words("title_before") or name in words("person_label"):
            continue  # 作者:甲 通讯员 乙
        yield _person(line, begin + m.start(), begin + m.start() + len(name))


def _person(line: Words, begin: int, end: int) -> Candidate:
    return Candidate(begin, end, line.text[begin:end], "Person", "laid out")


def _is_institution(text: str) -> bool:
    """Whether a cell is that of an institution: by the lists, else by its last word."""
    bare = re.sub(r"\([^()]*\)$", "", text)
    known = any(e.cls in INSTITUTIONS for e in load_gazetteer().lookup.get(bare, ()))
    head = head_at_end(bare)
    return (
        known
        or bare.endswith(("科技厅", "科技局"))
        or (head is not None and head.cls in INSTITUTIONS and len(head.word) < len(bare))
    )


_TITLED: Final = re.compile(
    rf"{_HAN}{{0,12}}?(?P<title>研究员|教授|院士|院长|所长|主任|工程师|董事长|总经理|医师|农艺师)"
)


def _lead_end(line: Words) -> int | None:
    """Where a name ends that opens a line in front of a listed institution and a title: ``钟鸣某大学教授,从事…``."""
    body = next((t for t in line.tokens if t.tag == "name"), None)
    m = _opening().fullmatch(line.text[: body.begin]) if body is not None else None
    if body is None or m is None or not _is_institution(body.text):
        return None
    return m.end("name") if _TITLED.match(line.text, body.end) or is_transliterated(m["name"]) else None
