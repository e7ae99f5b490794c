"""Reads the dump of the Research Organization Registry (CC0), in its schemas 1 and 2, record by record."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, TextIO

from shkc_kg.errors import DataFileError
from shkc_kg.linking.candidate import Candidate, fold_all, one_line
from shkc_kg.linking.dump import Dump, keep
from shkc_kg.linking.spaces import space_of

__all__ = ["ror"]

_SPACE: Final = space_of("https://ror.org/")
_PIECE: Final = 2**20
_GONE: Final = frozenset({"withdrawn", "inactive"})

Json = Any


def ror(path: Path) -> Dump:
    """The dump in a JSON file as ROR publishes it; withdrawn and inactive records are passed over."""
    return Dump(path, _SPACE, _records)


def _records(path: Path, wanted: frozenset[str]) -> Iterator[Candidate]:
    for number, told in enumerate(_objects(path), 1):
        if not isinstance(told, dict) or not isinstance(told.get("id"), str):
            raise DataFileError(path, None, f"record {number} has no id", "give the JSON file of a ROR dump")
        if told.get("status") not in _GONE and (kept := keep(_candidate(told), wanted)):
            yield kept


def _objects(path: Path) -> Iterator[Json]:
    """The elements of a JSON array one by one, since the whole of it would fill the memory."""
    decoder = json.JSONDecoder()
    try:
        with path.open(encoding="utf-8-sig") as file:
            text = _begun(path, file)
            while True:
                text = text.lstrip(" \t\r\n,")
                try:
                    value, end = decoder.raw_decode(text)
                except ValueError:
                    if text.startswith("]"):
                        return
                    if not (piece := file.read(_PIECE)):
                        raise DataFileError(path, None, "the JSON breaks off", "download the dump again") from None
                    text += piece
                    continue
                text = text[end:]
                yield value
    except (OSError, UnicodeDecodeError) as error:
        raise DataFileError(path, None, f"can't be read ({error})", "give the JSON file of a ROR dump") from None


def _begun(path: Path, file: TextIO) -> str:
    text = file.read(_PIECE).lstrip()
    if not text.startswith("["):
        raise DataFileError(path, 1, "no JSON array", "unpack the dump, and give its .json file")
    return text[1:]


def _candidate(told: Mapping[str, Json]) -> Candidate:
    names, places, country = _second(told) if "names" in told else _first(told)
    names = [one_line(str(name)) for name in names if name]
    return Candidate(
        id=told["id"].rsplit("/", 1)[-1],
        iri=f"{_SPACE.iri}{told['id'].rsplit('/', 1)[-1]}",
        name=names[0] if names else told["id"],
        names=tuple(names[1:]),
        types=frozenset(str(one).lower() for one in told.get("types", ())),
        country=country,
        places=fold_all(places),
        description=", ".join(dict.fromkeys(one_line(place) for place in places if place)),
    )


def _first(told: Mapping[str, Json]) -> tuple[list[str], list[str], str]:
    """Names, places and country in schema 1."""
    country = told.get("country") or {}
    labels = [one.get("label", "") for one in told.get("labels", ())]
    names = [told.get("name", ""), *told.get("aliases", ()), *labels, *told.get("acronyms", ())]
    cities = [one.get("city") or "" for one in told.get("addresses", ())]
    return names, [*cities, country.get("country_name") or ""], str(country.get("country_code") or "")


def _second(told: Mapping[str, Json]) -> tuple[list[str], list[str], str]:
    """The same in schema 2."""
    named = told["names"]
    shown = [one["value"] for one in named if "ror_display" in one.get("types", ())]
    details = [one.get("geonames_details") or {} for one in told.get("locations", ())]
    fields = ("name", "country_subdivision_name", "country_name")
    places = [str(one.get(key) or "") for one in details for key in fields]
    codes = {str(one.get("country_code") or "") for one in details}
    return [*shown, *(one["value"] for one in named)], places, codes.pop() if len(codes) == 1 else ""
