"""The noun of a project or site that no name was read for, where a clause is about it: 某科技硅钢项目主要生产…."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.reading.classes import PLACES
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.setting.headlined import KINDS, TELLS
from shkc_kg.reading.whose.owners import is_oblique

__all__ = ["noun_done", "noun_headed", "noun_of_line", "noun_opening", "noun_told", "opening_clause"]

_NOUN: Final = re.compile(
    r"(?P<noun>(?!该|本|此|这|其|各|全|我|占|上述|有关|相关|\d+[多余]?[个项家类大批])(?:[\u4e00-\u9fff]{2}园区|[\u4e00-\u9fffA-Za-z\d·“”()-]{3,26}?"
    r"(?:项目|工程|产业园|科创园|科技园|工业园|创业园|创新园|园区|基地|中心|研究院|研究所|实验室|平台|基金|联盟|孵化器|众创空间|大厦)))"
    r"(?=位于|坐落|地处|主要(?!包括)|以[^,;。]{2,40}为|作为|拟|是|由|将|已|现|总|占地|规划|计划|落户|分[一二三两四]期|集(?![中约])|自|于|拥有|采用"
    r"|建成|投产|竣工|开工|动工|依托|建有|下设|首期|一期|\d+年|累计|目前|引进|吸引|实现|共)"
)
_HELD: Final = re.compile(  # 某地重点项目集中签约活动在某市举行
    r"(?P<noun>(?!该|本|此|这|其)[\u4e00-\u9fff“”\d]{4,26}?(?:活动|仪式|对接会|推介会|洽谈会|路演))(?=在|于|举行|举办|召开|共)"
)
# kinds of things rather than one: 重大项目已…
_KINDS: Final = re.compile(
    r"(?:新开工|在建|签约|重大|重点|各类|各级|一批|所有|全部|多个|部分|入选|推进|加快|建设|支持|科技创新|技术创新|科技|创新|公共|产业|工业|农业|高新|示范|国家级|省级|市级)*"
    r"(?:项目|工程|产业园|科技园|园区|基地|中心|研究院|实验室|平台|基金|联盟|孵化器|众创空间)\Z"
)
_BACK: Final = 6  # clauses


def noun_opening(page: Page, begin: int, end: int) -> str:
    """The unnamed project or site that a clause opens with; nothing where it opens with a name or another noun."""
    m = _NOUN.match(page.undated(begin, end)) or _HELD.match(page.undated(begin, end))
    if m is None or _KINDS.match(m["noun"]) or _COUNTED.search(m["noun"]):
        return ""
    at = max(begin, page.text.find(m["noun"], begin, end))
    inside = page.names_in(at, min(end, at + len(m["noun"])))
    placed = all(n.begin == at and n.cls in PLACES and n.end + _OWN < at + len(m["noun"]) for n in inside)
    return m["noun"] if placed and not page.first_verb(at, at + _OWN) else ""


_COUNTED: Final = re.compile(r"\d+[余多]?[个项家座批]")
_OWN: Final = 4  # code points of an unnamed site's own words behind the place in front: 尤溪[省级农民创业园]
_POINTS: Final = re.compile(r"(?:该|本)?(?P<word>项目|园区?|产业园|基地|中心|平台|工程|实验室|研究院)(?![数类等内])")


def noun_headed(page: Page, begin: int, headings: Sequence[str]) -> str:
    """What a heading calls the project or site that a clause only points at: ``项目选址于…`` below 某实验室搬迁项目."""
    m = _POINTS.match(page.text, begin)
    if m is None or page.name_at(begin) is not None:
        return ""
    nouns = (n["noun"] for h in headings if (n := _TITLED.match(h)) and not _KINDS.match(n["noun"]))
    return next((n for n in nouns if n.endswith(m["word"].removesuffix("区"))), "")


_TITLED: Final = re.compile(
    r"(?:走进|探访|聚焦|关于)?(?P<noun>(?![自从在至\d])[\u4e00-\u9fffA-Za-z\d·“”()-]{3,26}"
    r"(?:项目|工程|产业园|科创园|科技园|工业园|创业园|创新园|基地|中心|研究院|研究所|实验室|平台))(?![的和与、])"
)


def opening_clause(page: Page) -> tuple[int, int]:
    """The first clause of a passage that says more than a date or who reports."""
    for begin, end in page.clauses():
        if page.undated(begin, end) and not _REPORTED.fullmatch(page.undated(begin, end)):
            return begin, end
    return 0, 0


_REPORTED: Final = re.compile(r"(?:据(?:悉|了解|介绍)|目前|近日|日前|此外|同时|值得一提的是|其中)")


def noun_told(page: Page, begin: int) -> str:
    """The unnamed project or site that an earlier clause of the sentence, the nearest one, opens with."""
    for clause, end in page.clauses_before(begin, page.sentence(begin)[0], _BACK):
        if noun := noun_opening(page, clause, end):
            return noun
        if page.names_in(clause, min(end, clause + _BACK)):
            return ""
    return ""


_DONE: Final = re.compile(
    r"(?:由?(?P<maker>[^,;。“]{2,40}?)(?:研制|研发|开发|承担|牵头|主持|共建|组建|完成|建设|出资)的)?(?:[^,;。的]{2,20}的)?"
    rf"(?P<noun>(?![全我各该本此])[\u4e00-\u9fffA-Za-z\d·“”-]{{3,24}}?{KINDS})"
    rf"(?=(?:在[^,;。]{{2,16}}?)?(?:{TELLS.pattern}|实现|首次|用时))"
)
_REGIONS: Final = re.compile(r"全[市省区县国]|[我本各][市省区县]|统计|通报|[会活]上|会议")


def noun_done(page: Page, begin: int) -> tuple[str, frozenset[str]]:
    """The unnamed thing that a sentence opens with as finished or opened, and who made it, where a clause goes on about it.

    ``某集团研制的某反应器发运,设备重[2400]吨``.
    """
    first, end = opening_clause(page)
    m = _DONE.match(page.undated(first, end)) if first == page.sentence(begin)[0] and end < begin else None
    at = page.text.find(m["noun"], first, end) if m else -1
    told = page.names_in(at, begin) if at >= 0 else ()
    others = [n for n in told if n.begin > at + 1 and not is_oblique(page, first, n)]
    if m is None or at < 0 or others or _REGIONS.search(page.text, first, begin):
        return "", frozenset()
    makers = page.names_in(first, at)
    return ("", frozenset()) if makers and not m["maker"] else (m["noun"].strip("“"), frozenset(n.key for n in makers))


_LINE: Final = re.compile(
    r"(?P<noun>(?![该本此这其各全我\d])[\u4e00-\u9fffA-Za-z\d·“”-]{2,14}?(?:团队|课题组|中试线|生产线))"
    r"(?=带头人|负责人|首席|由|与|成员|联合|现有|拥有|承担|研制|研发|主持|面向|聚焦|围绕|[ :(])"
)


def noun_of_line(page: Page, begin: int) -> str:
    """The unnamed team or line of works that a paragraph opens with, for its first sentence: ``某合金团队成员[12]人``."""
    m = _LINE.match(page.text)
    plain = m is None or page.sentence(begin)[0] or page.names_in(0, m.end()) or page.first_verb(0, m.end())
    return "" if m is None or plain or _COMMON.fullmatch(m["noun"]) else m["noun"]


_COMMON: Final = re.compile(
    r"(?:科研|研究|研发|创新|管理|专家|人才|技术|核心|高层次|项目|科技|服务|专业|青年|优秀|领军|学术|骨干|创业)+团队"
)
