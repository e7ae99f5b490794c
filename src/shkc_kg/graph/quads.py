"""Where the two worlds meet: a reading becomes quads. Nothing outside ``graph`` knows both."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Quad

from shkc_kg.graph.document import document
from shkc_kg.graph.facts import state_facts
from shkc_kg.graph.frame import Frame
from shkc_kg.graph.notes import notes
from shkc_kg.graph.reference import reference
from shkc_kg.graph.things import things, uses_of
from shkc_kg.model import Reading
from shkc_kg.names import Namer

__all__ = ["state"]


def state(reading: Reading, namer: Namer) -> Iterator[Quad]:
    """All quads of one chapter: its document, what each passage states, its notes, and the background of its things.

    A quad may come more than once; :func:`shkc_kg.graph.nquads.nquads` gives them sorted and each once.
    """
    frame = Frame(reading, namer)
    uses, stated = uses_of(frame), state_facts(frame)
    yield from document(frame)
    yield from things(frame, uses)
    for fact in stated:
        yield from fact.quads
    yield from notes(frame)
    yield from reference(frame, uses, stated)
