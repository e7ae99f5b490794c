"""What a report's folder and its files may hold, and what is said when they hold something else."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shkc_kg.encoding import decode
from shkc_kg.errors import DataFileError, ReportError
from shkc_kg.reports import load_report, load_reports, lone_source, read_original
from shkc_kg.resources import data_dir

SHIPPED = data_dir() / "reports" / "shanghai-2021"
PROSE = "全市新增外资研发中心25家，累计认定506家。\r\n浦江创新论坛在沪举办，主题为“科技创新”。\n"
MANIFEST = """\
title_zh = "2023年科技报告"
title_en = "Report 2023"
region = "宁波市"
year = 2023
publisher_zh = "宁波市科学技术局"
publisher_en = "Ningbo Science and Technology Bureau"
licence_zh = "引用"
licence_en = "quoted"

[[chapters]]
id = "01"
file = "01.txt"
title_zh = "第一章"
title_en = "Chapter 1"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A report of one chapter."""
    report = tmp_path / "ningbo-2023"
    report.mkdir()
    (report / "report.toml").write_text(MANIFEST, encoding="utf-8")
    (report / "01.txt").write_text(PROSE, encoding="utf-8", newline="")
    return report


def edit(folder: Path, old: str, new: str) -> None:
    """Change the manifest in one place."""
    assert old in MANIFEST
    (folder / "report.toml").write_text(MANIFEST.replace(old, new), encoding="utf-8")


def test_the_shipped_chapter_is_the_file_as_given() -> None:
    digest = hashlib.sha256((SHIPPED / "04.txt").read_bytes()).hexdigest()
    assert digest == "d033a1694b7b2d1803f95325d8b14be50c73d3d802b430f096a8f72ce8dbcd61"


def test_the_shipped_report_says_its_year_region_and_publisher() -> None:
    report = load_report(SHIPPED)
    assert (report.id, report.year, report.region) == ("shanghai-2021", 2021, "上海市")
    (chapter,) = report.chapters
    assert (chapter.report, chapter.chapter, chapter.publisher) == ("shanghai-2021", "04", "上海市科学技术委员会")
    assert chapter.reasons == {"year": "manifest", "region": "manifest"}


def test_a_chapter_is_its_files_characters_untouched(folder: Path) -> None:
    assert load_report(folder).chapters[0].original == PROSE


def test_a_folder_of_reports_and_a_single_report_are_both_read(folder: Path) -> None:
    assert load_reports(folder.parent) == load_reports(folder) == (load_report(folder),)


def test_reports_come_in_the_order_of_their_names(folder: Path) -> None:
    earlier = folder.parent / "anhui-2022"
    earlier.mkdir()
    for file in folder.iterdir():
        (earlier / file.name).write_bytes(file.read_bytes())
    assert [report.id for report in load_reports(folder.parent)] == ["anhui-2022", "ningbo-2023"]


def test_year_and_region_may_be_left_open(folder: Path) -> None:
    edit(folder, 'region = "宁波市"\nyear = 2023\n', "")
    report = load_report(folder)
    assert (report.year, report.region, report.chapters[0].reasons) == (None, None, {})


def test_an_option_is_the_reason_of_what_it_gives() -> None:
    source = lone_source("举办论坛。", "news", region="深圳市")
    assert (source.report, source.year, source.region, source.reasons) == ("news", None, "深圳市", {"region": "option"})


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("year = 2023", "yaer = 2023", 4, "'yaer' is no key of the report"),
        ("year = 2023", 'year = "2023"', 4, "'year' of the report must be a whole number"),
        ("year = 2023", "year = true", 4, "'year' of the report must be a whole number"),
        ('title_en = "Report 2023"\n', "", None, "the report lacks 'title_en'"),
        ('title_zh = "第一章"\n', "", None, "chapter 1 lacks 'title_zh'"),
        ('file = "01.txt"', 'file = "02.txt"', 12, "there is no file '02.txt'"),
        ('file = "01.txt"', 'file = "../01.txt"', 12, "'../01.txt' is outside the report's folder"),
        ('id = "01"', 'id = "0/1"', 11, "chapter id '0/1' can't stand in an IRI"),
        ("year = 2023", "year = = 2023", 4, "broken TOML"),
        ('title_en = "Chapter 1"', 'title_en = "Chapter 1', 14, "broken TOML"),
        (MANIFEST[MANIFEST.index("[[chapters]]") :], "chapters = []", 10, "'chapters' of the report must be"),
        (MANIFEST[MANIFEST.index("[[chapters]]") :], "chapters = [1]", 10, "chapters are no tables"),
    ],
)
def test_a_wrong_manifest_is_named_by_line(folder: Path, old: str, new: str, line: int | None, says: str) -> None:
    edit(folder, old, new)
    with pytest.raises(DataFileError) as caught:
        load_report(folder)
    assert says in str(caught.value)
    assert (caught.value.path, caught.value.line) == (folder / "report.toml", line)


def test_all_mistakes_of_a_manifest_are_shown_together(folder: Path) -> None:
    edit(folder, 'region = "宁波市"\nyear = 2023', 'city = "宁波市"\nyear = "2023"')
    with pytest.raises(DataFileError, match=r"'city' is no key of the report; 'year' of the report must be"):
        load_report(folder)


def test_two_chapters_of_one_id_are_refused(folder: Path) -> None:
    second = MANIFEST[MANIFEST.index("[[chapters]]") :]
    (folder / "report.toml").write_text(MANIFEST + second, encoding="utf-8")
    with pytest.raises(DataFileError, match="two chapters are called '01'"):
        load_report(folder)


def test_a_manifest_that_is_not_utf8_is_named_by_line(folder: Path) -> None:
    (folder / "report.toml").write_bytes(MANIFEST.encode("gb18030"))
    with pytest.raises(DataFileError, match=r"report\.toml:1: is not UTF-8"):
        load_report(folder)


def test_a_folder_without_reports_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"no folder in it has a report\.toml"):
        load_reports(tmp_path)
    with pytest.raises(ReportError, match="there is no such folder"):
        load_reports(tmp_path / "nowhere")


def test_a_chapter_cut_off_since_its_manifest_was_written_is_refused(folder: Path) -> None:
    whole = (folder / "01.txt").read_bytes()
    edit(folder, 'id = "01"', f'id = "01"\nsha256 = "{hashlib.sha256(whole).hexdigest()}"')
    assert load_report(folder).chapters[0].original == PROSE
    (folder / "01.txt").write_bytes(whole[:-9])
    with pytest.raises(ReportError, match="is cut off or changed"):
        load_report(folder)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_every_usual_encoding_gives_the_same_text(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(PROSE.encode(encoding))
    assert read_original(file) == PROSE


def test_the_shipped_chapter_is_the_same_in_gb18030() -> None:
    text = read_original(SHIPPED / "04.txt")
    assert decode(text.encode("gb18030"), "04.txt") == text


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n", "is empty"),
        ("\u3000\n".encode(), "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "is a PDF, not text"),
        (b"PK\x03\x04\x14\x00\x06\x00", "is a ZIP, Word or Excel file, not text"),
        (bytes(range(256)) * 4, "is neither UTF-8 nor GB18030"),
        (b"\x00\x01\x02\x03 \x7fELF" * 9, "is binary, not text"),
        (PROSE.encode("big5", "ignore"), "is neither UTF-8 nor GB18030"),
        ("Größe: 5 µm, naïve café".encode("latin-1"), "is neither UTF-8 nor GB18030"),
        (PROSE.encode().rstrip()[:-1], "is cut off: UTF-8 text ends inside a character"),
        (PROSE.encode("utf-16")[:-1], "is cut off: UTF-16-LE text ends inside a character"),
        (PROSE.encode()[:70] + b"\xff" + PROSE.encode()[70:], "x.txt:2: is damaged: byte 70 is no UTF-8"),
    ],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, says: str) -> None:
    with pytest.raises(ReportError) as caught:
        decode(data, "x.txt")
    assert says in str(caught.value)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match=r"nowhere\.txt: can't be read \(No such file or directory\)"):
        read_original(tmp_path / "nowhere.txt")


@given(st.binary(max_size=200))
def test_any_bytes_give_text_or_a_report_error(data: bytes) -> None:
    try:
        text = decode(data, "x")
    except ReportError:
        return
    assert text.strip()


@given(st.text(st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"]), min_size=1))
def test_utf8_text_comes_back_as_it_went(text: str) -> None:
    written = "文" + text
    assert decode(written.encode(), "x") == written
