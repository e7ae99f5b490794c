"""Reads a dump of GeoNames (CC BY 4.0, www.geonames.org): CN.txt, allCountries.txt and the like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from shkc_kg.errors import DataFileError
from shkc_kg.linking.candidate import Candidate, fold_all, one_line
from shkc_kg.linking.dump import Dump, keep
from shkc_kg.linking.spaces import space_of

__all__ = ["geonames"]

_SPACE: Final = space_of("https://sws.geonames.org/")
# geonameid, name, asciiname, alternatenames, latitude, longitude, feature class, feature code, country code, cc2,
# admin1 code, admin2 code, admin3 code, admin4 code, population, elevation, dem, timezone, modification date
_COLUMNS: Final = 19


def geonames(path: Path) -> Dump:
    """The dump in a tab-separated file as GeoNames publishes it."""
    return Dump(path, _SPACE, _places)


def _places(path: Path, wanted: frozenset[str]) -> Iterator[Candidate]:
    """The places with one of the names; the provinces that they lie in come from the same file."""
    provinces: dict[tuple[str, str], Candidate] = {}
    found: list[tuple[Candidate, tuple[str, str]]] = []
    for cells in _rows(path):
        place, home = _candidate(cells), (cells[8], cells[10])
        if cells[7] == "ADM1":
            provinces[home] = place
        if kept := keep(place, wanted):
            found.append((kept, home))
    for place, home in found:
        province = provinces.get(home)
        if province is None or province.id == place.id:
            yield place
        else:
            yield replace(place, places=fold_all(province.written), description=f"{place.description}, {province.name}")


def _rows(path: Path) -> Iterator[list[str]]:
    try:
        with path.open(encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                cells = line.rstrip("\n").split("\t")
                if len(cells) != _COLUMNS or not cells[0].isdigit():
                    remedy = "unpack the dump, and give its .txt file"
                    raise DataFileError(path, number, f"no row of GeoNames, which has {_COLUMNS} cells", remedy)
                yield cells
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(path, None, f"can't be read ({error})", "give a file of GeoNames") from None


def _candidate(cells: list[str]) -> Candidate:
    id_, name, plain, others = cells[:4]
    feature = f"{cells[6]}.{cells[7]}"
    return Candidate(
        id=f"{id_}/",
        iri=f"{_SPACE.iri}{id_}/",
        name=one_line(name),
        names=tuple(one_line(other) for other in (plain, *others.split(",")) if other),
        types=frozenset({feature, cells[6]}),
        country=cells[8],
        description=f"{feature}, {cells[8]}",
    )
