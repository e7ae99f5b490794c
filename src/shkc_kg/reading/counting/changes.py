"""Indicators that say how what was counted before changed: 同比增长, 提高到, 较2019年底."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.counting.nouns import clause_before
from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.counting.wording import CHANGE, NOUN_CHANGE, Phrase, Words, generic_nouns, of_base, unshared

__all__ = ["change", "compared", "goal"]

_TO: Final = re.compile(
    r"(?:进一步|分别|逐步|快速|大幅|稳步|持续|不断|显著|明显|首次|迅速|成功|逐年|连年|平稳|已|再)*(?:提高|增加|上升|增长|增|升|降低|降|下降|减少|压缩|压减|缩短|提升|扩大|跃升|攀升|发展|延长"
    r"|拓展|扩展|达|变|调整|下调|上调|倍增|前移|增资|扩容|扩|迈|跃|做|提|涨|减)(?:到|至|为)了?(?P<per>每[^,;。]{1,3})?\Z"
)
_ARROWS: Final = str.maketrans({"↑": "增长", "↓": "下降"})


def compared(phrase: Phrase) -> Words | None:
    """``较2019年底的[1386]家增长近两倍``: what was counted before, at the time compared with."""
    page, at = phrase.page, phrase.number.begin
    at -= page.text.startswith("的", at - 1)
    date = page.date_at(at - 1)
    if date is None or date.end != at or not phrase.base or phrase.number.unit != phrase.unit:
        return None
    return Words(phrase.base, phrase.base, carried=True) if page.text[date.begin - 1] in "较比" else None


def _changed(phrase: Phrase, stem: str) -> Words | None:
    """A change that only says how: of what the clause before tells, or of what was counted before."""
    if grown := clause_before(phrase, told=True):
        return Words.cut(grown + stem, grown)  # 共建指数上升最快,年均提高[7]
    last, page, number = phrase.last, phrase.page, phrase.number
    if last and last.text.endswith("位次") and _PLACES_UP.match(page.text, number.unit_end):
        return Words.cut(f"{phrase.base}位次{stem}", phrase.base, carried=True)
    if not phrase.base and (sector := page.sector(phrase.begin)):
        return Words(sector + stem, sector)
    if not phrase.base or _counts_more(phrase, stem):
        return None
    if number.kind == "points" and last and unshared(phrase, last.text, True) != last.text:
        return Words.cut(f"{last.text}{stem}", phrase.base, carried=True)  # 占比为2%、同比提高
    return Words.cut(f"{phrase.base}{stem}", phrase.base, carried=True)


def change(phrase: Phrase) -> Words | None:
    """``同比增长[4.9%]`` of what was counted before; a 增速 that 加快 is that thing's."""
    stem = re.sub(
        r"(?:了|达到?|超过|超|约|近|不低于|不少于|分别|逾|均为|均|为|将近|接近|突破|左右|不超过|在|到)+\Z",
        "",
        phrase.led,
    ).translate(_ARROWS)
    stem = re.sub(r"^(?:整体|总体)(?=[较比同])|^自?以来", "", stem)  # 自2015年以来年均增长
    if not stem:
        return None
    if CHANGE.match(stem):
        return _changed(phrase, stem.strip(","))
    m = NOUN_CHANGE.match(stem[-60:])
    if not m or phrase.number.kind not in ("percent", "points", "ratio"):
        return None
    noun = strip_tail(strip_head(m["noun"]))
    if noun in generic_nouns() and phrase.base:
        return Words.cut(f"{of_base(phrase, noun)}{m['change']}", phrase.base, carried=True)
    if noun in generic_nouns():
        noun = phrase.page.sector(phrase.begin) + noun
    return Words.cut(f"{noun}{m['change']}", noun)


_PLACES_UP: Final = re.compile(r"(?:位次|名次|位|名)(?=[,;。、)]|\Z)")  # 列全省第9位,前移[4]个位次


def _counts_more(phrase: Phrase, stem: str) -> bool:
    """Whether 增加 introduces things of its own (增加[3]个平台) rather than a change of those before."""
    after = phrase.page.text[phrase.number.unit_end : phrase.number.unit_end + 1]
    return phrase.number.kind == "count" and not re.match(r"同比|比|较|环比|,", stem) and after not in ",;。"


def _risen_from(phrase: Phrase) -> str:
    """What the figure that a rise starts from measures: ``占全国比重由6%提高到[6.3]%`` is the share, not its whole."""
    page, same = phrase.page, phrase.same
    starts = re.search(r"[由从]", page.text[page.clause(phrase.number.begin)[0] : phrase.begin])
    return same.text if starts and same and phrase.number.unit == phrase.unit else ""


def goal(phrase: Phrase) -> Words | None:
    """``由2016年的11亿元提高到[152]亿元``: the same measure at another time."""
    stem = re.sub(r"(?:约|近|超过|逾|超)+\Z", "", phrase.led)
    if stem in ("到", "至") and phrase.base and phrase.number.unit == phrase.unit:
        return Words(phrase.base, phrase.base, carried=True)  # 从1户到[3]户
    m = _TO.search(stem, max(0, len(stem) - 12))
    if not m:
        return None
    noun = strip_tail(strip_head(stem[: m.start()]))
    noun = re.sub(
        r"^(?:该[市省区县])?(?:致力于|力争|[在将把要])+(?=[\u4e00-\u9fff]{2})|(?:由|从|将|分别|实现|(?<![主重需必只])要)\Z",
        "",
        noun,
    )
    if not noun:
        base = _risen_from(phrase) or unshared(phrase, phrase.base)
        return Words(base, base, carried=True) if base else None
    noun = (m["per"] or "") + of_base(phrase, noun)
    return Words.cut(noun, noun)
