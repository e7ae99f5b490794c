"""Meetings and ceremonies named by what they are to do, or by the body and the number: no word inside ends their name.

``召开扎实推进湖区一体化发展座谈会``, ``举行第三季度重点项目签约仪式``, ``湖滨产业联盟第二次全体大会``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import EVENTS, INSTITUTIONS
from shkc_kg.reading.names.heads import head_at_end

__all__ = ["convened", "numbered_meetings"]

_N: Final = r"(?:[一二三四五六七八九十]{1,3}|\d{1,3})"
_KINDS: Final = (
    r"(?:座谈会|研讨会|推进会|动员会|部署会|现场会|发布会|对接会|推介会|签约会|总结会|报告会|培训会|会议|大会"
    r"|(?:签约|签字|揭牌|启动|开工|成立|发布|授牌|颁奖|启用|奠基|落成|揭幕)(?:仪式|活动))"
)
_HELD: Final = r"(?:召开|举行|举办|出席|参加|承办|主办)了?"
_ENDS: Final = r"(?=[,;。、:()“”\s]|$|时|上|并|和|以及|暨|期间|在|于|的|活动|精神|,)"
_INSIDE: Final = r"(?:(?![的了由将对把等]|召开|举行|举办|出席|参加|主办|承办|会议|一系列)[\u4e00-\u9fff()A-Za-z\d·—-])"
_DEED: Final = (
    r"(?:扎实|深入|全面|加快|大力|持续|进一步|积极)*"
    r"(?:推进|推动|加强|深化|加快|促进|庆祝|纪念|贯彻落实|贯彻|落实|学习贯彻|构建|打造|支持|服务)"
)
_WHEN: Final = r"(?:(?:19|20)\d\d年)?(?:第[一二三四]季度|[上下]半年)"
_WHOLE: Final = r"全[国省市区县州](?!.{0,3}(?:范围|各))"
_OPENED: Final = r"(?:(?!的)[\u4e00-\u9fff]){4,20}?(?<![会式坛赛展节周日年动])暨"
_NAMED: Final = (
    rf"(?:{_DEED}{_INSIDE}{{4,26}}?|{_WHEN}{_INSIDE}{{2,24}}?|{_WHOLE}{_INSIDE}{{4,20}}?|{_OPENED}{_INSIDE}{{2,16}}?)"
)
_CONVENED: Final = re.compile(rf"{_HELD}(?P<name>{_NAMED}{_KINDS}){_ENDS}")
_SUBJECT: Final = re.compile(
    rf"(?<![\u4e00-\u9fff“”])(?P<name>{_OPENED}{_INSIDE}{{2,16}}?{_KINDS})(?=[在于举隆]|正式|成功)"
)
_AT: Final = re.compile(
    rf"(?:在|(?:召开|举行|举办)的)(?P<name>(?:{_DEED}{_INSIDE}{{4,26}}?|{_WHOLE}{_INSIDE}{{4,20}}?){_KINDS})(?=上|期间|时)"
)
_SEVERAL: Final = re.compile(r"\d+[场次个期]|[各多数]场|各类|各项|工作部署会议|[与和及]\Z")


def convened(text: str) -> Iterator[Candidate]:
    """What a text says was held, where its name opens with a verb, a quarter or the whole region.

    >>> [c.label for c in convened("在合肥召开扎实推进湖区一体化发展座谈会,举行第三季度重点项目签约仪式")]
    ['扎实推进湖区一体化发展座谈会', '第三季度重点项目签约仪式']
    """
    for pattern in (_CONVENED, _AT, _SUBJECT):
        for m in pattern.finditer(text):
            name = m["name"]
            cls = _class_of(name)
            if cls in EVENTS and not _SEVERAL.search(name) and name.count("(") == name.count(")"):
                yield Candidate(m.start("name"), m.end("name"), name, cls, "convened")


def _class_of(name: str) -> str:
    if name.endswith("活动"):
        return "Event"
    head = head_at_end(name)
    return head.cls if head is not None else "Ceremony" if name.endswith("仪式") else "Conference"


_NUMBERED: Final = re.compile(
    rf"(?:第{_N}[次届]|{_WHEN}|{_N}届{_N}次)(?:全体|理事|常务|常委|全委|会员|党员|代表|成员|联席|工作|年度|学术|高级别|部长级|全国|扩大|专家|委员|联合|新闻|例行|创新|科技|合作|与|和)*"
    r"(?:大会|会议|年会|例会|会晤|发布会|研讨会|代表大会|座谈会|对话|对话会)"
)
_PAIR: Final = re.compile(r"中[美英法德俄日韩欧意加澳新以巴印芬瑞荷](?=第)")


def numbered_meetings(line: Words, found: Iterable[Candidate]) -> Iterator[Candidate]:
    """The meetings that a body, or two countries, count: ``某联盟第二次全体大会``, ``中欧第三次高级别对话``."""
    for one in tuple(found):
        whole = line.text[one.begin - 1 : one.begin] not in ("—", "-")
        if whole and one.cls in INSTITUTIONS and (m := _NUMBERED.match(line.text, one.end)) is not None:
            yield _numbered(line, one.begin, m.end())
            yield replace(one, nested=True)
    for pair in _PAIR.finditer(line.text):
        if (m := _NUMBERED.match(line.text, pair.end())) is not None:
            yield _numbered(line, pair.start(), m.end())


def _numbered(line: Words, begin: int, end: int) -> Candidate:
    return Candidate(begin, end, line.text[begin:end], "Conference", "numbered meeting")
