"""Titles in 《》: what kind of work each is, from its last word and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.reading.names.candidate import Candidate

__all__ = ["bare_title", "titles"]

_TITLE: Final = re.compile(r"《[^《》]{2,90}(?:《[^《》]{2,60}》[^《》]{0,40})?》")
_MEDIA_BEFORE: Final = re.compile(r"(?:电影|影片|纪录片|专题片|宣传片|视频|节目|栏目|电视剧|动画片?|话剧|舞台剧|歌剧|歌曲|微电影|短片|系列片|科教片|科幻片|片)[^,;。《》]{0,4}(?:《[^《》]+》[、和]?)*$")
_MEDIA_AFTER: Final = re.compile(r"^(?:《[^《》]+》)*(?:等)?[^,;。《》]{0,8}(?:节目|影片|电影|栏目|首映|观影|播出|上映|第[\d一二三四五六七八九十]+季|\d+(?:部|期|集))")
_FILM: Final = re.compile(r"(?:电影|影片|纪录片|片|首映|上映|观影)")
_BROADCAST: Final = re.compile(r"(?:节目|栏目|播出|\d+期|第[\d一二三四五六七八九十]+季)")
_POLICY: Final = re.compile(
    r"(?:意见|办法|规划|方案|条例|措施|目录|通知|政策|规定|细则|纲要|计划|决定|决议|指南|标准|规范|准则|倡议|公告|批复|法|章程|清单|十条|\d+条|新政|部署|路线图|宣言|战略|安排|方略|制度|要求|指引|守则)(?:[(（][^)）]*[)）])?(?:\d{4})?$"
)
_AGREEMENT: Final = re.compile(r"(?:协议|协议书|备忘录|合同|合作书)(?:[(（][^)）]*[)）])?$")
_PUBLICATION: Final = re.compile(r"(?:报告|调查|观察|白皮书|蓝皮书|绿皮书|年鉴|指数|公报|论文|榜单|图谱|手册|读本|丛书|杂志|期刊|学报)\d{0,4}(?:[(（][^)）]*[)）])?(?:\d{4}年?版?)?$")


def bare_title(text: str) -> str:
    """A title without its marks.

    >>> bare_title("《科技合作框架协议》")
    '科技合作框架协议'
    """
    return text[1:-1] if text.startswith("《") and text.endswith("》") else text


def _cls(text: str, begin: int, end: int) -> str:
    inner, before, after = text[begin + 1 : end - 1], text[:begin], text[end:]
    if _AGREEMENT.search(inner):
        return "Agreement"
    if _MEDIA_BEFORE.search(before) or _MEDIA_AFTER.match(after):
        around = before[-12:] + after[:14]
        if _FILM.search(before[-8:] + after[:6]):
            return "Film"
        return "Broadcast" if _BROADCAST.search(around) else "MediaWork"
    if _PUBLICATION.search(inner):
        return "Publication"
    if _POLICY.search(inner):
        return "Policy"
    if re.search(r"(?:研究报告|报告|白皮书|期刊|杂志)", after[:14]) or re.search(r"(?:论文|期刊|杂志|发表在?)[^,;。]{0,4}(?:《[^《》]+》[、和]?)*$", before):
        return "Publication"
    if re.search(r"(?:印发|出台|实施|修订|制定|审议|颁布|落实)[^,;。]{0,6}(?:《[^《》]+》[、和]?)*$", before):
        return "Policy"
    return "Publication"


def titles(text: str) -> Iterator[Candidate]:
    """The titled works of a folded passage text.

    >>> [(c.name, c.cls) for c in titles("纪录电影《星河一叶》首映,《张江“十四五”规划》发布")]
    [('星河一叶', 'Film'), ('张江“十四五”规划', 'Policy')]
    """
    for m in _TITLE.finditer(text):
        yield Candidate(m.start(), m.end(), m[0], _cls(text, m.start(), m.end()), "title", None, bare_title(m[0]))
