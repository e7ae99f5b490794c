"""Whose page a text is that an institute, a hospital, a company or a university shows of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from shkc_kg.model import PassageKind
from shkc_kg.reading.classes import DIVISIONS, FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.whose.levels import region_meant
from shkc_kg.reading.whose.memory import Memory, Subject

__all__ = ["itself", "page_owner", "region_told", "spoken_itself", "turned_to", "whose_page"]

_OWNERS: Final = (INSTITUTIONS - {"GovernmentBody", "InternationalOrganization"}) | (FACILITIES - {"Venue", "Base"})
_TOP: Final = 6  # passages in which a page says whose it is: the way to it, its title, its tabs, its first sentence
_WAY: Final = re.compile(r"首页|当前(?:的)?位置|您(?:现)?在的?位置|[>»›|]")
_SHOWS: Final = re.compile(r"简介|概况|概览|概要|介绍|走进|关于|我们|历程|沿革|风采")
_ENOUGH: Final = 2  # signs that a page is of the body that its first sentence opens with
_INTRODUCED: Final = re.compile(
    r"(?:(?:走进|走近|关于|认识|了解|探访)(?=[\u4e00-\u9fff]))?(?P<rest>[^,;。]{4,40}?)(?:简介|概况|概览|介绍|基本情况|发展历程|历史沿革)?"
)
# what a body's own page says of it first
_DEFINED: Final = re.compile(
    r"(?:\([^()]{0,60}\))*,?(?:是|系|[下现]?设有?|于?(?:19|20)\d\d年|前身|隶属|地处|(?:正式)?(?:成立|始建|创[办建立始]|组建|建成|设立|筹建|坐?落|位)于"
    r"|由[^,;。]{2,80}?(?:共建|设立|发起|组建|创办|建设|举办|投资|成立))"
)
_ITSELF: Final = re.compile(
    r"(?:(?:[我本全](?=[院校所馆])|[我本全](?=集团|公司|中心|单位|实验室))(?:院|校|所|馆|集团|公司|中心|单位|实验室)|我们)"
    r"(?![士长庆内外级有在])"
)
_AROUND: Final = re.compile(r"(?:所在|周边|所处)(?:地|城|园|区|市|县)[^,;。]{0,16}|属地[^,;。]{0,16}")


def page_owner(scenes: Sequence[Scene]) -> Subject | None:
    """The body whose own page a text is: its title introduces it, or its first sentence opens with it and more tells so."""
    shows = False
    for scene in islice(scenes, _TOP):
        if scene.passage.kind is PassageKind.SENTENCE:
            first = next((n for n in scene.top if n.cls in _OWNERS and n.begin <= 1), None)
            own = first is not None and shows + _signs(scenes, scene, first) >= _ENOUGH
            return Subject(first.key, (scene.passage.id,)) if own and first is not None else None
        if not scene.news and (named := _introduced(scene)) is not None:
            return Subject(named.key, (scene.passage.id,))
        shows = shows or bool(_WAY.search(scene.text) or _SHOWS.search(scene.text))
    return None


def _signs(scenes: Sequence[Scene], scene: Scene, first: Named) -> int:
    """How many signs tell that a page is of the body that its first sentence opens with; that it is news tells against."""
    name = scene.name(first.key)
    noun = next((n for n in _NOUNS if name.endswith(n) or (n == "集团" and first.cls == "Company")), None)
    called = noun is not None and sum(_called(s.text, noun) for s in scenes) >= _ENOUGH
    titled = scene is not scenes[0] and name[-_SHORT:] in scenes[0].text
    return (
        (_DEFINED.match(scene.text, first.end) is not None)
        + any(_speaks_of_itself(scenes))
        + called
        + titled
        - scene.news
    )


_NOUNS: Final = ("医院", "学校", "实验室", "研究院", "研究所", "集团", "中心", "学院", "大学", "公司")
_SHORT: Final = 4  # code points of a name's end by which a title calls it


def _called(text: str, noun: str) -> int:
    """How often a text speaks of a body by its bare noun: ``医院门急诊量…``."""
    word = {"大学": "学校", "学院": "学校", "集团": "(?:集团|公司)"}.get(noun, noun)
    return len(re.findall(rf"(?:^|[,;。】])(?:[^,;。\d]{{0,3}}由)?{word}(?![的等、])", text))


def _introduced(scene: Scene) -> Named | None:
    """The body that a title introduces: ``走进某实验室``, ``某研究院简介``."""
    m = _INTRODUCED.fullmatch(scene.text)
    if m is None or m.span() == m.span("rest"):
        return None
    spans = (n for n in scene.top if (n.begin, n.end) == m.span("rest") and n.cls in _OWNERS)
    return next(spans, None)


def _speaks_of_itself(scenes: Sequence[Scene]) -> Iterator[bool]:
    return (itself(scene.text, begin) is not None for scene in scenes for begin in _starts(scene.text))


def _starts(text: str) -> Iterator[int]:
    return (m.end() for m in re.finditer(r"^|[,;。】]", text))


def itself(text: str, begin: int) -> re.Match[str] | None:
    """The word by which a body speaks of itself at a place: 我院, 全校, 本中心."""
    return _ITSELF.match(text, begin)


def spoken_itself(memory: Memory, scene: Scene, m: re.Match[str]) -> Subject | None:
    """Whom 我院 or 全所 means: the body that the paragraph at hand opens with, else whose page the text is."""
    lead = memory.lead if memory.lead and memory.lead.end == scene.passage.extent.begin else None
    return lead.subject if lead and scene.name(lead.subject.key).endswith(m[0][-1]) else memory.owner


def whose_page(memory: Memory, scene: Scene) -> Subject | None:
    """The body whose page a text is, but the place that a paragraph turned to, and nobody below 所在城区."""
    if memory.owner is None:
        return None
    lead = memory.lead if memory.lead and memory.lead.end == scene.passage.extent.begin else None
    thing = scene.things.get(lead.subject.key) if lead else None
    if lead is not None and thing is not None and thing.cls in PLACES & (DIVISIONS | ZONES):
        return lead.subject
    if memory.away is not None and memory.away[0] == scene.passage.section:
        return memory.away[1]
    return None if any(map(_AROUND.match, scene.headings)) else memory.owner


def turned_to(memory: Memory, scene: Scene) -> tuple[str, Subject | None] | None:
    """The place that a line turns to (``所在城区:数读某区``), until a heading without figures turns from it."""
    if scene.passage.kind is PassageKind.SENTENCE:
        return memory.away
    if _AROUND.match(scene.text) and not scene.numbers:
        place = next((n for n in scene.top if n.cls in DIVISIONS | ZONES), None)
        return scene.passage.section, Subject(place.key, (scene.passage.id,)) if place else None
    return None if scene.passage.kind is PassageKind.HEADING and not scene.numbers else memory.away


# what a purse gives is the body's whose page the text is: 省财政三年给予3000万元
_PURSE: Final = re.compile(r"[省市区县]级?财政[^,;。]{0,8}(?:给予|支持|资助|拨款|投入|补助|奖励|安排)")


def region_told(memory: Memory, scene: Scene, at: int, m: re.Match[str]) -> tuple[Subject, int] | None:
    """The region that 全市 or 省财政 at a place means, and where the clause goes on; of a body's page what it is given."""
    if memory.owner is not None and _PURSE.match(scene.text, at):
        return memory.owner, at
    found = memory.district_meant(scene, m[0]) or region_meant(scene, m[0])
    keep = at if "财政" in scene.text[at + m.end() - 2 : at + m.end() + 2] else at + m.end()
    return (found, keep) if found else None
