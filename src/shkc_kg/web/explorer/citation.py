"""How a fact is cited: where the report says it, and which reading of the report made it a fact; as text, BibTeX, CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

__all__ = ["FORMATS", "Citation", "Form", "bibtex", "csl", "plain", "problem"]

LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"
_NAMES: Final = ("科技报告知识图谱", "Knowledge graph of science and technology reports")


@dataclass(frozen=True, slots=True)
class Citation:
    """What a citation needs; texts in the reader's language. Of the dataset as a whole, all but the last three are empty.

    ``iri`` is that of the fact where it has one, else of the passage; ``number`` is the passage's as people read it;
    ``year`` is the one that the report speaks of; ``characters`` are printed ones with their places.
    """

    key: str = ""
    iri: str = ""
    words: str = ""
    sentence: str = ""
    passage: str = ""
    number: str = ""
    characters: tuple[tuple[int, int, str], ...] = ()
    rule: str = ""
    chapter: str = ""
    report: str = ""
    publisher: str = ""
    year: str = ""
    dataset: str = ""
    version: str = ""
    sha256: str = ""


def plain(cited: Citation, lang: str) -> str:
    """One line: the report first, then the dataset."""
    report, dataset = (_report_zh, _dataset_zh) if lang == "zh" else (_report_en, _dataset_en)
    return (report(cited) if cited.report else "") + dataset(cited) + "\n"


def _report_zh(cited: Citation) -> str:
    year = f"（报告年度{cited.year}）" if cited.year else ""
    where = f"“{cited.chapter}”，第{cited.number}句：“{_line(cited.sentence)}”"
    return f"{cited.publisher}：《{cited.report}》{year}，{where}，{cited.iri} 。读自："


def _report_en(cited: Citation) -> str:
    year = f" (reporting year {cited.year})" if cited.year else ""
    where = f"“{cited.chapter}”, passage {cited.number}: “{_line(cited.sentence)}”"
    return f"{cited.publisher}: {cited.report}{year}, {where}, {cited.iri}. Read by: "


def _dataset_zh(cited: Citation) -> str:
    return f"{_NAMES[0]}（shkc-kg {cited.version}，CC BY 4.0），{cited.dataset} ，SHA-256 {cited.sha256}。"


def _dataset_en(cited: Citation) -> str:
    return f"{_NAMES[1]} (shkc-kg {cited.version}, CC BY 4.0), {cited.dataset}, SHA-256 {cited.sha256}."


def _line(text: str) -> str:
    return " ".join(text.split())


def bibtex(cited: Citation, lang: str) -> str:
    """An entry for the passage of the report, if one is cited, and one for the dataset."""
    return "\n\n".join(_entry(kind, key, told) for kind, key, told in _entries(cited, lang)) + "\n"


def _entries(cited: Citation, lang: str) -> Iterator[tuple[str, str, dict[str, str]]]:
    if cited.report:
        note = (
            f"第{cited.number}句：“{cited.sentence}”" if lang == "zh" else f"Passage {cited.number}: “{cited.sentence}”"
        )
        yield (
            "incollection",
            f"shkc-{cited.key}",
            {
                "author": cited.publisher,
                "title": cited.chapter,
                "booktitle": cited.report,
                "publisher": cited.publisher,
                "year": cited.year,
                "url": cited.iri,
                "note": note,
            },
        )
    yield (
        "misc",
        f"shkc-dataset-{cited.sha256[:12]}",
        {
            "title": _NAMES[0 if lang == "zh" else 1],
            "howpublished": f"shkc-kg {cited.version}",
            "url": cited.dataset,
            "note": f"SHA-256 {cited.sha256}; CC BY 4.0",
        },
    )


_SPECIAL: Final = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{char: f"\\{char}" for char in "#$%&_"},
}


def _entry(kind: str, key: str, told: dict[str, str]) -> str:
    lines = [f"  {name} = {{{_braced(name, value)}}}" for name, value in told.items() if value]
    return f"@{kind}{{{key},\n" + ",\n".join(lines) + "\n}"


def _braced(name: str, value: str) -> str:
    """A value as BibTeX takes it: an address as it stands, but for what would end it; words escaped and kept together."""
    line = " ".join(value.split())
    if name == "url":
        return line.replace("{", "%7B").replace("}", "%7D").replace("\\", "%5C")
    text = "".join(_SPECIAL.get(char, char) for char in line)
    return f"{{{text}}}" if name in ("author", "publisher", "title", "booktitle") else text


def csl(cited: Citation, lang: str) -> str:
    """The same as CSL-JSON: https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html."""
    return json.dumps(list(_items(cited, lang)), ensure_ascii=False, indent=2) + "\n"


def _items(cited: Citation, lang: str) -> Iterator[dict[str, Any]]:
    language = "zh-CN" if lang == "zh" else "en"
    if cited.report:
        year = re.fullmatch(r"\d{4}", cited.year)
        yield {
            "id": f"shkc-{cited.key}",
            "type": "chapter",
            "title": cited.chapter,
            "container-title": cited.report,
            "author": [{"literal": cited.publisher}],
            "publisher": cited.publisher,
            **({"issued": {"date-parts": [[int(cited.year)]]}} if year else {}),
            "section": cited.number,
            "URL": cited.iri,
            "abstract": cited.words,
            "note": cited.sentence,
            "language": language,
        }
    yield {
        "id": f"shkc-dataset-{cited.sha256[:12]}",
        "type": "dataset",
        "title": _NAMES[0 if lang == "zh" else 1],
        "version": f"{cited.version}; sha256:{cited.sha256}",
        "URL": cited.dataset,
        "note": f"CC BY 4.0, {LICENCE}",
        "language": language,
    }


def problem(cited: Citation) -> str:
    """What a report of a mistake should name, to be completed and sent."""
    lines = [
        ("事实 fact", cited.words),
        ("标识 id", cited.key),
        ("IRI", cited.iri),
        ("句 passage", cited.passage),
        ("原文 sentence", cited.sentence),
        *(("原字 characters", f"{begin}-{end} {printed}") for begin, end, printed in cited.characters),
        ("规则 rule", cited.rule),
        ("数据集 dataset", f"sha256:{cited.sha256}"),
        ("程序 program", f"shkc-kg {cited.version}"),
        ("问题 what is wrong", ""),
    ]
    return "".join(f"{name}: {' '.join(value.split())}\n" for name, value in lines if value or name.startswith("问题"))


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a citation: its name in an address, its media type, its title, and what makes it."""

    name: str
    media: str
    title: str
    made: Callable[[Citation, str], str]


FORMATS: Final = (
    Form("txt", "text/plain; charset=utf-8", "Text", plain),
    Form("bib", "application/x-bibtex; charset=utf-8", "BibTeX", bibtex),
    Form("json", "application/vnd.citationstyles.csl+json", "CSL-JSON", csl),
)
