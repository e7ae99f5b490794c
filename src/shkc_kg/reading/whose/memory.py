"""What earlier passages leave for later ones: whose report a text is, the last topic, what 论坛 may point at."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from typing import Final

from shkc_kg.model import PassageKind, ScopeReason
from shkc_kg.reading.areas import is_area
from shkc_kg.reading.classes import DIVISIONS, EVENTS, FACILITIES, INSTITUTIONS, ZONES
from shkc_kg.reading.lexicon import pointers
from shkc_kg.reading.lines.imprint import CREDITED
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.scene import TIME_LED, Scene, Supplied
from shkc_kg.reading.setting.press import prints

__all__ = ["NEAR", "Brought", "Memory", "Subject", "Topic", "main_event"]

TITLE_BLOCK: Final = 3  # passages: title, publisher, date
RECENT: Final = 3  # passages in which an event was last named that 现场 may mean
NEAR: Final = 400  # code points within which a thing is looked for


@dataclass(frozen=True, slots=True)
class Subject:
    """The key of a thing that a number is about, and where it comes from if not from the clause."""

    key: str
    scope: tuple[str, ...] = ()
    reasons: tuple[ScopeReason, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """The thing that a sentence brought in last, as its object or its subject, and where the sentence ends."""

    subject: Subject
    end: int


@dataclass(frozen=True, slots=True)
class Topic:
    """What a sentence or its paragraph began with, and where the sentence ends; ``titled`` of an entry: 【某院】."""

    subject: Subject
    end: int
    titled: bool = False


# an office reports on its region, a venue on nothing
_OWNERS: Final = (INSTITUTIONS - {"GovernmentBody"}) | (FACILITIES - {"Venue"}) | ZONES
_REPORTS: Final = re.compile(
    r"报告|年报|总结|公报|情况|概况|简介|综述|介绍|年鉴|纪实|统计|数据|快报|回顾|分析|运行|大事|纪事|记事|要闻|回眸|盘点"
)
_REPORT: Final = re.compile(rf"(?:(?:19|20)\d{{2}}年?度?)?[^,;。]{{0,16}}(?:{_REPORTS.pattern})?\Z")
_RUNS: Final = re.compile(r"[^,;。]{0,16}(?:增长|突破|开局|居|攀升|运行|提升)")  # a headline: 某高新区总收入增长两成


def _reporting(scene: Scene) -> str | None:
    """The body that a title names as its own: ``某大学2020年科技工作年报``, or a title that is only a name."""
    first = next((n for n in scene.top if n.begin <= 1 or TIME_LED.fullmatch(scene.text, 0, n.begin)), None)
    # 【 opens the first of several entries
    if scene.text.startswith("【") or first is None or first.cls not in _OWNERS or prints(scene.text, first):
        return _headlined(scene)
    rest = scene.text[first.end :]
    reports = _REPORT.match(rest) and _REPORTS.search(rest)
    runs = first.cls in ("FunctionalZone", "Park") and _RUNS.match(rest)
    return first.key if not rest or reports or runs else _headlined(scene)


_ZONE: Final = re.compile(r"(?:区|园|城|谷|港|走廊|大道)\Z")
_STAGE: Final = re.compile(r"(?:将|正式|成功|隆重)*(?:举行|举办|召开|开幕|启幕|管委会)|与|和|、|的?“")


def _headlined(scene: Scene) -> str | None:
    """The zone that a headline, or a part of it behind a blank, opens with and tells something of."""
    if len(scene.text) > _HEADLINE or scene.text.endswith(("。", ":")):
        return None
    for name in scene.top:
        opens = name.begin == 0 or scene.text[name.begin - 1] in " :!?,"
        if opens and name.cls in ZONES and _ZONE.search(scene.text, name.begin, name.end):
            wider = any(
                n.cls in DIVISIONS for n in scene.names if n.begin >= name.end
            )  # 某开发区夺冠 某市开发区评价公布
            staged = _STAGE.match(scene.text, name.end)
            return None if wider or staged or is_area(scene.name(name.key)) else name.key
    return None


_HEADLINE: Final = 40  # code points
_HELD: Final = re.compile(
    r"[^,;。]{0,24}?(?:开幕|闭幕|落幕|举行|举办|召开|启动|拉开|启幕|揭幕|开展|开赛|收官|落下|打响|上演|亮相|登场|如期|圆满)"
)
_JOINT: Final = re.compile(r"(?:[(][^()]{0,20}[)])?(?:暨|以及|和|与|及|、)\Z")


_TELLS: Final = re.compile(
    r"(?:发布会|发布活动|通气会|座谈会|工作会议?|部署会|动员会|调度会|推进会|全会)\Z"
)  # where others' figures are told
_LEAD: Final = 5  # passages in which news names its event


def main_event(scenes: Sequence[Scene]) -> tuple[str, str] | None:
    """The event that a text's lead tells of as held, else the one that its title names, with its passage."""
    titled: tuple[str, str] | None = None
    for scene in scenes[:_LEAD]:
        for name in scene.top:
            if name.cls not in EVENTS or _TELLS.search(scene.text, name.begin, name.end):
                continue
            if scene is not scenes[0] and _is_held(scene, name):
                return name.key, scene.passage.id
            titled = titled or (name.key, scene.passage.id)
    return titled


def _is_held(scene: Scene, name: Named) -> bool:
    """Whether a passage tells that an event is held: ``第三届交易会在某馆拉开帷幕``."""
    told = name.cls in EVENTS and not _TELLS.search(scene.text, name.begin, name.end)
    return told and _HELD.match(scene.text, name.end) is not None


def _joint_last(scene: Scene) -> list[Named]:
    """The names of a passage in order, but an event held as part of another (甲大会暨乙论坛) in front of it."""
    made: list[Named] = []
    for name in scene.top:
        last = made[-1] if made else None
        joint = last and {last.cls, name.cls} <= EVENTS and _JOINT.match(scene.text[last.end : name.begin])
        made.insert(len(made) - 1 if joint else len(made), name)
    return made


# what news may be about from end to end
_TOLD_OF: Final = _OWNERS | {"Project", "Programme", "Fund"}


def _headline(scene: Scene) -> Subject | None:
    """The body or site that a headline opens with, be its place in front of it: ``某市某实验室揭牌``."""
    names = scene.top[1:] if scene.top and scene.top[0].cls in DIVISIONS else scene.top
    first = next((n for n in names[:1] if n.cls in _TOLD_OF), None)
    begin = scene.top[0].end if len(names) < len(scene.top) else 0
    opens = first is not None and not scene.text[begin : first.begin].strip("“:") and not CREDITED.match(scene.text)
    return Subject(first.key, (scene.passage.id,)) if first is not None and opens else None


_FULL: Final = {"高新区": "高新技术产业开发区", "经开区": "经济技术开发区"}  # what a name spells out


def _leads(scene: Scene, key: str, classes: frozenset[str], noun: str) -> bool:
    """Whether a class word may mean what its paragraph opens with: 园区 the 某科技园某中心."""
    cls = scene.things[key].cls  # 项目: what is being built
    return cls in classes or (noun == "项目" and cls in FACILITIES) or (noun == "园区" and "园" in scene.name(key))


def _may_mean(scene: Scene, key: str, noun: str) -> bool:
    """Whether a class word may mean a thing by its name: 园区 the 某产业园项目, 基地 the 某基地."""
    if key not in scene.things:
        return False
    name = scene.name(key).removesuffix("项目").removesuffix("二期").removesuffix("一期")
    return name.endswith(noun.removesuffix("区")) if len(noun) > 1 else False


@dataclass(slots=True)
class Memory:
    """What earlier passages leave for later ones: things that 论坛 or 示范区 may point at, and the last topic."""

    first: list[str] = field(default_factory=list)  # the passages of the title block
    seen: list[tuple[str, str, str, str]] = field(default_factory=list)  # key, name, class, passage
    topic: Topic | None = None  # of the sentence just read
    lead: Topic | None = None  # of its paragraph
    acting: Topic | None = None  # whom the sentence just read is about last
    site: Subject | None = None  # the project or site that a sentence began with last
    end: int = -1  # where the passage just read ends
    noun: tuple[str, int] | None = None  # what an unnamed topic is called, with the place where its sentence ends
    group: tuple[str, int] | None = None  # the kind of bodies that the sentence just read has act, with its end
    entry: tuple[Subject, str] | None = None  # what the entry with a title line is about, with its section
    heading: str = ""  # the text's title
    titled: Subject | None = None  # the body or site that a news item's title opens with
    brought: Brought | None = None  # of the sentence just read
    signed: Brought | None = None  # the agreement that the sentence just read signs
    owner: Subject | None = None  # the body whose report the text is, by its title
    prize: Subject | None = None  # the one that the text announces
    sections: dict[str, str] = field(default_factory=dict)  # the section of each passage just read, in order
    house: tuple[Subject, str] | None = None  # the last museum or venue that a sentence was about, with its section
    main: tuple[str, str] | None = None  # the event that the title block tells of, with its passage
    held: tuple[str, str] | None = None  # the one held last in the paragraph at hand
    district: tuple[Subject, str] | None = None  # the last one that a sentence began with, with its section
    away: tuple[str, Subject | None] | None = None  # the place that a line turned to, with its section
    item: str = ""  # the title of the item of a list that labelled lines follow
    paragraph: int = -1  # where the passage before this one ends

    def note(self, scene: Scene) -> None:
        """Remembers the things that a passage names, and whose report the first one says the text is."""
        if not self.first and (owner := _reporting(scene)):
            self.owner = Subject(owner, (scene.passage.id,))
        if not self.first and scene.passage.kind is PassageKind.HEADING:
            self.heading = scene.text
        if not self.first and scene.news:
            self.titled = _headline(scene)
        if len(self.first) < TITLE_BLOCK:
            self.first.append(scene.passage.id)
        self.end = scene.passage.extent.end
        self.sections[scene.passage.id] = scene.passage.section
        if len(self.sections) > RECENT:
            del self.sections[next(iter(self.sections))]
        for name in _joint_last(scene):
            if (thing := scene.things.get(name.key)) is not None:
                self.seen.append((name.key, thing.name, name.cls, scene.passage.id))
        del self.seen[:-60]

    def district_meant(self, scene: Scene, word: str) -> Subject | None:
        """The district or zone that 全区 speaks of where the text's region is none: the one spoken of last."""
        region = scene.things.get(scene.region) if scene.region else None
        own = region is not None and region.name.endswith(word[-1]) and not region.name.endswith("地区")
        if self.district is None or own or word not in ("全区", "我区", "本区", "全县", "我县"):
            return None
        subject, section = self.district
        here = section == scene.passage.section and scene.name(subject.key).endswith(word[-1])
        return Subject(subject.key, subject.scope, (ScopeReason.COREFERENCE,)) if here else None

    def tell(self, scene: Scene) -> None:
        """Remembers the event that the paragraph at hand tells of."""
        if scene.passage.extent.begin != self.paragraph:
            self.held = None
        self.paragraph = scene.passage.extent.end
        if held := next((n for n in scene.top if _is_held(scene, n)), None):
            self.held = (held.key, scene.passage.id)

    def in_full(self, supplied: Supplied) -> Subject:
        """What a heading gives as a subject; for the event that a title shortens, what the lead below it calls it."""
        short = self.main is not None and self.first[:1] == [supplied.passage] != [self.main[1]]
        event = any(key == supplied.key and cls in EVENTS for key, _, cls, _ in self.seen)
        key, passage = self.main if self.main and short and event else (supplied.key, supplied.passage)
        return Subject(key, (passage,))

    def last_event(self) -> tuple[str, str] | None:
        """The event named last, with its passage."""
        events = ((key, name, passage) for key, name, cls, passage in reversed(self.seen) if cls in EVENTS)
        return next(((key, passage) for key, name, passage in events if not _TELLS.search(name)), None)

    def near_event(self, scene: Scene) -> tuple[str, str] | None:
        """The event that the paragraph of a passage tells of; else that of the news, or the last of the section."""
        if self.held is not None:
            return self.held
        if scene.news:
            return self.main or self.last_event()
        found = self.last_event()
        return found if found and self.sections.get(found[1]) == scene.passage.section else None

    def pointed(self, page: Page, at: int, noun: str) -> tuple[str, str] | None:
        """The last thing that a bare class word may mean, with its passage: 论坛 after 浦江创新论坛."""
        classes, full = pointers().get(noun, frozenset()), (noun, _FULL.get(noun, noun))
        for near in reversed(page.names_in(max(page.sentence(at)[0], at - NEAR), at)):
            ends = (*full, "园") if noun == "园区" else full
            if near.key in page.scene.things and (near.cls in classes or page.scene.name(near.key).endswith(ends)):
                return near.key, page.scene.passage.id
        if called := self._event_called(page.scene, classes, noun):
            return called
        lead = self.lead if self.lead and self.lead.end == page.scene.passage.extent.begin else None
        if lead is not None and _leads(page.scene, lead.subject.key, classes, noun):
            return lead.subject.key, lead.subject.scope[0] if lead.subject.scope else page.scene.passage.id
        if owned := self._owner_meant(page.scene, classes, full):
            return owned
        if self.titled is not None and _may_mean(page.scene, self.titled.key, noun):
            return self.titled.key, self.titled.scope[0]
        if scene_event := self._event_meant(page.scene, classes, full):
            return scene_event
        for key, name, cls, passage in reversed(self.seen):
            if name.endswith(full) or cls in classes:
                return key, passage
        return None

    def _owner_meant(self, scene: Scene, classes: Collection[str], nouns: tuple[str, ...]) -> tuple[str, str] | None:
        """What a heading is about, or whose page the text is, where a class word fits it: 实验室, 集团, 学校."""
        headed = Subject(scene.subject.key, (scene.subject.passage,)) if scene.subject else None
        for subject in (headed, self.owner):
            thing = scene.things.get(subject.key) if subject else None
            if subject is None or thing is None:
                continue
            firm = thing.cls == "Company" and "集团" in nouns
            if thing.cls in classes or thing.name.endswith(nouns) or firm:
                return subject.key, subject.scope[0] if subject.scope else scene.passage.id
        return None

    def _event_called(self, scene: Scene, classes: Collection[str], noun: str) -> tuple[str, str] | None:
        """The event whose name ends with a class word: 大会 is the 机器人大会 rather than its 博览会."""
        if not EVENTS.intersection(classes):
            return None
        for told in (self.held, self.main) if scene.news else ():
            if told and scene.name(told[0]).endswith(noun):
                return told
        called = ((key, at) for key, name, cls, at in reversed(self.seen) if cls in EVENTS and name.endswith(noun))
        return next(called, None)

    def _event_meant(self, scene: Scene, classes: Collection[str], nouns: tuple[str, ...]) -> tuple[str, str] | None:
        """The event of the paragraph or of the news that a class word fits: 大赛, though a 总决赛 was named since."""
        for found in (self.held, self.main) if scene.news else ():
            if found and (scene.things[found[0]].cls in classes or scene.name(found[0]).endswith(nouns)):
                return found
        return None
