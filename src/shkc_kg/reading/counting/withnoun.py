"""Words of a figure with the noun of what no name was read for: a product, an unnamed project, an entry's headline."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.counting.prizes import is_level
from shkc_kg.reading.counting.refined import unpointed, with_noun
from shkc_kg.reading.counting.wording import Words
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.granted import prize_printed
from shkc_kg.reading.whose.memory import Memory, Subject
from shkc_kg.reading.whose.ofentry import entry_noun, given_by_page
from shkc_kg.reading.whose.owners import kinds_of
from shkc_kg.reading.whose.products import product_told
from shkc_kg.reading.whose.subjects import goes_on_about_it
from shkc_kg.reading.whose.unnamed import noun_done, noun_headed, noun_of_line, noun_told

__all__ = ["with_its_noun"]


def with_its_noun(
    page: Page, memory: Memory, begin: int, number: Number, said: tuple[Subject | None, Words]
) -> tuple[Subject | None, Words]:
    """Subject and words of a figure with the noun of what no name was read for, where the page speaks of such a thing."""
    subject, found = said
    if is_level(found.text) and (prize := prize_printed(page, begin, number.begin)):
        return subject, with_noun(found, prize)
    if number.kind not in _OF_NO_PRODUCT and (made := product_told(page, begin)) is not None:
        maker, noun = made
        if not noun:
            return maker, found
        fell = maker is not None and (subject is None or _fell_to_region(number, subject))
        return maker if fell else subject, found if noun in found.text else with_noun(found, noun)
    if _fell_to_region(number, subject) and (noun := _unnamed_topic(page, memory, begin, number)):
        return subject, with_noun(unpointed(found), noun)
    if noun := _of_line(page, memory, begin, number, said):
        return subject, found if noun in found.text else with_noun(found, noun)
    done, makers = noun_done(page, begin) if number.kind not in ("ordinal", "rank") else ("", ())
    if done and (_fell_to_region(number, subject) or (subject and subject.key in makers)):
        return subject, with_noun(unpointed(found), done)
    if given_by_page(page, memory, subject) and (noun := entry_noun(page, memory, begin, number)):
        return subject, with_noun(unpointed(found), noun)
    return subject, found


def _of_line(page: Page, memory: Memory, begin: int, number: Number, said: tuple[Subject | None, Words]) -> str:
    """The unnamed team whose line a figure stands in, where it fell to the page's body or the region."""
    subject, found = said
    of_page = subject is not None and memory.owner is not None and subject.key == memory.owner.key
    fell = of_page or _fell_to_region(number, subject)
    return noun_of_line(page, begin) if fell and "的" not in found.text else ""


_OF_NO_PRODUCT: Final = ("ordinal", "rank", "feature", "place")


def _fell_to_region(number: Number, subject: Subject | None) -> bool:
    """Whether a figure fell to the region for want of a name."""
    return subject is not None and ScopeReason.REPORT_REGION in subject.reasons and number.kind != "ordinal"


def _unnamed_topic(page: Page, memory: Memory, begin: int, number: Number) -> str:
    """What an unnamed project or site is called that the sentence, or the one before, is about."""
    first = page.clause(page.sentence(begin)[0])[0]
    headings = (*page.scene.headings, memory.heading)
    if noun := noun_told(page, begin) or noun_headed(page, first, headings) or noun_headed(page, begin, headings):
        return noun
    goes_on = memory.noun and memory.noun[1] == page.scene.passage.extent.begin
    told = kinds_of(page.undated(begin, number.begin)) or _OF_WORKS.match(page.undated(first, number.begin))
    return memory.noun[0] if goes_on and told and memory.noun and goes_on_about_it(page, begin) else ""


_OF_WORKS: Final = re.compile(
    r"(?:其中,?|目前,?|全部)*(?:[一二三]期|项目|工程|园区|建成|投产|达产|投用|竣工|主体|入驻|盘活|可|预计|总|首期)"
)
