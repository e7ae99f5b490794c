"""Which short lines are headings, cards or cells, and how headings rank."""

from __future__ import annotations

from shkc_kg.model import PassageKind
from shkc_kg.reading.lines.layout import rows_of
from shkc_kg.reading.lines.parts import parts_of
from shkc_kg.reading.names.cards import is_institution_line
from shkc_kg.reading.names.persons import is_person_line

LEAD = "标题\n\n本章介绍全年工作，分为两节。\n\n"


def parts(text: str) -> list[tuple[str, str]]:
    found = parts_of(rows_of(LEAD + text), LEAD + text, is_person_line, is_institution_line)
    return [(part.kind.value, part.line.text) for part in found[2:]]


def levels(text: str) -> dict[str, int]:
    found = parts_of(rows_of(LEAD + text), LEAD + text, is_person_line, is_institution_line)
    return {part.line.text: part.level for part in found if part.kind is PassageKind.HEADING}


def test_the_lines_of_a_card_are_one_part() -> None:
    text = "新增院士\n\n李 骏\n\n复旦大学\n(数学物理学部)\n\n\n吴明红(女)\n\n上海大学\n(环境与轻纺工程学部)"
    assert parts(text) == [
        ("Heading", "新增院士"),
        ("Card", "李骏\n复旦大学\n(数学物理学部)"),
        ("Card", "吴明红(女)\n上海大学\n(环境与轻纺工程学部)"),
    ]


def test_a_name_without_an_institution_is_no_card() -> None:
    assert parts("李骏\n\n出席会议的代表来自各地，共商合作。")[0] == ("Heading", "李骏")


def test_the_members_of_a_number_card_are_items() -> None:
    text = "构成\n\n2\n场\n\n特别活动\n\n全球技术转移大会\n青年科学家座谈会\n\n主题 创新"
    assert parts(text) == [
        ("Heading", "构成"),
        ("Card", "2场特别活动"),
        ("Item", "全球技术转移大会"),
        ("Item", "青年科学家座谈会"),
        ("Item", "主题 创新"),
    ]


def test_a_member_that_ends_in_a_comma_goes_on_in_the_next_line() -> None:
    text = "10\n余场\n\n专题论坛\n\n创新政策、区域合作、\n未来科学等\n\n下一段说的是另一件事，与论坛无关。"
    assert ("Item", "创新政策、区域合作、未来科学等") in parts(text)


def test_a_heading_below_a_number_card_is_no_member() -> None:
    text = "1场\n\n开幕式\n\n合作持续深化\n\n为更好服务国家战略，发挥优势。"
    assert parts(text)[1] == ("Heading", "合作持续深化")


def test_a_table_with_one_cell_a_line_is_items() -> None:
    text = "附表说明见下，数据来自统计部门。\n\n指标\n2020年\n经费（亿元）\n898.7\n\n下一段说的是另一件事，与表无关。"
    assert {kind for kind, cell in parts(text) if len(cell) < 8} == {"Item"}


def test_headings_glued_by_bold_marks_fall_in_rank() -> None:
    found = levels("南北转型**宝山****建设科技创新中心主阵地**\n\n制订政策，推动发展。")
    assert found["南北转型"] < found["宝山"] < found["建设科技创新中心主阵地"]


def test_a_heading_directly_above_one_of_its_rank_stands_above_it() -> None:
    found = levels("新城发力\n\n嘉定\n\n完善产业格局，推进建设。\n\n松江\n\n推动走廊建设，促进发展。")
    assert found["新城发力"] < found["嘉定"] == found["松江"]


def test_marked_headings_in_a_row_stay_siblings() -> None:
    found = levels("一、经费\n\n二、产出\n\n三、人员\n\n全省人员增加，结构优化。")
    assert found["经费"] == found["产出"] == found["人员"]


def test_a_list_of_contents_does_not_sink_without_end() -> None:
    text = "\n\n".join(f"第几项工作持续推进{chr(0x4E00 + i)}" for i in range(50))
    assert min(levels(text + "\n\n正文从这里开始，介绍情况。").values()) >= 0


def test_a_long_heading_ranks_with_marked_ones() -> None:
    found = levels("◆ 院士增选结果出炉\n\n选举产生院士，共12人。\n\n创新人才培育体系持续优化\n\n形成体系，汇聚人才。")
    assert found["院士增选结果出炉"] == found["创新人才培育体系持续优化"]


def test_a_heading_that_is_a_name_stands_below() -> None:
    found = levels("◆ 国际交流平台影响力提升\n\n提升影响力，打造名片。\n\n世界人工智能大会\n\n大会举办，成果丰硕。")
    assert found["国际交流平台影响力提升"] < found["世界人工智能大会"]


def test_a_heading_of_cards_stands_below() -> None:
    text = "◆ 院士增选结果公布出炉\n\n选举产生院士，共12人。\n\n新增中国科学院院士名单如下\n\n李骏\n\n复旦大学\n\n"
    found = levels(text)
    assert found["院士增选结果公布出炉"] < found["新增中国科学院院士名单如下"]


def test_a_numbered_line_above_prose_is_a_heading() -> None:
    assert parts("1.强化原始创新\n\n布局重大项目，支持基础研究。\n\n2.优化生态\n\n健全机制，服务企业。") == [
        ("Heading", "强化原始创新"),
        ("Sentence", "布局重大项目，支持基础研究。"),
        ("Heading", "优化生态"),
        ("Sentence", "健全机制，服务企业。"),
    ]


def test_numbered_lines_among_their_like_are_items() -> None:
    assert {kind for kind, _ in parts("1.强化原始创新\n2.优化创新生态\n3.健全体制机制")} == {"Item"}


def test_a_month_stands_below_its_neighbours() -> None:
    found = levels("5月\n\n- 论坛举办\n\n大事记\n\n7月\n\n- 大会举办")
    assert found["5月"] == found["7月"] > found["大事记"]


def test_a_date_below_the_title_is_no_heading() -> None:
    text = "统计公报\n\n2022年9月15日\n\n全省投入增长加快，结构趋优。"
    found = parts_of(rows_of(text), text, is_person_line, is_institution_line)
    assert [part.kind.value for part in found] == ["Heading", "Item", "Sentence"]


def test_the_last_short_line_heads_nothing() -> None:
    assert parts("（完）") == [("Item", "（完）")]
