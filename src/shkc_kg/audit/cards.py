"""Counts of people held against the cards that present them, one by one, under a heading."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from shkc_kg.audit.sheet import Count, Sheet
from shkc_kg.model import Bound, Finding, FindingKind, PassageKind, Verdict

__all__ = ["cards"]

_PEOPLE = frozenset("人名位")


def cards(sheets: Mapping[str, Sheet]) -> Iterator[Finding]:
    """``中科院院士6人`` and the six cards under ``新增中科院院士``; ``新增院士12人`` and all cards below it."""
    below: dict[str, list[Sheet]] = defaultdict(list)
    beside: dict[tuple[str, ...], list[Sheet]] = defaultdict(list)
    for page in sheets.values():
        beside[page.passage.scope[:1]].append(page)
        for key in page.passage.scope if _is_card(page) else ():
            below[key].append(page)
    for key, held in below.items():
        heading = sheets[key]
        for page, count in _counts_of(heading, beside[heading.passage.scope[:1]]):
            yield _compared(page, count, heading, held)


def _is_card(sheet: Sheet) -> bool:
    """A card that presents somebody has several lines; a number card has one."""
    return sheet.passage.kind is PassageKind.CARD and "\n" in sheet.text and not sheet.counts


def _counts_of(heading: Sheet, beside: Sequence[Sheet]) -> Iterator[tuple[Sheet, Count]]:
    """The counts of people that a heading states itself, or that a passage beside it states in the heading's words."""
    for page in beside:
        for count in page.counts:
            one = count.observation
            if one.unit not in _PEOPLE or one.bound is not Bound.EXACT or one.value is None:
                continue
            before = page.passage.order < heading.passage.order and page.passage.kind is not PassageKind.HEADING
            if page is heading or (before and one.indicator in heading.text):
                yield page, count


def _compared(page: Sheet, count: Count, heading: Sheet, below: Sequence[Sheet]) -> Finding:
    stated, found = count.observation.value or 0, len(below)
    if found == stated:
        verdict, chinese, english = Verdict.AGREES, "名片之数与所述之数相符。", "There are as many cards as stated."
    elif found > stated:
        verdict, chinese, english = Verdict.DISAGREES, "名片多于所述之数。", "There are more cards than stated."
    else:
        verdict = Verdict.UNDECIDED
        chinese, english = (
            "名片少于所述之数，可能只列其中几人。",
            "There are fewer cards than stated; some may be left out.",
        )
    return Finding(
        FindingKind.ENUMERATION,
        verdict,
        f"{count.observation.printed}{count.observation.unit}",
        str(found),
        tuple(dict.fromkeys((page.sentence, heading.sentence, *(card.sentence for card in below)))),
        chinese,
        english,
    )
