"""Candidates out of a file: a dump is read once, and what has none of the names that are looked for is passed over."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from shkc_kg.linking.candidate import Candidate
from shkc_kg.linking.catalogue import Catalogue, Record, keys
from shkc_kg.linking.names import Name
from shkc_kg.linking.spaces import Space
from shkc_kg.linking.subjects import Subject

__all__ = ["Dump"]

Reader = Callable[[Path, frozenset[str]], Iterable[Candidate]]


@dataclass(frozen=True)
class Dump:
    """A file of records; ``read`` gives those of which one name has one of some keys (see ``catalogue.keys``)."""

    path: Path
    space: Space
    read: Reader

    def candidates(self, subjects: Sequence[Subject]) -> Iterator[tuple[Subject, tuple[Candidate, ...]]]:
        """The records that have a name in common with each subject."""
        wanted = frozenset(key for subject in subjects for name in subject.written for key in keys(name))
        found = {one.id: one for one in self.read(self.path, wanted)}
        catalogue = _catalogue(found.values())
        for subject in subjects:
            near = {
                hit.record.id
                for name in subject.written
                for hit in catalogue.find(name, 20)
                if hit.likeness.score >= 50
            }
            yield subject, tuple(found[id_] for id_ in sorted(near))

    def search(self, text: str) -> Iterator[Candidate]:
        """The records of which a name is the text, or the same in some way."""
        found = {one.id: one for one in self.read(self.path, keys(text))}
        yield from (found[hit.record.id] for hit in _catalogue(found.values()).find(text, 50))


def _catalogue(found: Iterable[Candidate]) -> Catalogue:
    return Catalogue.of(Record(one.id, one.name, tuple(map(Name, dict.fromkeys(one.written)))) for one in found)


def keep(candidate: Candidate, wanted: frozenset[str]) -> Candidate | None:
    """The candidate if one of its names has one of the keys, without names that are repeated."""
    if any(not keys(name).isdisjoint(wanted) for name in candidate.written):
        return replace(candidate, names=tuple(dict.fromkeys(n for n in candidate.names if n != candidate.name)))
    return None
