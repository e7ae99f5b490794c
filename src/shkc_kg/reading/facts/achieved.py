"""Results that a name achieved, as the text puts them: ``共实现对接2000余次``, ``建成覆盖全市的网络``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.model import Literal, Relation
from shkc_kg.reading.facts.achievers import ACHIEVERS, CHOSEN, UNCOUNTED, achiever, verbs_of
from shkc_kg.reading.facts.extent import is_whole, words_end
from shkc_kg.reading.facts.making import Actor, here, link_key
from shkc_kg.reading.facts.outcomes import BROUGHT_ABOUT
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.figures.numbers import Number
from shkc_kg.reading.grammar import names_after
from shkc_kg.reading.lines.clauses import clause_of, is_quoted, sentence_of
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["achieved"]


def achieved(scene: Scene) -> Iterator[Relation]:
    """The counted results of a passage, then those in words alone."""
    yield from _counted(scene)
    yield from _in_words(scene)


def _counted(scene: Scene) -> Iterator[Relation]:
    """``全球技术转移大会共实现现场对接2000余次``: the counted result, as printed, of the subject of the sentence."""
    for number in scene.numbers:
        if number.kind in UNCOUNTED or is_quoted(scene.text, number.begin) or is_future(scene, number.begin):
            continue
        found = achiever(scene, number)
        if found is None:
            continue
        subject, start = found
        if (
            _of_series(scene, subject, start)
            or _is_no_result(scene, number, start)
            or (subject[2] and _PART_OF_REGION.match(scene.text, number.end))
        ):
            continue
        stop = words_end(scene, number)
        printed = _printed(scene, start, stop)
        if len(printed) <= 40 and _says_what(scene, number, start, stop, printed):
            yield link_key(scene, subject, "shkc:outcome", Literal(printed, "zh"), "counted outcome", (start, stop))


# 自2006年以来,展洽会累计促成项目3100项: those of all editions, while the short name means the last one
_ALL_EDITIONS: Final = re.compile(r"以来|累计|历届|连续|[\d一二两三四五六七八九十]届(?!三中|四中)|每[年届]|至今")


def _of_series(scene: Scene, subject: Actor, start: int) -> bool:
    """Whether a result of an event is what its editions brought about together."""
    thing = scene.things[subject[0]]
    if thing.cls not in EVENT_CLASSES or thing.edition is None:
        return False
    first = sentence_of(scene.text, start)
    printed = any(n.key == subject[0] and "届" in scene.text[n.begin : n.end] for n in scene.between(first, start))
    stop = clause_of(scene.text, start)[1]
    return not printed and _ALL_EDITIONS.search(scene.text, first, min(stop, start + 8)) is not None


# 新增企业305家,占全市的一半 is told of a part of the city
_PART_OF_REGION: Final = re.compile(r"[^;。]{0,24}占(?:全[市省区县]|全国|[我本][市省区])")


def _is_no_result(scene: Scene, number: Number, start: int) -> bool:
    """Whether a number stands in brackets, counts an edition or a capacity, goes on from another, or describes."""
    text = scene.text
    bracketed = text.rfind("(", start, number.begin) > text.rfind(")", start, number.begin)
    if bracketed or text.startswith(("期", "届"), number.end):
        return True
    if "/年" in text[number.end : number.unit_end + 2]:
        return True  # the capacity of a plant
    # A签署的两个协议 are what the sentence goes on to speak of
    spoken_of = text.startswith("的", number.begin - 1) and text[start : number.begin - 1]
    return bool(spoken_of) or any(other.unit_end == number.begin for other in scene.numbers)


def _printed(scene: Scene, start: int, stop: int) -> str:
    """The words of a result without a noun that belongs to its subject, and without a bracket that stays open."""
    printed = re.sub(
        r"^[”》]?(?:项目|活动|平台)?(?:共计|合计|总计|共)?", "", scene.passage.text[start:stop].strip(" ,、")
    )
    opened = printed.count("(") + printed.count("（") > printed.count(")") + printed.count("）")
    return re.split(r"[(（]", printed)[0] if opened else printed


def _says_what(scene: Scene, number: Number, start: int, stop: int, printed: str) -> bool:
    """Whether the words say what is counted, rather than only that something is."""
    if printed.endswith("级") or not is_whole(printed) or "、" in scene.text[start : number.begin]:
        return False  # 建成6个国家级、33个省部级平台: what is counted stands further on
    noun = _filler().sub("", scene.text[start : number.begin] + scene.text[number.unit_end : stop])
    return len(noun) >= 2 or CHOSEN.match(scene.text, number.unit_end) is not None


@cache
def _filler() -> re.Pattern[str]:
    """What stands around a number and names nothing."""
    return re.compile(rf"{verbs_of('achieve_verb')}|共|累计|合计|总计|达到|全年|已|[,;。余多+近超逾约\s]")


def _in_words(scene: Scene) -> Iterator[Relation]:
    """``平台…,实现了资源从信息共享向服务共享跨越``: the result in words, of the name that opens the sentence."""
    for m in re.finditer(r"(?:实现了|建成(?![以之]?[后来]|于))(?=[^,;。]{6,40}(?:[,;。]|$))", scene.text):
        begin, end = clause_of(scene.text, m.start())
        first = sentence_of(scene.text, m.start())
        led = next((n for n in scene.between(begin, m.start()) if n.end == m.start()), None)
        if led is None and m.start() == begin:
            led = next((n for n in scene.between(first, m.start()) if n.begin == first), None)
        if (
            led is None
            or led.cls not in ACHIEVERS
            or scene.text[max(0, led.begin - 1) : led.begin] in ("、", "和", "与")
        ):
            continue
        if m[0] == "建成" and names_after(scene, m.end(), BROUGHT_ABOUT):
            continue
        if not is_future(scene, m.start()) and scene.text[led.end] not in "、和与的":
            words = scene.passage.text[m.start() : end]
            yield link_key(scene, here(led), "shkc:outcome", Literal(words, "zh"), "result", (m.start(), end))
