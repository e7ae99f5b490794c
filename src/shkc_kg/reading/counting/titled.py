"""Numbers that count titled works: ``播出《科技新闻》52期``, ``球幕电影《苍穹》观影近13万人次``."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.counting.trimming import strip_tail
from shkc_kg.reading.counting.wording import Words
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.scene import Scene

__all__ = ["is_work", "words_of_work", "work_counted"]

_WORKS: Final = frozenset(("Film", "Broadcast", "MediaWork", "Publication", "Policy"))
_SHOWN: Final = re.compile(
    r"(?:电影|影片|纪录片|节目|栏目|剧)?(?P<title>《)[^》]{1,60}》(?P<what>[^,;。\d]{0,8}?)(?:近|逾|超|约|达|共)*\Z"
)
_SUMMED: Final = re.compile(r"等|[对在从与]|发布|出台|印发|实施|期刊|杂志|[一二三四五六七八九十]大")
_KIND: Final = re.compile(r"[\u4e00-\u9fff]{0,4}(?:电影|影片|节目|栏目|剧)\Z")


def work_counted(page: Page, number: Number) -> Named | None:
    """The titled work that a number directly behind it counts."""
    if number.kind not in ("count", "place"):
        return None
    shown = _SHOWN.search(page.text, max(0, number.begin - 80), number.begin)
    if shown is None or _SUMMED.search(shown["what"]) or page.text[shown.start("title") - 1] == "》":
        return None
    end = shown.start("what")
    return next((n for n in page.names_in(max(0, number.begin - 90), end) if n.end == end and n.cls in _WORKS), None)


def is_work(scene: Scene, key: str) -> bool:
    """Whether a thing is a titled work that is shown or printed: what follows it in a list is not about it."""
    thing = scene.things.get(key)
    return thing is not None and thing.cls in _WORKS - {"Policy"}


def words_of_work(page: Page, begin: int, number: Number, work: Named) -> Words:
    """What a number says of the work before it: the words behind the title, else the verb before and the measure."""
    behind = strip_tail(page.undated(work.end, number.begin))
    noun = page.text[number.unit_end : page.counted_noun_end(number)]
    if behind or noun:
        kind = _KIND.search(page.text[page.clause(work.begin)[0] : work.begin])
        text = (kind[0] if kind else "") + behind + noun
        return Words(text, text)
    verb = next((t.text for t in reversed(page.tokens(begin, work.begin)) if page.is_verb(t)), "")
    return Words(f"{verb}{number.unit}数", f"{verb}{number.unit}数")
