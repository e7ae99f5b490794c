"""What the general lists know of the regions that a report mentions: where they lie, and their codes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["Region", "chains", "class_of"]

# Codes of GB/T 2260 (six digits) and ISO 3166-1 (two letters) can't be mistaken for each other.
_LISTS: Final = ("divisions", "countries", "world")


@dataclass(frozen=True, slots=True)
class Region:
    """One entry of a list; ``code`` is of GB/T 2260 or ISO 3166-1, empty where there is none."""

    name: str
    cls: str
    parent: str
    code: str
    english: str
    aliases: tuple[str, ...]


@cache
def _regions() -> Mapping[str, tuple[Region, ...]]:
    """All regions by every form of their name."""
    forms: dict[str, dict[Region, None]] = defaultdict(dict)
    for name in _LISTS:
        for row in read_table(data_dir() / "gazetteer" / f"{name}.tsv", ("name", "class", "parent", "code", "aliases")):
            aliases = row.parts("aliases")
            region = Region(row["name"], row["class"], row["parent"], row["code"], row["name_en"], aliases)
            for form in (region.name, *aliases):
                forms[form][region] = None
    return {form: tuple(regions) for form, regions in forms.items()}


def class_of(name: str, otherwise: str) -> str:
    """The class of the region that the name alone tells, else the other one.

    >>> class_of("中国", "Region"), class_of("张江", "Region")
    ('Country', 'Region')
    """
    classes = {region.cls for region in _regions().get(name, ()) if region.name == name}
    return classes.pop() if len(classes) == 1 else otherwise


def chains(named: Iterable[tuple[str, str]]) -> dict[str, Region]:
    """The entry of each region among things given as (name, class), and of all regions that these lie in.

    A name that several entries share is resolved only where one of them alone lies in a region that is named too.

    >>> found = chains([("静安区", "District"), ("上海市", "Province")])
    >>> [(name, region.code) for name, region in found.items()]
    [('静安区', '310106'), ('上海市', '310000'), ('中国', 'CN')]
    """
    given = dict(named)
    found: dict[str, Region] = {}
    for name, cls in given.items():
        candidates = [region for region in _regions().get(name, ()) if region.cls == cls]
        exact = [region for region in candidates if region.name == name] or candidates
        near = [region for region in exact if region.parent in given] if len(exact) > 1 else exact
        if len(near) == 1:
            found[name] = near[0]
    return _with_parents(found)


def _with_parents(found: dict[str, Region]) -> dict[str, Region]:
    known = {region.name: region for region in found.values()}
    agenda = list(found.values())
    for region in agenda:  # grows while it is read
        above = [r for r in _regions().get(region.parent, ()) if r.name == region.parent]
        if region.parent and region.parent not in known and above:
            known[region.parent] = found[region.parent] = above[0]
            agenda.append(above[0])
    return found
