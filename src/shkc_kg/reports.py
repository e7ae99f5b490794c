"""Reports as they lie on disk: a folder with ``report.toml`` (the manifest) and one text file a chapter."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from shkc_kg.encoding import decode
from shkc_kg.errors import DataFileError, ReportError
from shkc_kg.model import Source

__all__ = ["MANIFEST", "Report", "load_report", "load_reports", "lone_source", "read_original"]

MANIFEST: Final = "report.toml"

_REPORT_KEYS: Final[dict[str, type]] = {
    "title_zh": str,
    "title_en": str,
    "region": str,
    "year": int,
    "publisher_zh": str,
    "publisher_en": str,
    "licence_zh": str,
    "licence_en": str,
    "chapters": list,
}
_CHAPTER_KEYS: Final[dict[str, type]] = {"id": str, "file": str, "title_zh": str, "title_en": str, "sha256": str}
_OPTIONAL: Final = frozenset({"region", "year", "sha256"})
_KIND: Final[dict[type, str]] = {str: "text in quotes", int: "a whole number", list: "[[chapters]] tables"}
_SAFE_ID: Final = re.compile(r"[\w.-]+")


@dataclass(frozen=True, slots=True)
class Report:
    """A report: what its manifest says, and its chapters in the manifest's order."""

    id: str
    title_zh: str
    title_en: str
    region: str | None
    year: int | None
    publisher_zh: str
    publisher_en: str
    licence_zh: str
    licence_en: str
    chapters: tuple[Source, ...]


def load_reports(root: Path) -> tuple[Report, ...]:
    """The reports in the folders of ``root`` (or ``root`` itself, if it is one), in the order of their names."""
    if not root.is_dir():
        raise ReportError(root, "there is no such folder", "name a folder with --reports")
    if (root / MANIFEST).is_file():
        return (load_report(root),)
    folders = sorted(path.parent for path in root.glob(f"*/{MANIFEST}"))
    if not folders:
        raise ReportError(root, f"no folder in it has a {MANIFEST}", "add one; the README says what stands in it")
    return tuple(load_report(folder) for folder in folders)


def load_report(folder: Path) -> Report:
    """The report of one folder; its id is the folder's name.

    :raises DataFileError: the manifest is missing, malformed, or names what is not there.
    :raises ReportError: a chapter can't be read as text, or is not the file that the manifest's ``sha256`` describes.
    """
    manifest = folder / MANIFEST
    text, table = _parse(manifest)
    _check_keys(manifest, text, table, _REPORT_KEYS, "the report")
    tables = table.pop("chapters")
    for number, chapter in enumerate(tables, start=1):
        _check_keys(manifest, text, chapter, _CHAPTER_KEYS, f"chapter {number}")
    _check_ids(manifest, text, tables)
    chapters = tuple(_chapter(manifest, text, chapter, table) for chapter in tables)
    return Report(id=folder.resolve().name, chapters=chapters, **{"year": None, "region": None, **table})


def lone_source(text: str, name: str = "text", year: int | None = None, region: str | None = None) -> Source:
    """A text that has no manifest as a source: a report called ``name`` with the one chapter ``text``.

    >>> lone_source("举办论坛。", year=2021).reasons["year"]
    'option'
    """
    given = {key: "option" for key, value in (("year", year), ("region", region)) if value is not None}
    return Source(name, "text", text, name, name, year, region, MappingProxyType(given))


def read_original(path: Path) -> str:
    """The text of a file, decoded but otherwise untouched; offsets everywhere count its characters.

    :raises ReportError: there is no such file, it is empty, binary, cut off, or in no encoding we know.
    """
    return decode(_bytes(path), path)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ReportError(path, f"can't be read ({error.strerror})", "check the name and its permissions") from error


def _parse(manifest: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = manifest.read_bytes().decode("utf-8-sig")
    except OSError as error:
        raise DataFileError(manifest, None, f"can't be read ({error.strerror})", "add the manifest") from error
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise DataFileError(manifest, line, "is not UTF-8", "save it as UTF-8") from error
    try:
        return text, tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        # Python 3.11 tells the place only inside the message
        at_line = re.search(r"line (\d+)", str(error))
        line = int(at_line[1]) if at_line else text.count("\n") + 1
        raise DataFileError(manifest, line, f"broken TOML: {error}") from error


def _check_keys(manifest: Path, text: str, table: Any, keys: dict[str, type], whose: str) -> None:  # noqa: ANN401 - TOML gives anything
    if not isinstance(table, dict):
        raise DataFileError(
            manifest, _line_of(text, "chapters"), "chapters are no tables", "write each as [[chapters]]"
        )
    unknown = sorted(table.keys() - keys.keys())
    missing = sorted(keys.keys() - table.keys() - _OPTIONAL)
    wrong = [key for key in table.keys() & keys.keys() if type(table[key]) is not keys[key] or not table[key]]
    problems = [f"{key!r} is no key of {whose}" for key in unknown]
    problems += [f"{whose} lacks {key!r}" for key in missing]
    problems += [f"{key!r} of {whose} must be {_KIND[keys[key]]}" for key in sorted(wrong)]
    if problems:
        first = next(iter([*unknown, *sorted(wrong)]), None)
        line = _line_of(text, first) if first else None
        raise DataFileError(manifest, line, "; ".join(problems), f"the keys are {', '.join(keys)}")


def _check_ids(manifest: Path, text: str, tables: list[dict[str, str]]) -> None:
    seen: set[str] = set()
    for chapter in tables:
        name = chapter["id"]
        line = _line_of(text, "id", name)
        if not _SAFE_ID.fullmatch(name):
            raise DataFileError(manifest, line, f"chapter id {name!r} can't stand in an IRI", "use letters and digits")
        if name in seen:
            raise DataFileError(manifest, line, f"two chapters are called {name!r}", "give each its own id")
        seen.add(name)


def _chapter(manifest: Path, text: str, table: dict[str, str], report: dict[str, Any]) -> Source:
    path = manifest.parent / table["file"]
    line = _line_of(text, "file", table["file"])
    if not path.resolve().is_relative_to(manifest.parent.resolve()):
        raise DataFileError(manifest, line, f"{table['file']!r} is outside the report's folder", "move it inside")
    if not path.is_file():
        raise DataFileError(manifest, line, f"there is no file {table['file']!r}", "add it, or drop the chapter")
    data = _bytes(path)
    digest = hashlib.sha256(data).hexdigest()
    if data and table.get("sha256", digest) != digest:
        problem = f"is cut off or changed: {MANIFEST} gives another sha256"
        raise ReportError(path, problem, f"restore it, or write sha256 = {digest!r}")
    return Source(
        report=manifest.parent.resolve().name,
        chapter=table["id"],
        original=decode(data, path),
        title_zh=table["title_zh"],
        title_en=table["title_en"],
        year=report.get("year"),
        region=report.get("region"),
        reasons=MappingProxyType({key: "manifest" for key in ("year", "region") if key in report}),
        report_title_zh=report["title_zh"],
        report_title_en=report["title_en"],
        publisher=report["publisher_zh"],
    )


def _line_of(text: str, key: str, value: str | None = None) -> int | None:
    """The first line that sets ``key`` (to ``value``); ``None`` where it is written in a way we don't look for."""
    pattern = rf"^\s*(?:\[\[)?{re.escape(key)}\b" + (rf"\s*=\s*[\"']{re.escape(value)}[\"']" if value else "")
    found = re.search(pattern, text, re.MULTILINE)
    return text.count("\n", 0, found.end()) + 1 if found else None
