"""Reading: a report's text to its things, mentions, dates and facts, by general rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from shkc_kg.model import Chapter, DateMention, Fact, Mention, Observation, Reading, Relation, Source, Thing, Unread
from shkc_kg.reading.facts import facts_of
from shkc_kg.reading.lines.document import chapter_of
from shkc_kg.reading.names import Names, names_of
from shkc_kg.reading.names.cards import is_institution_line
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.names.persons import is_person_line
from shkc_kg.reading.names.resolve import Resolved, key_of
from shkc_kg.reading.quantities import observations
from shkc_kg.reading.scene import Scene, scenes_of
from shkc_kg.reading.setting.context import Setting, setting_of
from shkc_kg.reading.tables.tabulated import numbers_a_row, tabulated

__all__ = ["infer_context", "read"]


def infer_context(source: Source) -> Setting:
    """Year and region of a source with the reason for each: what manifest or options tell, else what its text shows."""
    return setting_of(source, chapter_of(source, is_person_line, is_institution_line).passages)


def read(source: Source) -> Reading:
    """All that general rules read in one chapter."""
    chapter = chapter_of(source, is_person_line, is_institution_line)
    setting = setting_of(source, chapter.passages)
    chapter = replace(
        chapter,
        source=replace(
            source, year=setting.year, region=setting.region, unnamed=setting.unnamed, reasons=setting.reasons
        ),
    )
    names = names_of(chapter.passages, {p.id: setting.region for p in chapter.passages}, setting.year)
    place = setting.region or setting.unnamed
    names = _with_region(names, place)
    region = key_of(place) if place else None
    scenes = scenes_of(chapter.passages, names, setting.clocks, {p.id: region for p in chapter.passages})
    why = setting.reasons.get("region", "")
    if why.startswith(("place named most", "the only place of the level")):
        unnamed = why == "place named most" and any(_OFFICE.match(p.text) for p in chapter.passages[:1])
        scenes = tuple(replace(scene, guessed=unnamed or scene.news) for scene in scenes)
    return _reading(chapter, names, scenes)


# 科技局2020年工作总结: the report of an office whose place is not told, so the place named most may be the one above it
_OFFICE: Final = re.compile(
    r"(?:20\d\d年(?:度)?)?[市区县省州]?[\u4e00-\u9fff]{1,8}?(?:局|厅|委|办|管委会|委员会)(?:关于)?(?:20\d\d|[上下]半年|年度|工作)"
)


def _with_region(names: Names, region: str | None) -> Names:
    """The things with the report's own region among them, China, which 全国 means, and the world, which 全球 does."""
    things = dict(names.things)
    for name in (region, "中国", "全球"):
        if name and key_of(name) not in things:
            entry = place_entry(name)
            things[key_of(name)] = Resolved(name, entry.cls if entry else "Region", "report", [], entry)
    return Names(things, names.mentions, names.words)


def _reading(chapter: Chapter, names: Names, scenes: Sequence[Scene]) -> Reading:
    tables = tabulated(scenes)
    read_here = (*observations(scenes, tables), *(one for row in tables.values() for one in row))
    stated = tuple(_named(names, one) for one in read_here)
    facts, made = facts_of(scenes, names)
    found: list[Fact] = [*stated, *(fact for fact in facts if _agrees(fact, stated))]
    order = {p.id: p.order for p in chapter.passages}
    found.sort(key=lambda f: (order[f.evidence.passage], f.evidence.spans[0]))
    mentions = tuple(
        Mention(names.things[n.key].name, s.passage.id, s.span(n.begin, n.end)) for s in scenes for n in s.names
    )
    used = {m.thing for m in mentions} | set(_referred(found))
    things = tuple(_thing(t) for t in names.things.values() if t.name in used) + made
    return Reading(
        chapter=chapter,
        things=things,
        mentions=mentions,
        dates=tuple(DateMention(s.passage.id, s.span(d.begin, d.end), d.edtf) for s in scenes for d in s.dates),
        facts=tuple(dict.fromkeys(found)),
        open_lists=frozenset(s.passage.id for s in scenes if _is_open(s)),
        unread=tuple(_unread(scenes, found)),
    )


def _agrees(fact: Fact, stated: Sequence[Observation]) -> bool:
    """Whether a counted result is told of what its number is about, and as done; other facts always agree."""
    if not isinstance(fact, Relation) or fact.evidence.rule != "counted outcome":
        return True
    here = [
        one
        for one in stated
        if one.evidence.passage == fact.evidence.passage
        and any(span.begin <= one.span.begin and one.span.end <= span.end for span in fact.evidence.spans)
    ]
    return any(one.about == fact.subject and not one.evidence.planned and not _of_site(one, fact) for one in here)


_SITE: Final = re.compile(r"[\u4e00-\u9fff]{3,}?(?:创业园|科技园)(?=[\u4e00-\u9fff]{3})")


def _of_site(one: Observation, fact: Relation) -> bool:
    """Whether a figure's words open with an unnamed site that a result leaves out: it is the site's, not the region's."""
    site = _SITE.match(one.indicator)
    return site is not None and site[0] not in str(fact.object)


def _named(names: Names, one: Observation) -> Observation:
    return replace(one, about=names.things[one.about].name)


def _referred(facts: Sequence[Fact]) -> Iterator[str]:
    for fact in facts:
        for part in ("subject", "object", "member", "organization", "division", "about", "within"):
            value = getattr(fact, part, None)
            if isinstance(value, str):
                yield value


def _thing(resolved: Resolved) -> Thing:
    aliases = tuple(dict.fromkeys(f for f in resolved.forms if f != resolved.name))
    return Thing(resolved.name, resolved.cls, aliases, resolved.rule)


def _is_open(scene: Scene) -> bool:
    return any(scene.text.startswith("等", n.end) for n in scene.top)


def _unread(scenes: Sequence[Scene], facts: Sequence[Fact]) -> Iterator[Unread]:
    """Digits that are no quantities, with the reason, and numbers without a subject."""
    stated = {(f.evidence.passage, f.span.end) for f in facts if isinstance(f, Observation)}  # a sign may open a span
    for scene in scenes:
        for skip in scene.skipped:
            yield Unread(scene.passage.id, scene.span(skip.begin, skip.end), "number", skip.reason)
        for number in scene.numbers:
            span = scene.span(number.begin, number.end)
            if (scene.passage.id, span.end) not in stated:
                reason = "number of a list item" if numbers_a_row(scene, number) else "no subject"
                yield Unread(scene.passage.id, span, "number", reason)
