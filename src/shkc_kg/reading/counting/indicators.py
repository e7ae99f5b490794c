"""What a number counts, in words that read alone: 举办活动, R&D经费支出比上年增长, 专利申请量居全国位次."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from shkc_kg.reading.counting.graded import GRADES, grade
from shkc_kg.reading.counting.measures import MEASURES
from shkc_kg.reading.counting.nouns import clause_before, noun_behind, noun_only
from shkc_kg.reading.counting.printed import BARE, OPENING, known_verbs, printed_before
from shkc_kg.reading.counting.told import behind_only, starts_with_verb
from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.counting.turned import predicated, shared, turned
from shkc_kg.reading.counting.wording import (
    LIMIT,
    Phrase,
    Read,
    Words,
    base_of,
    generic_nouns,
    measure_ending,
    merged,
    unshared,
)
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.phrases import Page

__all__ = ["bare_measure", "indicator_of"]

_LONG: Final = 20  # a longer phrase before a number is cut to its last predicate
_ORDINALS: Final = {
    "届": "届次", "版": "版本号", "季": "季次", "次": "次数", "批": "批次", "期": "期次", "位": "位次", "名": "位次",
}  # fmt: skip
_COUNTED: Final = {"户": "户数", "人": "人数", "名": "人数", "位": "人数", "人次": "人次", "家": "家数", "家次": "家次"}
_MEASURED: Final = ("percent", "points", "money", "area")
_LISTED_BEFORE: Final = re.compile(r"、|”“|》《|”、“|等\Z")
_THRESHOLD: Final = re.compile(
    r"(?:超过|超|逾|近|约|高于|低于|突破|达到?)?\d[\d.]*[万亿]?[^\d]{0,4}(?:以上|以下)?的?\Z"
)
_EACH: Final = re.compile(r"每[百千万亿]?[\u4e00-\u9fff]{0,3}?(?:人口|户家庭|户|人|名|家|平方公里)(?:拥有)?")
_DEED: Final = re.compile(r"^(?:实际|最终|新|再|另|净)+(?=[\u4e00-\u9fff]{2})")


def indicator_of(
    page: Page, number: Number, begin: int, earlier: Sequence[Read], listed: bool, owned: bool = False
) -> Words:
    """The indicator of a number whose own words begin at ``begin``: an ordinal's, one of special form, or a plain one.

    ``listed`` says that it goes on a list, ``owned`` that its clause prints its own subject.
    """
    if number.kind == "ordinal":
        return Words(_ordinal(page, number))
    last = _relevant(earlier)
    same = next((r.words for r in reversed(earlier) if r.number.kind == number.kind and r.words.text), last)
    led = strip_head(OPENING.sub("", page.undated(begin, number.begin)))
    unit = earlier[-1].number.unit if earlier else ""
    phrase = Phrase(page, number, begin, led, last, same, listed, owned, unit)
    return next((made for rule in MEASURES if (made := rule(phrase))), None) or _plain(phrase)


def _ordinal(page: Page, number: Number) -> str:
    """``第二批[特色产业园名单]``: the list's number; 第4届 of a name is its edition."""
    if number.unit in GRADES:
        return grade(page, number)
    name = _ORDINALS.get(number.unit, "序号")
    if page.name_at(number.unit_end) or page.names_in(max(0, number.begin - 40), number.begin + 1):
        return name
    return (noun_only(page, number) + name)[-LIMIT:]


def _relevant(earlier: Sequence[Read]) -> Words | None:
    """The words that a number goes on with: those of the last one, counts of years and of lists aside."""
    if earlier and earlier[-1].number.kind == "duration" and "连续" in earlier[-1].words.text:
        last = earlier[-1].words
        return Words(last.base, last.base, carried=last.carried) if last.base else last  # 增速连续5年居全国首位
    kept = (r for r in reversed(earlier) if r.number.kind not in ("feature", "duration") or r is earlier[0])
    return next((r.words for r in kept), None)


def _plain(phrase: Phrase) -> Words:
    """The words before and behind the number; those of an earlier number where there are none."""
    led, after = _before_and_behind(phrase)
    verb = _leading_verb(phrase)
    text = strip_tail(led) + after
    if phrase.base and _is_bare(phrase, text):
        return _with_object(phrase, text)
    if not text:
        return _without_words(phrase)
    return _listed(phrase, _as_share(phrase, text) if not after else text, verb)


_MEASURES_ITSELF: Final = re.compile(r"[率比占度幅增降息额税升减重份贡利量数达补奖完覆]|前\Z")


def _as_share(phrase: Phrase, text: str) -> str:
    """``产品的标准化加工达[95]%``: 占比 where no word says what the share is."""
    verb = phrase.page.first_verb(phrase.begin, phrase.number.begin)
    if phrase.number.kind != "percent" or verb is not None or len(text) < _THING or _MEASURES_ITSELF.search(text):
        return text
    return f"{text}占比"


_THING: Final = 4  # code points of a noun that a share may be of


_OWN_MEASURE: Final = ("申报数", "申请数", "授权数", "申请量", "授权量", "拥有量", "成交额", "交易额")
_DONE: Final = re.compile(r"(?<=[值额入资出用税润])(?:完成|实现)\Z")  # 增加值完成85亿元


def _before_and_behind(phrase: Phrase) -> tuple[str, str]:
    """The words on both sides of a number that together say what is counted."""
    begins_in = phrase.page.text.startswith("中", phrase.number.unit_end)
    led, after = _DONE.sub("", _led(phrase)), noun_behind(phrase.page, phrase.number)
    led = led.removeprefix("在") if begins_in else led
    if len(after) >= 1 and phrase.last and _PLACED.search(phrase.page.text, phrase.begin, phrase.number.begin):
        led = ""  # 62家银行在全省[15]个市
    if phrase.last and _THRESHOLD.match(led):
        led = phrase.last.text + led
    if len(after) >= 2:
        led = _without_list(phrase, led)
    after = after[:LIMIT]
    if said := behind_only(phrase, led, after):
        return "", said
    if _THESE.fullmatch(led) and len(after) >= 2:
        led = ""  # 这[21]个签约项目
    measured = phrase.number.kind in _MEASURED and not led.endswith(known_verbs())
    if led and after and (measured or starts_with_verb(phrase, after)) and not _VISITS.fullmatch(after):
        after = ""
    if not led and after:
        after = predicated(phrase, after) or shared(phrase, after) or turned(phrase, after)
        after += "占比" if phrase.number.kind == "percent" else ""
    return led, after


_VISITS: Final = re.compile(r"[\u4e00-\u9fff]{2}(?:人次|人数)")  # 科技馆共有80万[参观人次]
_THESE: Final = re.compile(r"(?:这|上述|以上|该|此)")
_PLACED: Final = re.compile(r"[\u4e00-\u9fff](?<![所存现内实])在(?:全[国省市区县])?\Z")


def _listed(phrase: Phrase, text: str, verb: str) -> Words:
    """The words with what a list or an earlier number lends them: a predicate, 每千人口, what 成交额 is of."""
    last, text = phrase.last, bare_measure(text)
    if text in generic_nouns() and phrase.base and not phrase.owned:
        text = merged(phrase.base, text)
    elif text in generic_nouns() and not phrase.owned:
        text = phrase.page.sector(phrase.begin) + text
    elif phrase.listed and last:
        each = m[0] if (m := _EACH.match(last.text)) else ""
        inherits = not text.startswith((last.verb, *_deeds())) and not text.endswith(_OWN_MEASURE)
        if last.verb and not verb and inherits:
            verb, text = last.verb, (each or last.verb) + text
        else:
            text = each + text
    return Words.cut(text, base_of(text), verb)


def _led(phrase: Phrase) -> str:
    """The words before a number that say what is counted, cut to the last predicate where they are long."""
    page, begin, number = phrase.page, phrase.begin, phrase.number
    words_before = printed_before(page, begin, number)
    group = page.verb_group(begin, number.begin)
    listed = group is not None and "、" in page.text[begin : group[0]] and not _THEMES.match(words_before)
    if (len(words_before) <= _LONG and not listed) or number.kind in ("percent", "points"):
        return words_before
    if group and group[0] > begin and number.begin - group[1] >= 2:
        return strip_tail(strip_head(page.undated(group[0], number.begin)))
    return words_before[-LIMIT:]


# 生物、医药领域实现收入: a list within one noun is its own
_THEMES: Final = re.compile(r"[^、,;。]{2,6}、[^、,;。]{2,10}(?:领域|产业|行业|专业|学科|类)(?!等)")


def _without_list(phrase: Phrase, led: str) -> str:
    """A predicate without the list between it and the number that sums it up: ``接入甲馆、乙馆9家[科普场馆]``."""
    if not _LISTED_BEFORE.search(led):
        return led
    page, begin = phrase.page, phrase.begin
    text = page.text[begin : phrase.number.begin]
    first = min((x for x in (text.find("、"), text.find("”“"), text.find("》《")) if x >= 0), default=len(text))
    group = page.verb_group(begin, begin + first)
    named = group is not None and page.text.startswith(("与", "和", "及"), group[1])  # 新材料研制与开发、…等5个项目
    return strip_head(page.undated(group[0], group[1])) if group and not named else ""


def _leading_verb(phrase: Phrase) -> str:
    """The predicate that a list's later members inherit: ``建设实验室6家、平台3家``."""
    made: list[str] = []
    for token in phrase.page.tokens(phrase.begin, phrase.number.begin):
        if token.text in words("plan"):
            continue
        if phrase.page.is_verb(token) or token.text in ("累计", "新增"):
            if "的" in phrase.page.text[token.end : phrase.number.begin]:
                return ""  # 纳入统计的众创空间9家、孵化器3家
            made.append(token.text)
        elif made in (["联合"], ["共同"]):
            made = []
        elif made or (len(token.text) > 1 and phrase.page.date_at(token.begin) is None and strip_head(token.text)):
            break
    return "".join(made)


def _is_bare(phrase: Phrase, text: str) -> bool:
    """Whether the words are a predicate without its object, which is that of the number before: ``在建[1800]套``."""
    if text in BARE or (phrase.number.unit == phrase.unit and text in words("bare_deed")):
        return True
    verbs = [t.text for t in phrase.page.tokens(phrase.begin, phrase.number.begin) if phrase.page.is_verb(t)]
    bare = _DEED.sub("", text)
    return phrase.number.kind == "count" and 0 < len(text) <= 5 and len(bare) > 1 and bare == "".join(verbs)


_REMARK: Final = re.compile(r"\[\d{1,3}\]|\([^()]*\)")


def bare_measure(text: str) -> str:
    """A measure without its note mark or remark, so that it takes what it is of: ``投入强度(与地区生产总值之比)``.

    >>> bare_measure("投入强度[12]"), bare_measure("院士(含外籍)")
    ('投入强度', '院士(含外籍)')
    """
    bare = _REMARK.sub("", text)
    return bare if bare in generic_nouns() else text


_EACH_THING: Final = re.compile(r"每[个家座所名][\u4e00-\u9fff]{2,14}?(?=覆盖|带动|拥有|配备|服务|培训|引进)")


@cache
def _deeds() -> tuple[str, ...]:
    return tuple(sorted(words("counted_deed"), key=lambda v: (-len(v), v)))


_SHARES: Final = ("%", "‰", "个百分点", "百分点", "倍", "成")


def _with_object(phrase: Phrase, bare: str) -> Words:
    """A bare predicate with the object of the number before; of another unit, with that number's noun as its subject.

    ``改造项目430个、惠及[13.1]万户`` counts households, not projects.
    """
    shared = phrase.unit in _SHARES and phrase.same is not None  # 成果18项,占7.7%;其中主持完成[7]项
    last, unit = (phrase.same, phrase.number.unit) if shared else (phrase.last, phrase.unit)
    last = last or Words("")
    verb = last.verb or next((v for v in (*BARE, *_deeds()) if last.text.startswith(v)), "")
    noun = last.text.removeprefix(verb).removeprefix(bare)
    if bare in last.base and (measure := measure_ending(last.base)):
        kept = last.base.removesuffix(measure)
        return Words(kept, kept, bare)  # 输出合同成交额增长3%,输出[13]项
    each = _EACH_THING.match(last.text)
    if phrase.number.unit != unit and each and not bare.startswith("每"):
        noun = each[0]  # 每个示范区覆盖10万亩、带动[10]万户
    if phrase.number.unit != unit:
        return Words.cut(noun + bare + _COUNTED.get(phrase.number.unit, "数"), noun, bare)
    return Words.cut(bare + noun, bare + noun, bare)


_REACHED: Final = re.compile(r",?(?:总数)?(?:已|累计)?达到?了?")
_ADDED: Final = re.compile(r"(?P<noun>.{2,}(?:数量?|总数|规模|人数|家数))(?:新增|净增|增加)")


def _without_words(phrase: Phrase) -> Words:
    """A number without words goes on with the one before, else with the clause before: ``占比偏低,仅为[4.1]%``."""
    same, page = phrase.same, phrase.page
    reached = _REACHED.fullmatch(page.undated(phrase.begin, phrase.number.begin))
    if reached and phrase.last and (added := _ADDED.fullmatch(phrase.last.text)):
        return Words(added["noun"], added["noun"], carried=True)  # 企业数量新增1000家,达到了[2.4]万家
    if (grown := clause_before(phrase, told=True)) and not page.text[phrase.begin : phrase.number.begin].strip("从由"):
        return Words(grown, grown)
    if same and same.text:
        if (of := unshared(phrase, same.text)) != same.text:
            return Words(of, of, same.verb, True)
        if reached and same.base and same.text != same.base and same.text.startswith(same.base):
            return Words(same.base, same.base, same.verb, True)  # 获奖项目比上年增加11项,达[56]项
        # a rank's words tell a place (居全市位次); the figure behind it is of what was ranked
        ranked = same.text.endswith("位次") and phrase.number.kind != "rank" and same.base
        return Words(same.base if ranked else same.text, same.base, same.verb, True)
    at = page.clause(phrase.begin)[0]
    if at <= page.sentence(phrase.begin)[0]:
        return Words("")
    if any(char.isdigit() for char in page.undated(*page.clause(at - 1))):
        return Words(same.base, same.base, same.verb, True) if same else Words("")
    found = clause_before(phrase)
    return Words(found, found)
