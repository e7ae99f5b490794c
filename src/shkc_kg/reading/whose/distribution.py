"""分别: several things and as many numbers, one for each."""

from __future__ import annotations

import itertools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.counting.wording import Words, generic_nouns, merged
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Subject
from shkc_kg.reading.whose.placed import in_places, listed_next

__all__ = ["Distribution", "distributed", "split_items"]


@dataclass(frozen=True, slots=True)
class Distribution:
    """What 分别 gives to each number: its words, and its subject where the members are things."""

    items: tuple[str, ...]
    words: Mapping[Number, Words]
    subjects: Mapping[Number, Subject]


_JOINT: Final = re.compile(r"(?:、|和|与|及|以及|,|;)?(?P<own>[\u4e00-\u9fff]{0,6})")
_COMPARISON: Final = re.compile(r"(?:同比|环比|(?:比(?!重|例|率)|较)[^,]{1,8}|,)+")
_COMPARED: Final = re.compile(r"(?:(?:比|较)[^,重例]{1,12}|同比|环比)\Z")
_BETWEEN: Final = re.compile(r"、|和|与|及")
_CHANGES: Final = re.compile(
    r"(?:比[^,]{1,16}?|较[^,]{1,16}?|同比|年均)?(?:增长|下降|提高|上升|减少|增加|降低|回落|加快|放缓|回升|提升|扩大|收窄|拉动[^,、\d]{2,8}?增长)(?:了|到|至)?"
)
_NAMED_ONE_BY_ONE: Final = re.compile(r"(?:分别|依次)(?:是|为)(?P<list>[^,;。\d]{2,60}),\Z")
_KINDS: Final = re.compile(r"(?P<list>[^,;。]{4,60}?)[两三四五六七八九十\d]{1,2}[大个][\u4e00-\u9fff]{2}")
_QUOTED: Final = re.compile(r"“[^”]{2,20}”")
_SECTORS: Final = ("第一产业", "第二产业", "第三产业")
_AHEAD_OF: Final = re.compile(r"(?P<verb>领先|高于|高出|超出|快于|低于|慢于|优于)(?P<list>[^,;。\d]+)")
_FAR: Final = 24  # code points between 分别 and its first number: 分别比“十二五”末(2015年)增长了
_LEVEL: Final = re.compile(r"(?:国家|自治区|省部?|市|区|县|州|部|院|校)级|国际|国内|省内|省外|市内|市外|境内|境外")
_ACTS: Final = "申请|受理|授权|登记|注册|输出|吸纳|进口|出口|签订"
_TWIN: Final = re.compile(rf"(?P<head>[^、]{{2,}}?)(?:{_ACTS})(?:合同)?(?:量|数|额)?")
_OTHER: Final = re.compile(rf"(?:{_ACTS})(?:合同)?(?P<noun>量|数|额)")
_OF: Final = re.compile(r"(?P<of>[^的]{2,16}(?:创造|实现|完成|获得|贡献)的)[^的]{2,10}\Z")
_AND: Final = re.compile(r"以及|和|与|及")


@cache
def _metrics() -> tuple[str, ...]:
    return tuple(sorted(words("metric_noun"), key=lambda w: (-len(w), w)))


def split_items(phrase: str, count: int) -> tuple[str, ...] | None:
    """A coordination as ``count`` members, a closing measure noun given to each; ``None`` where it has not so many.

    >>> split_items("基础研究、应用研究和试验发展经费", 3)
    ('基础研究经费', '应用研究经费', '试验发展经费')
    >>> split_items("国家级、市级众创空间", 2)
    ('国家级众创空间', '市级众创空间')
    >>> split_items("发明专利申请和授权量", 2), split_items("技术输出合同额和吸纳合同额", 2)
    (('发明专利申请量', '发明专利授权量'), ('技术输出合同额', '技术吸纳合同额'))
    >>> split_items("研究和试验发展经费", 3)
    """
    parts = [p for p in phrase.split("、") if p]
    if len(parts) != count:
        joints = list(_AND.finditer(parts[-1])) if parts else []
        if len(parts) != count - 1 or not joints:
            return None
        cut = joints[-1]
        parts = [*parts[:-1], parts[-1][: cut.start()], parts[-1][cut.end() :]]
    levels = [_LEVEL.match(p) for p in parts]
    if all(levels) and all(m and m.end() == len(p) for m, p in zip(levels[:-1], parts[:-1], strict=True)):
        noun = parts[-1][levels[-1].end() :] if levels[-1] else ""
        parts = [*(p + noun for p in parts[:-1]), parts[-1]]
    if len(parts) == 2 and (twin := _TWIN.fullmatch(parts[0])) and (other := _OTHER.fullmatch(parts[1])):
        parts = [parts[0].removesuffix(other["noun"]) + other["noun"], twin["head"] + parts[1]]
    of = _OF.match(parts[0])
    if of and not any("的" in p for p in parts[1:]):
        parts = [parts[0], *(of["of"] + p for p in parts[1:])]
    tail = next((m for m in _metrics() if parts[-1].endswith(m) and len(parts[-1]) > len(m)), "")
    if tail and not any(p.endswith(_metrics()) for p in parts[:-1]):
        parts = [*(p + tail for p in parts[:-1]), parts[-1]]
    return tuple(parts) if all(parts) else None


def _series(page: Page, index: int, mixed: bool = False) -> list[tuple[Number, str]]:
    """The numbers of a coordination from the one at ``index`` on, each with the words printed just before it."""
    numbers = page.scene.numbers
    found = [(numbers[index], "")]
    for following in numbers[index + 1 :]:
        gap = page.text[found[-1][0].unit_end : following.begin]
        m = _JOINT.fullmatch(gap)
        if not m or not gap or (following.kind != found[0][0].kind and not (mixed and _BETWEEN.fullmatch(gap))):
            break
        if m["own"] and not _CHANGES.fullmatch(m["own"]):
            break
        found.append((following, m["own"]))
    return found


def distributed(page: Page, index: int, before: Distribution | None, said: Sequence[Words] = ()) -> Distribution | None:
    """What the numbers behind a 分别 are about, if the members before it are as many.

    ``甲、乙分别增长[10.2%]和下降[1.4%]``; ``比重分别为`` goes on with the members of the 分别 before it.
    """
    first = page.scene.numbers[index]
    begin = page.clause(first.begin)[0]
    at = page.text.rfind("分别", begin, first.begin)
    if at < 0 or first.begin - at > _FAR:
        return _gone_on(page, index, begin, before) or _matched(page, index, begin)
    series = _series(page, index, mixed=True)
    lead = page.text[at + 2 : first.begin]
    if ahead := _ahead_of(series, lead, said):
        return ahead
    phrase = strip_head(page.undated(begin, at))
    compared = _COMPARED.search(phrase) if _CHANGES.search(lead) else None
    phrase = phrase[: compared.start()] if compared else phrase
    items, kept = _members(page, begin, phrase, len(series), before), None
    if not phrase and said and (following := split_items(listed_next(page, begin), len(series))):
        return _next_ones(page, begin, following, series, said[-1])
    placed = in_places(page, (begin, at), len(series))
    if before is not None and len(before.items) == len(series) and strip_tail(phrase) in generic_nouns():
        kept = before.items
    measure = strip_tail(phrase)
    if items is None and len(said) >= len(series) and (len(measure) < _NAMED or measure in generic_nouns()):
        items = tuple(merged(w.base or w.text, measure) for w in said[-len(series) :])
    if len(series) < _NAMED:
        return None
    said_of = compared[0] if compared else phrase if _CHANGES.fullmatch(phrase) else ""
    change = said_of + m[0].removesuffix("了") if (m := _CHANGES.search(lead)) else said_of or _of(lead)
    if placed:
        return _given(page, placed.names, placed.items, series, change, kept, placed.measure)
    if items is None:
        return None
    return _given(
        page,
        page.names_in(page.sentence(begin)[0], at),
        items,
        series,
        change,
        kept,
        "" if "、" in measure else measure,
    )


_NAMED: Final = 2  # code points of a noun, members of a list


def _given(
    page: Page,
    named: Sequence[Named],
    items: Sequence[str],
    series: Sequence[tuple[Number, str]],
    change: str,
    kept: Sequence[str] | None,
    measure: str,
) -> Distribution | None:
    """Each number with its member and what is said of it; a member that opens with a name gives its subject.

    ``依次为甲省、乙省,入榜园区数量分别为9席、8席``: a member that is only a name has what the clause measures.
    """
    made, subjects = {}, {}
    for item, (number, own) in zip(items, series, strict=True):
        name = next((n for n in named if item.startswith(page.text[n.begin : n.end])), None)
        if name is not None and item.startswith("(", name.end - name.begin):
            name = None  # 青少年科技馆(站) are counted
        if name is not None:
            subjects[number] = Subject(name.key)
        rest = (item[name.end - name.begin :] or measure) if name is not None else item
        made[number] = Words(f"{rest}{own or change}", rest, "")
    if any(not w.text for w in made.values()):
        return None
    return Distribution(tuple(kept or items), made, subjects)


def _next_ones(
    page: Page, begin: int, items: Sequence[str], series: Sequence[tuple[Number, str]], said: Words
) -> Distribution | None:
    """Those that come next, each with what was measured of the first; one that has no name keeps its words."""
    names = page.names_in(page.clause(begin - 1)[0], begin)
    printed = {page.text[n.begin : n.end] for n in names}
    measure = said.base or said.text
    whole = tuple(item if item in printed else item + measure for item in items)
    return _given(page, names, whole, series, "", None, measure)


def _members(page: Page, begin: int, phrase: str, count: int, before: Distribution | None) -> tuple[str, ...] | None:
    """The members that 分别 speaks of: before it in its clause, those of a 分别 before, or a list in the clause before."""
    if phrase.startswith("三次产业") and count == len(_SECTORS):
        return tuple(sector + phrase.removeprefix("三次产业") for sector in _SECTORS)
    if (items := split_items(phrase, count)) is not None:
        return items
    noun = strip_tail("" if _COMPARISON.fullmatch(phrase) else phrase)
    if before is not None and len(before.items) == count:
        return tuple(_joined(item, noun) for item in before.items)
    if begin <= page.sentence(begin)[0]:
        return None
    earlier = page.clause(begin - 1)[0]
    if one_by_one := _NAMED_ONE_BY_ONE.search(page.text, earlier, begin):
        return split_items(one_by_one["list"], count)
    if (kinds := _KINDS.match(page.text, earlier, begin)) and (items := split_items(kinds["list"], count)):
        return items
    quoted = tuple(m[0] for m in _QUOTED.finditer(page.text, earlier, begin))
    return quoted if len(quoted) == count else None


def _ahead_of(series: Sequence[tuple[Number, str]], lead: str, said: Sequence[Words]) -> Distribution | None:
    """``分别领先全国、全省[3]、[7]个百分点``: what was said last, against each of them."""
    ahead = _AHEAD_OF.fullmatch(lead)
    rivals = split_items(ahead["list"], len(series)) if ahead else None
    of = next((w for w in reversed(said) if not w.text.endswith(("倍数", "月数", "年数", "位次"))), None)
    if ahead is None or rivals is None or of is None:
        return None
    pairs = zip(series, rivals, strict=True)
    return Distribution(rivals, {n: Words(f"{of.text}{ahead['verb']}{rival}", of.base) for (n, _), rival in pairs}, {})


_THAN: Final = re.compile(
    r"(?:(?:高于|低于|快于|慢于|超过)[^,;。、\d]{2,10}|(?:比|较)[^,;。、\d]{2,10}(?:高|低|快|慢)出?)"
)


def _gone_on(page: Page, index: int, begin: int, before: Distribution | None) -> Distribution | None:
    """``…分别增长7%和5%,高于全省[2]、[1]个百分点``: the members of the 分别 before, against something."""
    series = _series(page, index)
    than = page.undated(begin, series[0][0].begin)
    if before is None or len(series) != len(before.items) or not _THAN.fullmatch(than):
        return None
    pairs = zip(series, before.words.values(), strict=True)
    return Distribution(before.items, {number: Words(f"{w.text}{than}", w.base) for (number, _), w in pairs}, {})


def _matched(page: Page, index: int, begin: int) -> Distribution | None:
    """``甲企业、乙企业达[6588]家、[6403]家``: as many things as numbers, each list in one stretch."""
    series = _series(page, index)
    if page.next_number(begin) != series[0][0].begin:
        return None
    stretch = itertools.pairwise(series)
    if len(series) < 2 or not all(page.text[a.unit_end : b.begin] in ("、", "和") for (a, _), (b, _) in stretch):
        return None
    phrase = strip_tail(strip_head(page.undated(begin, series[0][0].begin)))
    items = split_items(phrase, len(series))
    if (
        items is None
        or any(len(item) < 3 for item in items)
        or page.counted_noun_end(series[-1][0]) > series[-1][0].unit_end
    ):
        return None
    made = {number: Words(item, item) for item, (number, _) in zip(items, series, strict=True)}
    return Distribution(items, made, {})


def _of(lead: str) -> str:
    """``分别是2017年的[2.9]倍``: the multiple of that."""
    if share := re.fullmatch(r"占(?P<whole>[^,]{1,16}?)(?:的(?:比重|比例)?)?(?:约|为)?", lead):
        return f"占{share['whole']}比例"
    m = re.fullmatch(r"(?:是|为|相当于|达到?)(?P<whole>[^,]{2,14}?)的(?:约|近)?", lead)
    return f"相当于{m['whole']}的倍数" if m else ""


def _joined(item: str, noun: str) -> str:
    return item if item.endswith(noun) else item + noun
