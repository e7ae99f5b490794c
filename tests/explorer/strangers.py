"""Reports of strangers: small ones, and ones full of markup, written as a user would write them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Final

ABOUT: Final = {
    "title_zh": "杭州科技报告",
    "title_en": "Science and Technology in Hangzhou",
    "region": "杭州市",
    "publisher_zh": "杭州市科学技术局",
    "publisher_en": "Hangzhou Science and Technology Bureau",
    "licence_zh": "为测试而写。",
    "licence_en": "Written for a test.",
}


def write_report(folder: Path, chapters: Mapping[str, str], year: int = 2022, **about: str) -> None:
    """A report of chapters (title and text) in a new folder; ``about`` replaces what its manifest says."""
    folder.mkdir(parents=True)
    parts = [f"{told(ABOUT | about)}year = {year}\n"]
    for n, (title, text) in enumerate(chapters.items(), start=1):
        file = f"{n:02}.txt"
        (folder / file).write_text(text, encoding="utf-8", newline="")
        entry = {"id": f"{n:02}", "file": file, "title_zh": title, "title_en": f"Part {n}"}
        parts.append(f"[[chapters]]\n{told(entry)}")
    (folder / "report.toml").write_text("\n".join(parts), encoding="utf-8")


def told(values: Mapping[str, str]) -> str:
    """Lines of TOML; its strings are written as JSON's are."""
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())
