"""Whether the clauses and parts of a sentence before a verb put it into the future."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.facts.leads import AGENT, lead_in
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.lines.clauses import clause_of, is_quoted, sentence_of
from shkc_kg.reading.scene import Scene

__all__ = ["carries_on_plan", "planned_before"]

# 市财政三年内每年安排1亿元,支持X
_COMING: Final = re.compile(
    r"(?:未来|今后)[^,;。]{0,6}年|(?<![\d一二三四五六七八九十每])[一二两三四五十\d]年内(?!累计|共|已|先后)"
)


def planned_before(scene: Scene, first: int, begin: int) -> bool:
    """Whether a clause between ``first`` and ``begin`` puts what follows into the future: ``片区将汇聚人才,设立基金``."""
    return (
        _COMING.search(scene.text, first, begin) is not None or next(_plan_words(scene, first, begin), None) is not None
    )


def _plan_words(scene: Scene, begin: int, end: int) -> Iterator[int]:
    """Where 将, 拟 and the like stand as words of their own, outside quotes."""
    at = begin
    while at < end:
        token = scene.words.tokens[scene.words.at[at]]
        if token.text in words("plan_verb") and token.tag[0] in "dv" and not is_quoted(scene.text, at):
            yield at
        at = token.end


_PARTS: Final = 12  # so far back a plan's list of parts is looked through


def carries_on_plan(scene: Scene, first: int, at: int) -> bool:
    """Whether a part behind a semicolon has no subject and goes on with what is planned: ``双方将建设X;引进企业9家``.

    ``first`` is where the part begins, ``at`` its verb.
    """
    part = first
    for _ in range(_PARTS):
        if part == 0 or scene.text[part - 1] != ";" or lead_in(scene, part, clause_of(scene.text, part)[1]) == AGENT:
            return False
        if any(n.begin == part for n in scene.between(part, at)):
            return False
        end, part = part - 1, sentence_of(scene.text, part - 1)
        if _sets_plan(scene, part, end):
            return True
    return False


_ADJUNCT: Final = re.compile(
    r"(?:根据|按照|依据|会上|未来|下一?步|今后|接下来|此外|同时|据|为了?(?=[^,;。]{4}))[^,;。]*,"
)
_PARTY: Final = re.compile(r"[双各三四]方|[两三四]地|[我本全][省市区县们院校局所]")


def _sets_plan(scene: Scene, begin: int, end: int) -> bool:
    """Whether a part of a sentence says what its subject will do, rather than what a thing told of will be."""
    adjunct = _ADJUNCT.match(scene.text, begin, end)
    opening = adjunct.end() if adjunct else begin
    for at in _plan_words(scene, begin, end):
        clause, _ = clause_of(scene.text, at)
        if clause <= opening or scene.between(clause, at) or _PARTY.match(scene.text, clause, at):
            return True
    return False
