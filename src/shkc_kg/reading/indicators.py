"""What a number counts, in words that read alone: 举办活动, R&D经费支出比上年增长, 专利申请量居全国位次."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.number import Number
from shkc_kg.reading.phrases import Page, strip_head, strip_tail
from shkc_kg.reading.subjects import Subject

__all__ = ["LIMIT", "Read", "Words", "indicator_of"]

LIMIT: Final = 40  # code points; a longer indicator is a sentence
_LONG: Final = 20  # a longer phrase before a number is cut to its last predicate


@dataclass(frozen=True, slots=True)
class Words:
    """An indicator: its words, what later numbers of the sentence build on, and the predicate that a list goes on with.

    ``carried`` tells that it is said of an earlier number's indicator.
    """

    text: str
    base: str
    verb: str = ""
    carried: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """A number with its phrase, as later numbers of the sentence look back at it."""

    number: Number
    words: Words
    subject: Subject
    begin: int
    whole: Number | None
    listed: bool = False
    hosted: bool = False


_ORDINALS: Final = {
    "届": "届次",
    "版": "版本号",
    "季": "季次",
    "次": "次数",
    "批": "批次",
    "期": "期次",
    "位": "位次",
    "名": "位次",
}
_SPANS: Final = {
    "年": "年数",
    "天": "天数",
    "日": "天数",
    "个月": "月数",
    "月": "月数",
    "小时": "小时数",
    "周": "周数",
    "个工作日": "天数",
}
_CHANGE_VERB: Final = "增长|下降|提高|上升|提升|减少|增加|降低|回落|压缩|压减|缩短|加快|放缓|扩大|收窄|净增|净增加|增幅|降幅|增|降|高|低|快|下滑|攀升|多|少|跃升|增收|下调|上调|改善|翻"
_COMPARISON: Final = r"(?:比|较)[^,;。、]{1,12}?|同比|环比|年均|年平均|平均每年|年|分别|五年|三年|累计|净|实现|再|名义|实际|可比(?:价|口径)?|按可比价格计算|,"
_CHANGE: Final = re.compile(rf"(?:{_COMPARISON})*(?:{_CHANGE_VERB})(?:了|幅度|幅|率|幅度达|率达)?\Z")
_NOUN_CHANGE: Final = re.compile(
    rf"(?P<noun>.{{2,}}?)(?P<change>(?:{_COMPARISON})*(?:{_CHANGE_VERB})(?:了|幅度|幅)?)\Z"
)
_TO: Final = re.compile(
    r"(?:(?:进一步|分别|逐步|快速|大幅)?(?:提高|增加|上升|增长|增|升|降低|降|下降|减少|压缩|压减|缩短|提升|扩大|跃升|攀升|发展|延长|拓展|扩展|达|变|调整|下调|上调|倍增|前移))(?:到|至|为)了?(?P<per>每[^,;。]{1,3})?\Z"
)
_SHARE_OF: Final = re.compile(
    r"(?:,|约|合计|共|总计|分别|各|累计)*占(?:了|到|据)?(?P<whole>[^,;。]{0,20}?)(?:的?(?P<word>比重|比例|份额))?(?:为|达|达到|超过|接近|约|近|的|提高|上升|分别)*\Z"
)
_RANK: Final = re.compile(
    r"(?P<noun>.*?)(?:连续[^,]{0,6})?(?:总体|综合)?(?:均|分别|并|继续|由|从|一直|也)*(?:居于|位居|居|位列|列入|名列|列|排名|排在|排|稳居|跃居|跃升至|跃升到|升至|上升至|上升到|提升至|位次|保持|进入|跻身|迈入|高居|处于|占据|位于|由|从|进|成为|为)+(?P<scope>[^,]{0,16})\Z"
)
_RATIO: Final = re.compile(
    r"(?:仅|已)?(?:是|为|相当于|约为|不足|不到|超过|接近|达到?|约)(?P<whole>[^,;。]{1,16}?)的(?:约|近)?\Z"
)
_JOINTS: Final = re.compile(r"(?:和|与|及|以及|、|并|或|的|,|及其|同)+\Z")
_LISTED_BEFORE: Final = re.compile(r"、|”“|》《|”、“|等\Z")


_THEME: Final = re.compile(
    r"按[^,;。]{2,12}?(?:计算|折算|统计|计)(?:为|,)?|(?:围绕|以|聚焦|按照|根据|依托)[“《][^”》]{0,60}[”》](?:为|的)?(?:主题|主线|为题|要求)?,?"
)


@cache
def _generic() -> frozenset[str]:
    return words("generic_noun")


@cache
def _known_verbs() -> tuple[str, ...]:
    return tuple(sorted((v for v in words("verb") | words("naming_before") if len(v) > 1), key=len, reverse=True))


def base_of(indicator: str) -> str:
    """An indicator without a change said of it before.

    >>> base_of("技术合同成交额同比增长"), base_of("科普基地")
    ('技术合同成交额', '科普基地')
    """
    m = _NOUN_CHANGE.match(indicator)
    return m["noun"] if m and len(m["change"]) > 1 else indicator


def merged(base: str, noun: str) -> str:
    """A measure noun behind what it measures, said once where both share words.

    >>> merged("全社会研发经费投入", "投入强度"), merged("技术合同", "成交额")
    ('全社会研发经费投入强度', '技术合同成交额')
    """
    if noun and (noun in base or base in noun):
        return noun if base in noun else base
    for size in range(min(len(base), len(noun)) - 1, 1, -1):
        if base.endswith(noun[:size]):
            return base + noun[size:]
    stem = re.sub(r"(?:总数|数量|总量|总额|规模)\Z", "", base)
    return (stem if len(stem) > 1 else base) + noun


def _noun_behind(page: Page, number: Number) -> str:
    """The counted noun behind a measure word: ``131位[世界顶尖科学奖项获得者]``."""
    after = page.text[number.unit_end : page.counted_noun_end(number)]
    after = _JOINTS.sub("", re.sub(r"^(?:的|以上|左右|,|。|:)+", "", after))
    after = re.sub(r"(?:达到|达|为|超过|超|突破|共有|共|近|约)+\Z", "", after)
    if number.kind == "place" and number.unit in (
        "国",
        "国家",
        "省",
        "市",
        "城市",
        "区",
        "县",
        "省份",
        "街道",
        "园区",
        "社区",
    ):
        return number.unit + after
    return re.sub(r"\).*\Z", "", after)


def _turned(page: Page, number: Number, after: str) -> str:
    """``86家[科普基地举办活动]`` as ``举办活动的科普基地``: a noun first reads alone."""
    at = page.text.find(after, number.unit_end)
    if at < 0:
        return after[:LIMIT]
    verb = page.first_verb(at, at + len(after))
    if verb is None or verb.begin - at < 2:
        return after[:LIMIT]
    begin = verb.begin
    while True:
        earlier = [t for t in page.tokens(at, begin) if t.end == begin]
        if earlier and earlier[0].text in words("adverb") and earlier[0].begin - at >= 2:
            begin = earlier[0].begin
        else:
            break
    noun, rest = page.text[at:begin], page.text[begin : at + len(after)]
    return f"{rest[: LIMIT // 2]}的{noun}"


_COPULA: Final = re.compile(
    r"(?:为|是|属于|属|系|来自|入选|获评|获得|获|被|列入|纳入|进入|通过|达到|在)(?=[\u4e00-\u9fff]{2})"
)


def _predicated(after: str, last: Words | None) -> str:
    """``3款新药获批上市,其中1款[为全球首创]``: a predicate takes the noun of the number before."""
    m = _COPULA.match(after)
    if not m or not last or not last.base:
        return ""
    noun = last.base.rsplit("的", 1)[-1].removeprefix(last.verb)
    return f"{after[m.end() if m[0] in '为是属系' else 0 : 20]}的{noun}"


def _labelled(phrase: str) -> str:
    """``重点实验室:新建[3]家`` as 新建重点实验室; a label alone is what is counted."""
    label, colon, rest = phrase.rpartition(":")
    if not colon or not label:
        return rest
    return rest + label if rest in _known_verbs() or rest in _BARE else merged(label, rest) if rest else label


def _led(page: Page, begin: int, number: Number) -> str:
    """The words before a number that say what is counted, cut to the last predicate where they are long."""
    phrase = _labelled(strip_tail(strip_head(_THEME.sub("", page.undated(begin, number.begin)))))
    group = page.verb_group(begin, number.begin)
    listed = group is not None and "、" in page.text[begin : group[0]]
    if (len(phrase) <= _LONG and not listed) or number.kind in ("percent", "points"):
        return phrase
    if group and group[0] > begin and number.begin - group[1] >= 2:
        return strip_tail(strip_head(page.undated(group[0], number.begin)))
    return phrase[-LIMIT:]


def _without_list(page: Page, begin: int, number: Number, phrase: str) -> str:
    """A predicate without the list between it and the number that sums it up: ``接入甲馆、乙馆9家[科普场馆]``."""
    if not _LISTED_BEFORE.search(phrase):
        return phrase
    text = page.text[begin : number.begin]
    first = min((x for x in (text.find("、"), text.find("”“"), text.find("》《")) if x >= 0), default=len(text))
    group = page.verb_group(begin, begin + first)
    if group is None:
        return ""
    return strip_head(page.undated(group[0], group[1]))


def _leading_verb(page: Page, begin: int, number: Number) -> str:
    """The predicate that a list's later members inherit: ``建设实验室6家、平台3家``."""
    made: list[str] = []
    for token in page.tokens(begin, number.begin):
        if page.is_verb(token) or token.text in ("累计", "新增"):
            made.append(token.text)
        elif made == ["联合"] or made == ["共同"]:
            made = []
        elif made:
            break
        elif page.date_at(token.begin) is None and strip_head(token.text) and len(token.text) > 1:
            break
    return "".join(made)


def indicator_of(
    page: Page, number: Number, begin: int, earlier: Sequence[Read], listed: bool, owned: bool = False
) -> Words:
    """The indicator of a number whose own words begin at ``begin``.

    ``listed`` says that it goes on a list, ``owned`` that its clause prints its own subject. The rules are tried from the most special: ordinal, rank, duration, share, change, goal of a change, ratio, plain.
    """
    if number.kind == "ordinal":
        return Words(_ordinal(page, number), "")
    last = _relevant(earlier, number)
    raw = page.undated(begin, number.begin)
    led = strip_head(raw)
    for rule in (_rank, _feature, _duration, _multiple, _share, _change, _goal, _ratio):
        if made := rule(page, number, begin, led, last):
            return made
    same = next((r.words for r in reversed(earlier) if r.number.kind == number.kind and r.words.text), last)
    return _plain(page, number, begin, (last, same), listed, owned, earlier[-1].number.unit if earlier else "")


def _ordinal(page: Page, number: Number) -> str:
    """``第二批[特色产业园名单]``: the list's number; 第4届 of a name is its edition."""
    name = _ORDINALS.get(number.unit, "序号")
    if page.name_at(number.unit_end) or page.names_in(max(0, number.begin - 40), number.begin + 1):
        return name
    return (_noun_only(page, number) + name)[-LIMIT:]


def _relevant(earlier: Sequence[Read], number: Number) -> Words | None:
    """The words that a number without own ones goes on with: those of the last number, counts of years and lists aside."""
    for read in reversed(earlier):
        if read.number.kind in ("feature", "duration") and read is not earlier[0]:
            continue
        return read.words
    return None


def _noun_only(page: Page, number: Number) -> str:
    """The noun behind a number up to its predicate or a joint: ``八大[前沿产业]和…``."""
    after = _noun_behind(page, number)
    at = page.text.find(after, number.unit_end) if after else -1
    verb = page.first_verb(at, at + len(after)) if at >= 0 else None
    if verb is not None and verb.begin - at >= 2:
        after = after[: verb.begin - at]
    return re.split(r"和|与|及|以及", after)[0][:16] if len(after) > 4 else after


def _feature(page: Page, number: Number, begin: int, led: str, last: Words | None) -> Words | None:
    """``围绕[八]大前沿产业和…发展``: only what is counted."""
    noun = _noun_only(page, number) if number.kind == "feature" else ""
    return Words(noun, "") if len(noun) >= 2 else None


def _rank(page: Page, number: Number, begin: int, led: str, last: Words | None) -> Words | None:
    """``专利申请量居全国[第二]``: 专利申请量居全国位次."""
    if number.kind != "rank":
        return None
    m = _RANK.match(led)
    noun, scope = (strip_tail(strip_head(m["noun"])), m["scope"]) if m else ("", strip_head(led))
    noun = re.sub(r"(?:由|从|居|并|连续)\Z", "", noun)
    scope = re.sub(r"(?:第|的|各省份?|省份|中)+\Z", "", scope.strip("的"))
    base = last.base if last else ""
    if not noun and not scope and last and last.text.endswith("位次"):
        return Words(last.text, base, carried=True)
    subject = merged(base, noun) if noun in _generic() and base else noun or base
    place = f"居{scope}" if scope and subject else scope
    return Words(f"{subject}{place}位次"[-LIMIT:], subject or base, carried=not noun)


def _duration(page: Page, number: Number, begin: int, led: str, last: Words | None) -> Words | None:
    """``连续[5]年超过15%``: the years; ``历时[7]天``."""
    if number.kind != "duration" or number.unit not in _SPANS:
        return None
    stem = re.sub(r"(?:已|将|,|达|用|约)+\Z", "", led)
    unit = _SPANS[number.unit]
    if stem.endswith(("连续", "持续", "已连续")):
        noun = strip_tail(strip_head(re.sub(r"(?:已)?(?:连续|持续)\Z", "", stem)))
        after = page.text[number.unit_end : page.clause(number.unit_end)[1]]
        if not noun and last and _HOLDS.match(after):
            noun = last.text
        return Words(f"{noun}连续{after[:16]}的{unit}"[-LIMIT:], noun or (last.base if last else ""), carried=not noun)
    if stem.endswith(("历时", "为期", "长达")):
        return Words(f"{strip_tail(strip_head(stem))}{unit}", last.base if last else "")
    if led.endswith("用") or page.text.startswith("时间", number.unit_end):
        end = page.clause(number.unit_end)[1]
        following = page.text[end + 1 : page.clause(end + 1)[1]] if end + 1 < len(page.text) else ""
        return Words(f"{re.sub(r'^将?把', '', following)[:20]}所用{unit}", "")
    return None


_HOLDS: Final = re.compile(r"超过|保持|稳居|位居|居|列|高于|低于|达|增长|下降|突破|实现|快于|领先")


def _multiple(page: Page, number: Number, begin: int, led: str, last: Words | None) -> Words | None:
    """``产值力争[翻番]``: 产值增长倍数."""
    if number.kind != "multiple":
        return None
    noun = strip_tail(
        re.sub(r"(?:实现|力争|五年|三年|十年|总体|再|到期末|较\w{2,5}|比\w{2,5})+\Z", "", strip_tail(led))
    )
    noun = strip_head(noun)
    base = last.base if last else ""
    return Words(f"{noun or base}增长倍数", noun or base, carried=not noun)


def _share(page: Page, number: Number, begin: int, led: str, last: Words | None) -> Words | None:
    """``占全国获奖总数的[16.9%]`` of what was counted before; ``原创展品占比[50%]`` by itself."""
    if (
        number.kind not in ("percent", "points")
        or "占" not in led
        or led.rstrip("为达约近超过逾到").endswith(("占比", "比重", "比例"))
        and "占比" in led
    ):
        return None
    if last and last.base and (m := _SHARE_OF.match(led)):
        word = m["word"] or ("比例" if m["whole"] else "")
        return Words(f"{last.base}占{m['whole'] or '比'}{word}"[-LIMIT:], last.base, carried=True)
    whole = strip_tail(led)
    if m := _SHARE_OF.search(led, max(0, led.rfind("占") - 1)):
        noun = strip_tail(led[: m.start()])
        if noun in _generic() and last and last.base:
            noun = merged(last.base, noun)
        whole = f"{noun}占{m['whole'] or '比'}{m['word'] or ('比例' if m['whole'] else '')}"
    if number.kind == "points" or not whole:
        return None
    return Words(whole[-LIMIT:], whole)


def _change(page: Page, number: Number, begin: int, led: str, last: Words | None) -> Words | None:
    """``同比增长[4.9%]`` of what was counted before; a 增速 that 加快 is that thing's."""
    stem = re.sub(r"(?:了|达到?|超过|超|约|近|不低于|不少于|分别|逾|为|将近|接近|突破|左右|不超过|在|到)+\Z", "", led)
    stem = stem.replace("↑", "增长").replace("↓", "下降")
    if not stem:
        return None
    if _CHANGE.match(stem):
        if not last or not last.base:
            return None
        if (
            number.kind == "count"
            and not re.match(r"同比|比|较|环比|,", stem)
            and page.text[number.unit_end : number.unit_end + 1] not in ",;。"
        ):
            return None
        return Words(f"{last.base}{stem.strip(',')}"[-LIMIT:], last.base, carried=True)
    m = _NOUN_CHANGE.match(stem)
    if m and number.kind in ("percent", "points", "ratio"):
        noun = strip_tail(strip_head(m["noun"]))
        if noun in _generic() and last and last.base:
            joined = merged(last.base, noun)
            return Words(f"{joined}{m['change']}"[-LIMIT:], last.base, carried=True)
        return Words(f"{noun}{m['change']}"[-LIMIT:], noun)
    return None


def _goal(page: Page, number: Number, begin: int, led: str, last: Words | None) -> Words | None:
    """``由2016年的11亿元提高到[152]亿元``: the same measure at another time."""
    stem = re.sub(r"(?:约|近|超过|逾|超)+\Z", "", led)
    m = _TO.search(stem)
    if not m:
        return None
    noun = strip_tail(strip_head(stem[: m.start()]))
    noun = re.sub(r"(?:由|从|将|分别|实现)\Z", "", noun)
    if not noun:
        return Words(last.base, last.base, carried=True) if last and last.base else None
    if noun in _generic() and last and last.base:
        noun = merged(last.base, noun)
    noun = (m["per"] or "") + noun
    return Words(noun[-LIMIT:], noun)


def _ratio(page: Page, number: Number, begin: int, led: str, last: Words | None) -> Words | None:
    """``是2015年的[2.2]倍``: the multiple of what was counted before."""
    m = _RATIO.fullmatch(led)
    if (
        not m
        or not last
        or not last.base
        or number.unit not in ("倍", "%", "")
        or number.kind not in ("ratio", "percent")
    ):
        return None
    return Words(
        f"{last.base}相当于{m['whole']}的{'倍数' if number.unit == '倍' else '比例'}"[-LIMIT:], last.base, carried=True
    )


def _plain(
    page: Page,
    number: Number,
    begin: int,
    before: tuple[Words | None, Words | None],
    listed: bool,
    owned: bool,
    earlier_unit: str,
) -> Words:
    """The words before and behind the number; those of an earlier number where there are none."""
    last, same = before
    led = _led(page, begin, number)
    if last and _BARE_THRESHOLD.match(led):
        led = last.text + led
    after = _noun_behind(page, number)
    if after and len(after) >= 2:
        led = _without_list(page, begin, number, led)
    after = after[:LIMIT]
    if led and (number.kind in ("percent", "points", "money", "area") and not _ends_in_verb(led)):
        after = ""
    if led and after and _starts_with_verb(page, number, after):
        after = ""
    if not led and after:
        after = _predicated(after, last) or _turned(page, number, after)
        if number.kind == "percent":
            after += "占比"
    verb = _leading_verb(page, begin, number)
    text = strip_tail(led) + after
    if last and last.base and (bare := _bare_verb(page, number, begin, text)):
        return _with_object(number, bare, last, earlier_unit)
    if not text:
        return _without_words(page, number, begin, same)
    if text in _generic() and last and last.base and not owned:
        text = merged(last.base, text)
    elif listed and last and last.verb and not verb and not text.startswith(last.verb):
        verb, text = last.verb, (_each(last.text) or last.verb) + text
    elif listed and last and _each(last.text):
        text = _each(last.text) + text
    return Words(text[-LIMIT:], base_of(text)[-LIMIT:], verb)


_BARE_THRESHOLD: Final = re.compile(
    r"(?:超过|超|逾|近|约|高于|低于|突破|达到?)?\d[\d.]*[万亿]?[^\d]{0,4}(?:以上|以下)?的?\Z"
)
_BARE: Final = frozenset(
    ("累计", "在建", "新增", "净增", "其中新增", "合计", "新建", "在孵", "毕业", "新引进", "新认定", "在研", "新开工")
)


_EACH: Final = re.compile(r"每[百千万亿]?[\u4e00-\u9fff]{0,3}?(?:人口|户家庭|户|人|名|家|平方公里)(?:拥有)?")


def _each(text: str) -> str:
    """``每千人口拥有医师5.45人、护士[6.03]人``: the measure goes on with the list."""
    m = _EACH.match(text)
    return m[0] if m else ""


_COUNTED: Final = {"户": "户数", "人": "人数", "名": "人数", "位": "人数", "人次": "人次", "家": "家数", "家次": "家次"}


def _with_object(number: Number, bare: str, last: Words, unit: str) -> Words:
    """A bare predicate with the object of the number before; of another unit, with that number's noun as its subject.

    ``改造项目430个、惠及[13.1]万户`` counts households, not projects.
    """
    noun = last.text.removeprefix(last.verb) if last.verb else last.text
    text = bare + noun if number.unit == unit else noun + bare + _COUNTED.get(number.unit, "数")
    return Words(text[-LIMIT:], text[-LIMIT:], bare)


def _bare_verb(page: Page, number: Number, begin: int, text: str) -> str:
    """A predicate without its object, which is that of the number before: ``建成公寓2600套,在建[1800]套``."""
    if text in _BARE:
        return text
    tokens = page.tokens(begin, number.begin)
    verbs = [t.text for t in tokens if page.is_verb(t)]
    return text if number.kind == "count" and verbs and text == "".join(verbs) and len(text) <= 4 else ""


_STATE: Final = re.compile(
    r"(?:偏低|偏高|较低|较高|较快|(?:稳步|持续|不断|大幅|显著|快速|明显|进一步)(?:提升|增长|提高|增强|壮大|上升|优化|扩大|改善|加快))\Z"
)


def _without_words(page: Page, number: Number, begin: int, last: Words | None) -> Words:
    """A number that prints no words goes on with the one before, else with the clause before: ``占比偏低,仅为[4.1]%``."""
    if last and last.text:
        # a rank's words tell a place (居全市位次); the figure behind it is of what was ranked
        text = last.base if last.text.endswith("位次") and number.kind != "rank" and last.base else last.text
        return Words(text, last.base, last.verb, True)
    at = page.clause(begin)[0]
    if at <= page.sentence(begin)[0]:
        return Words("", "")
    before, end = page.clause(at - 1)
    phrase = strip_tail(_STATE.sub("", strip_head(page.undated(before, end))))
    return Words(phrase[-_LONG:], phrase[-_LONG:]) if phrase else Words("", "")


def _ends_in_verb(phrase: str) -> bool:
    return phrase.endswith(_known_verbs())


def _starts_with_verb(page: Page, number: Number, after: str) -> bool:
    at = page.text.find(after, number.unit_end)
    tokens = page.tokens(at, at + len(after))
    return bool(tokens) and page.is_verb(tokens[0]) and len(tokens) > 1
