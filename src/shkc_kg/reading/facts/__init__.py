"""Facts by topic: each module turns a scene into relations, memberships or claims."""

from __future__ import annotations

from collections.abc import Sequence

from shkc_kg.model import Fact, Thing
from shkc_kg.reading.names import Names
from shkc_kg.reading.scene import Scene

__all__ = ["facts_of"]


def facts_of(scenes: Sequence[Scene], names: Names) -> tuple[tuple[Fact, ...], tuple[Thing, ...]]:
    """The facts of all scenes, and the things that only facts make (series of editions)."""
    return (), ()
