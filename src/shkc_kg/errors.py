"""What can go wrong, as one small tree.

ShkcError
├── DataFileError      a file of ours or of the user's says something we can't use (file, line)
│   └── QuoteError     a curated quote is not in its passage
├── ReportError        a report can't be read (encoding, empty, missing chapter)
├── OntologyError      ontology, shapes or a promise is broken, or the graph contradicts them
├── StoreError         no store there, of another version, not writable
├── QueryError         malformed or refused SPARQL (line, column)
├── ServiceError       a server elsewhere does not answer, or not as it should
└── PictureError       no font has the characters of a picture

Each error carries its data and makes its one sentence from them; the sentence tells what to do next.
"""

from __future__ import annotations

from pathlib import Path

__all__ = [
    "DataFileError",
    "OntologyError",
    "PictureError",
    "QueryError",
    "QuoteError",
    "ReportError",
    "ServiceError",
    "ShkcError",
    "StoreError",
]


class ShkcError(Exception):
    """The root of all errors that a user can do something about."""


class DataFileError(ShkcError):
    """A data file says something that can't be used."""

    def __init__(self, path: Path | str, line: int | None, problem: str, remedy: str = "correct the file") -> None:
        self.path, self.line, self.problem, self.remedy = Path(path), line, problem, remedy
        where = f"{path}:{line}" if line else f"{path}"
        super().__init__(f"{where}: {problem}; {remedy}")


class QuoteError(DataFileError):
    """A curated quote is not in its passage."""


class ReportError(ShkcError):
    """A report can't be read."""

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        self.path, self.problem, self.remedy = Path(path), problem, remedy
        super().__init__(f"{path}: {problem}; {remedy}")


class OntologyError(ShkcError):
    """The ontology, its shapes or a promise is broken, or the graph contradicts them."""


class StoreError(ShkcError):
    """A store is missing, of another version, or can't be written."""

    def __init__(self, path: Path | str, problem: str, remedy: str) -> None:
        self.path, self.problem, self.remedy = Path(path), problem, remedy
        super().__init__(f"{path}: {problem}; {remedy}")


class QueryError(ShkcError):
    """A query is malformed or asks for what is not allowed."""

    def __init__(self, problem: str, line: int | None = None, column: int | None = None) -> None:
        self.problem, self.line, self.column = problem, line, column
        where = f"line {line}, column {column}: " if line else ""
        super().__init__(f"{where}{problem}")


class ServiceError(ShkcError):
    """A server elsewhere does not answer, or answers what can't be used."""

    def __init__(self, url: str, problem: str, remedy: str = "try again later; what was answered is kept") -> None:
        self.url, self.problem, self.remedy = url, problem, remedy
        super().__init__(f"{url}: {problem}; {remedy}")


class PictureError(ShkcError):
    """A picture can't be drawn, since no font has these characters."""

    def __init__(self, characters: str) -> None:
        self.characters = characters
        shown = characters if len(characters) <= 12 else f"{characters[:12]}…"
        remedy = "install one, such as Debian's fonts-wqy-microhei, or pip install pylopdf-fonts-zh-cn"
        super().__init__(f"no font here has {shown}; {remedy}")
