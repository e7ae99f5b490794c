"""The ledger: one row a fact, with the characters it rests on and the rule or curated line that found it.

It stands beside the store and not in it, so the graph stays lean. Tab-separated, UTF-8, terms as in N-Triples.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from shkc_kg.model import Span

__all__ = ["COLUMNS", "Entry", "ledger_bytes", "read_ledger"]

COLUMNS: Final = (
    "kind",
    "subject",
    "predicate",
    "object",
    "passage",
    "characters",
    "scope",
    "reasons",
    "planned",
    "rule",
)


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One fact: the triple that tells it (of a fact with its own node, the node's class), and where it comes from.

    ``subject`` and ``passage`` are IRIs; ``predicate`` and ``object`` stand as in N-Triples. ``scope`` are the IRIs of
    the passages that supply what this one leaves unsaid; ``rule`` names a rule, or ``file:line`` of a curated row.
    """

    passage: str
    spans: tuple[Span, ...]
    kind: str
    subject: str
    predicate: str
    object: str
    scope: tuple[str, ...]
    reasons: tuple[str, ...]
    planned: bool
    rule: str

    def line(self) -> str:
        """The row as it stands in the file."""
        characters = " ".join(f"{span.begin}-{span.end}" for span in self.spans)
        triple = (f"<{self.subject}>", self.predicate, self.object, f"<{self.passage}>")
        planned = "planned" if self.planned else ""
        return "\t".join(
            (self.kind, *triple, characters, " ".join(self.scope), " ".join(self.reasons), planned, self.rule)
        )


def ledger_bytes(rows: Iterable[Entry]) -> bytes:
    """The file: a header line, then the entries in the order of passages and characters."""
    lines = ["\t".join(COLUMNS), *(entry.line() for entry in sorted(set(rows)))]
    return ("\n".join(lines) + "\n").encode()


def read_ledger(path: Path) -> Iterator[Entry]:
    """The entries of a file that :func:`ledger_bytes` made."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        next(lines)
        for line in lines:
            yield _parsed(line.rstrip("\n").split("\t"))


def _parsed(cells: list[str]) -> Entry:
    kind, subject, predicate, value, passage, characters, scope, reasons, planned, rule = cells
    ends = (pair.partition("-") for pair in characters.split())
    spans = tuple(Span(int(begin), int(end)) for begin, _, end in ends)
    triple = (subject[1:-1], predicate, value)
    return Entry(passage[1:-1], spans, kind, *triple, tuple(scope.split()), tuple(reasons.split()), bool(planned), rule)
