"""Writes what was proposed or decided as a mapping set in SSSOM's TSV form, and takes it up again."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final
from urllib.parse import quote

from shkc_kg.graph.links import match_sets
from shkc_kg.graph.sssom import read_match_set
from shkc_kg.linking.candidate import one_line
from shkc_kg.linking.proposals import Weighed
from shkc_kg.linking.spaces import Space
from shkc_kg.linking.subjects import Subject
from shkc_kg.names import LICENCE, iri_to_uri

__all__ = ["COLUMNS", "Line", "judged", "proposed", "read_lines", "rejections", "table", "write_table"]

EXACT: Final = "skos:exactMatch"
CLOSE: Final = "skos:closeMatch"
COLUMNS: Final = (
    "subject_id",
    "subject_label",
    "predicate_id",
    "predicate_modifier",
    "object_id",
    "object_label",
    "mapping_justification",
    "confidence",
    "mapping_tool",
    "reviewer_label",
    "mapping_date",
    "comment",
)
_TOOL: Final = "shkc-kg link"
# A machine is never as sure as a person who looked.
_MACHINE: Final = 0.8
_PERSON: Final = "0.9"

Line = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class _Names:
    """The beginnings of both sides' IRIs."""

    base: str
    space: Space

    def subject(self, iri: str) -> str:
        return f"id:{_local(iri, f'{self.base}id/')}"

    def object(self, iri: str) -> str:
        within = iri.startswith(self.space.iri)
        return f"{self.space.prefix}:{_local(iri, self.space.iri)}" if within else iri_to_uri(iri)


def _local(iri: str, start: str) -> str:
    """What follows the prefix, as a URI has it; a colon would be taken for a prefix's."""
    return quote(iri_to_uri(iri).removeprefix(iri_to_uri(start)), safe="%!$&'()*+,;=@-._~/")


def proposed(subject: Subject, weighed: Weighed, base: str, space: Space) -> Line:
    """The line of a proposal: close, as lexical matching, at most as sure as a machine can be."""
    about = {
        "predicate_id": CLOSE,
        "mapping_justification": "semapv:LexicalMatching",
        "confidence": f"{weighed.score / 100 * _MACHINE:.2f}",
        "comment": "; ".join(weighed.reasons),
    }
    return _line(subject, weighed, _Names(base, space)) | about


def judged(
    subject: Subject, weighed: Weighed, base: str, space: Space, *, predicate: str, reviewer: str, day: date
) -> Line:
    """The line of a decision; an empty ``predicate`` turns the candidate down, which SSSOM writes as *not* exact."""
    about = {
        "predicate_id": predicate or EXACT,
        "predicate_modifier": "" if predicate else "Not",
        "mapping_justification": "semapv:ManualMappingCuration",
        "confidence": _PERSON,
        "reviewer_label": one_line(reviewer),
        "mapping_date": day.isoformat(),
        "comment": "; ".join(weighed.reasons),
    }
    return _line(subject, weighed, _Names(base, space)) | about


def _line(subject: Subject, weighed: Weighed, names: _Names) -> dict[str, str]:
    found = weighed.candidate
    return dict.fromkeys(COLUMNS, "") | {
        "subject_id": names.subject(subject.iri),
        "subject_label": one_line(subject.label),
        "object_id": names.object(found.iri),
        "object_label": one_line(found.name),
        "mapping_tool": _TOOL,
    }


def table(lines: Iterable[Line], base: str, space: Space) -> str:
    """The whole mapping set, its rows sorted, columns without a value left out."""
    rows = sorted(lines, key=lambda line: (line["subject_id"], line["object_id"], line["predicate_id"]))
    used = [name for name in COLUMNS if name in _NEEDED or any(row[name] for row in rows)]
    head = [
        "#curie_map:",
        f"#  id: {base}id/",
        f"#  {space.prefix}: {space.iri}",
        f"#mapping_set_id: {base}id/link/{space.prefix}-proposed",
        f"#mapping_set_title: Links from shkc to {space.prefix}, as proposed or reviewed",
        f"#license: {LICENCE}",
        f"#subject_source: {base}",
        f"#object_source: {space.source}",
    ]
    cells = ["\t".join(used), *("\t".join(_cell(row[name]) for name in used) for row in rows)]
    return "".join(f"{line}\n" for line in (*head, *cells))


_NEEDED: Final = frozenset({"subject_id", "subject_label", "predicate_id", "object_id", "mapping_justification"})


def _cell(text: str) -> str:
    """A cell; what begins with a quotation mark would be read as a quoted one by programs that know CSV."""
    return "'" + text[1:] if text.startswith('"') else text


def write_table(path: Path, text: str) -> None:
    """Replaces a file by a text, whole or not at all, and has it on the disk before it returns."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", dir=path.parent, delete=False, encoding="utf-8", newline="\n") as draft:
        draft.write(text)
        draft.flush()
        os.fsync(draft.fileno())
    Path(draft.name).replace(path)


def read_lines(path: Path) -> list[Line]:
    """The lines of a file that was written before; none where there is no file."""
    if not path.exists():
        return []
    return [dict.fromkeys(COLUMNS, "") | dict(match.row.cells) for match in read_match_set(path).matches]


def rejections(path: Path | None) -> frozenset[tuple[str, str]]:
    """The pairs of URIs that a person turned down, in the shipped link sets and in a file of one's own."""
    sets = (*match_sets(), read_match_set(path)) if path and path.exists() else match_sets()
    return frozenset((match.subject, match.object) for one in sets for match in one.matches if match.negated)
