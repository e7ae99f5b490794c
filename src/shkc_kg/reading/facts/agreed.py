"""What parties sign and found together, in the clause of their agreement and the one behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, ZONES
from shkc_kg.reading.facts.founders import is_proposed
from shkc_kg.reading.facts.making import Actor, here, link_key, span_of
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.grammar import names_after
from shkc_kg.reading.lines.clauses import clause_of, is_quoted
from shkc_kg.reading.scene import Scene

__all__ = ["founded", "set_up", "signed"]

_SIGN: Final = re.compile(r"签署|签订|签约|达成|缔结")
_SETS_UP: Final = re.compile(
    r"(?:(?:双方|三方|各方|两校|校地|校企|院地)?(?:还|并|将|拟|计划|正式|共同|联合|合作)*(?:在[^,;。]{2,20}?)?(?:共同|联合|合作)?)"
    r"(?P<verb>共建|成立|设立|组建|建设|创建|建立|打造|开设)(?:了)?"
)
_SET_UP: Final = FACILITIES | ZONES | INSTITUTIONS - {"GovernmentBody", "University"} | {"Fund"}
_FOUNDED: Final = _SET_UP | {"Project"}
# A与B共建的X、C某人与D共建的Y: C goes on the list as one who founds
_WORKS_NEXT: Final = re.compile(r"[^,;。、]{0,12}[与和同][^,;。、]{2,30}?(?:共建|共同|联合|合作|携手)")
_FOUNDING: Final = re.compile(r"(?:共同|联合|合作)?(?:搭建|共建|建设|成立|组建|设立|发起|创建|建立|打造)(?:了)?")


def signed(
    scene: Scene, parties: tuple[Actor, ...], begin: int, end: int, words: tuple[int, int], future: bool
) -> Iterator[Relation]:
    """``与B签署《协议》``: each party signed each paper that the clause names between ``begin`` and ``end``."""
    if not re.search(r"签署|签订|签约", scene.text[begin:end]):
        return
    papers = scene.between(begin, end, {"Agreement"})
    if len(papers) > 1 and len(parties) > 2 and re.search(r"分别|各自", scene.text[max(0, words[0] - 12) : end]):
        return  # A分别与B、C签署X、Y: who signed which is not said
    for paper in papers:
        for party in parties:
            yield link_key(scene, party, "shkc:signed", here(paper), "signed", span_of(words, paper), planned=future)


def founded(scene: Scene, parties: tuple[Actor, ...], at: int, end: int, future: bool) -> Iterator[Relation]:
    """``与江苏、浙江等地共同搭建X``: all parties found it."""
    m = _FOUNDING.search(scene.text, at, end)
    if m is None or is_quoted(scene.text, m.start()) or is_proposed(scene, m.start()):
        return  # 签订“共同建设X协议” names a paper
    things = names_after(scene, m.end(), _FOUNDED)
    if len(things) > 1 and len(parties) > 1:
        return  # the parties may pair off with what they made
    for made in things:
        if _WORKS_NEXT.match(scene.text, made.end):
            continue
        for party in parties:
            if party[0] != made.key:
                yield link_key(
                    scene, here(made), "schema:founder", party, "founder:with", span_of(made, m.span()), planned=future
                )


def set_up(scene: Scene, parties: Sequence[Actor], begin: int, end: int) -> Iterator[Relation]:
    """``A与B签署协议,双方共建X``, ``A与B签约,在C设立X``: all who signed found X.

    ``begin`` is where the partners of the clause end, ``end`` where the clause does.
    """
    comma = scene.text.startswith(",", end)
    m = _SETS_UP.match(scene.text, end + 1) if comma and _SIGN.search(scene.text, begin, end) else None
    things = names_after(scene, m.end(), _SET_UP) if m is not None else ()
    if m is None or len(things) != 1 or clause_of(scene.text, m.start("verb"))[0] != end + 1:
        return
    for party in parties:
        if party[0] != things[0].key:
            words, planned = span_of(things[0], (begin, end)), is_future(scene, m.start("verb"))
            yield link_key(scene, here(things[0]), "schema:founder", party, "founder:agreed", words, planned=planned)
