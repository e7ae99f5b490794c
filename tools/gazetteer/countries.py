"""Makes ``data/gazetteer/countries.tsv`` and ``world.tsv``.

The names come from Unicode CLDR (by way of babel), the codes from ISO 3166 (pycountry), the rest from hand-made tables.

    python tools/gazetteer/countries.py     (needs babel and pycountry)

``hand/countries.tsv`` gives the usual Chinese name where CLDR's is another one, and further forms;
``hand/regions_world.tsv`` and ``hand/cities_world.tsv`` give the parts of the world and the cities abroad.
"""

from __future__ import annotations

from collections.abc import Iterator

import pycountry
from babel import Locale
from table import LISTS, Row, hand, write

# ISO 3166 has codes for territories too; these are no countries (Hong Kong, Macau, Taiwan: see divisions.tsv).
_TERRITORY_CODES = """
    AI AQ AS AW AX BL BM BQ BV CC CW CX EH FK FO GF GG GI GL GP GS GU HM IM IO JE KY MF MP MQ MS NC NF PF PM PN PR RE SH
    SJ SX TC TF TK UM VG VI WF YT
"""
TERRITORIES = frozenset(_TERRITORY_CODES.split())
DIVISIONS_OF_CHINA = frozenset({"HK", "MO", "TW"})


def cells(row: list[str], width: int) -> list[str]:
    return [*row, *[""] * width][:width]


def countries() -> Iterator[Row]:
    zh, en = Locale("zh").territories, Locale("en").territories
    usual = {row[0]: cells(row, 4)[1:] for row in hand("countries.tsv")}
    for country in pycountry.countries:
        code = country.alpha_2
        if code in DIVISIONS_OF_CHINA:
            continue
        name, aliases, note = usual.get(code, ["", "", ""])
        also = tuple(a for a in (*aliases.split(";"), zh[code]) if a)
        yield Row(
            name or zh[code],
            "Region" if code in TERRITORIES else "Country",
            also,
            code=code,
            name_en=en[code],
            note=note,
        )


def world() -> Iterator[Row]:
    for row in hand("regions_world.tsv"):
        name, cls, aliases, parent, english, note = cells(row, 6)
        yield Row(name, cls, tuple(filter(None, aliases.split(";"))), parent, name_en=english, note=note)
    for row in hand("cities_world.tsv"):
        name, english, country, aliases = cells(row, 4)
        yield Row(name, "City", tuple(filter(None, aliases.split(";"))), country, name_en=english)


if __name__ == "__main__":
    write(LISTS / "countries.tsv", countries())
    write(LISTS / "world.tsv", world())
