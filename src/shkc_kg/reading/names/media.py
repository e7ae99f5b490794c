"""Papers, agencies and news sites that no list holds, where a page says that they printed it: 来源:某日报, 某日报讯(记者…)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.names.candidate import Candidate

__all__ = ["as_body", "media"]

_HAN: Final = r"[\u4e00-\u9fff]"
_SOURCE: Final = re.compile(
    rf"(?:来源|稿源|转自|摘自):\s?(?!互联网|网|本)(?P<name>{_HAN}{{1,12}}?(?:报|网|通讯社|电视台|广播电台|新闻|客户端|在线|融媒体中心|杂志|周刊|学报))"
    r"(?=[\s|,;。()]|$|作者|发布|时间|编辑|责任|记者)"
)
_PAPER: Final = re.compile(
    rf"(?:^|(?<=[\s(。■□|]))(?!本|据|该|各)(?P<name>{_HAN}{{2,8}}(?:日报|晚报|晨报|商报|时报|都市报|经济报|科技报|新闻网|电视台))"
    r"(?=讯|消息|记者|客户端|全媒体|\s?(?:(?:19|20)\d\d[-年/]|\d{1,2}月\d)|\s?(?:本报)?记者)"
)
_HOUSE: Final = rf"{_HAN}{{2,8}}?(?:日报|晚报|晨报|商报|时报|都市报|科技报|[\u4e00-\u9fff]河报|新闻网|在线|网|新闻)"
# 某新闻网、某日报记者, 某报业网-某晚报: two houses printed it
_BOTH: Final = re.compile(
    rf"(?:^|(?<=[\s(:\d]))(?!本|据|该|各|互联|来源)(?P<name>{_HOUSE})[、·—-](?P<other>{_HOUSE})(?=讯|消息|(?:全媒体)?记者|[\s)]|$)"
)
# 某网讯(记者…), 某网某市3月5日电
_SITE: Final = re.compile(
    rf"(?:^|(?<=[\s(]))(?!本|据|该|各|互联)(?P<name>{_HAN}{{1,6}}网)(?=讯\s?[(\s]|{_HAN}{{2,5}}\d{{1,2}}月\d{{1,2}}日[电讯])"
)
_PERIODICAL: Final = ("杂志", "周刊", "学报")


def media(text: str) -> Iterator[Candidate]:
    """The media in the source line or at the head of a news item.

    >>> [(c.text, c.cls) for c in media("来源:江宁日报 作者:方远")]
    [('江宁日报', 'Institution')]
    """
    for m in _BOTH.finditer(text):
        yield from (Candidate(*m.span(one), m[one], "Institution", "media") for one in ("name", "other"))
    for pattern in (_SOURCE, _PAPER, _SITE):
        for m in pattern.finditer(text):
            cls = "Publication" if m["name"].endswith(_PERIODICAL) else "Institution"
            yield Candidate(*m.span("name"), m["name"], cls, "media")


def as_body(cls: str, printed: str) -> str:
    """What a listed paper's name means: without marks of a title it is the house that prints it, not the print.

    >>> as_body("Publication", "科技日报"), as_body("Publication", "《科技日报》")
    ('Institution', 'Publication')
    """
    return "Institution" if cls == "Publication" and printed.endswith("报") else cls
