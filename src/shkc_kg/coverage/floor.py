"""The committed floor of coverage: a build that reads less of a shipped chapter stops."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from shkc_kg.coverage import Category, Coverage
from shkc_kg.errors import DataFileError, ReportError

__all__ = ["check_floor"]

_KEYS: Final = {"sha256": str, "evidence_at_least": float, "unread_at_most": float, "numerals_lost_at_most": int}


def check_floor(covered: Coverage, path: Path) -> None:
    """Nothing, where the chapter is read as well as ``path`` demands, or where it demands nothing of this text.

    :raises ReportError: less was read.
    :raises DataFileError: the file of floors is malformed.
    """
    floor = _floors(path).get(covered.report, {}).get(covered.chapter)
    if floor is None or floor["sha256"] != hashlib.sha256(covered.text.encode("utf-8", "surrogatepass")).hexdigest():
        return
    problems = "; ".join(_problems(covered, floor))
    if problems:
        name = f"{covered.report}/{covered.chapter}"
        raise ReportError(path, f"{name} is read less than it was: {problems}", "see: shkc-kg coverage")


def _problems(covered: Coverage, floor: Mapping[str, Any]) -> Iterator[str]:
    evidence, unread = covered.shares[Category.EVIDENCE], covered.shares[Category.UNREAD]
    if evidence < floor["evidence_at_least"]:
        yield f"{evidence} % is evidence, where {floor['evidence_at_least']} % must be"
    if unread > floor["unread_at_most"]:
        yield f"{unread} % is unread, where {floor['unread_at_most']} % may be"
    if len(covered.lost) > floor["numerals_lost_at_most"]:
        yield f"{len(covered.lost)} numerals are lost, such as {covered.lost[0].printed!r}"


def _floors(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        return {}
    try:
        told = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(path, None, f"broken TOML: {error}") from error
    for report, chapters in told.items():
        for chapter, floor in chapters.items():
            wrong = [key for key, kind in _KEYS.items() if not isinstance(floor.get(key), kind)]
            if wrong or floor.keys() - _KEYS.keys():
                problem = f"the floor of {report}/{chapter} needs {', '.join(_KEYS)} and nothing else"
                raise DataFileError(path, None, problem, "see the shipped floor")
    return told
