"""Since when things have been there: ``X成立于1990年``, ``始建于2003年的X``, ``X位于P,建成于2019年``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.calendar.dates import DateAtom
from shkc_kg.reading.classes import INSTITUTIONS
from shkc_kg.reading.facts.founders import MADE
from shkc_kg.reading.facts.making import dated
from shkc_kg.reading.facts.when import When, coarse
from shkc_kg.reading.grammar import in_name, names_before
from shkc_kg.reading.lines.clauses import clause_of, is_quoted, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["since"]

_SINCE: Final = re.compile(
    r"(?<![将拟])(?P<verb>(?:揭牌|挂牌|正式|联合|共同)?(?P<founded>成立|组建|设立|创立|创建|创办|始建)"
    r"|(?P<built>建成|竣工|落成|开工|动工|奠基)|(?P<unveiled>揭牌|挂牌)|(?P<opened>开馆|开园|开业|投用|启用|投产))于\s?"
)
_PROPERTIES: Final = {
    "founded": "schema:foundingDate",
    "built": "shkc:cameAboutOn",
    "unveiled": "shkc:unveiledOn",
    "opened": "shkc:openedOn",
}
_TOLD_OF: Final = re.compile(r"[”》]?(?:\([^()]{1,24}\))?(?:,|位于|坐落|地处|选址|占地|总投资|是|为|由|依托)")
_DESCRIBED: Final = re.compile(r"[”》]?(?:\([^()]{1,24}\))?,\Z")


def since(scene: Scene) -> Iterator[Relation]:
    """The dates that stand behind ``成立于`` and its like, of what is named in front or right behind."""
    for m in _SINCE.finditer(scene.text):
        date = next((d for d in scene.dates if d.begin == m.end() and d.has_year and "/" not in d.edtf), None)
        if date is None or in_name(scene, m.start(), m.end()) or is_quoted(scene.text, m.start()):
            continue
        kind = next(k for k in _PROPERTIES if m[k])
        when = When(coarse(date.edtf), (date.begin, date.end))
        for thing in _things(scene, m.start(), date):
            built = m["founded"] == "始建" and scene.things[thing.key].cls not in INSTITUTIONS
            prop = _PROPERTIES["built" if built else kind]
            yield dated(scene, thing, prop, when.edtf, when, f"since:{m['verb']}", (m.start(), date.end))


def _things(scene: Scene, at: int, date: DateAtom) -> tuple[Named, ...]:
    """What a date is told of: the names in front, the one it describes, or what an earlier clause speaks of."""
    if before := names_before(scene, at, MADE):
        return before
    begin, _ = clause_of(scene.text, at)
    if scene.text.startswith("的", date.end):
        return tuple(n for n in scene.top if date.end < n.begin <= date.end + 2 and n.cls in MADE)
    if at != begin:
        return ()
    first = sentence_of(scene.text, at)
    if first == begin:
        return ()
    earlier, _ = clause_of(scene.text, begin - 1)
    told = scene.between(earlier, begin, MADE)
    if len(told) == 1 and _DESCRIBED.fullmatch(scene.text, told[0].end, begin):
        return told
    opening = next((n for n in scene.top if n.begin == first and n.end < begin), None)
    spoken = opening is not None and opening.cls in MADE and _TOLD_OF.match(scene.text, opening.end)
    return (opening,) if opening is not None and spoken else ()
