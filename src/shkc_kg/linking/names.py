"""Names as they are compared: one form for spellings that differ in case, width, marks, accents and blanks."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from shkc_kg.labels import comparable, initials, pinyin

__all__ = ["Kind", "Name", "folded", "names_of", "stem", "words"]

Kind = Literal["label", "alias", "pinyin", "initials"]

_NOT_A_LETTER = re.compile(r"[\W_]+")
_CHINESE = re.compile(r"[\u3400-\u9fff]")
_WORD = re.compile(r"[a-z0-9]+")
# Words that one source writes and another leaves out.
_FILLERS = frozenset({"a", "an", "and", "at", "de", "for", "in", "of", "on", "the"})
# What official names of regions end in, and short ones leave out: 上海市, 上海; 大理白族自治州, 大理.
_REGION = re.compile(r"(..+?)(?:(?:[一-龥]{1,3}族)*自治[区州县]|特别行政区|地区|[省市区县州])")


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a thing and what kind of name it is."""

    text: str
    kind: Kind = "label"


@lru_cache(maxsize=2**17)
def folded(name: str) -> str:
    """Letters and digits of a name, in lower case, without accents; ü is v, as in pinyin.

    >>> folded("Li Jùn"), folded("中以（上海） 创新园"), folded("IPv6+"), folded("Lüshun")
    ('lijun', '中以上海创新园', 'ipv6', 'lvshun')
    """
    plain = comparable(name).casefold().replace("ü", "v")
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return _NOT_A_LETTER.sub("", plain)


@lru_cache(maxsize=2**17)
def words(name: str) -> frozenset[str]:
    """The words of a name in Latin letters that tell; none of one that has Chinese characters.

    >>> sorted(words("The University of Science & Technology")), words("复旦 University")
    (['science', 'technology', 'university'], frozenset())
    """
    if _CHINESE.search(name):
        return frozenset()
    plain = unicodedata.normalize("NFKD", comparable(name).casefold())
    return frozenset(_WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))) - _FILLERS


@lru_cache(maxsize=2**17)
def stem(name: str) -> str:
    """The folded name without what a region's official name ends in; as folded where nothing much would be left.

    >>> stem("上海市"), stem("大理白族自治州"), stem("沪"), stem("长三角")
    ('上海', '大理', '沪', '长三角')
    """
    whole = folded(name)
    region = _REGION.fullmatch(whole)
    return region[1] if region else whole


def names_of(label: str, aliases: tuple[str, ...] = (), english: str = "", person: bool = False) -> tuple[Name, ...]:
    """A thing's names with pinyin and initials of the Chinese ones; each spelling once, under its best kind.

    >>> [(name.text, name.kind) for name in names_of("复旦大学", ("复旦",), "Fudan University")][:4]
    [('复旦大学', 'label'), ('Fudan University', 'label'), ('复旦', 'alias'), ('fudandaxue', 'pinyin')]
    """
    written = [Name(text) for text in (label, english) if text] + [Name(text, "alias") for text in aliases]
    cls = "Person" if person else None
    chinese = [name.text for name in written if _CHINESE.search(name.text)]
    sounds = [Name(pinyin(text, cls), "pinyin") for text in chinese]
    letters = [Name(initials(text, cls), "initials") for text in chinese]
    best: dict[str, Name] = {}
    for name in (*written, *sounds, *letters):
        best.setdefault(folded(name.text), name)
    return tuple(name for spelling, name in best.items() if spelling)
