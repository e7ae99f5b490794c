"""Papers that a text names without title marks: ``印发关于促进湖区创新发展的若干意见``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.names.candidate import Candidate

__all__ = ["untitled_papers"]

_KINDS: Final = r"(?:若干)?(?:实施)?(?:意见|通知|办法|方案|措施|规定|决定|细则)"
_PAPER: Final = re.compile(
    r"(?:印发|下发|出台|制定|发布|颁布|起草|印发了|下发了|出台了|制定了|发布了|颁布了|起草了)"
    rf"(?P<name>关于[^,;。:、《》“”\d]{{6,44}}?{_KINDS})(?=[,;。、(]|$|的通知|等)"
)


def untitled_papers(text: str) -> Iterator[Candidate]:
    """The papers of a text that somebody issues, from 关于 to the word for their kind.

    >>> [c.label for c in untitled_papers("出台了关于促进湖区创新发展的若干意见,印发关于会议的通知")]
    ['关于促进湖区创新发展的若干意见']
    """
    for m in _PAPER.finditer(text):
        yield Candidate(m.start("name"), m.end("name"), m["name"], "Policy", "untitled")
