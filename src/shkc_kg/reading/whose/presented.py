"""What a clause that only names a thing and its makers presents: ``甲大学与乙大学合办的某学院,毕业生累计[2300]人``."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.classes import PLACES
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Subject

__all__ = ["presented_before"]

_BACK: Final = 5  # clauses
_MAKES: Final = r"合办|联办|合建|合设|共建|创办|主办|兴办|开办|建设|建立|组建|设立|举办|研发|研制|开发|打造|运营|发起"
# what stands beside the names of a clause that is only a name and its makers
_BESIDE: Final = re.compile(rf"由?[与和、同及]*(?:联合|共同|合作|携手)?(?:{_MAKES})的")


def presented_before(page: Page, begin: int) -> Subject | None:
    """The thing that an earlier clause of the sentence only names, where no other is named since."""
    for clause, end in page.clauses_before(begin, page.sentence(begin)[0], _BACK):
        if (name := _presented(page, clause, end)) is not None:
            return Subject(name.key)
        if any(n.cls not in PLACES and n.cls != "Person" for n in page.names_in(clause, end)):
            return None
    return None


def _presented(page: Page, begin: int, end: int) -> Named | None:
    """The last name of a clause that is nothing else than its name and who made it."""
    names = page.names_in(begin, end)
    if len(names) <= 1 or names[-1].end != end or names[-1].cls in PLACES:
        return None
    beside, at = [], begin
    for name in names:
        beside.append(page.text[at : name.begin])
        at = name.end
    return names[-1] if _BESIDE.fullmatch("".join(beside)) else None
