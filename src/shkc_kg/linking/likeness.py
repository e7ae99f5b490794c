"""How much a text is like a name, on a scale from 0 to 100, and why."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from shkc_kg.linking.names import Kind, Name, folded, stem, words

__all__ = ["HOW", "Likeness", "bigrams", "likeness", "may_be_like"]


class Likeness(NamedTuple):
    """A score, and which row of :data:`HOW` it is for."""

    score: float
    how: str


# What each kind of likeness is called, in the order of its worth.
HOW: Final[dict[str, tuple[str, str]]] = {
    "same_label": ("与名称相同", "the same as its name"),
    "same_alias": ("与别名相同", "the same as an alias"),
    "same_pinyin": ("与拼音相同", "the same as its pinyin"),
    "same_region": ("只差行政区划后缀", "the same but for 市, 区 or the like"),
    "same_words": ("词相同，次序或虚词不同", "the same words in another order"),
    "same_initials": ("与拼音首字母相同", "the same as its initials"),
    "beginning": ("名称以此开头", "the beginning of its name"),
    "part": ("名称的一部分", "a part of its name"),
    "whole": ("包含其名称", "holds its name"),
    "similar": ("字符相近", "similar letters"),
}
_SAME: Final[dict[Kind, Likeness]] = {
    "label": Likeness(100, "same_label"),
    "alias": Likeness(98, "same_alias"),
    "pinyin": Likeness(95, "same_pinyin"),
    "initials": Likeness(75, "same_initials"),
}
# Two things of one kind often share half of their names (…创新中心), so what is less alike says nothing.
LEAST: Final = 0.45


@lru_cache(maxsize=2**16)
def bigrams(name: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a folded name, its beginning marked."""
    return frozenset(a + b for a, b in zip("^" + name, name, strict=False))


def may_be_like(shared: int, one: int, other: int) -> bool:
    """Whether two names with so many pairs, of which they share some, can be like each other at all.

    They are if they share enough, or if one is a part of the other, when only the pair at its beginning may be missing.
    """
    return 2 * shared >= LEAST * (one + other) or shared >= min(one, other) - 1


def likeness(text: str, name: Name) -> Likeness | None:
    """How like a name a text is; ``None`` where it is not.

    >>> likeness("fudan", Name("复旦")), likeness("Fudan  university", Name("Fudan University"))
    (None, Likeness(score=100, how='same_label'))
    >>> likeness("上海", Name("上海市")), likeness("Hospital, Ruijin", Name("Ruijin Hospital"))
    (Likeness(score=93, how='same_region'), Likeness(score=92, how='same_words'))
    >>> likeness("喀什地区", Name("喀什市")).how
    'similar'
    """
    asked, held = folded(text), folded(name.text)
    if not asked:
        return None
    if asked == held:
        return _SAME[name.kind]
    if name.kind == "initials":
        return None
    if name.kind != "pinyin":
        # One of the two must be the short form: 喀什地区 and 喀什市 are two regions.
        if stem(text) == held or asked == stem(name.text):
            return Likeness(93, "same_region")
        if (said := words(text)) and said == words(name.text):
            return Likeness(92, "same_words")
    return _partly(asked, held)


def _partly(asked: str, held: str) -> Likeness | None:
    share = min(len(asked), len(held)) / max(len(asked), len(held))
    if held.startswith(asked):
        return Likeness(round(60 + 25 * share, 1), "beginning")
    if asked in held:
        return Likeness(round(50 + 25 * share, 1), "part")
    if len(held) > 1 and held in asked:
        return Likeness(round(40 + 25 * share, 1), "whole")
    one, other = bigrams(asked), bigrams(held)
    dice = 2 * len(one & other) / (len(one) + len(other))
    return Likeness(round(75 * dice, 1), "similar") if dice >= LEAST else None
