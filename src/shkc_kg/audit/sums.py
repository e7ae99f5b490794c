"""Totals held against the parts that 其中 gives of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Final

from shkc_kg.audit.judging import Judgement, least, most
from shkc_kg.audit.sheet import Count, Sheet
from shkc_kg.model import Bound, Finding, FindingKind, Quote, Span, Verdict

__all__ = ["sums"]

_INEXACT: Final = (Bound.ABOUT, Bound.NEARLY, Bound.VAGUE)


def sums(sheets: Mapping[str, Sheet]) -> Iterator[Finding]:
    """``12人,其中…6人、…6人``: every total with its parts."""
    counts = {count.observation.span: (sheet, count) for sheet in sheets.values() for count in sheet.counts}
    parts: dict[Span, list[Count]] = defaultdict(list)
    for _, count in counts.values():
        if count.observation.whole is not None:
            parts[count.observation.whole].append(count)
    for sheet in sheets.values():
        yield from _larger(sheet)
    for whole, held in parts.items():
        if whole in counts:
            sheet, total = counts[whole]
            yield from _compared(sheet, total, [c for c in held if c.observation.unit == total.observation.unit])


def _larger(sheet: Sheet) -> Iterator[Finding]:
    """``285家，其中市级300家``: reading takes no part that is larger than its total, so it is looked for here."""
    for total, part in pairwise(sheet.counts):
        one, other = total.observation, part.observation
        between = sheet.text[total.unit_end : part.begin]
        if "其中" in between and not re.search("[;。]", between) and one.unit == other.unit and other.whole is None:
            judged = _judged(total, (part,))
            if judged is not None:
                verdict, *reasons = judged
                quotes = (sheet.quote(total.begin, part.unit_end), sheet.sentence)
                yield Finding(FindingKind.SUM, verdict, one.printed, other.printed, quotes, *reasons)


def _compared(sheet: Sheet, total: Count, parts: Sequence[Count]) -> Iterator[Finding]:
    judged = _judged(total, parts)
    if judged is None:
        return
    verdict, chinese, english = judged
    printed = [part.observation.printed for part in parts]
    last = max(parts, key=lambda part: part.observation.span.end).observation
    quotes = [sheet.sentence]
    if last.evidence.passage != sheet.passage.id:
        quotes.append(Quote(last.evidence.passage, last.span))
    yield Finding(
        FindingKind.SUM, verdict, total.observation.printed, " + ".join(printed), tuple(quotes), chinese, english
    )


def _judged(total: Count, parts: Sequence[Count]) -> Judgement | None:
    whole = total.observation
    values = [part.observation.value for part in parts]
    if whole.value is None or any(value is None for value in values) or not parts:
        return None
    if any(least(part.observation) > most(whole) for part in parts):
        return Verdict.DISAGREES, "有一部分大于总数。", "One part is larger than the total."
    if len(parts) == 1:
        return None
    exact = [value or Decimal(0) for value in values]
    if any(one.bound in _INEXACT for one in (whole, *(part.observation for part in parts))):
        return Verdict.UNDECIDED, "总数或部分不是确数。", "The total or a part is not exact."
    running = list(accumulate(exact))
    if least(whole) <= running[-1] <= most(whole):
        return Verdict.AGREES, "各部分之和等于总数。", "The parts make the total."
    if whole.value in running[1:-1]:
        number = running.index(whole.value) + 1
        return (
            Verdict.AGREES,
            f"前{number}部分之和等于总数；其余部分另计，或与之重叠。",
            f"The first {number} parts make the total; what follows is counted beside them or overlaps them.",
        )
    if running[-1] < least(whole):
        return Verdict.UNDECIDED, "各部分之和小于总数，原文未说已列全。", "The parts make less, and need not be all."
    return Verdict.UNDECIDED, "各部分之和大于总数，各部分可能重叠。", "The parts make more, and may overlap."
