"""Numbers as a reader likes them: 4亿元 and 400 million rather than 400000000; nothing is rounded."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Final

from shkc_kg.resources import data_dir
from shkc_kg.tables import read_table

__all__ = ["SIGNS", "amount", "digits", "unit_name", "unit_title"]

# From this size on a number is told in such words, as long as that needs few decimals.
_WORDS: Final = {
    "zh": ((Decimal(10**8), "亿"), (Decimal(10**4), "万")),
    "en": ((Decimal(10**9), " billion"), (Decimal(10**6), " million")),
}
_DECIMALS: Final = -4
# How a bound is drawn before a number. 近 (nearly) promises a maximum, which the number does not quite reach.
SIGNS: Final = {"AtLeast": "≥", "AtMost": "≤", "About": "≈", "Nearly": "<"}


def amount(value: Decimal, unit: str = "", lang: str = "zh") -> str:
    """A value in base units as text, without its unit unless that is part of how it is written.

    >>> amount(Decimal(10350000)), amount(Decimal(10350000), lang="en"), amount(Decimal("0.25")), amount(Decimal(506))
    ('1035万', '10.35 million', '25%', '506')
    """
    if unit == "%" or (not unit and 0 < value < 1):
        return f"{_plain(value if unit else value * 100)}%"
    for size, word in _WORDS[lang]:
        told = (value / size).normalize()
        exponent = told.as_tuple().exponent
        if abs(value) >= size and isinstance(exponent, int) and exponent >= _DECIMALS:
            return _plain(told, lang) + word
    return _plain(value, lang)


def _plain(value: Decimal, lang: str = "zh") -> str:
    """All digits, grouped where the language groups them: Chinese does not below 10,000."""
    return digits(value, grouped=lang == "en" or abs(value) >= 10**4)


def digits(value: Decimal, grouped: bool = True) -> str:
    """All digits of a number and none that tell nothing, by thousands if ``grouped``.

    >>> digits(Decimal("40000000")), digits(Decimal("29.50")), digits(Decimal("0.25")), digits(Decimal(4000), False)
    ('40,000,000', '29.5', '0.25', '4000')
    """
    text = f"{value:{',' if grouped else ''}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def unit_name(unit: str, lang: str) -> str:
    """A unit to stand behind an amount: empty in English where that counts without a word, Chinese where unknown."""
    if unit == "%":
        return ""
    return _english().get(unit, (unit, ""))[0] if lang == "en" else unit


def unit_title(unit: str, lang: str) -> str:
    """What a unit counts, for a title."""
    told = _english().get(unit, ("", ""))[1] if lang == "en" else ""
    return f"{unit} ({told})" if told else unit


@cache
def _english() -> dict[str, tuple[str, str]]:
    return {row["unit"]: (row["en"], row["counts"]) for row in read_table(data_dir() / "units_en.tsv")}
