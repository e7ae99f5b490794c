"""Whether what a clause tells has happened yet."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.calendar.ahead import AHEAD
from shkc_kg.reading.calendar.asides import is_aside
from shkc_kg.reading.calendar.dates import DateAtom
from shkc_kg.reading.facts.foretold import carries_on_plan, planned_before
from shkc_kg.reading.facts.headings import plans
from shkc_kg.reading.lines.clauses import clause_of, is_quoted, sentence_of
from shkc_kg.reading.scene import Scene

__all__ = ["is_future"]

_FUTURE: Final = re.compile(
    r"(?:拟|定于|将(?!近|其|该|军|来)|计划(?![项资内])|力争|争取|希望|恳请|请求|呼吁|预计|预期|筹备|筹建|准备|规划(?=建设|布局|新建|打造)|有望|要(?!求|素|点|闻)|应(?!用|对|急|邀)|"
    r"力求|谋划|启动筹建|积极申报|申请)(?:[^,;。　]|　++){0,14}$|探索$"
)
# what somebody got issued is out: 争取省政府出台了《条例》
_REACHED: Final = re.compile(r"[\u4e00-\u9fff]{2}了(?=[《“\d])")
# 市科技局将在活动周期间联合有关部门开展X: an adverb, however far its verb
_WILL: Final = re.compile(
    r"(?<![即还])将(?:在(?![建研编册校])[^,;。]{2,12}?(?:期间|上)|联合|会同|陆续|继续|进一步|首次|再次|同步|牵头)"
)
_BY: Final = re.compile(r"(?:^|[\u4e00-\u9fff])(?:到|至)(?:(?P<year>20\d\d)年(?!的)|“?[^”]{1,3}五”?末|期末|本世纪)")


def is_future(scene: Scene, at: int, *, policy: bool = False) -> bool:
    """Whether the verb at a place is put into the future: 拟, 将 before it, 到2025年, a plan's heading above.

    A ``policy`` (支持, 推进) holds already where a plan of several years states it, but is a task yet where a year's report does.

    A character counts as a word only where the segmenter sees one: 即将, but not the 将 of a name.
    """
    begin, _ = clause_of(scene.text, at)
    first = sentence_of(scene.text, at)
    if _is_put_off(scene, begin, at) or _lies_ahead(scene, first, at) or _FIRST_AHEAD.match(scene.text, at):
        return True
    if _by(scene, first, at) or planned_before(scene, first, begin):
        return True
    held = policy and scene.year is None
    planned = scene.ahead or (plans(scene) and not held) or carries_on_plan(scene, first, at)
    return planned and not _has_happened(scene, first, at)


def _is_put_off(scene: Scene, begin: int, at: int) -> bool:
    """Whether a word of the verb's own clause puts it into the future."""
    text = _masked(scene, begin, at)
    found = _FUTURE.search(text)
    if found and found[0].startswith("争取") and _REACHED.match(scene.text, at):
        return False
    if found and _is_word(scene, begin + found.start()):
        return True
    return any(not is_quoted(scene.text, begin + m.start()) for m in _WILL.finditer(text))


def _masked(scene: Scene, begin: int, end: int) -> str:
    """A stretch with blanks for titles, quotations, names and dates: however long, each is one word behind 将."""
    text = re.sub(r"《[^》]*》|“[^”]*”|\d[\d年月日至到—~-]{2,}", lambda m: "　" * len(m[0]), scene.text[begin:end])
    for first, last in (*((n.begin, n.end) for n in scene.top), *((d.begin, d.end) for d in scene.dates)):
        if begin <= first and last <= end:
            text = text[: first - begin] + "　" * (last - first) + text[last - begin :]
    return text


def _lies_ahead(scene: Scene, first: int, at: int) -> bool:
    """Whether a sentence opens with a year that the text has not reached: ``2022年,推动X开工`` in a report of 2021."""
    if any(d.has_year and first <= d.begin and d.end <= at and len(d.edtf) == len("2021-05-31") for d in scene.dates):
        return False  # a report of 2019 that tells of 2020年1月10日
    if scene.year is not None and scene.now is not None and scene.year > scene.now:
        return True
    if _NEXT.match(scene.text, first):
        return True
    opening = next((d for d in scene.dates if d.begin == first and d.end <= at), None)
    if scene.past is not None and opening is not None and len(opening.edtf) == 4 and int(opening.edtf) > scene.past:
        return True
    reached = max(scene.past or 0, scene.now or 0)
    clause, _ = clause_of(scene.text, at)
    near = [d.edtf for d in scene.dates if (d.begin == first or clause <= d.begin) and d.end <= at]
    # a day or month so late is told of a later text than the one that the year was read off
    years = [edtf[:4] for edtf in near if re.fullmatch(r"\d{4}(?:/\d{4})?", edtf)]
    return bool(reached) and any(int(year) > reached for year in years)


# 每两年举办一次X,首届拟于2022年召开
_FIRST_AHEAD: Final = re.compile(r"[^。;]{0,60}[,;]首[届次][^,;。]{0,10}(?:拟|将|计划|定于|预计)")
_NEXT: Final = re.compile(rf"{AHEAD}|明年|下一年")
_PERFECT: Final = re.compile(r"成功|已(?!有|经?将)|先后|相继|陆续|圆满|[^了]了(?!解)")


def _has_happened(scene: Scene, first: int, at: int) -> bool:
    """Whether a sentence of a plan tells what is done: ``2014年11月19日,首届大会成功举办``; plans set no days.

    Neither is a plan what it tells of a year gone by, or in a paragraph that looks back.
    """
    end = next((i for i in range(at, len(scene.text)) if scene.text[i] in ";。"), len(scene.text))
    told = (d for d in scene.dates if first <= d.begin and d.end <= end and d.has_year)
    if scene.over_years or any(_is_over(scene, d) for d in told):
        return True
    begin, _ = clause_of(scene.text, at)
    day = any(
        first <= d.begin and d.end <= at and len(d.edtf.partition("/")[0]) == 10 and not d.as_of for d in scene.dates
    )
    return day or _PERFECT.search(scene.text[begin : at + 4]) is not None


def _is_over(scene: Scene, date: DateAtom) -> bool:
    """Whether a date lies in the years that the text looks back on, rather than being one compared with."""
    last = date.edtf.rpartition("/")[2][:4]
    over = scene.past is not None and last.isdigit() and int(last) <= scene.past
    return over and not is_aside(scene.text, date.begin, date.end, whole=True)


def _by(scene: Scene, begin: int, end: int) -> bool:
    """Whether a stretch sets a time yet to come: 到2025年 in a text of 2021, “十四五”末."""
    m = _BY.search(scene.text[begin:end])
    return m is not None and (m["year"] is None or scene.year is None or int(m["year"]) > scene.year)


def _is_word(scene: Scene, at: int) -> bool:
    """Whether a word begins at a place, or the word there is all about the future (即将, 还将)."""
    token = scene.words.tokens[scene.words.at[at]]
    return token.begin == at or token.tag[0] == "d"
