"""The event that a clause speaks of."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import PassageKind, ScopeReason
from shkc_kg.reading.facts.making import Actor, here
from shkc_kg.reading.lines.clauses import clause_of, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["event_above", "event_in_view", "is_cited", "is_other_edition", "is_whole"]

# 某洽谈会科技专场, 某周启动仪式, 某年会秘书长: not the event itself
_NOT_WHOLE: Final = re.compile(
    r"的|[\u4e00-\u9fff]{0,6}(?:主场|技术展|成果展|专题展|分赛区|选拔赛|预选赛|专场|分论坛|平行论坛|专题论坛)"
    r"|[\u4e00-\u9fff]{0,10}(?:工作会议|动员会|协调会|推进会|筹备会|启动会|部署会|调度会|通气会)"
    r"|[^,;。、]{0,30}?(?:启动仪式|启动式|签约仪式|新闻发布会|筹备|筹委会|倒计时)|秘书[长处]|组委会|组织委员会|执委会"
)
# 下届科交会: another edition, whatever the short name was said of before
_OTHER_EDITION: Final = re.compile(r"(?:[下上前往历每]|以往)(?:[一两几\d二三四五六七八九十]+)?届的?[“《]?\Z")
_JOINED: Final = re.compile(r"[”》]?暨[“《]?")
# 致第三届X贺信的精神, 贯彻X精神: the letter, or what was said there, is spoken of
_LETTER: Final = re.compile(r"[”》]?的?(?:贺[信电]|(?:重要)?(?:会议)?(?:讲话)?精神)")
_WHOLE_OF: Final = re.compile(r"作为[^,;。]{0,8}\Z")
_DURING: Final = re.compile(r"[”》]?(?:举办|召开|举行)?期间")
_ANAPHOR: Final = re.compile(r"(?:本次|本届|此次|该|这次)?(?P<kind>论坛|大会|年会|峰会|会议|展会|博览会|大赛|活动)")


def is_whole(scene: Scene, name: Named) -> bool:
    """Whether an event's name stands for the event, rather than for a session, a ceremony or a body of it.

    Nor does the name of the series for an edition of another year than the one told of.
    """
    edition = scene.things[name.key].edition
    year = edition.year if edition is not None else None
    other = year not in (None, scene.year) and str(year) not in scene.text[name.begin : name.end]
    if other or is_other_edition(scene, name) or _NOT_WHOLE.match(scene.text, name.end) is not None:
        return False
    joined = _JOINED.match(scene.text, name.end)
    second = None if joined is None else next((n for n in scene.top if n.begin == joined.end()), None)
    return second is None or is_whole(scene, second)  # A暨B新闻发布会


# 大赛于2016年首次举办, 科博会已成功举办十届: what is said of the series, whose name the last edition's short one is, too
_OF_SERIES: Final = re.compile(
    r"[^,;。]{0,24}?(?:首次举办|创办|创立|始于|起源于|创始|(?:举办|举行|召开|走过|经历)(?:了|过)?[\d一二两三四五六七八九十百]+届|每年|每两年|永久|永远)"
)
_NUMBERED: Final = re.compile(r"第[\d一二三四五六七八九十百]+[届次]|首届|\d{4}")


def is_other_edition(scene: Scene, name: Named) -> bool:
    """Whether a name is said of another edition than the one that it was learnt from, or of the series: ``下届大会``."""
    short = scene.things[name.key].edition is not None and not _NUMBERED.search(scene.text, name.begin, name.end)
    if short and _OF_SERIES.match(scene.text, name.end):
        return True
    return _OTHER_EDITION.search(scene.text, max(0, name.begin - 6), name.begin) is not None


def event_in_view(scene: Scene, at: int) -> Actor | None:
    """The event printed before in the sentence, or the heading's or earlier sentences'.

    Nothing is in view behind a session of an event (``某洽谈会科技专场…,主宾国为…``).
    """
    first = sentence_of(scene.text, at)
    named = scene.between(first, at, EVENT_CLASSES)
    printed = [n for n in named if not is_cited(scene, n) and not _is_time(scene, n)]
    if printed:
        return here(printed[-1]) if is_whole(scene, printed[-1]) and not _is_greater(scene, printed[-1], at) else None
    if scene.subject is not None and scene.things[scene.subject.key].cls in EVENT_CLASSES:
        return scene.subject.key, (scene.subject.passage,), (ScopeReason.COREFERENCE,)
    earlier = [n for n in scene.between(0, at, EVENT_CLASSES) if not (_is_time(scene, n) or is_cited(scene, n))]
    kind = _ANAPHOR.match(scene.text, first, at)
    alike = [n for n in earlier if kind and n.end < first and scene.name(n.key).endswith(kind["kind"])]
    # X在P召开;A、B担任主办单位: the only event of the parts before
    alone = len({n.key for n in alike or earlier}) == 1 and is_whole(scene, (alike or earlier)[-1])
    return here((alike or earlier)[-1]) if alone else None


def is_cited(scene: Scene, name: Named) -> bool:
    """Whether only what was written or said to an event is spoken of: ``贯彻第二次某座谈会精神``."""
    return _LETTER.match(scene.text, name.end) is not None


def _is_time(scene: Scene, name: Named) -> bool:
    """Whether an event only says when another is held: ``论坛在某交易会期间举办``."""
    led = scene.text[max(0, name.begin - 1) : name.begin].endswith(("在", "于"))
    return led and _DURING.match(scene.text, name.end) is not None


def _is_greater(scene: Scene, name: Named, at: int) -> bool:
    """Whether an earlier clause says that what is told of belongs to the event: ``作为某年会的重要活动,大赛以…``."""
    begin, end = clause_of(scene.text, name.begin)
    return end < at and _WHOLE_OF.search(scene.text[begin : name.begin]) is not None


def event_above(scene: Scene) -> Actor | None:
    """The event whose heading an item stands under; what items tell is a part of it."""
    subject = scene.subject
    if subject is None or scene.passage.kind is not PassageKind.ITEM or scene.passage.id == subject.passage:
        return None
    return (subject.key, (subject.passage,), ()) if scene.things[subject.key].cls in EVENT_CLASSES else None
