"""What the general lists of ``data/gazetteer`` know: names of things, their class, and their other printed forms.

A list has one canonical form (see ``data/gazetteer/SOURCES.md``). Its last column holds flags: ``ambiguous`` marks
all aliases of a line, ``ambiguous=小米,三一`` only the forms named, as words that need a context to be read as a name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Final

from shkc_kg.errors import DataFileError
from shkc_kg.resources import data_dir

__all__ = ["CLASSES", "HEADER", "PARTS", "Entry", "Gazetteer", "load_gazetteer", "read_gazetteer", "read_list"]

HEADER: Final = "name\tclass\taliases\tparent\tcode\tname_en\tnote"

_CLASS_NAMES = """
    Institution University ResearchInstitute Hospital Company GovernmentBody InternationalOrganization Alliance
    Association Academy Person Programme Project Fund Initiative Plan Region Country Province City District
    FunctionalZone Park Facility Platform Laboratory InnovationCentre Museum Base Venue Event EventSeries
    Forum Conference Exposition Festival Competition Ceremony Milestone Policy Agreement Publication MediaWork Film
    Broadcast Award AcademyDivision Indicator
"""
CLASSES: Final = frozenset(_CLASS_NAMES.split())

# These lists hold parts of names: they are read by construction, never looked up alone.
PARTS: Final = ("abbreviations", "municipal", "surnames")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing of a list; ``risky`` are its forms that are also ordinary words or mean several things."""

    name: str
    cls: str
    aliases: tuple[str, ...] = ()
    parent: str = ""
    code: str = ""
    name_en: str = ""
    flags: tuple[str, ...] = ()
    risky: frozenset[str] = frozenset()

    @property
    def ambiguous(self) -> bool:
        """Whether any form of it needs a context."""
        return bool(self.risky)

    @property
    def forms(self) -> tuple[str, ...]:
        """The name, then the aliases."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All lists: ``lookup`` gives the entries that a printed form may mean, in the order of the lists.

    ``abbreviations`` maps one-character and literary names of places (沪, 榕城) to entries, cities last.
    ``municipal`` says how the bodies of a province, city or district are shortened (科委): an alias is the long form,
    with ``{region}`` where the place's name belongs, and the flags are the levels (``市``). ``surnames`` are family
    names, of one or two characters; those that begin common words (和, 于) stand in ``common_surnames`` too.
    """

    entries: tuple[Entry, ...]
    lookup: Mapping[str, tuple[Entry, ...]]
    abbreviations: Mapping[str, tuple[Entry, ...]]
    municipal: tuple[Entry, ...]
    surnames: frozenset[str]
    common_surnames: frozenset[str] = frozenset()


def _flags(note: str) -> Mapping[str, str]:
    parts = (flag.partition("=") for flag in note.split(";"))
    return {flag: value for flag, _, value in parts}


def _entry(line: str) -> Entry:
    name, cls, aliases, parent, code, name_en, note = line.split("\t")
    also = tuple(aliases.split(";")) if aliases else ()
    if not note:
        return Entry(name, cls, also, parent, code, name_en)
    flags = _flags(note)
    named = flags.get("ambiguous")
    risky = frozenset() if named is None else frozenset(named.split(",") if named else also)
    return Entry(name, cls, also, parent, code, name_en, tuple(flags), risky)


def _problem(line: str) -> str | None:
    """What is wrong with a line, if anything."""
    cells = line.split("\t")
    if len(cells) != 7:
        return f"{len(cells)} columns where 7 are needed"
    entry = _entry(line)
    if not entry.name:
        return "no name"
    if entry.cls not in CLASSES:
        return f"unknown class {entry.cls!r}"
    if "" in entry.aliases or entry.name in entry.aliases or len(set(entry.aliases)) < len(entry.aliases):
        return f"the aliases of {entry.name} are empty, said twice, or the name itself"
    if "ambiguous" in entry.flags and not entry.risky:
        return f"the note of {entry.name} marks its aliases, and it has none"
    if stray := sorted(entry.risky - set(entry.forms)):
        return f"the note of {entry.name} marks what is none of its forms: {', '.join(stray)}"
    return None


def read_list(path: Path) -> tuple[Entry, ...]:
    """The entries of one list; a :class:`DataFileError` at the first wrong line tells all wrong lines of the file."""
    head, *lines = path.read_text("utf-8").split("\n")
    if head != HEADER:
        raise DataFileError(path, 1, "not the header of a gazetteer list", f"begin the file with {HEADER!r}")
    if lines and not lines[-1]:
        lines.pop()
    found = [(number, problem) for number, line in enumerate(lines, 2) if (problem := _problem(line))]
    if found:
        (first, problem), *rest = found
        raise DataFileError(path, first, "; ".join([problem, *(f"line {number}: {text}" for number, text in rest)]))
    return tuple(map(_entry, lines))


def _index(forms: Iterable[tuple[str, Entry]]) -> Mapping[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for form, entry in forms:
        found[form] = (*found.get(form, ()), entry)
    return MappingProxyType(found)


def _past_counties(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The counties that today's county-level cities and districts were: 莱西县 of 莱西市, where no list has the county.

    A chronicle of the years before prints them.  A district whose stem is an ordinary word (友好区) gives none.
    """
    known = {form for entry in entries for form in entry.forms}
    cities = {entry.name for entry in entries if entry.cls == "City"}
    for entry in entries:
        county = f"{entry.name[:-1]}县"
        district = entry.cls == "District" and entry.name.endswith("区") and not entry.ambiguous
        city = entry.cls == "City" and entry.name.endswith("市") and entry.parent in cities
        if (district or city) and len(county) > 2 and county not in known:
            known.add(county)
            yield Entry(county, "District", parent=entry.parent, flags=("former",))


def read_gazetteer(folder: Path) -> Gazetteer:
    """The lists of a folder, read in the order of their file names."""
    lists = {path.stem: read_list(path) for path in sorted(folder.glob("*.tsv"))}
    abbreviations, municipal, surnames = (lists.pop(part, ()) for part in PARTS)
    listed = tuple(entry for found in lists.values() for entry in found)
    entries = (*listed, *_past_counties(listed))
    greatest_first = sorted(abbreviations, key=lambda entry: entry.cls == "City")
    return Gazetteer(
        entries,
        lookup=_index((form, entry) for entry in entries for form in entry.forms),
        abbreviations=_index((form, entry) for entry in greatest_first for form in entry.aliases),
        municipal=municipal,
        surnames=frozenset(entry.name for entry in surnames),
        common_surnames=frozenset(entry.name for entry in surnames if entry.ambiguous),
    )


@cache
def load_gazetteer() -> Gazetteer:
    """The lists that travel with the program."""
    return read_gazetteer(data_dir() / "gazetteer")
