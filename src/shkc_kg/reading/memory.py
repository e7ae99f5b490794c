"""What earlier passages leave for later ones: whose report a text is, the last topic, what 论坛 may point at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.classes import EVENTS, FACILITIES, INSTITUTIONS, ZONES
from shkc_kg.reading.lexicon import pointers
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.scene import TIME_LED, Scene

__all__ = ["NEAR", "Memory", "Subject"]

TITLE_BLOCK: Final = 3  # passages: title, publisher, date
RECENT: Final = 3  # passages in which an event was last named that 现场 may mean
NEAR: Final = 400  # code points within which a thing is looked for


@dataclass(frozen=True, slots=True)
class Subject:
    """The key of a thing that a number is about, and where it comes from if not from the clause."""

    key: str
    scope: tuple[str, ...] = ()
    reasons: tuple[ScopeReason, ...] = ()


# an office reports on its region, a venue on nothing
_OWNERS: Final = (INSTITUTIONS - {"GovernmentBody"}) | (FACILITIES - {"Venue"}) | ZONES
_REPORTS: Final = re.compile(r"报告|年报|总结|公报|情况|概况|简介|综述|介绍|年鉴|纪实|统计|数据|快报|回顾|分析|运行")
_REPORT: Final = re.compile(rf"(?:(?:19|20)\d{{2}}年?度?)?[^,;。]{{0,16}}(?:{_REPORTS.pattern})?\Z")
_RUNS: Final = re.compile(r"[^,;。]{0,16}(?:增长|突破|开局|居|攀升|运行|提升)")  # a headline: 某高新区总收入增长两成


def _reporting(scene: Scene) -> str | None:
    """The body that a title names as its own: ``某大学2020年科技工作年报``, or a title that is only a name."""
    first = next((n for n in scene.top if n.begin <= 1 or TIME_LED.fullmatch(scene.text, 0, n.begin)), None)
    if first is None or first.cls not in _OWNERS:
        return None
    rest = scene.text[first.end :]
    reports = _REPORT.match(rest) and _REPORTS.search(rest)
    runs = first.cls in ("FunctionalZone", "Park") and _RUNS.match(rest)
    return first.key if not rest or reports or runs else None


_FULL: Final = {"高新区": "高新技术产业开发区", "经开区": "经济技术开发区"}  # what a name spells out


@dataclass(slots=True)
class Memory:
    """What earlier passages leave for later ones: things that 论坛 or 示范区 may point at, and the last topic."""

    first: list[str] = field(default_factory=list)  # the passages of the title block
    seen: list[tuple[str, str, str, str]] = field(default_factory=list)  # key, name, class, passage
    topic: tuple[Subject, int] | None = None  # with the place where its sentence ends
    owner: Subject | None = None  # the body whose report the text is, by its title
    sections: dict[str, str] = field(default_factory=dict)  # the section of each passage just read, in order
    house: tuple[Subject, str] | None = None  # the last museum or venue that a sentence was about, with its section

    def note(self, scene: Scene) -> None:
        """Remembers the things that a passage names, and whose report the first one says the text is."""
        if not self.first and (owner := _reporting(scene)):
            self.owner = Subject(owner, (scene.passage.id,))
        if len(self.first) < TITLE_BLOCK:
            self.first.append(scene.passage.id)
        self.sections[scene.passage.id] = scene.passage.section
        if len(self.sections) > RECENT:
            del self.sections[next(iter(self.sections))]
        for name in scene.top:
            thing = scene.things.get(name.key)
            if thing is not None:
                self.seen.append((name.key, thing.name, name.cls, scene.passage.id))
        del self.seen[:-60]

    def last_event(self) -> tuple[str, str] | None:
        """The event named last, with its passage."""
        return next(((key, passage) for key, _, cls, passage in reversed(self.seen) if cls in EVENTS), None)

    def near_event(self, scene: Scene) -> tuple[str, str] | None:
        """The event named last in the few passages before one, in its section; a news item is about one from end to end."""
        found = self.last_event()
        near = found and (scene.news or self.sections.get(found[1]) == scene.passage.section)
        return found if near else None

    def pointed(self, page: Page, at: int, noun: str) -> tuple[str, str] | None:
        """The last thing that a bare class word may mean, with its passage: 论坛 after 浦江创新论坛."""
        classes, full = pointers().get(noun, frozenset()), (noun, _FULL.get(noun, noun))
        for near in reversed(page.names_in(max(page.sentence(at)[0], at - NEAR), at)):
            if near.key in page.scene.things and (near.cls in classes or page.scene.name(near.key).endswith(full)):
                return near.key, page.scene.passage.id
        for key, name, cls, passage in reversed(self.seen):
            if name.endswith(full) or cls in classes:
                return key, passage
        return None
