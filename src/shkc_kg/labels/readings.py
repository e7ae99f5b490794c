"""Pinyin without tones: for search (``fudandaxue``, ``fddx``), for persons, and for names that nothing else knows."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from pypinyin import lazy_pinyin, load_phrases_dict

from shkc_kg.labels.forms import CJK, comparable
from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["initials", "person", "pinyin", "spoken"]

_CHUNK = re.compile(rf"(?P<zh>[{CJK}]+)|[^\W_{CJK}]+")


def pinyin(name: str, cls: str | None = None) -> str:
    """All syllables of ``name`` joined, lower case, no tones, ü as v; a ``Person``'s surname in its own reading.

    >>> pinyin("复旦大学"), pinyin("长三角G60"), pinyin("单霁翔", "Person")
    ('fudandaxue', 'changsanjiaog60', 'shanjixiang')
    """
    return "".join(text for text, _ in _syllables(name, cls))


def initials(name: str, cls: str | None = None) -> str:
    """The first letter of each character's pinyin; Latin words and digits as they are, lower case.

    >>> initials("复旦大学"), initials("UNDP全球中心")
    ('fddx', 'undpqqzx')
    """
    return "".join(text[:1] if chinese else text for text, chinese in _syllables(name, cls))


@lru_cache(maxsize=65536)
def spoken(text: str) -> str:
    """A stretch of characters as one capitalised word, with an apostrophe where vowels would run together.

    >>> spoken("西安"), spoken("吕梁"), spoken("海悦")
    ("Xi'an", 'Lüliang', 'Haiyue')
    """
    return _word(_read(text)).replace("v", "ü")


def person(name: str) -> str:
    """A person's name in pinyin: surname, then given name in one word; a foreign name part by part.

    >>> person("李劲松"), person("欧阳自远"), person("奥马尔·亚吉"), person("吕锋"), person("李杰（同济大学）")
    ('Li Jinsong', 'Ouyang Ziyuan', "Aoma'er Yaji", 'Lyu Feng', 'Li Jie (Tongjidaxue)')
    """
    written = [_person_chunk(match) for match in _CHUNK.finditer(comparable(name).partition("(")[0])]
    qualifier = _CHUNK.findall(comparable(name).partition("(")[2])
    parts = " ".join(written)
    return f"{parts} ({' '.join(map(spoken, qualifier))})" if qualifier else parts


def _syllables(name: str, cls: str | None) -> list[tuple[str, bool]]:
    found: list[tuple[str, bool]] = []
    for match in _CHUNK.finditer(comparable(name)):
        if match["zh"] is None:
            found.append((match[0].lower(), False))
            continue
        read = (s for part in _name_parts(match[0]) for s in part) if cls == "Person" else _read(match[0])
        found += ((syllable, True) for syllable in read)
    return found


def _person_chunk(match: re.Match[str]) -> str:
    if match["zh"] is None:
        return match[0]
    foreign = "·" in match.string
    parts = [_read(match[0])] if foreign else _name_parts(match[0])
    return " ".join(_word(part) for part in parts).replace("v", "yu")


def _name_parts(name: str) -> list[tuple[str, ...]]:
    """Syllables of surname and given name; a name too long to be Chinese is one part."""
    if not 2 <= len(name) <= 4:
        return [_read(name)]
    size = 2 if len(name) > 2 and name[:2] in _surnames() else 1
    surname = _surnames().get(name[:size]) or _read(name[:size])
    return [surname, _read(name[size:])]


def _word(syllables: tuple[str, ...]) -> str:
    joined = "".join("'" + s if i and s[0] in "aoe" else s for i, s in enumerate(syllables))
    return joined[:1].upper() + joined[1:]


@lru_cache(maxsize=65536)
def _read(text: str) -> tuple[str, ...]:
    _teach()
    return tuple(lazy_pinyin(text, errors=lambda rare: "".join(f"u{ord(char):x}" for char in rare)))


@cache
def _teach() -> None:
    rows = read_table(data_dir() / "lexicon" / "readings.tsv", ("text", "reading"), unique="text")
    load_phrases_dict({row["text"]: [[syllable] for syllable in row["reading"].split()] for row in rows})


@cache
def _surnames() -> Mapping[str, tuple[str, ...]]:
    rows = read_table(data_dir() / "lexicon" / "surnames.tsv", ("surname", "reading"), unique="surname")
    return {row["surname"]: tuple(row["reading"].split()) for row in rows}
