"""What a reader asks of the graph view, as it stands in the address: every change of the view is a change of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import unquote, urlencode

from shkc_kg.names import iri_to_uri, local_name
from shkc_kg.web.exchange import Request
from shkc_kg.web.labels import Labels
from shkc_kg.web.places import iri_of
from shkc_kg.web.search import Found

__all__ = ["Asked", "read_asked", "resolve", "resolved", "short"]

_MOST: Final = 25
_LIMIT: Final = 1000
_THINGS: Final = 60


@dataclass(frozen=True, slots=True)
class Asked:
    """Things to open, or two ends of a way, or a whole view; then filters, things to avoid, and how many to show.

    Things are names as they were typed until :func:`resolved` has found their IRIs.
    """

    things: tuple[str, ...] = ()
    start: str = ""
    end: str = ""
    view: str = ""
    kind: str = ""
    relation: str = ""
    section: str = ""
    avoid: tuple[str, ...] = ()
    most: int = _MOST

    @property
    def names(self) -> tuple[str, ...]:
        """Every thing that is named."""
        return tuple(filter(None, (*self.things, self.start, self.end, *self.avoid)))

    def pairs(self, base: str) -> list[tuple[str, str]]:
        """The parameters of the address."""
        named = [("thing", thing) for thing in self.things]
        named += [("from", self.start), ("to", self.end)] + [("avoid", thing) for thing in self.avoid]
        plain = [("view", self.view), ("kind", self.kind), ("relation", self.relation), ("section", self.section)]
        if self.most != _MOST:
            plain.append(("n", str(self.most)))
        return [(key, short(value, base)) for key, value in named if value] + [pair for pair in plain if pair[1]]

    def address(self, base: str, path: str = "/network", **changes: object) -> str:
        """The address of this view with some changes."""
        changed = replace(self, **changes) if changes else self  # type: ignore[arg-type]
        return f"{path}?{urlencode(changed.pairs(base))}"


def read_asked(request: Request) -> Asked:
    """What the parameters of a request ask for."""
    given = request.parameters

    def first(name: str) -> str:
        return next((value.strip() for key, value in given if key == name), "")

    def every(name: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(v.strip() for k, v in given if k == name and v.strip()))[:_THINGS]

    number = first("n")
    most = min(int(number), _LIMIT) if number.isascii() and number.isdigit() and int(number) else _MOST
    filters = (first("kind"), first("relation"), first("section"))
    return Asked(every("thing"), first("from"), first("to"), first("view"), *filters, every("avoid"), most)


def resolved(asked: Asked, labels: Labels, base: str) -> tuple[Asked, dict[str, list[Found]]]:
    """The same with IRIs in the place of names, and for each name of nothing what is called nearly so."""
    found = {name: resolve(name, labels, base) for name in asked.names}
    unknown = {name: labels.index.find(name, 8) for name, iri in found.items() if not iri}
    known = replace(
        asked,
        things=tuple(dict.fromkeys(found[thing] for thing in asked.things if found[thing])),
        start=found.get(asked.start, ""),
        end=found.get(asked.end, ""),
        avoid=tuple(found[thing] for thing in asked.avoid if found[thing]),
    )
    return known, unknown


def resolve(name: str, labels: Labels, base: str) -> str:
    """The IRI of what a name, a path or an IRI stands for; nothing where it stands for none."""
    if "://" in name:
        candidates = [name, unquote(name)]
    elif name.startswith("/"):
        candidates = [iri_of(iri_to_uri(name), base)]
    else:
        candidates = [f"{base}id/{local_name(name.removeprefix('id:'))}", f"{base}id/{name.removeprefix('id:')}"]
    known = next((iri for iri in candidates if labels.index.names(iri)), "")
    best = labels.index.find(name, 1)
    return known or (best[0].iri if best and _same(best[0].name, name) else "")


def _same(one: str, other: str) -> bool:
    return "".join(one.casefold().split()) == "".join(other.casefold().split())


def short(iri: str, base: str) -> str:
    """A thing as an address names it: the name in its IRI where that is enough.

    >>> short("https://e.example/id/复旦大学", "https://e.example/"), short("https://other.example/x", "https://e.example/")
    ('复旦大学', 'https://other.example/x')
    """
    return iri.removeprefix(f"{base}id/")
