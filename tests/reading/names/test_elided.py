"""Bodies and prizes whose place is no more than their level."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("经省种子工作总站组织测产", ("省种子工作总站", "Institution")),
        ("由市科学技术奖励委员会审定", ("市科学技术奖励委员会", "GovernmentBody")),
        ("由省创投集团牵头设立", ("省创投集团", "Company")),
        ("获国家科学技术奖3项、省科学技术奖34项", ("省科学技术奖", "Award")),
        ("市科技馆全年接待观众20万人次", ("市科技馆", "Museum")),
        ("会同市发明协会举办路演", ("市发明协会", "Association")),
    ],
)
def test_the_level_opens_the_name(text: str, found: tuple[str, str]) -> None:
    assert found in outer(text)


@pytest.mark.parametrize(
    "text", ["支持省属集团改革", "全市学会共30家", "我省集团众多", "推进各市博物馆建设", "省重点企业集团名单"]
)
def test_a_kind_of_body_is_none(text: str) -> None:
    assert outer(text) == []
