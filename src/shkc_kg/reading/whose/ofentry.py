"""What the entry of a timeline or list is about that no name was read for, by the headline right above."""

from __future__ import annotations

from shkc_kg.model import ScopeReason
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.setting.headlined import noun_of
from shkc_kg.reading.whose.memory import Memory, Subject
from shkc_kg.reading.whose.subjects import goes_on_about_it
from shkc_kg.reading.whose.topics import LABEL

__all__ = ["entry_noun", "given_by_page"]


def given_by_page(page: Page, memory: Memory, subject: Subject | None) -> bool:
    """Whether a figure fell to the region, to the zone whose timeline the text is, or to a higher heading's thing."""
    if subject is None:
        return False
    above = page.scene.subject
    given = subject == memory.owner or (above is not None and subject.key == above.key)
    return ScopeReason.REPORT_REGION in subject.reasons or (given and not _is_headed(page))


def _is_headed(page: Page) -> bool:
    """Whether the heading right above a passage names what the passage is about."""
    supplied = page.scene.subject
    return supplied is not None and page.scene.passage.scope[:1] == (supplied.passage,)


def entry_noun(page: Page, memory: Memory, begin: int, number: Number) -> str:
    """What the headline of an entry tells of that no name was read for, where a sentence goes on about it."""
    if _is_headed(page) or number.kind in ("rank", "ordinal"):
        return ""
    if memory.item and LABEL.match(page.text):
        return memory.item.strip("“”《》")
    noun = noun_of(next(iter(page.scene.headings), ""))
    return noun if noun and goes_on_about_it(page, begin) else ""
