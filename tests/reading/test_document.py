"""Sections and passages of a text: what hangs from what, and that each character keeps its place."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import example, given
from tests.reading.texts import NOISE, source, texts

from shkc_kg.model import Chapter, Passage
from shkc_kg.reading.lines.document import chapter_of
from shkc_kg.reading.names.cards import is_institution_line
from shkc_kg.reading.names.persons import is_person_line


def read(text: str) -> Chapter:
    return chapter_of(source(text), is_person_line, is_institution_line)


def passage(chapter: Chapter, begin: str) -> Passage:
    return next(p for p in chapter.passages if p.text.startswith(begin))


def above(chapter: Chapter, begin: str) -> list[str]:
    texts_by_id = {p.id: p.text for p in chapter.passages}
    return [texts_by_id[p] for p in passage(chapter, begin).scope]


REPORT = """
04 配置全球创新资源

4.1 打造人才高地

◆ 院士增选结果出炉

2021年，中科院选举产生65名院士。上海共12人当选。

新增中科院院士

李 骏

复旦大学
(数学物理学部)

4.2 拓展合作网络

构成

2
场

特别活动

全球技术转移大会
青年科学家座谈会

论坛成果丰硕，影响不断扩大，有以下几项成果：

- 甲中心揭牌
- 乙报告发布
"""


def test_sections_nest_by_number_and_mark() -> None:
    sections = {s.label: (s.number, s.parent) for s in read(REPORT).sections}
    assert sections["配置全球创新资源"] == ("04", None)
    assert sections["打造人才高地"] == ("4.1", "04")
    assert sections["院士增选结果出炉"] == ("4.1.1", "4.1")
    assert sections["新增中科院院士"] == ("4.1.1.1", "4.1.1")
    assert sections["拓展合作网络"] == ("4.2", "04")


def test_a_passage_hangs_from_the_headings_above_it() -> None:
    assert above(read(REPORT), "李骏") == ["新增中科院院士", "院士增选结果出炉", "打造人才高地", "配置全球创新资源"]


def test_a_member_hangs_from_its_number_card() -> None:
    assert above(read(REPORT), "青年科学家座谈会")[0] == "2场特别活动"


def test_an_item_hangs_from_the_sentence_that_announces_it() -> None:
    assert above(read(REPORT), "乙报告")[0] == "论坛成果丰硕，影响不断扩大，有以下几项成果："


def test_a_paragraph_is_parted_into_sentences() -> None:
    text = "标题\n\n甲成立。乙说：“丙开幕。丁闭幕。”戊揭牌！己启用（庚除外）。"
    sentences = [p.text for p in read(text).passages[1:]]
    assert sentences == ["甲成立。", "乙说：“丙开幕。丁闭幕。”", "戊揭牌！", "己启用（庚除外）。"]


def test_a_lost_quotation_mark_does_not_swallow_the_text() -> None:
    text = "标题\n\n打造“名片。" + "推进合作，举办活动。" * 40
    assert len(read(text).passages) > 10


def test_a_line_without_end_is_cut_at_a_mark() -> None:
    text = "推进合作，" * 3000
    passages = read(text).passages
    assert "".join(p.text for p in passages) == text
    assert all(len(p.text) <= 2000 and p.text.endswith("，") for p in passages)


def test_a_text_without_headings_is_read() -> None:
    text = "全市新增企业25家，增长5%。累计认定506家。\n\n其中全球研发中心5家，居全国首位。"
    chapter = read(text)
    assert [p.text for p in chapter.passages] == [
        "全市新增企业25家，增长5%。",
        "累计认定506家。",
        "其中全球研发中心5家，居全国首位。",
    ]
    assert chapter.sections == ()


def test_one_number_printed_twice_makes_two_sections() -> None:
    numbers = [s.number for s in read("标题\n\n4.1 甲乙\n\n甲成立，乙揭牌。\n\n4.1 丙丁\n\n丙成立，丁揭牌。").sections]
    assert numbers == ["0", "4.1", "4.1-2"]


def test_an_empty_text_has_no_passages() -> None:
    assert read("").passages == read(" \n\n\r\n\t").passages == ()


@given(texts)
def test_passages_stay_in_order_and_never_overlap(text: str) -> None:
    passages = read(text).passages
    assert [p.order for p in passages] == list(range(1, len(passages) + 1))
    assert all(a.extent.end <= b.extent.begin for a, b in pairwise(passages))


@example(
    "。上海市\n◆ 推动各类研究机构建设和发展并且新增平台一批推动各类研究机构建设和发展并且新增平台一批推动各类研究机构建设2021年"
)
@given(texts)
def test_each_stretch_of_a_passage_shows_its_original_characters(text: str) -> None:
    for one in read(text).passages:
        assert one.text == "".join(text[place] for place in one.offsets)
        for left, right in pairwise(one.offsets):
            gap = text[left + 1 : right]
            folio = gap.strip().isdigit() or "页" in text[left:right] or "—" in text[left:right]
            assert NOISE.fullmatch(gap) or folio  # the number of a page that parts a sentence is no text


@given(texts)
def test_scope_names_earlier_passages_and_sections_exist(text: str) -> None:
    chapter = read(text)
    orders = {p.id: p.order for p in chapter.passages}
    numbers = {s.number for s in chapter.sections}
    assert len(numbers) == len(chapter.sections)
    for one in chapter.passages:
        assert all(orders[p] < one.order for p in one.scope)
        assert one.section in numbers or not chapter.sections or one.section == ""


@given(texts)
def test_reading_a_text_twice_gives_the_same(text: str) -> None:
    assert read(text) == read(text)
