"""Whom a number is about where not even the region is known: what is named nearest, or the text's event."""

from __future__ import annotations

from shkc_kg.model import ScopeReason
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.setting.press import prints
from shkc_kg.reading.whose.levels import OWN_REGION
from shkc_kg.reading.whose.memory import NEAR, Memory, Subject
from shkc_kg.reading.whose.ofevent import is_summed
from shkc_kg.reading.whose.printedsubject import NO_SUBJECT

__all__ = ["nearest", "of_main"]


def nearest(page: Page, at: int) -> Subject | None:
    """Where not even the region is known: the nearest thing named before the number in its sentence."""
    begin = max(page.sentence(at)[0], at - NEAR)
    if OWN_REGION.search(page.text, begin, at):
        return None  # 经科技部审定,我市认定企业[13]家: of a city that nobody names
    names = page.names_in(begin, at)
    told = (
        n
        for n in reversed(names)
        if n.cls not in NO_SUBJECT and not prints(page.text, n) and not is_summed(page, n, at)
    )
    return next((Subject(n.key) for n in told), None)


def of_main(page: Page, memory: Memory, at: int) -> Subject | None:
    """Where nothing at all is named near: the event that a text of no place is about."""
    if memory.main is None or OWN_REGION.search(page.text, page.sentence(at)[0], at):
        return None
    event, passage = memory.main
    return Subject(event, (passage,), (ScopeReason.COREFERENCE,))
