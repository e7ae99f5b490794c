"""What places host: the ties that sentences state of each division and country, gathered by its code."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from shkc_kg.names import expand
from shkc_kg.web.asking import ask_once
from shkc_kg.web.explorer.ground import Point, below, points, prefix
from shkc_kg.web.explorer.tied import Tie, Ties, ties_of
from shkc_kg.web.site import Site

__all__ = ["HOSTING", "Hosting", "Spot", "hosting_of"]

# Of these relations the place is the object.
HOSTING: Final = frozenset(
    map(expand, ("schema:location", "schema:containedInPlace", "shkc:partOf", "shkc:representedIn"))
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A place on a map, with what it hosts and what else ties it; ``iri`` is empty where no report names it.

    Both hold each thing once, with the ties that say so, in the order of the text.
    """

    point: Point
    iri: str
    hosts: Mapping[str, tuple[Tie, ...]]
    others: Mapping[str, tuple[Tie, ...]]

    @property
    def things(self) -> int:
        """How many things it is tied to in all."""
        return len({*self.hosts, *self.others})


@dataclass(frozen=True, slots=True)
class Hosting:
    """The coded places of a graph, and the ties of all things."""

    codes: Mapping[str, str]
    ties: Ties

    def regions(self) -> tuple[str, ...]:
        """The codes of what can be shown district by district, the one with the most named divisions first."""
        named = Counter(above for code in self.codes.values() for above in _above(code))
        return tuple(sorted((code for code in named if code in points()), key=lambda code: (-named[code], code)))

    def districts(self, region: str) -> tuple[Spot, ...]:
        """The divisions right below a region, whether named or not."""
        return tuple(self.spot(point) for point in below(region))

    def provinces(self) -> tuple[Spot, ...]:
        """The provinces of China, each with what is tied to any place in it."""
        return tuple(self.spot(point) for code, point in points().items() if code.endswith("0000"))

    def countries(self) -> tuple[Spot, ...]:
        """The countries that are named."""
        named = sorted({code for code in self.codes.values() if code.isalpha() and code in points()})
        return tuple(self.spot(points()[code]) for code in named)

    def spot(self, point: Point) -> Spot:
        """What is tied to a place and to all that lies in it."""
        start = prefix(point.code)
        inside = [iri for iri, code in self.codes.items() if code.startswith(start)]
        own = next((iri for iri in inside if self.codes[iri] == point.code), "")
        hosts: dict[str, list[Tie]] = defaultdict(list)
        others: dict[str, list[Tie]] = defaultdict(list)
        within = frozenset(inside)
        for iri in inside:
            for tie in self.ties.of.get(iri, ()):
                thing = tie.source if tie.target == iri else tie.target
                if thing not in within and is_stated(tie):
                    hosted = tie.relation in HOSTING and tie.target == iri
                    (hosts if hosted else others)[thing].append(tie)
        return Spot(point, own, *({thing: tuple(ties) for thing, ties in held.items()} for held in (hosts, others)))

    def around(self, thing: str, seen: frozenset[str] = frozenset()) -> tuple[str, ...]:
        """The codes of the places that host a thing, or of the place that it is; through what it is a part of."""
        if thing in self.codes:
            return (self.codes[thing],)
        holders = (t.target for t in self.ties.of.get(thing, ()) if t.source == thing and t.relation in HOSTING)
        found = (code for each in holders if each not in seen for code in self.around(each, seen | {thing}))
        return tuple(dict.fromkeys(found))


def is_stated(tie: Tie) -> bool:
    """Whether a sentence says so; what comes from graphs of background alone is not what a report tells."""
    return "/graph/" not in tie.graphs[0]


def _above(code: str) -> Iterable[str]:
    """The region that a division lies right below."""
    if code.isdigit() and len(code) == 6 and not code.endswith("0000"):
        city = f"{code[:4]}00"
        yield city if city != code and city in points() else f"{code[:2]}0000"


async def hosting_of(site: Site) -> Hosting:
    """The coded places of the published graph, read once."""
    edition = site.edition
    ties = await ties_of(site)

    async def read() -> Hosting:
        found = await ask_once(site, edition, "places")
        return Hosting({row["place"].text: row["code"].text for row in found.rows}, ties)

    return await edition.once("hosting", read)
