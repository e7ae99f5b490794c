"""Foreign people: sounds with a dot between them."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import line

from shkc_kg.reading.names.transliterated import transliterated_names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("加拿大滑铁卢大学教授马克·休斯顿作主旨报告", "马克·休斯顿"),
        ("美国国家科学院院士大卫·贝克作主旨演讲", "大卫·贝克"),
        ("图灵奖得主约瑟夫·斯发基斯发表演讲", "约瑟夫·斯发基斯"),
        ("詹姆斯·D·沃森出席", "詹姆斯·D·沃森"),
        ("乌克兰国家科学院院士尼古拉·扎廖夫到会", "尼古拉·扎廖夫"),
        ("俄罗斯专家亚历山大·廖金表示", "亚历山大·廖金"),
        ("英国皇家学会会员约翰·威尔逊教授来访", "约翰·威尔逊"),
        ("中心主任由伊万·彼得罗夫斯基出任", "伊万·彼得罗夫斯基"),
        ("王子阿卜杜拉·本·卡里姆率团", "阿卜杜拉·本·卡里姆"),
        ("波兰科学院院长玛丽亚·科瓦尔斯卡娅与会", "玛丽亚·科瓦尔斯卡娅"),
        ("主席弗拉基米尔·柳比莫夫在会上作报告", "弗拉基米尔·柳比莫夫"),
        ("得奖者约翰·霍普克罗夫特等出席", "约翰·霍普克罗夫特"),
        ("聘请爱德华·莫泽为名誉院长", "爱德华·莫泽"),
        ("安德烈·盖姆团队", "安德烈·盖姆"),
        ("德国专家汉斯-彼得·福格尔可望来华", "汉斯-彼得·福格尔"),
        ("皮埃尔·切尔内绍夫到访", "皮埃尔·切尔内绍夫"),
        ("努尔兰·苏莱曼诺夫签署协议", "努尔兰·苏莱曼诺夫"),
        ("院士斯坦尼斯拉夫·柴可夫斯基入选", "斯坦尼斯拉夫·柴可夫斯基"),
        ("专家让·皮埃尔·拉法兰出席", "让·皮埃尔·拉法兰"),
        ("费尔南多·冈萨雷斯到任", "费尔南多·冈萨雷斯"),
    ],
)
def test_words_beside_a_name_are_left_out(text: str, name: str) -> None:
    assert [one.text for one in transliterated_names(line(text))] == [name]


@pytest.mark.parametrize("text", ["保定·中关村创新中心", "创新·共赢", "智慧·健康·碳中和", "滨海-中关村科技园"])
def test_words_with_a_dot_between_are_nobody(text: str) -> None:
    assert list(transliterated_names(line(text))) == []


def test_a_name_with_a_syllable_that_nobody_knows_is_left_out_rather_than_cut() -> None:
    assert list(transliterated_names(line("教授马克·休囡到会"))) == []
