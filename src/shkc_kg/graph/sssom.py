"""Reads mapping sets in SSSOM's TSV form: ``#`` lines of metadata, then a table (https://mapping-commons.github.io/sssom)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Final

from shkc_kg.errors import DataFileError
from shkc_kg.names import PREFIXES
from shkc_kg.tables import Row, read_table

__all__ = ["NOT_FOUND", "Match", "MatchSet", "read_match_set"]

NOT_FOUND: Final = "https://w3id.org/sssom/NoTermFound"

# Prefixes that SSSOM builds in; the others stand in a set's curie_map.
_BUILT_IN: Final = {prefix: PREFIXES[prefix] for prefix in ("owl", "rdf", "rdfs", "skos", "sssom")} | {
    "semapv": "https://w3id.org/semapv/vocab/"
}
_COLUMNS: Final = ("subject_id", "subject_label", "predicate_id", "object_id", "mapping_justification")
_METADATA: Final = re.compile(r"#(?P<indent> *)(?P<key>[\w.-]+):(?: +(?P<value>.*))?$")


@dataclass(frozen=True, slots=True)
class Match:
    """One row: full IRIs, ``object`` :data:`NOT_FOUND` where nothing was found; ``row`` for messages."""

    subject: str
    label: str
    predicate: str
    object: str
    justification: str
    confidence: Decimal | None
    source: str
    date: date | None
    comment: str
    row: Row

    @property
    def found(self) -> bool:
        return self.object != NOT_FOUND and not self.negated

    @property
    def negated(self) -> bool:
        """Whether the row says that the two are *not* matched so."""
        return self.row.cells.get("predicate_modifier") == "Not"


@dataclass(frozen=True, slots=True)
class MatchSet:
    """A mapping set: its IRI, licence, prefixes, and its rows in file order; ``report`` is the one that it was made for."""

    iri: str
    title: str
    licence: str
    prefixes: Mapping[str, str]
    matches: tuple[Match, ...]
    report: str = ""

    @property
    def name(self) -> str:
        """The last step of its IRI."""
        return self.iri.rpartition("/")[2]


def read_match_set(path: Path) -> MatchSet:
    """The mapping set of an SSSOM file; raises :class:`DataFileError` with the line of what can't be used."""
    rows = read_table(path, _COLUMNS)
    metadata, prefixes = _metadata(path)
    for key in ("mapping_set_id", "license"):
        if not metadata.get(key):
            raise DataFileError(path, 1, f"no {key} among the # lines", f"add #{key}: and its IRI")
    matches = tuple(_match(row, metadata, prefixes) for row in rows)
    title = metadata.get("mapping_set_title", "")
    report = metadata.get("other", "").removeprefix("report=")
    return MatchSet(metadata["mapping_set_id"], title, metadata["license"], prefixes, matches, report)


def _metadata(path: Path) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The simple values and the curie_map; SSSOM writes them as YAML, of which a mapping set needs two levels."""
    values: dict[str, str] = {}
    prefixes = dict(_BUILT_IN)
    parent = ""
    for number, line in _comment_lines(path):
        found = _METADATA.match(line)
        if found is None:
            raise DataFileError(path, number, f"metadata that is no 'key: value': {line}", "write one key a line")
        value = (found["value"] or "").strip().strip("\"'")
        if found["indent"] and parent == "curie_map":
            prefixes[found["key"]] = value
        elif not found["indent"]:
            parent = found["key"]
            values[parent] = value
    return values, prefixes


def _comment_lines(path: Path) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(path.read_text(encoding="utf-8-sig").split("\n"), 1):
        if not line.startswith("#"):
            return
        if line.strip("# "):
            yield number, line.rstrip()


def _match(row: Row, metadata: Mapping[str, str], prefixes: Mapping[str, str]) -> Match:
    def value(slot: str) -> str:
        """A row's own value, else the one that the set gives to all rows."""
        return row.cells.get(slot) or metadata.get(slot, "")

    return Match(
        subject=_expanded(row, row["subject_id"], prefixes),
        label=row["subject_label"],
        predicate=_expanded(row, row["predicate_id"], prefixes),
        object=_expanded(row, row["object_id"], prefixes),
        justification=_expanded(row, value("mapping_justification"), prefixes),
        confidence=_confidence(row, value("confidence")),
        source=value("object_source"),
        date=_date(row, value("mapping_date")),
        comment=value("comment"),
        row=row,
    )


def _expanded(row: Row, curie: str, prefixes: Mapping[str, str]) -> str:
    prefix, colon, local = curie.partition(":")
    if local.startswith("//"):
        return curie
    if not colon or prefix not in prefixes:
        raise row.error(
            f"{curie!r} has a prefix that the curie_map does not explain", f"add {prefix}: to the curie_map"
        )
    return prefixes[prefix] + local


def _confidence(row: Row, printed: str) -> Decimal | None:
    if not printed:
        return None
    try:
        number = Decimal(printed)
    except InvalidOperation:
        raise row.error(f"confidence {printed!r} is no number") from None
    if not 0 <= number <= 1:
        raise row.error(f"confidence {printed} is not between 0 and 1")
    return number


def _date(row: Row, printed: str) -> date | None:
    try:
        return date.fromisoformat(printed) if printed else None
    except ValueError:
        raise row.error(f"mapping_date {printed!r} is no date", "write it as 2026-11-23") from None
