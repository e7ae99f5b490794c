"""What a table's figures say is read from row labels and column heads."""

from decimal import Decimal

from shkc_kg.model import Observation, Reading, Source
from shkc_kg.reading import read


def _observations(text: str) -> list[tuple[str, str, Decimal | None, str, str]]:
    reading: Reading = read(Source("r", "1", text, "", "", 2019, "苏州市"))
    return [(f.about, f.indicator, f.value, f.unit, f.date) for f in reading.facts if isinstance(f, Observation)]


def test_years_as_column_heads_date_the_figures_of_their_column() -> None:
    text = "指标\t2018年\t2019年\n高新技术企业（家）\t5416\t7052\n技术合同成交额（亿元）\t181.3\t253.6\n"
    assert _observations(text) == [
        ("苏州市", "高新技术企业", Decimal(5416), "家", "2018"),
        ("苏州市", "高新技术企业", Decimal(7052), "家", "2019"),
        ("苏州市", "技术合同成交额", Decimal("18130000000.0"), "元", "2018"),
        ("苏州市", "技术合同成交额", Decimal("25360000000.0"), "元", "2019"),
    ]


def test_a_place_that_labels_a_row_is_what_its_figures_are_about() -> None:
    text = "区名\n企业数（家）\n产值（亿元）\n吴江区\n1230\n890.5\n昆山市\n560\n320\n"
    assert _observations(text) == [
        ("吴江区", "企业数", Decimal(1230), "家", "2019"),
        ("吴江区", "产值", Decimal("89050000000.0"), "元", "2019"),
        ("昆山市", "企业数", Decimal(560), "家", "2019"),
        ("昆山市", "产值", Decimal(32000000000), "元", "2019"),
    ]


def test_cells_that_name_what_they_count_stand_below_the_name_at_their_column() -> None:
    text = "吴江区\t昆山市\n6.8千家\t占比42%\n"
    assert _observations(text) == [
        ("吴江区", "家", Decimal("6800.0"), "家", "2019"),
        ("昆山市", "占比", Decimal(42), "%", "2019"),
    ]


def test_a_column_that_numbers_the_rows_is_none_of_figures() -> None:
    text = "序号\t各市\t产值(亿元)\n1\t吴江区\t2155.3\n2\t昆山市\t320\n"
    assert _observations(text) == [
        ("吴江区", "产值", Decimal("215530000000.0"), "元", "2019"),
        ("昆山市", "产值", Decimal(32000000000), "元", "2019"),
    ]


def test_a_figure_with_a_blank_for_its_thousands_is_a_cell() -> None:
    text = "区名\n企业数（家）\n产值（亿元）\n吴江区\n1 685\n890.5\n昆山市\n560\n320\n"
    assert ("吴江区", "企业数", Decimal(1685), "家", "2019") in _observations(text)


def test_a_column_of_units_scales_its_rows_and_a_part_takes_the_measure_of_its_whole() -> None:
    text = "指标\t单位\t绝对数\t比上年增长(%)\n商标申请量\t件\t900\t8.5\n其中:马德里商标\t件\t30\t-2.5\n成交额\t亿元\t1.5\t9\n"
    assert _observations(text) == [
        ("苏州市", "商标申请量", Decimal(900), "件", "2019"),
        ("苏州市", "商标申请量比上年增长", Decimal("8.5"), "%", "2019"),
        ("苏州市", "马德里商标申请量", Decimal(30), "件", "2019"),
        ("苏州市", "马德里商标申请量比上年增长", Decimal("-2.5"), "%", "2019"),
        ("苏州市", "成交额", Decimal("150000000.0"), "元", "2019"),
        ("苏州市", "成交额比上年增长", Decimal(9), "%", "2019"),
    ]


def test_the_running_numbers_of_a_table_count_nothing() -> None:
    text = "序号\n项目\n单位\n1\n稻米育种\n苏州大学\n2\n芯片封装\n同济大学\n3\n药物筛选\n复旦大学\n"
    assert _observations(text) == []


def test_bare_years_beside_the_word_for_indicators_are_column_heads() -> None:
    text = "指标\t2017\t2018\n科技人员(万人)\t3.5\t4\n#女性\t1.5\t2\n"
    assert _observations(text) == [
        ("苏州市", "科技人员", Decimal("35000.0"), "人", "2017"),
        ("苏州市", "科技人员", Decimal(40000), "人", "2018"),
        ("苏州市", "科技人员中女性", Decimal("15000.0"), "人", "2017"),
        ("苏州市", "科技人员中女性", Decimal(20000), "人", "2018"),
    ]


def test_bars_part_cells_and_an_empty_one_holds_its_column() -> None:
    text = "| 区名 | 企业数（家） | 产值（亿元） |\n|---|---|---|\n| 吴江区 | | 890.5 |\n| 昆山市 | 560 | 320 |\n"
    assert _observations(text) == [
        ("吴江区", "产值", Decimal("89050000000.0"), "元", "2019"),
        ("昆山市", "企业数", Decimal(560), "家", "2019"),
        ("昆山市", "产值", Decimal(32000000000), "元", "2019"),
    ]


def test_a_head_measures_what_the_caption_counts_and_the_row_of_the_whole_is_the_region() -> None:
    text = (
        "一、概况\n\n全市增长平稳。\n\n表2 各区高新技术产业产值情况\n\n"
        "序号 | 区名 | 产值(亿元) | 同比变化(%)\n1 | 吴江区 | 15.5 | -6.1\n | 全市 | 30 | 2\n"
    )
    assert _observations(text) == [
        ("吴江区", "高新技术产业产值", Decimal("1550000000.0"), "元", "2019"),
        ("吴江区", "高新技术产业产值同比变化", Decimal("-6.1"), "%", "2019"),
        ("苏州市", "高新技术产业产值", Decimal(3000000000), "元", "2019"),
        ("苏州市", "高新技术产业产值同比变化", Decimal(2), "%", "2019"),
    ]
    reading = read(Source("r", "1", text, "", "", 2019, "苏州市"))
    digits = {
        text[u.span.begin : u.span.end]: u.reason
        for u in reading.unread
        if u.kind == "number" and u.reason != "part of a word"
    }
    assert digits == {"表2": "number of a table or figure", "1": "number of a list item"}


def test_years_that_bars_part_date_their_column() -> None:
    text = "指标 | 2018 | 2019\n高新技术企业（家） | 5416 | 7052\n"
    assert _observations(text) == [
        ("苏州市", "高新技术企业", Decimal(5416), "家", "2018"),
        ("苏州市", "高新技术企业", Decimal(7052), "家", "2019"),
    ]


def test_cells_that_only_wide_blanks_part_are_columns() -> None:
    for blank in ("　", "   ", " 　 "):
        head, row = "地区 产值（亿元） 比上年增长（%）".replace(" ", blank), "杭州市 12.5 8.1".replace(" ", blank)
        reading = read(Source("t", "1", f"各市产值情况\n{head}\n{row}\n", "", "", year=2022, region="浙江省"))
        made = [(o.about, o.indicator, o.value) for o in reading.facts if isinstance(o, Observation)]
        assert made == [("杭州市", "产值", 1250000000), ("杭州市", "产值比上年增长", Decimal("8.1"))]


def test_a_head_over_three_lines_names_each_column_and_years_label_the_rows() -> None:
    text = (
        "年 份 | 申请专利 | 技术合同 | 研发经费支出 |\n件 数 | 成 交 额 | 占生产总值 |\n(万件) | (亿元) | 比重 (%) |\n"
        "1998 | 1.25 | 20.5 | 1.4 |\n1999 | 2.5 | 31.2 | 1.6 |\n① 专利为当年数。 |\n"
    )
    assert _observations(text) == [
        ("苏州市", "申请专利件数", Decimal("12500.00"), "件", "1998"),
        ("苏州市", "技术合同成交额", Decimal("2050000000.0"), "元", "1998"),
        ("苏州市", "研发经费支出占生产总值比重", Decimal("1.4"), "%", "1998"),
        ("苏州市", "申请专利件数", Decimal("25000.0"), "件", "1999"),
        ("苏州市", "技术合同成交额", Decimal("3120000000.0"), "元", "1999"),
        ("苏州市", "研发经费支出占生产总值比重", Decimal("1.6"), "%", "1999"),
    ]
    dates = [text[d.span.begin : d.span.end] for d in read(Source("r", "1", text, "", "", 2019, "苏州市")).dates]
    assert dates == ["1998", "1999", "当年"]


def test_cells_that_bars_close_line_by_line_are_rows_below_years() -> None:
    text = (
        "8-2 科研机构情况 |\n|\n|\n指 标 |\n2015 |\n2016 |\n研究人员 |\n(万人) |\n1.5 |\n1.8 |\n#女性 |\n|\n0.5 |\n0.6 |\n"
        "青年 |\n|\n0.7 |\n0.9 |\n成果及获奖数 (项) |\n|\n|\n登记成果 |\n120 |\n150 |\n全时研究人员 |\n210 |\n230 |\n(人年) |\n|\n|\n"
    )
    assert _observations(text) == [
        ("苏州市", "研究人员", Decimal("15000.0"), "人", "2015"),
        ("苏州市", "研究人员", Decimal("18000.0"), "人", "2016"),
        ("苏州市", "研究人员中女性", Decimal("5000.0"), "人", "2015"),
        ("苏州市", "研究人员中女性", Decimal("6000.0"), "人", "2016"),
        ("苏州市", "研究人员中青年", Decimal("7000.0"), "人", "2015"),
        ("苏州市", "研究人员中青年", Decimal("9000.0"), "人", "2016"),
        ("苏州市", "登记成果", Decimal(120), "项", "2015"),
        ("苏州市", "登记成果", Decimal(150), "项", "2016"),
        ("苏州市", "全时研究人员", Decimal(210), "人年", "2015"),
        ("苏州市", "全时研究人员", Decimal(230), "人年", "2016"),
    ]


def test_the_unit_and_the_month_above_a_table_are_those_of_its_figures() -> None:
    text = (
        "2018年9月份授权专利状况表 |\n单位:件 |\n地区 |\n当月累计 |\n同比增长 |\n总累计 |\n"
        "吴江区 |\n41 |\n8.5% |\n900 |\n昆山市 |\n52 |\n7.5% |\n1200 |\n"
    )
    assert _observations(text) == [
        ("吴江区", "授权专利当月累计", Decimal(41), "件", "2018-09"),
        ("吴江区", "同比增长", Decimal("8.5"), "%", "2018-09"),
        ("吴江区", "授权专利总累计", Decimal(900), "件", "2018-09"),
        ("昆山市", "授权专利当月累计", Decimal(52), "件", "2018-09"),
        ("昆山市", "同比增长", Decimal("7.5"), "%", "2018-09"),
        ("昆山市", "授权专利总累计", Decimal(1200), "件", "2018-09"),
    ]


def test_bars_on_lines_of_their_own_close_the_cells_above_them() -> None:
    text = (
        "|\n表3-1 企业研发活动(2017年)\n指 标\n|\n2017年\n|\n一、企业情况\n|\n|\n有研发活动的企业数(个)\n|\n31\n|\n"
        "研发经费支出合计(万元)\n|\n450.5\n|\n"
    )
    assert _observations(text) == [
        ("苏州市", "有研发活动的企业数", Decimal(31), "个", "2017"),
        ("苏州市", "研发经费支出合计", Decimal("4505000.0"), "元", "2017"),
    ]


def test_the_row_of_the_whole_nation_is_of_the_nation() -> None:
    text = "地 区 | 研发人员 | 项目数 |\n(人年) | (项) |\n全 国 | 900 | 30 |\n北 京 | 80 | 4 |\n"
    assert [(o[0], o[2]) for o in _observations(text)] == [
        ("中国", Decimal(900)),
        ("中国", Decimal(30)),
        ("北京市", Decimal(80)),
        ("北京市", Decimal(4)),
    ]


def test_single_blanks_part_the_cells_below_a_head_of_years() -> None:
    text = (
        "项     目     Item     2017 2018\n每万人口专利数   (件/万人)   Patents per 1 Million            16.5 18.25\n"
        "                     Persons                  (piece/10000 persons)\n技术人才数     (万人)   Personnel   19 20\n"
        " 其中:高级职称    Senior title   2.5 2.75\n    中级职称      Middle title   8 9\n"
    )
    assert _observations(text) == [
        ("苏州市", "每万人口专利数", Decimal("16.5"), "件/万人", "2017"),
        ("苏州市", "每万人口专利数", Decimal("18.25"), "件/万人", "2018"),
        ("苏州市", "技术人才数", Decimal(190000), "人", "2017"),
        ("苏州市", "技术人才数", Decimal(200000), "人", "2018"),
        ("苏州市", "技术人才数中高级职称", Decimal("25000.0"), "人", "2017"),
        ("苏州市", "技术人才数中高级职称", Decimal("27500.00"), "人", "2018"),
        ("苏州市", "技术人才数中中级职称", Decimal(80000), "人", "2017"),
        ("苏州市", "技术人才数中中级职称", Decimal(90000), "人", "2018"),
    ]


def test_single_blanks_part_the_cells_below_a_head_of_words() -> None:
    text = "表5 各区专利情况\n地区 申请量(件) 增长率(%)\n吴江区 1200 5.2\n昆山市 3400 -1.5\n"
    assert _observations(text) == [
        ("吴江区", "申请量", Decimal(1200), "件", "2019"),
        ("吴江区", "增长率", Decimal("5.2"), "%", "2019"),
        ("昆山市", "申请量", Decimal(3400), "件", "2019"),
        ("昆山市", "增长率", Decimal("-1.5"), "%", "2019"),
    ]


def test_years_alone_head_a_table_that_blanks_part() -> None:
    text = (
        "20-4  学校科技情况\n    2005 2006\n                \n学校基本情况        \n学校数      (所) 17 18\n"
        " #理工农医      7 8\n  人文社科      9 10\n经费(课题)支出   (亿元) 2.5 2.75\n"
    )
    assert [o[1:] for o in _observations(text)] == [
        ("学校数", Decimal(17), "所", "2005"),
        ("学校数", Decimal(18), "所", "2006"),
        ("学校数中理工农医", Decimal(7), "所", "2005"),
        ("学校数中理工农医", Decimal(8), "所", "2006"),
        ("学校数中人文社科", Decimal(9), "所", "2005"),
        ("学校数中人文社科", Decimal(10), "所", "2006"),
        ("经费(课题)支出", Decimal("250000000.0"), "元", "2005"),
        ("经费(课题)支出", Decimal("275000000.00"), "元", "2006"),
    ]


def test_a_caption_of_the_nation_tells_whose_figures_a_table_has() -> None:
    text = "1-1 全国科技经费指标\n指标 | 2001 | 2002\n经费支出(亿元) | 678.9 | 895.7\n"
    reading = read(Source("r", "1", text, "", "", None, ""))
    assert {o.about for o in reading.facts if isinstance(o, Observation)} == {"中国"}


def test_the_counter_of_a_page_counts_nothing_of_the_report() -> None:
    assert _observations("发布时间:2019-09-06\n浏览量:13\n来源:市局 点击数: 320 字号:大 中 小\n") == []


def test_a_head_over_several_columns_stands_in_front_of_each() -> None:
    said = [
        ("吴江区", "专利申请量总数", Decimal(900), "件", "2019"),
        ("吴江区", "专利申请量发明", Decimal(300), "件", "2019"),
        ("吴江区", "专利授权量总数", Decimal(500), "件", "2019"),
        ("吴江区", "专利授权量发明", Decimal(90), "件", "2019"),
    ]
    row = "总数(件) | 发明(件) | 总数(件) | 发明(件) |\n吴江区 | 900 | 300 | 500 | 90 |\n"
    assert _observations("地区 | 专利申请量 | | 专利授权量 | |\n| " + row) == said
    assert _observations("地区 | 专利申请量 | 专利授权量 |\n" + row) == said


def test_heads_of_numbered_rows_may_span_columns_and_lines() -> None:
    text = "表2 各市高新技术产业产值情况\n序号 | 各市 | 2019年上半年 | |\n产值(亿元) | 同比变化(%) | ||\n1 | 昆山市 | 320.5 | 6.1 |\n"
    assert _observations(text) == [
        ("昆山市", "高新技术产业产值", Decimal("32050000000.0"), "元", "2019-01/2019-06"),
        ("昆山市", "高新技术产业产值同比变化", Decimal("6.1"), "%", "2019-01/2019-06"),
    ]


def test_a_unit_in_a_cell_of_its_own_is_its_rows_and_a_change_is_of_the_row_above() -> None:
    text = (
        "主要指标 | 高新区 | 规上工业 | |\n2019年 | 2019年 | ||\n产值 | 亿元 | 12.5 | 30 |\n同比变化(%) | 5.3 | 3.7 |\n"
    )
    assert [(i, v, u) for _, i, v, u, _ in _observations(text)] == [
        ("产值高新区", Decimal("1250000000.0"), "元"),
        ("产值规上工业", Decimal(3000000000), "元"),
        ("产值同比变化高新区", Decimal("5.3"), "%"),
        ("产值同比变化规上工业", Decimal("3.7"), "%"),
    ]


def test_a_rate_in_the_words_of_a_head_is_its_unit() -> None:
    text = "指标 | 单位 | 2019年 | 增长% |\n技术合同成交额 | 亿元 | 9 | 12.5 |\n"
    assert _observations(text) == [
        ("苏州市", "技术合同成交额", Decimal(900000000), "元", "2019"),
        ("苏州市", "技术合同成交额增长", Decimal("12.5"), "%", "2019"),
    ]


def test_translations_in_cells_of_their_own_are_left_aside() -> None:
    text = (
        "指标 |\nItem |\n2017 |\n2018 |\nR&D人员\n(人) |\nPersonnel Engaged in Research and Development\n(person) |\n"
        "967 |\n781 |\nR&D经费 (亿元) |\nExpenditure\n(100 million yuan) |\n17.5 |\n18 |\n"
    )
    assert _observations(text) == [
        ("苏州市", "R&D人员", Decimal(967), "人", "2017"),
        ("苏州市", "R&D人员", Decimal(781), "人", "2018"),
        ("苏州市", "R&D经费", Decimal("1750000000.0"), "元", "2017"),
        ("苏州市", "R&D经费", Decimal(1800000000), "元", "2018"),
    ]


def test_a_title_and_the_unit_of_all_may_stand_in_one_line() -> None:
    text = "表二\n  2014年11月份发明专利授权状况表     单位:件\n地区\t当月累计\t同比增长\n江苏\t186\t8.2%\n"
    assert _observations(text) == [
        ("江苏省", "发明专利授权当月累计", Decimal(186), "件", "2014-11"),
        ("江苏省", "同比增长", Decimal("8.2"), "%", "2014-11"),
    ]
