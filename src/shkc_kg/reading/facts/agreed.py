"""What the parties of an agreement set up, as the clause behind it tells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, ZONES
from shkc_kg.reading.clauses import clause_of
from shkc_kg.reading.facts.making import Actor, here, link_key, span_of
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.grammar import names_after
from shkc_kg.reading.scene import Scene

__all__ = ["set_up"]

_SIGN: Final = re.compile(r"签署|签订|签约|达成|缔结")
_SETS_UP: Final = re.compile(
    r"(?:(?:双方|三方|各方|两校|校地|校企|院地)?(?:还|并|将|拟|计划|正式|共同|联合|合作)*(?:在[^,;。]{2,20}?)?(?:共同|联合|合作)?)"
    r"(?P<verb>共建|成立|设立|组建|建设|创建|建立|打造|开设)(?:了)?"
)
_MADE: Final = FACILITIES | ZONES | INSTITUTIONS - {"GovernmentBody", "University"} | {"Fund"}


def set_up(scene: Scene, parties: Sequence[Actor], begin: int, end: int) -> Iterator[Relation]:
    """``A与B签署协议,双方共建X``, ``A与B签约,在C设立X``: all who signed found X.

    ``begin`` is where the partners of the clause end, ``end`` where the clause does.
    """
    comma = scene.text.startswith(",", end)
    m = _SETS_UP.match(scene.text, end + 1) if comma and _SIGN.search(scene.text, begin, end) else None
    things = names_after(scene, m.end(), _MADE) if m is not None else ()
    if m is None or len(things) != 1 or clause_of(scene.text, m.start("verb"))[0] != end + 1:
        return
    for party in parties:
        if party[0] != things[0].key:
            words, planned = span_of(things[0], (begin, end)), is_future(scene, m.start("verb"))
            yield link_key(scene, here(things[0]), "schema:founder", party, "founder:agreed", words, planned=planned)
