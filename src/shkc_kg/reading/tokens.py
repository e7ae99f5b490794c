"""A passage as tokens: the segmenter's words, with names of the gazetteer kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import ahocorasick_rs
import rjieba

from shkc_kg.reading.gazetteer import Entry, load_gazetteer
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.lines.text import fold

__all__ = ["Known", "Token", "is_cut_off", "is_word", "known_names", "tears_word", "tokens_of"]


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a folded text with its part of speech (jieba's tags), or a known name (tag ``name``)."""

    begin: int
    end: int
    text: str
    tag: str


@dataclass(frozen=True, slots=True)
class Known:
    """A name of the gazetteer at a place of a folded text."""

    begin: int
    end: int
    form: str
    entries: tuple[Entry, ...]

    @property
    def ambiguous(self) -> bool:
        return all(self.form in entry.risky for entry in self.entries)


@cache
def _segmenter() -> rjieba.Jieba:
    """The segmenter with the verbs and compounds of the lexicon, which its dictionary lacks or splits."""
    jieba = rjieba.Jieba()
    for group, tag in (("verb", "v"), ("naming_before", "v"), ("naming_after", "v"), ("stop", "d"), ("compound", "n")):
        for word in sorted(words(group)):
            if len(word) > 1 and not jieba.has_word(word):
                jieba.add_word(word, 2000, tag)
    return jieba


def is_word(text: str) -> bool:
    """Whether the segmenter's dictionary holds a text as one word.

    >>> is_word("新型"), is_word("烁科")
    (True, False)
    """
    return bool(_segmenter().has_word(text))


@cache
def _surfaces() -> tuple[tuple[str, ...], ahocorasick_rs.AhoCorasick]:
    """Every surface form of the gazetteer of two characters or more, folded."""
    forms = tuple(sorted({form for form in load_gazetteer().lookup if len(form) > 1}))
    folded = tuple(fold(form) for form in forms)
    return forms, ahocorasick_rs.AhoCorasick(folded, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)


_HAN: Final = re.compile(r"[\u4e00-\u9fff]{2}")
_HAN_ONE: Final = re.compile(r"[\u4e00-\u9fff]")
_NEAR: Final = 12  # code points around a break that tell whether it is inside a word
_LATIN: Final = re.compile(r"[A-Za-z0-9]")


_NOT_FOLLOWED: Final = {"部": "门分署长队件", "科": "技学", "委": "员"}  # a short form is no part of 部门, 委员会


@cache
def _bilateral() -> re.Pattern[str]:
    """China and one more country, both by one character: 中以(上海)创新园."""
    partners = "".join(sorted(words("partner")))
    return re.compile(rf"(?<![集其当从之期年月日高初])中[{partners}](?![为及在来的])(?=[\u4e00-\u9fff(])")


def _inside_word(text: str, begin: int, end: int) -> bool:
    """Whether a Latin name is only a part of a longer Latin word."""
    left = begin > 0 and _LATIN.match(text[begin]) and _LATIN.match(text[begin - 1])
    right = end < len(text) and _LATIN.match(text[end - 1]) and _LATIN.match(text[end])
    return bool(left or right)


def _ends_person(text: str, begin: int, end: int) -> bool:
    """Whether 华为 is the end of a person's name and a preposition: ``肖菊华为实验室主任颁发聘书``."""
    if text[begin:end] not in words("firm_or_name") or begin < 2 or (begin > 2 and _HAN_ONE.match(text[begin - 3])):
        return False
    gazetteer = load_gazetteer()
    return text[begin - 2] in gazetteer.surnames and text[begin - 2 : begin] not in gazetteer.lookup


_OFFICES: Final = (
    "董事",
    "理事",
    "秘书",
    "副市",
    "副省",
    "副县",
    "副区",
    "副院",
    "副校",
    "副局",
    "副厅",
    "副部",
    "副所",
)


def _ends_office(text: str, begin: int) -> bool:
    """Whether 长 at the start of a place is the end of an office: ``董事[长沙]某出席``."""
    return text[begin : begin + 1] == "长" and text.endswith(_OFFICES, 0, begin)


def is_cut_off(text: str, end: int) -> bool:
    """Whether the character behind a name makes another word of its last one: 科技[部]门."""
    return text[end : end + 1] in tuple(_NOT_FOLLOWED.get(text[end - 1], ""))


def known_names(text: str) -> tuple[Known, ...]:
    """The gazetteer's names in a folded text, the longest at each place, in order.

    >>> [known.form for known in known_names("园区50家,其中江苏省19家,其中国家级9家")]
    ['江苏省']
    """
    forms, automaton = _surfaces()
    lookup = load_gazetteer().lookup
    found = []
    hidden = text.replace("其中", "其\x00")  # 其中江苏省 names no 中江, 其中国家级 no 中国
    for index, begin, end in automaton.find_matches_as_indexes(hidden):
        if (
            not is_cut_off(text, end)
            and not _ends_office(text, begin)
            and not _inside_word(text, begin, end)
            and not _ends_person(text, begin, end)
        ):
            found.append(Known(begin, end, forms[index], lookup[forms[index]]))
    return tuple(found)


def _words(text: str) -> Iterator[Token]:
    at = 0
    for word, tag in _segmenter().tag(text, False):
        yield Token(at, at + len(word), word, tag)
        at += len(word)


def tears_word(left: str, right: str) -> bool:
    """Whether a break between two stretches of text goes through a word.

    >>> tears_word("还有上海民", "防科普教育馆"), tears_word("弘扬科学精神", "提升科学素养")
    (True, False)
    """
    left, right = fold(left[-_NEAR:]), fold(right[:_NEAR])
    alone = list(_words(left))
    if not alone or alone[-1].end - alone[-1].begin > 1 or not _HAN.match(left[-1:] + right[:1]):
        return False
    return any(word.begin < len(left) < word.end for word in _words(left + right))


def _crosses(known: Known, around: Sequence[Token]) -> bool:
    """Whether a short name would cut a word of the segmenter in two: 上海大 of 上海 + 大学; but 北京地区 is two words."""
    return known.end - known.begin <= 3 and any(
        (w.begin < known.begin < w.end or w.begin < known.end < w.end)
        and w.end - w.begin > 1
        and w.tag != "x"
        and not (w.tag == "ns" and w.begin == known.begin and w.text[known.end - known.begin :] == "地区")
        for w in around
        if w.begin < known.end and known.begin < w.end and not _is_state_body(known, w)
    )


def _is_state_body(known: Known, word: Token) -> bool:
    """Whether a word is a country and its government or ministry: the ministry of 中国科技部, the country of 德国政府."""
    if word.text.startswith("中国") and known.end == word.end:
        return known.begin == word.begin + 2 and any(e.cls == "GovernmentBody" for e in known.entries)
    return word.text == f"{known.form}政府" and any(e.cls == "Country" for e in known.entries)


def _regrouped(cut: Sequence[Token]) -> Iterator[Token]:
    """The words with those apart that the segmenter joins: 肖菊[华为]实验室揭牌, 10[月经]某部批准."""
    for i, word in enumerate(cut):
        following = cut[i + 1] if i + 1 < len(cut) else None
        if word.text == "月经" and i and cut[i - 1].tag == "m":
            yield Token(word.begin, word.begin + 1, "月", "m")
            yield Token(word.begin + 1, word.end, "经", "p")
            continue
        if following is not None and following.text in words("firm_or_name") and _is_given(cut[max(0, i - 1) : i + 1]):
            yield Token(word.begin, word.end + 1, f"{word.text}{following.text[0]}", "nr")
        elif word.text in words("firm_or_name") and _is_given(cut[max(0, i - 2) : i]):
            yield Token(word.begin + 1, word.end, word.text[1:], "p")
        else:
            yield word


def _is_given(words_before: Sequence[Token]) -> bool:
    """Whether two words are a surname and the first character of a given name."""
    if len(words_before) < 2:
        return False
    surname, given = words_before
    single = surname.end - surname.begin == given.end - given.begin == 1
    return single and surname.tag == "nr" and given.tag[0] in "nagz"


def tokens_of(text: str) -> tuple[tuple[Token, ...], tuple[Known, ...]]:
    """Words of a folded text, known names merged into one token each, and those names.

    >>> [t.text for t in tokens_of("聚焦张江、临港等区域")[0]][:2]
    ['聚焦', '张江']
    """
    cut = tuple(_regrouped(tuple(_words(text))))
    at = [i for i, word in enumerate(cut) for _ in range(word.begin, word.end)]
    kept: list[Known] = []
    for known in known_names(text):
        # two names side by side may share a word of the segmenter: 中共中央国务院
        beside = bool(kept) and kept[-1].end == known.begin
        if beside or not _crosses(known, cut[at[known.begin] : at[known.end - 1] + 1]):
            kept.append(known)
    held = {place for known in kept for place in range(known.begin, known.end)}
    pairs = [
        Known(m.start(), m.end(), m[0], ())
        for m in _bilateral().finditer(text)
        if held.isdisjoint(range(m.start(), m.end()))
    ]
    # a form that is also an ordinary word (合作 is a city, too) stays what the segmenter says
    whole = sorted((*(k for k in kept if not k.ambiguous), *pairs), key=lambda k: k.begin)
    return tuple(_merged(text, cut, whole)), tuple(kept)


def _merged(text: str, cut: Sequence[Token], known: Sequence[Known]) -> Iterator[Token]:
    at, i = 0, 0
    for name in known:
        while i < len(cut) and cut[i].end <= name.begin:
            if cut[i].end > at:
                yield _cut(text, cut[i], max(at, cut[i].begin), cut[i].end)
                at = cut[i].end
            i += 1
        if i < len(cut) and max(at, cut[i].begin) < name.begin:
            yield _cut(text, cut[i], max(at, cut[i].begin), name.begin)
        yield Token(name.begin, name.end, text[name.begin : name.end], "name")
        at = name.end
    while i < len(cut):
        if cut[i].end > at:
            yield _cut(text, cut[i], max(at, cut[i].begin), cut[i].end)
        i += 1


def _cut(text: str, word: Token, begin: int, end: int) -> Token:
    return word if (begin, end) == (word.begin, word.end) else Token(begin, end, text[begin:end], word.tag)
