"""Who wrote, took or edited what a page prints."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import names, outer


def people(text: str) -> list[str]:
    return [name for name, cls in outer(text) if cls == "Person"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("某网沈阳12月5日电(王青、刘森野)论坛开幕", ["王青", "刘森野"]),
        ("本报讯(记者 何青 通讯员 谢远 林逸文)昨日", ["何青", "谢远", "林逸文"]),
        ("□ 本报记者　谷明川　通讯员　尤佳木", ["谷明川", "尤佳木"]),
        ("新华社记者 李朗 摄", ["李朗"]),
        ("供稿:毕凯平", ["毕凯平"]),
        ("(审稿:谢玉文)", ["谢玉文"]),
        ("(计划财务处 肖宁 供稿)", ["肖宁"]),
        ("[责任编辑: 刘宁]", ["刘宁"]),
        ("(江宁日报 记者 陈玉宁 见习生 张宁)", ["陈玉宁", "张宁"]),
        ("供稿:高新处", []),
        ("供稿:成果处", []),
        ("记者从省科技厅获悉", []),
    ],
)
def test_a_role_shows_names(text: str, found: list[str]) -> None:
    assert people(text) == found


def test_a_name_set_apart_is_one_name() -> None:
    found = names("(记者 邢若南 通讯员 白 旭)")
    assert [thing.name for thing in found.things.values()] == ["邢若南", "白旭"]
