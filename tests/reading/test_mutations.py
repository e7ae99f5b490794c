"""Whatever a text looks like, reading neither crashes nor breaks an offset.

``benchmarks/mutations.py`` asks a thousand times, of the whole chapter.
"""

from __future__ import annotations

import pytest
from tests.reading.mutants import MUTATIONS, faults, mutants

from shkc_kg.audit import audit
from shkc_kg.coverage import Category, coverage
from shkc_kg.graph.findings import finding_quads
from shkc_kg.graph.quads import state
from shkc_kg.names import Namer
from shkc_kg.reading import read
from shkc_kg.reading.lines.document import LONGEST
from shkc_kg.reports import lone_source
from shkc_kg.resources import data_dir

CHAPTER = (data_dir() / "reports" / "shanghai-2021" / "04.txt").read_text(encoding="utf-8")
WINDOW = 1200  # code points; a tenth of the chapter at a time


@pytest.mark.parametrize("seed", range(10))
def test_a_spoilt_text_is_read_and_every_place_holds(seed: int) -> None:
    for done, text in mutants(CHAPTER, 2 * len(MUTATIONS), seed, WINDOW):
        reading = read(lone_source(text, year=2021, region="上海市"))
        assert list(faults(reading)) == [], (done, text)


@pytest.mark.parametrize("seed", [100, 101])
def test_what_follows_reading_stands_it_too(seed: int) -> None:
    for done, text in mutants(CHAPTER, len(MUTATIONS), seed, WINDOW):
        reading = read(lone_source(text))
        quads = [*state(reading, Namer()), *finding_quads(reading, audit(reading), Namer())]
        assert quads, (done, text)
        assert sum(coverage(reading).counts.values()) == len(text), (done, text)


@pytest.mark.parametrize(
    "text",
    [
        "\n",
        " ",
        "。",
        "*" * 500,
        "“" * 500,
        "《" * 500,
        "1" * 500,
        "、" * 500,
        "一" * 500,
        "\x00" * 50,
        "(" * 500,
        "\U0010ffff",
    ],
)
def test_a_text_of_one_character_is_read(text: str) -> None:
    assert list(faults(read(lone_source(text)))) == []


def test_a_long_line_is_read_in_pieces() -> None:
    text = CHAPTER.replace("\n", " ") * 4
    reading = read(lone_source(text, year=2021, region="上海市"))
    assert list(faults(reading)) == []
    assert max(len(passage.text) for passage in reading.chapter.passages) <= LONGEST
    assert (Category.UNREAD, "outside every passage") not in coverage(reading).rules
