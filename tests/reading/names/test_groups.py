"""Leading groups and committees with the level or body that has them."""

from __future__ import annotations

import pytest
from tests.reading.names.reading import outer


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("调整了市中小企业认定工作领导小组", ("市中小企业认定工作领导小组", "GovernmentBody")),
        ("市科技创新工作领导小组办公室印发通知", ("市科技创新工作领导小组办公室", "GovernmentBody")),
        ("省科协学术交流工作委员会2008年小结", ("省科协学术交流工作委员会", "Association")),
        ("县委成立科学技术领导小组", ("科学技术领导小组", "GovernmentBody")),
        ("成立以市长为组长的数字经济领导小组", ("数字经济领导小组", "GovernmentBody")),
        ("黄石市黄石港区创新型城区建设领导小组", ("黄石市黄石港区创新型城区建设领导小组", "GovernmentBody")),
    ],
)
def test_level_body_or_founding_verb_opens_the_name(text: str, found: tuple[str, str]) -> None:
    assert found in outer(text)


@pytest.mark.parametrize(
    "text",
    ["八县区均成立了创新示范领导小组", "充分发挥领导小组作用", "成立创建工作领导小组", "召开全市科技工作联席会议"],
)
def test_groups_of_many_and_of_nothing_named_are_none(text: str) -> None:
    assert [one for one in outer(text) if one[1] in ("GovernmentBody", "Association")] == []
