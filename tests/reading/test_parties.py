"""Whose a figure is in news of meetings and features on working together: the meeting, the parties, the maker's product."""

from __future__ import annotations

from shkc_kg.model import Observation, Source
from shkc_kg.reading import read
from shkc_kg.reading.whose.shortevent import is_short_for

NEWS = "第三届湘湖科技成果交易会开幕\n\n本报杭州9月6日讯 9月6日,第三届湘湖科技成果交易会在杭州国际博览中心开幕。\n\n"
FEATURE = "两市科技合作再提速\n\n"


def said(text: str, title: str = FEATURE) -> list[tuple[str, str, str]]:
    """Value, subject and indicator of each number of a text but for editions."""
    reading = read(Source("t", "1", title + text, "", "", year=2021, region="杭州市"))
    told = [o for o in reading.facts if isinstance(o, Observation) and o.unit != "届"]
    return [(str(o.value), o.about, o.indicator) for o in told]


def test_a_short_form_means_the_event_at_hand() -> None:
    found = said("据介绍,这次科交会共收集成果810项。科交会组织了12场路演。", NEWS)
    assert found == [
        ("810", "第三届湘湖科技成果交易会", "收集成果"),
        ("12", "第三届湘湖科技成果交易会", "组织路演"),
    ]
    assert not is_short_for("展会", "第三届湘湖科技成果交易会")


def test_the_first_who_signs_has_what_they_agreed() -> None:
    found = said("浙江大学与兰州大学签订研究生联合培养协议,每年互派师生30人左右。")
    assert found == [("30", "浙江大学", "每年互派师生")]


def test_an_institute_and_a_city_have_what_they_agreed_or_the_body_they_found() -> None:
    assert said("浙江大学与兰州市签订合作协议,每年选派教师30人。")[0][1] == "浙江大学"
    assert said("浙江大学与兰州市共建兰州光谱研究院,三年内选派教师30人。")[-1][1] == "兰州光谱研究院"


def test_a_joint_laboratory_is_not_its_first_party() -> None:
    text = "浙江大学与兰州大学共建的寒旱光谱联合实验室通过验收,发表论文60篇。"
    assert [about for _, about, _ in said(text)] != ["浙江大学"]


def test_money_of_each_is_of_what_it_founds() -> None:
    found = said("双方将从今年起每年各拿出900万元,设立湘湖联合攻关专项,立项41个。")
    assert [about for _, about, _ in found] == ["湘湖联合攻关专项"] * 2


def test_firms_that_move_in_are_of_the_incubator() -> None:
    text = "位于余杭区的湘湖离岸孵化器已于7月启用,阿里巴巴、吉利汽车等6家企业首批入驻。"
    assert [about for _, about, _ in said(text)] == ["湘湖离岸孵化器"]


def test_a_product_stands_before_its_figures() -> None:
    found = said("浙江大学研发的多语种翻译系统支持12种语言,识别准确率超过96%。")
    assert found[1] == ("96", "浙江大学", "多语种翻译系统识别准确率")
    found = said("团队选育的高原蔬菜品种,已在余杭区、临安区示范种植1.2万亩,亩均增收四分之一。")
    assert all("高原蔬菜品种" in indicator for _, _, indicator in found)


def test_counted_bodies_end_before_whom_they_act_with() -> None:
    assert said("会上,19所高校与杭州市签约57项。")[0][2] == "高校"
    assert said("10家企业与浙江大学签约。")[0][2] == "与浙江大学签约的企业"


def test_those_of_a_programme_are_of_the_region() -> None:
    found = said("全市引进人才团队185个,其中国家“千人计划”专家26名。")
    assert found[1][1:] == ("杭州市", "国家“千人计划”专家")


def test_who_says_we_is_whom_the_paragraph_tells_of() -> None:
    text = "昨天,浙江中控集团投产一条产线,年产阀门5万台。“三年前,我们只能做80吨。”车间主任邬某说。"
    assert said(text)[-1][:2] == ("80", "浙江中控集团")


def test_what_only_a_product_has_goes_on_about_the_project() -> None:
    text = "浙江大学牵头的“深潜器用宽厚板”项目通过验收,项目总经费7800万元。成品板最厚120毫米,成材率升至82%。"
    assert len({about for _, about, _ in said(text)}) == 1


def test_a_quote_leaves_its_speaker_out_of_the_indicator() -> None:
    text = "浙江中控集团年产值8亿元。总经理阮静宜给记者算账:“一条生产线投资不到5000万元。”"
    assert said(text)[-1][1:] == ("浙江中控集团", "一条生产线投资")
