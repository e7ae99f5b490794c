"""Indicators of special form: ranks, shares, changes, goals, multiples, spans of time."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.counting.around import against, first_of, portion, rate_behind, surveyed, this, with_measure
from shkc_kg.reading.counting.changes import change, compared, goal
from shkc_kg.reading.counting.comparisons import completed, contribution, proportion, ratio, relative, share, target
from shkc_kg.reading.counting.counted import editions, field, sole
from shkc_kg.reading.counting.nouns import noun_only
from shkc_kg.reading.counting.origins import origin, recipients, some_of
from shkc_kg.reading.counting.ranked import rank
from shkc_kg.reading.counting.sized import area, averaged, fund, lasting, prize, seated, spent, staff, support
from shkc_kg.reading.counting.termed import since
from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.counting.wording import LIMIT, Phrase, Words, measure_ending, of_base

__all__ = ["MEASURES"]

_SPANS: Final = {
    "年": "年数", "天": "天数", "日": "天数", "个月": "月数", "月": "月数", "小时": "小时数", "周": "周数",
    "个工作日": "天数",
}  # fmt: skip
_HOLDS: Final = re.compile(r"超过|保持|稳居|位居|居|列|高于|低于|达|增长|下降|突破|实现|快于|领先")


def _feature(phrase: Phrase) -> Words | None:
    """``围绕[八]大前沿产业和…发展``: only what is counted."""
    noun = noun_only(phrase.page, phrase.number) if phrase.number.kind == "feature" else ""
    noun = re.sub(r"(?<=..)(?:均|共|都|全部)\Z", "", noun)
    if noun.endswith(("同比", "环比")):
        noun = noun[:-2].removesuffix(measure_ending(noun[:-2]))
    return Words(noun) if len(noun) >= 2 else None


def _duration(phrase: Phrase) -> Words | None:
    """``连续[5]年超过15%``: the years; ``历时[7]天``; ``用[五]年时间,把甲打造成乙``."""
    page, number, last = phrase.page, phrase.number, phrase.last
    if number.kind != "duration" or number.unit not in _SPANS:
        return None
    if (work := _WORK.match(page.text, number.unit_end)) and phrase.led.endswith(("经过", "历经", "通过", "经")):
        return Words(f"{work['work']}{_SPANS[number.unit]}", phrase.base)
    if number.unit == "年" and (done := _AFTER.match(page.text, number.unit_end)):
        return Words(f"{done['done']}所需年数", phrase.base, carried=True)
    stem = re.sub(r"(?:已|将|,|达|用|约)+\Z", "", phrase.led)
    unit = _SPANS[number.unit]
    counted = next((w for w in ("连续", "持续", "累计") if stem.endswith(w)), "")
    if counted and (counted != "累计" or _HOLDS.match(page.text, number.unit_end)):
        noun = strip_tail(strip_head(re.sub(r"(?:已)?(?:连续|持续|累计)\Z", "", stem)))
        after = page.text[number.unit_end : page.clause(number.unit_end)[1]]
        if not noun and last and _HOLDS.match(after) and not last.text.endswith("位次"):
            noun = last.text if last.base in last.text and not last.text.endswith("倍数") else last.base
        return Words.cut(
            f"{noun}{'累计' if counted == '累计' else '连续'}{after if len(after) <= _SAID else after[:20]}的{unit}",
            noun or phrase.base,
            carried=not noun,
        )
    if stem.endswith(("历时", "为期", "长达")):
        return Words.cut(f"{strip_tail(strip_head(stem))}{unit}", phrase.base)
    if phrase.led.endswith("用") or page.text.startswith("时间", number.unit_end):
        end = page.clause(number.unit_end)[1]
        if does := _within(phrase, end):
            return Words.cut(f"{does}所用{unit}")
        following = page.text[end + 1 : page.clause(end + 1)[1]] if end + 1 < len(page.text) else ""
        return Words.cut(f"{re.sub(r'^将?把', '', following)[:20]}所用{unit}")
    return None


_AFTER: Final = re.compile(r"[后内](?:全部|全面|正式)?(?P<done>建成|完工|竣工|投产|达产|投用|投入使用|完成)")
_SAID: Final = 26  # code points of what went on for years
_WORK: Final = re.compile(r"多?的?(?P<work>攻关|努力|建设|发展|奋斗|实践|探索|培育|研发|研究|试验|筹备|准备)")


def _within(phrase: Phrase, end: int) -> str:
    """What is done in a span of time, up to its figure: ``计划用[两]年时间汇聚研发人员150人``."""
    page, at = phrase.page, phrase.number.unit_end
    m = _TIME.match(page.text, at)
    following = page.next_number(at)
    stop = min(end, following) if following is not None else end
    does = strip_tail(page.text[m.end() : stop]) if m else ""
    return does if 4 <= len(does) <= LIMIT // 2 else ""


_TIME: Final = re.compile(r"(?:的?时间)?(?:内|左右)?,?")


def _multiple(phrase: Phrase) -> Words | None:
    """``产值力争[翻番]``: 产值增长倍数."""
    if phrase.number.kind != "multiple":
        return None
    stem = re.sub(
        r"(?:实现|力争|五年|三年|十年|总体|再|到期末|[较比](?:“[^”]{1,6}”(?:时期|期间|期末|末)?|\w{2,5}))+\Z",
        "",
        strip_tail(phrase.led),
    )
    noun = of_base(phrase, strip_head(strip_tail(stem)))
    return Words.cut(f"{noun or phrase.base}增长倍数", noun or phrase.base, carried=not noun)


MEASURES: Final = (
    field,
    first_of,
    origin,
    recipients,
    some_of,
    portion,
    support,
    fund,
    spent,
    staff,
    seated,
    prize,
    averaged,
    with_measure,
    rate_behind,
    this,
    against,
    sole,
    editions,
    rank,
    surveyed,
    _feature,
    since,
    _duration,
    _multiple,
    target,
    completed,
    relative,
    compared,
    contribution,
    share,
    proportion,
    goal,
    change,
    ratio,
    area,
    lasting,
)
"""The rules in the order in which they are tried; each gives ``None`` where the number is not of its form."""
