"""Projects by their topics: in quotes or 《》, as winners of prizes, and in lists that a count opens or ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import EVENTS, INSTITUTIONS, PLACES
from shkc_kg.reading.names.heads import head_at_end
from shkc_kg.reading.names.titles import states_rules
from shkc_kg.reading.patterns import any_of

__all__ = ["undertakings"]

_MARKED: Final = re.compile(r"“(?P<quoted>[^“”,。;]{5,60})”|《(?P<titled>[^《》。;]{5,60})》")
_KIND: Final = r"(?:科研|研究|科技|技术|攻关|合作|开发|重点|重大|创新|推广|示范|优秀|科普|转化|专题)*"
_NOUN: Final = r"(?:项目|课题|成果)(?![库制指管转申负经立推交应])"
_SEVERAL: Final = r"(?:等?(?:\d+|[一二三四五六七八九十两多]+)[项个])?"
# who has it: 承担“甲技术研究”, 乙公司申报的《丙技术研究》
_HAS: Final = re.compile(
    rf"(?:承担|主持|申报|牵头|主持完成|联合申报|承接|承担完成|完成|研制|实施|安排|立项|下达|对接)(?:实施|完成|研究)?(?:的|了)?(?:{_KIND}{_NOUN})?\Z"
)
_APPOSED: Final = re.compile(rf"{_KIND}{_NOUN}(?:——|:)?\Z")
_IS_ONE: Final = re.compile(
    rf"(?:[、和与及]?[^,。;“”《》]{{0,16}}[“《][^“”《》]{{4,60}}[”》])*{_SEVERAL}等?{_KIND}{_NOUN}"
)
_PRIZE: Final = (
    r"(?:科技进步|科学技术|科技|技术发明|自然科学|成果|科学进步|发明|创新)[^,。;“”、]{0,6}奖|[特一二三四]等奖"
)
_WINS: Final = re.compile(
    rf"(?:、?[“《][^“”《》]{{4,60}}[”》])*{_SEVERAL}(?:{_KIND}{_NOUN})?(?:分别|均|已|先后|也|还|又|曾)*"
    rf"(?:荣获|喜获|获得|获|被评为|评为|摘得|斩获|获评)[^,。;“”]{{0,24}}(?:{_PRIZE})"
)
_ATTACKED: Final = re.compile(
    r"(?:进行|开展|联合)(?:科技|技术|协同|联合)*攻关|(?:研究)?通过[^,。;]{0,8}(?:鉴定|验收|评审)"
)


_ENLISTED: Final = re.compile(
    r"(?:项目)?(?:分别|均|被)*(?:列入|列为|纳入|入选)[^,;。《》“”]{2,16}?(?:计划|专项|基金|资金|项目)"
)
_CALLED: Final = re.compile(r"(?:科研|研究|科技)?(?:项目|课题)(?![库制指管申负经推])")
_WINNER: Final = re.compile(rf"奖{_NOUN}\Z")


def undertakings(line: Words) -> Iterator[Candidate]:
    """The projects that a passage names by their topics."""
    yield from _marked(line.text)
    yield from _counted(line.text)
    yield from _ended(line)


def _marked(text: str) -> Iterator[Candidate]:
    for m in _MARKED.finditer(text):
        inner = (m["quoted"] or m["titled"]).strip()
        if not _may_be_topic(inner, titled=m["titled"] is not None):
            continue
        if _is_project(text, m, inner):
            yield _made(text, m.start(), m.end(), inner)


def _is_project(text: str, m: re.Match[str], inner: str) -> bool:
    """Whether the words around marks make a project of what these hold: somebody has it, or it wins a prize."""
    owned = _HAS.search(text, max(0, m.start() - 14), m.start()) is not None
    if m["quoted"] and ((owned and text.startswith("的", m.start() - 1)) or _WINS.match(text, m.end())):
        return True  # 申报的“甲乙丙”, whatever it is called
    if m["titled"] and _CALLED.match(text, m.end()):
        return True
    if _WINNER.search(text, max(0, m.start() - 12), m.start()):
        return True  # 一等奖项目“甲乙丙”
    if not _topic().search(inner):
        return False
    behind = (_IS_ONE, _WINS, _ATTACKED, _ENLISTED)
    apposed = _APPOSED.search(text, max(0, m.start() - 8), m.start()) is not None
    return owned or apposed or any(one.match(text, m.end()) for one in behind)


def _made(text: str, begin: int, end: int, name: str = "") -> Candidate:
    return Candidate(begin, end, text[begin:end], "Project", "undertaking", None, name)


_OTHER: Final = EVENTS | INSTITUTIONS | PLACES | {"Base", "Park", "Venue", "Museum", "Award"}
_NO_PLATFORM: Final = ("系统", "装置")
_NO_TOPIC: Final = re.compile(
    r"(?:奖|称号|先进(?:集体|个人|单位)|企业|单位|机构|人才|团队|示范[区县市点])\Z|论文|一书|报告\Z"
)


def _may_be_topic(inner: str, *, titled: bool = False) -> bool:
    """Whether words in quotes or 《》 end neither as the name of another thing nor, in 《》, as rules or a paper do."""
    head = head_at_end(inner)
    other = head is not None and head.cls in _OTHER and not inner.endswith(_NO_PLATFORM)
    return not other and _NO_TOPIC.search(inner) is None and not (titled and states_rules(inner))


@cache
def _topic() -> re.Pattern[str]:
    """The end of what is studied or made: 栽培技术研究, 示范与推广."""
    return re.compile(rf"(?:{any_of(words('topic_end'))})(?:\([^()]{{1,12}}\)|\d{{0,4}})?\Z")


_NUMERALS: Final = {"一": 1, "两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10}
_OPENED: Final = re.compile(
    rf"(?:{_NOUN}(?:共|有|共有)?(?P<behind>\d{{1,2}}|[一二两三四五六七八九十])[项个]"
    rf"|(?P<before>\d{{1,2}}|[二两三四五六七八九十])[项个][^,。;:\d]{{0,12}}{_NOUN})"
    r"(?:,?(?:分别[是为]|即|包括|具体[是为])(?::|——)?|:|——)(?P<items>[^。:\n]{4,400})"
)
_SEPARATORS: Final = (";", ",", "、")
_NO_ITEM: Final = re.compile(r"\d[\d.]*[万亿]?元|%|同比|增长|\d[项个家]|[了]")


def _counted(text: str) -> Iterator[Candidate]:
    """The members of a list that a count opens, where as many follow: ``合作项目2项:甲育种研究,乙加工研究。``."""
    for m in _OPENED.finditer(text):
        number = m["behind"] or m["before"]
        count = int(number) if number.isdigit() else _NUMERALS[number]
        begin, end = m.span("items")
        for separator in _SEPARATORS:
            spans = tuple(_parts(text, begin, end, separator))
            if len(spans) == count and all(_is_item(text[b:e]) for b, e in spans):
                yield from (_made(text, b, e, text[b:e].strip("“”《》")) for b, e in spans)
                break


def _parts(text: str, begin: int, end: int, separator: str) -> Iterator[tuple[int, int]]:
    at = begin
    while at <= end:
        stop = text.find(separator, at, end)
        stop = stop if stop >= 0 else end
        if stop > at:
            yield at, stop
        at = stop + 1


_SHORTEST, _LONGEST = 4, 60


def _is_item(text: str) -> bool:
    if not _SHORTEST <= len(text) <= _LONGEST or _NO_ITEM.search(text) or not _may_be_topic(text):
        return False
    return text.count("“") == text.count("”") and text.count("(") == text.count(")")


_ENDED: Final = re.compile(
    rf"等(?:\d+|[一二三四五六七八九十两多]+)[项个]{_KIND}{_NOUN}(?:分别|均|已|先后|被|顺利|成功)*"
    r"(?:荣?获|喜获|被?评为|授予|入选|列入|被列|立项|通过[^,。;]{0,8}(?:验收|鉴定))"
)
_BREAK: Final = re.compile(r"[,;。:!?\n]")
_LED: Final = re.compile(r"(?:承担|主持|申报|完成|研发|研制|选送|推荐|提交|组织|实施|负责|开发)的")


def _ended(line: Words) -> Iterator[Candidate]:
    """The members of a list of winners, ended by their count: ``甲设备研制、乙品种选育等5个项目被评为一等奖``."""
    text = line.text
    for m in _ENDED.finditer(text):
        begin = max((b.end() for b in _BREAK.finditer(text, max(0, m.start() - 200), m.start())), default=0)
        first = True
        for b, e in _topics(text, begin, m.start()):
            led = _LED.search(text, b, e)
            b = led.end() if led else b
            opens = line.tokens[line.at[b]]
            sure = bool(led) or not first or opens.tag[0] not in "vdprc"
            if sure and _is_item(text[b:e]) and not _MARKS_OR_PROJECT.search(text, b, e):
                yield _made(text, b, e)
            first = False


_MARKS_OR_PROJECT: Final = re.compile(r"[“”《》]|项目\Z")  # what other rules read


def _topics(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The topics of a list; what ends as none goes on behind its 、: ``甲的提取、纯化及分析测定``."""
    at = begin
    for _, e in _parts(text, begin, end, "、"):
        if e == end or _topic().search(text, at, e):
            yield at, e
            at = e + 1
