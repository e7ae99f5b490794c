"""Stated counts held against the lists that stand by them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from itertools import takewhile
from typing import Final

from shkc_kg.audit.judging import judge
from shkc_kg.audit.lists import Listed, list_after, list_before, listed
from shkc_kg.audit.sheet import Count, Sheet
from shkc_kg.model import Bound, Finding, FindingKind, PassageKind, Quote, StatKind, Verdict
from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import unit_kinds

__all__ = ["enumerations"]

_SEVERAL: Final = 2
_MANY: Final = 100  # nobody lists more
_NEAR: Final = 120  # passages; members further below belong to something else
_NOUN: Final = re.compile(r"的?(?P<noun>[\u4e00-\u9fffA-Za-z“”]{2,})")
_FORMULA: Final = re.compile(r"\d+(?:\+\d+)+(?:\+[XN])?")


def enumerations(sheets: Mapping[str, Sheet]) -> Iterator[Finding]:
    """Every count that stands by a list, with the verdict on the two."""
    pages = tuple(sheets.values())
    for place, sheet in enumerate(pages):
        following = pages[place + 1 : place + 1 + _NEAR]
        for count in sheet.counts:
            if _countable(count):
                yield from _beside(sheet, count)
        yield from _by_one_character(sheet)
        yield from _in_card(sheet, following)
        yield from _in_table(sheet, following)
        yield from _formula(sheet, following)
        if following:
            yield from _next_sentence(sheet, following[0])


def _countable(count: Count) -> bool:
    """Whether a number counts members that a list could name."""
    one = count.observation
    kind = unit_kinds().get(one.unit, "")
    whole = one.value is not None and one.value == one.value.to_integral_value() and _SEVERAL <= one.value <= _MANY
    return whole and kind in ("count", "place", "feature") and one.stat not in (StatKind.ORDINAL, StatKind.RANK)


def _finding(count: Count, found: Listed, *quotes: Quote) -> Iterator[Finding]:
    judged = judge(count.observation, found)
    if judged is None:
        return
    verdict, chinese, english = judged
    quotes = tuple(dict.fromkeys(quotes))
    yield Finding(
        FindingKind.ENUMERATION,
        verdict,
        _stated(count),
        _named(found),
        quotes,
        f"{chinese}。",
        f"{english[0].upper()}{english[1:]}.",
    )


def _stated(count: Count) -> str:
    return f"{count.observation.printed}{count.observation.unit}"


def _named(found: Listed) -> str:
    """How many a list names: ``6``, ``2–3``, with ``+`` where it is open."""
    number = str(found.fewest) if found.fewest == found.most else f"{found.fewest}–{found.most}"
    return number + ("+" if found.open else "")


def _beside(sheet: Sheet, count: Count) -> Iterator[Finding]:
    """``A、B、C3个国``, ``A、B等10个项目``, ``5家组织——A、B…``: the list stands right before or after the count."""
    before = list_before(sheet, count.begin)
    if before is not None and _of_members(sheet, count, before):
        yield from _finding(count, before, sheet.quote(before.begin, _noun_end(sheet, count)), sheet.sentence)
        return
    after = list_after(sheet, count.unit_end)
    if after is not None:
        yield from _finding(count, after, sheet.quote(count.begin, after.end), sheet.sentence)


def _of_members(sheet: Sheet, count: Count, found: Listed) -> bool:
    """Whether a number behind a list counts its members: a class noun follows it (3个国, 9家场馆)."""
    if unit_kinds()[count.observation.unit] == "place":
        return True
    if not _NOUN.match(sheet.text, count.unit_end):
        return False
    return found.named or found.open or found.fewest == count.observation.value


def _noun_end(sheet: Sheet, count: Count) -> int:
    noun = _NOUN.match(sheet.text, count.unit_end)
    return min(noun.end(), count.unit_end + 12) if noun else count.unit_end


_DIGITS: Final = "一二三四五六七八九"


@cache
def _short_places() -> re.Pattern[str]:
    known = "".join(sorted(name for name in load_gazetteer().abbreviations if len(name) == 1))
    return re.compile(rf"(?P<places>[{known}]{{2,6}})(?P<counted>(?:[{_DIGITS}两][国省市区地])+)")


def _by_one_character(sheet: Sheet) -> Iterator[Finding]:
    """``中以两国``, ``沪苏浙皖三省一市``: places by one character each, and how many they are."""
    for found in _short_places().finditer(sheet.text):
        total = sum(2 if one == "两" else _DIGITS.index(one) + 1 for one in found["counted"][::2])
        # Where they differ, the characters before may belong to other words (沪西五区), so nothing follows.
        if total == len(found["places"]):
            stated, named, quotes = found["counted"], "、".join(found["places"]), (sheet.quote(*found.span()),)
            reasons = "所列与所述之数相符。", "As many are named as stated."
            yield Finding(FindingKind.ENUMERATION, Verdict.AGREES, stated, named, quotes, *reasons)


def _members_below(sheet: Sheet, following: Sequence[Sheet]) -> tuple[Sheet, ...]:
    """The list items that hang from a passage as their nearest scope."""
    below = takewhile(lambda s: s.passage.scope[:1] == (sheet.passage.id,), following)
    return tuple(one for one in below if one.passage.kind is PassageKind.ITEM)


def _in_card(sheet: Sheet, following: Sequence[Sheet]) -> Iterator[Finding]:
    """A number card with its members below: ``2场特别活动`` and two names."""
    if sheet.passage.kind is not PassageKind.CARD or len(sheet.counts) != 1:
        return
    count, members = sheet.counts[0], _members_below(sheet, following)
    if not members or not _countable(count):
        return
    yield from _finding(count, _together(members), sheet.sentence, *_sentences(members))


def _together(members: Sequence[Sheet]) -> Listed:
    """All members of some lines as one list; a line may hold several."""
    lists = [_line(member) for member in members]
    return Listed(
        0,
        0,
        sum(found.fewest for found in lists),
        sum(found.most for found in lists),
        any(found.open for found in lists),
        all(found.named for found in lists),
    )


def _line(sheet: Sheet) -> Listed:
    opened = sheet.text.endswith("等")
    end = len(sheet.text) - opened
    return listed(sheet, 0, end, opened) or Listed(0, end, 1, 1, opened)


def _sentences(sheets: Iterable[Sheet]) -> tuple[Quote, ...]:
    return tuple(sheet.sentence for sheet in sheets)


def _in_table(sheet: Sheet, following: Sequence[Sheet]) -> Iterator[Finding]:
    """A count at the head of a row, its members in the other cells and the rows below: ``5个展区<tab>A<tab>B``."""
    head, *cells = sheet.text.split("\t")
    counts = [count for count in sheet.counts if count.end <= len(head) and _countable(count)]
    if sheet.passage.kind is not PassageKind.ROW or not cells or not counts:
        return
    rows = tuple(
        takewhile(lambda s: s.passage.kind is PassageKind.ROW and s.passage.scope == sheet.passage.scope, following)
    )
    rows = tuple(takewhile(lambda s: not s.counts and ":" not in s.text, rows))
    number = len(cells) + sum(row.text.count("\t") + 1 for row in rows)
    yield from _finding(counts[0], Listed(0, 0, number, number), *_sentences((sheet, *rows)))


def _formula(sheet: Sheet, following: Sequence[Sheet]) -> Iterator[Finding]:
    """A pattern such as ``“1+2+11+X”`` and the number cards that fill it."""
    for formula in _FORMULA.finditer(sheet.text):
        parts = formula[0].split("+")
        cards = tuple(takewhile(lambda s: s.passage.kind is PassageKind.CARD, following))[: len(parts)]
        if len(cards) < len(parts) or not all(len(card.counts) == 1 for card in cards):
            continue
        values = [card.counts[0].observation for card in cards]
        fits = all(not part.isdigit() or value.value == int(part) for part, value in zip(parts, values, strict=True))
        verdict = Verdict.AGREES if fits else Verdict.DISAGREES
        yield Finding(
            FindingKind.ENUMERATION,
            verdict,
            formula[0],
            "+".join(value.printed for value in values),
            (sheet.sentence, *_sentences(cards)),
            "格式中的各数与下列各项之数相符。" if fits else "格式中的各数与下列各项之数不符。",
            "The numbers of the pattern are those of the cards below."
            if fits
            else "The numbers of the pattern are not those of the cards below.",
        )


_BEHIND: Final = re.compile(r"等?(?P<noun>[\u4e00-\u9fff]{2,12})(?=[,;。]|$)")


def _next_sentence(sheet: Sheet, following: Sheet) -> Iterator[Finding]:
    """``占据五席。…打造“A”“B”…等特色园区。``: the sentence after a count lists what was counted, by the same noun."""
    if sheet.passage.scope != following.passage.scope:
        return
    for end, noun, opened in _nouns_behind_lists(following):
        count = _count_of(sheet, noun)
        begin = max((m.end() for m in re.finditer(r"[,;。]", following.text[:end])), default=0)
        found = listed(following, begin, end, opened)
        if count is not None and found is not None and found.named:
            yield from _finding(count, found, sheet.sentence, following.quote(begin, end))


def _nouns_behind_lists(sheet: Sheet) -> Iterator[tuple[int, str, bool]]:
    """Where each list of quoted names ends, with the noun behind it and whether 等 stands between."""
    ends = {end for _, end in sheet.names} | {m.end() for m in re.finditer("[”》]", sheet.text)}
    for end in sorted(ends):
        behind = _BEHIND.match(sheet.text, end)
        if behind and not sheet.inside(end):
            yield end, behind["noun"], sheet.text.startswith("等", end)


def _count_of(sheet: Sheet, noun: str) -> Count | None:
    """The count of a noun in a passage: ``5个特色园区``, or ``在40个特色园区中占据五席``, where the second counts."""
    chosen = None
    for count in sheet.counts:
        if not _countable(count) or count.observation.bound is not Bound.EXACT:
            continue
        whole = f"{noun}中" in sheet.text[max(0, count.begin - len(noun) - 8) : count.begin]
        direct = sheet.text.startswith(noun, count.unit_end) and not sheet.text.startswith(
            "中", count.unit_end + len(noun)
        )
        if whole or (direct and count.observation.value != Decimal(1)):
            chosen = count
    return chosen
