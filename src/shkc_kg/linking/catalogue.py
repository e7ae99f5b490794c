"""Things by their names, held in memory: what a text may mean, best first, each with its reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import Final

from shkc_kg.linking.likeness import Likeness, bigrams, likeness, may_be_like
from shkc_kg.linking.names import Name, folded, stem, words

__all__ = ["Catalogue", "Found", "Record"]

# How many names are looked at closely for one text; they are those that share most pairs of characters with it.
_CLOSELY: Final = 300


@dataclass(frozen=True, slots=True)
class Record:
    """A thing: its id, names, types (broader ones too), places (names and codes), and how often it is spoken of."""

    id: str
    label: str
    names: tuple[Name, ...]
    types: frozenset[str] = frozenset()
    country: str = ""
    places: frozenset[str] = frozenset()
    weight: int = 0
    description: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A record that a text may mean, the name by which it was found, and how like the text that is."""

    record: Record
    name: Name
    likeness: Likeness

    @property
    def rank(self) -> tuple[float, int, int, str]:
        """What results are sorted by: likeness, then how much is said of the thing, then the shorter name."""
        return (-self.likeness.score, -self.record.weight, len(self.name.text), self.record.id)


@dataclass(frozen=True)
class Catalogue:
    """Records that can be found by any of their names."""

    records: Mapping[str, Record]
    _names: list[tuple[Name, Record]] = field(default_factory=list)
    _sizes: list[int] = field(default_factory=list)
    _by_key: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    _by_pair: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, records: Iterable[Record]) -> Catalogue:
        """The catalogue of these records; the last of several with one id counts."""
        made = cls({record.id: record for record in records})
        for record in made.records.values():
            for name in record.names:
                made._add(name, record)
        return made

    def _add(self, name: Name, record: Record) -> None:
        at = len(self._names)
        self._names.append((name, record))
        for key in keys(name.text):
            self._by_key[key].append(at)
        pairs = bigrams(folded(name.text))
        self._sizes.append(len(pairs))
        for pair in pairs:
            self._by_pair[pair].append(at)

    def find(self, text: str, limit: int = 10, accepts: Callable[[Record], bool] | None = None) -> list[Found]:
        """The records that a text may mean, best first; each once, by the name that is most like the text."""
        best: dict[str, Found] = {}
        for at in self._near(text):
            name, record = self._names[at]
            if accepts is not None and not accepts(record):
                continue
            how = likeness(text, name)
            if how is None:
                continue
            found = Found(record, name, how)
            if record.id not in best or found.rank < best[record.id].rank:
                best[record.id] = found
        return nsmallest(limit, best.values(), key=lambda found: found.rank)

    def _near(self, text: str) -> Iterable[int]:
        """The places of names that are the same as the text in some way, then of those that share most pairs."""
        same = dict.fromkeys(at for key in keys(text) for at in self._by_key.get(key, ()))
        shared: Counter[int] = Counter()
        pairs = bigrams(folded(text))
        for pair in pairs:
            shared.update(self._by_pair.get(pair, ()))
        near = (at for at, n in shared.most_common(_CLOSELY) if may_be_like(n, len(pairs), self._sizes[at]))
        return dict.fromkeys([*same, *near])


def keys(name: str) -> frozenset[str]:
    """What names have in common that are the same in some way: letters, a region's short form, words.

    >>> sorted(keys("上海市")), sorted(keys("University of Ghent"))
    (['上海', '上海市'], ['ghent university', 'universityofghent'])
    """
    return frozenset(key for key in (folded(name), stem(name), " ".join(sorted(words(name)))) if key)
