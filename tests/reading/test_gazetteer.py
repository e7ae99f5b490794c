"""The gazetteer's lists keep their form, and a broken list says where and what."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from shkc_kg.errors import DataFileError
from shkc_kg.reading.gazetteer import HEADER, PARTS, Entry, load_gazetteer, read_gazetteer, read_list
from shkc_kg.resources import data_dir

PATHS = sorted((data_dir() / "gazetteer").glob("*.tsv"))
LISTS = {path.stem: read_list(path) for path in PATHS}
WHOLE = [(stem, entry) for stem, entries in LISTS.items() if stem not in PARTS for entry in entries]

each_file = pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)


def where(stem: str, entry: Entry) -> str:
    return f"{stem}.tsv: {entry.name}"


@each_file
def test_a_list_is_sorted_by_code_then_name(path: Path) -> None:
    entries = LISTS[path.stem]
    order = sorted(entries, key=lambda e: (not e.code, e.code, e.name, e.cls, e.parent))
    assert [e.name for e in entries] == [e.name for e in order], "run tools/gazetteer/tidy.py"


@each_file
def test_a_list_ends_each_line_with_one_line_feed(path: Path) -> None:
    raw = path.read_bytes()
    assert raw.endswith(b"\n")
    assert b"\r" not in raw
    assert b"\n\n" not in raw


@each_file
def test_no_cell_has_blanks_around_it_or_quoting(path: Path) -> None:
    cells = [cell for line in path.read_text("utf-8").splitlines() for cell in line.split("\t")]
    assert [cell for cell in cells if cell != cell.strip() or cell.startswith('"')] == []


@each_file
def test_no_blank_touches_a_chinese_character(path: Path) -> None:
    blank = re.compile(r"[\u4e00-\u9fff]\s|\s[\u4e00-\u9fff]")
    assert [form for entry in LISTS[path.stem] for form in entry.forms if blank.search(form)] == []


def test_a_thing_stands_once() -> None:
    seen = Counter((entry.name, entry.cls, entry.parent) for _, entry in WHOLE)
    assert [key for key, count in seen.items() if count > 1] == []


def test_only_divisions_share_a_name() -> None:
    seen = Counter(entry.name for stem, entry in WHOLE if stem != "divisions")
    assert [name for name, count in seen.items() if count > 1] == []


def test_a_name_has_one_class_in_all_lists() -> None:
    divisions = {entry.name for entry in LISTS["divisions"]}
    assert [where(*pair) for pair in WHOLE if pair[0] != "divisions" and pair[1].name in divisions] == []


def test_parents_exist() -> None:
    names = {entry.name for _, entry in WHOLE}
    assert [where(*pair) for pair in WHOLE if pair[1].parent and pair[1].parent not in names] == []


def test_no_thing_contains_itself() -> None:
    parents = {entry.name: entry.parent for _, entry in WHOLE}
    for name in parents:
        above, steps = parents[name], 0
        while above and steps < 10:
            above, steps = parents.get(above, ""), steps + 1
        assert not above, f"{name} is in a circle of parents"


def test_division_codes_are_six_digits_and_unique() -> None:
    codes = [entry.code for entry in LISTS["divisions"] if entry.code]
    assert all(len(code) == 6 and code.isdigit() for code in codes)
    assert len(codes) == len(set(codes))


def test_a_division_lies_in_the_province_of_its_code() -> None:
    provinces = {entry.code[:2]: entry.name for entry in LISTS["divisions"] if entry.cls == "Province"}
    parents = {(entry.name, entry.code[:2]): entry.parent for entry in LISTS["divisions"] if entry.code}
    for (name, start), parent in parents.items():
        above = parent if parent in ("中国", provinces[start]) else parents[parent, start]
        assert above in ("中国", provinces[start]), name


def test_country_codes_are_two_capitals_and_unique() -> None:
    codes = [entry.code for entry in LISTS["countries"]]
    assert [code for code in codes if not re.fullmatch(r"[A-Z]{2}", code)] == []
    assert len(codes) == len(set(codes))


def test_all_thirty_four_provinces_are_there() -> None:
    assert sum(entry.cls == "Province" for entry in LISTS["divisions"]) == 34


def test_a_form_that_means_two_places_needs_a_context() -> None:
    """吉林 is the province; whatever else bears a short form must be marked."""
    lookup = load_gazetteer().lookup
    clear = {
        form: [entry.name for entry in entries if form not in entry.risky and form != entry.name]
        for form, entries in lookup.items()
        if {entry.cls for entry in entries} <= {"Province", "City", "District"}
    }
    assert {form: names for form, names in clear.items() if len(names) > 1} == {}


def test_an_alias_of_two_things_of_other_lists_is_marked() -> None:
    divisions = {"Province", "City", "District"}
    for form, entries in load_gazetteer().lookup.items():
        clear = [e for e in entries if form not in e.risky and form != e.name and e.cls not in divisions]
        assert len(clear) < 2, f"{form} means {', '.join(e.name for e in clear)}: mark all but one as ambiguous"


def test_no_form_of_the_lookup_is_a_single_character() -> None:
    assert [form for form in load_gazetteer().lookup if len(form) < 2] == []


def test_parts_of_names_are_not_looked_up_alone() -> None:
    gazetteer = load_gazetteer()
    assert "沪" not in gazetteer.lookup
    assert "科委" not in gazetteer.lookup


def test_abbreviated_things_are_in_the_lists() -> None:
    lookup = load_gazetteer().lookup
    assert [entry.name for entry in LISTS["abbreviations"] if entry.name not in lookup] == []


def test_a_province_comes_before_a_city_of_the_same_abbreviation() -> None:
    assert [entry.name for entry in load_gazetteer().abbreviations["青"]] == ["青海省", "青岛市"]


def test_municipal_levels_are_known() -> None:
    assert {flag for entry in LISTS["municipal"] for flag in entry.flags} == {"省", "市", "区", "县"}


def test_surnames_have_at_most_four_characters() -> None:
    assert max(map(len, load_gazetteer().surnames)) <= 4


@pytest.mark.parametrize(
    ("form", "name", "cls"),
    [
        ("浦东", "浦东新区", "District"),
        ("楚雄州", "楚雄彝族自治州", "City"),
        ("苏州", "苏州市", "City"),
        ("昆山", "昆山市", "City"),
        ("西藏", "西藏自治区", "Province"),
        ("香港", "香港特别行政区", "Province"),
        ("粤港澳大湾区", "粤港澳大湾区", "FunctionalZone"),
        ("阿联酋", "阿联酋", "Country"),
        ("东南亚", "东南亚", "Region"),
        ("中科大", "中国科学技术大学", "University"),
        ("哈工大", "哈尔滨工业大学", "University"),
        ("麻省理工", "麻省理工学院", "University"),
        ("中科院", "中国科学院", "Academy"),
        ("中科院物理所", "中国科学院物理研究所", "ResearchInstitute"),
        ("工信部", "工业和信息化部", "GovernmentBody"),
        ("中国科协", "中国科学技术协会", "Association"),
        ("UNESCO", "联合国教科文组织", "InternationalOrganization"),
        ("宁德时代", "宁德时代新能源科技股份有限公司", "Company"),
        ("华西医院", "四川大学华西医院", "Hospital"),
        ("国家科技进步奖", "国家科学技术进步奖", "Award"),
        ("“一带一路”", "一带一路", "Initiative"),
        ("中国天眼", "五百米口径球面射电望远镜", "Facility"),
        ("高交会", "中国国际高新技术成果交易会", "EventSeries"),
    ],
)
def test_a_usual_form_is_found(form: str, name: str, cls: str) -> None:
    clear = [(entry.name, entry.cls) for entry in load_gazetteer().lookup[form] if form not in entry.risky]
    assert clear == [(name, cls)]


@pytest.mark.parametrize("form", ["朝阳", "合作", "平安", "新平", "南大", "小米", "苹果", "教育部门", "城区"])
def test_a_form_with_other_meanings_is_never_clear(form: str) -> None:
    entries = load_gazetteer().lookup.get(form, ())
    assert all(form in entry.risky for entry in entries)


def test_the_risky_forms_of_a_line_can_be_named_one_by_one(tmp_path: Path) -> None:
    (entry,) = read_list(listed(tmp_path, "三一集团\tCompany\t三一重工;三一\t\t\tSany\tambiguous=三一"))
    assert entry.forms == ("三一集团", "三一重工", "三一")
    assert entry.risky == {"三一"}
    assert entry.ambiguous


def test_a_bare_mark_covers_all_aliases(tmp_path: Path) -> None:
    (entry,) = read_list(listed(tmp_path, "来宾市\tCity\t来宾\t广西壮族自治区\t451300\tLaibin\tambiguous"))
    assert entry.risky == {"来宾"}


def listed(folder: Path, *lines: str) -> Path:
    path = folder / "broken.tsv"
    path.write_text("\n".join((HEADER, *lines)) + "\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("上海市\tProvince", "2 columns where 7 are needed"),
        ("\tProvince\t\t\t\t\t", "no name"),
        ("上海市\tMetropolis\t\t\t\t\t", "unknown class 'Metropolis'"),
        ("上海市\tProvince\t上海市\t\t\t\t", "the aliases of 上海市 are empty, said twice, or the name itself"),
        ("上海市\tProvince\t上海;;沪上\t\t\t\t", "the aliases of 上海市 are empty, said twice, or the name itself"),
        ("小米集团\tCompany\t小米\t\t\t\tambiguous=大米", "marks what is none of its forms: 大米"),
        ("小米集团\tCompany\t\t\t\t\tambiguous", "marks its aliases, and it has none"),
    ],
)
def test_a_wrong_line_is_an_error_with_file_and_line(tmp_path: Path, line: str, problem: str) -> None:
    path = listed(tmp_path, "北京市\tProvince\t北京\t中国\t110000\tBeijing\t", line)
    with pytest.raises(DataFileError, match=problem) as caught:
        read_list(path)
    assert (caught.value.path, caught.value.line) == (path, 3)


def test_all_wrong_lines_of_a_file_are_told_at_once(tmp_path: Path) -> None:
    path = listed(tmp_path, "上海市", "北京市\tProvince\t\t\t\t\t", "苏州市\tTown\t\t\t\t\t")
    with pytest.raises(DataFileError, match=r"broken\.tsv:2: 1 columns.*line 4: unknown class 'Town'"):
        read_list(path)


def test_a_missing_header_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "list.tsv"
    path.write_text("上海市\tProvince\t\t\t\t\t\n", "utf-8")
    with pytest.raises(DataFileError, match="begin the file with"):
        read_list(path)


def test_a_folder_without_lists_gives_an_empty_gazetteer(tmp_path: Path) -> None:
    gazetteer = read_gazetteer(tmp_path)
    assert gazetteer.entries == ()
    assert not gazetteer.lookup
