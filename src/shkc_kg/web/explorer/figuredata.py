"""Observations as data: one record each, as CSV and JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from typing import Final

from shkc_kg.web.exchange import Answer
from shkc_kg.web.explorer.observations import Observation, Observations
from shkc_kg.web.labels import Labels

__all__ = ["as_csv", "as_json"]

# A spreadsheet takes UTF-8 for what it is only where it begins so.
_MARK: Final = "\ufeff"


def as_csv(rows: Iterable[Observation], observations: Observations, labels: Labels) -> Answer:
    """The observations as a CSV file with a header."""
    records = [_record(each, observations, labels) for each in rows]
    out = io.StringIO()
    writer = csv.DictWriter(out, fieldnames=_COLUMNS)
    writer.writeheader()
    writer.writerows(records)
    answer = Answer(200, "text/csv; charset=utf-8", (_MARK + out.getvalue()).encode("utf-8", "replace"))
    return answer.with_header(b"content-disposition", 'attachment; filename="figures.csv"')


def as_json(rows: Iterable[Observation], observations: Observations, labels: Labels) -> Answer:
    """The observations as a JSON array; a number stays exact where JSON's are read as decimals."""
    records = [_record(each, observations, labels) for each in rows]
    body = json.dumps(records, ensure_ascii=False, indent=1) + "\n"
    return Answer(200, "application/json", body.encode("utf-8", "replace"))


def _record(each: Observation, observations: Observations, labels: Labels) -> dict[str, str | bool | None]:
    sections, reports = (observations.of_class(each, cls) for cls in ("Section", "Report"))
    name = {iri: observations.parts[iri].name("zh") for iri in (*sections, *reports)}
    numbers = {"value": each.value, "min": each.least, "max": each.most}
    return {
        "subject": labels.name(each.subject, "zh"),
        "subject_en": labels.name(each.subject, "en"),
        "indicator": labels.name(each.indicator, "zh"),
        "indicator_en": labels.name(each.indicator, "en"),
        "printed": each.printed,
        **{key: None if number is None else f"{number:f}" for key, number in numbers.items()},
        "unit": each.unit,
        "bound": each.bound,
        "kind": each.kind,
        "date": each.date,
        "planned": each.planned,
        "section": name[sections[0]] if sections else "",
        "report": name[reports[0]] if reports else "",
        "sentence": each.sentence.text,
        "observation": each.iri,
        "part_of": each.whole,
        "subject_iri": each.subject,
        "indicator_iri": each.indicator,
        "passage": each.passage,
        "fact": each.fact,
    }


_COLUMNS: Final = (
    "subject",
    "subject_en",
    "indicator",
    "indicator_en",
    "printed",
    "value",
    "min",
    "max",
    "unit",
    "bound",
    "kind",
    "date",
    "planned",
    "section",
    "report",
    "sentence",
    "observation",
    "part_of",
    "subject_iri",
    "indicator_iri",
    "passage",
    "fact",
)
