"""What the sentence before leaves to one that opens with 其中: what it counted, of whom, when."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from shkc_kg.model import Observation, Passage, PassageKind, ScopeReason
from shkc_kg.reading.counting.wording import Read
from shkc_kg.reading.whose.memory import Subject

__all__ = ["Before"]

_LINES = (PassageKind.ITEM, PassageKind.HEADING, PassageKind.CARD)
_COMPARES = re.compile(
    r"(?:同比|较|比)[^,;。]{0,12}[增提下降减升上翻扩]|约?[为是][^,;。]{2,16}的\d|(?:连续[^,;。]{1,4}年)?(?:稳?居|位[居列]|排名|名列)"
)
_KEPT = 6  # figures of the sentence before


@dataclass(slots=True)
class Before:
    """The figures of the last sentence with their date, for the next one of its paragraph."""

    reads: tuple[Read, ...] = ()
    edtf: str = ""
    passage: Passage | None = None

    def follows(self, passage: Passage, text: str) -> bool:
        """Whether a passage goes on with the sentence before, ``其中,…``, or with a number card: ``较上年提高4.1个百分点``."""
        last = self.passage
        if last is None:
            return False
        card = last.kind is PassageKind.CARD and last.order + 1 == passage.order and passage.kind in _LINES
        on = text.startswith("其中") and last.extent.end == passage.extent.begin
        return on or (card and _COMPARES.match(text) is not None)

    def recalled(self) -> list[Read]:
        """The figures as a later sentence may build on them: their words and subjects, no places or values."""
        return [self._recalled(read) for read in self.reads[-_KEPT:]]

    def _recalled(self, read: Read) -> Read:
        assert self.passage is not None  # noqa: S101 - figures come with their passage
        source = read.subject
        subject = Subject(source.key, (self.passage.id, *source.scope), (*source.reasons, ScopeReason.COREFERENCE))
        number = replace(read.number, begin=0, end=0, unit_end=0, value=None)
        return Read(number, read.words, subject, 0)

    def dated(self, observation: Observation) -> Observation:
        """A figure whose sentence prints no date, at the date of the sentence before."""
        if not self.edtf or self.passage is None:
            return observation
        evidence = observation.evidence
        scope = tuple(dict.fromkeys((*evidence.scope, self.passage.id)))
        reasons = tuple(r for r in evidence.reasons if r is not ScopeReason.REPORT_YEAR)
        return replace(observation, date=self.edtf, evidence=replace(evidence, scope=scope, reasons=reasons))

    def note(self, passage: Passage, reads: Sequence[Read], edtf: str) -> None:
        """Remembers a sentence that counted something."""
        self.reads, self.edtf, self.passage = tuple(reads), edtf, passage
