"""Indicators of money, area and time whose unit alone tells the measure: 创投基金规模, 研发用房面积, 田间试验时长."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.counting.nouns import noun_behind
from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.counting.wording import Phrase, Words
from shkc_kg.reading.lexicon import words

__all__ = ["area", "averaged", "fund", "lasting", "prize", "seated", "spent", "staff", "support"]

_GIVEN: Final = (
    r"的?(?:一次性|配套|资金|经费|专项|财政|后|研发|科研|项目|创业|启动|生活|安家|房租|租金|贷款|市级|省级)*"
    r"(?:奖励|补助|补贴|资助|支持|扶持|奖补|奖金|补偿|经费|资金|配套|贷款|授信|贴息|津贴|优惠|减免)"
)
_GIFT: Final = re.compile(rf"(?:[、和或](?:约|最高)?\d[^,;。、和]{{1,6}}元)*(?P<kind>{_GIVEN})")
_GIVES: Final = re.compile(
    r"(?P<whom>.*?)(?:分别|每年|各|再|直接|明确|统一|一次性)*(?:给予|予以|给与|授予|可?获得?|可?享受|(?:额外|再)*(?:增加|追加))(?:一次性|最高|总额|累计|不超过)*\Z"
)
_WHOM: Final = re.compile(r"(?P<whom>[^,;。\d]{4,38}?)(?:的|者)?\Z")
_GOES_ON: Final = re.compile(r"[、和或]\Z")


def support(phrase: Phrase) -> Words | None:
    """``对购买成果的企业给予最高[30]%的补助``: 对购买成果的企业补助比例; ``给予[100]万元奖励``: 给予奖励."""
    page, number = phrase.page, phrase.number
    gift = _GIFT.match(page.text, number.unit_end) if number.kind in ("money", "percent") else None
    if gift is None:
        return None
    kind = gift["kind"].removeprefix("的") + ("比例" if number.kind == "percent" else "")
    if phrase.last and _GOES_ON.search(page.text[number.begin - 1 : number.begin]) and phrase.last.text.endswith(kind):
        return Words(phrase.last.text, phrase.last.base, carried=True)
    m = _GIVES.fullmatch(strip_tail(page.undated(phrase.begin, number.begin)))
    if m is None:
        return None
    whom = strip_head(m["whom"])
    whom = whom if whom.startswith(("对", "每", "单", "各", "凡是", "首")) else _whom_before(phrase)
    return Words.cut(f"{whom}{kind}" if whom else f"给予{kind}")


def _whom_before(phrase: Phrase) -> str:
    """Who is given something, as the clause before tells: ``对首次认定的企业,给予…``."""
    page, at = phrase.page, phrase.page.clause(phrase.begin)[0]
    if at <= page.sentence(phrase.begin)[0]:
        return ""
    m = _WHOM.fullmatch(page.text[slice(*page.clause(at - 1))])
    told = m is not None and (m["whom"].startswith(("对", "凡", "获", "首次", "新")) or m[0].endswith("的"))
    return re.sub(r"^(?:对于?|凡是?)", "对", m["whom"]) if m and told else ""


_FUND: Final = re.compile(r"(?:的|规模的)?(?P<fund>(?![的、])[\u4e00-\u9fffA-Za-z]{0,14}?(?:基金|资金池))")
_FOUNDS: Final = re.compile(
    r"(?:设立|组建|成立|发起|共建|筹建|建立|募集|打造|搭建|布局|拥有|出资|形成|首期)了?(?:总规模|规模|总额)?\Z"
)
_SPENT: Final = re.compile(
    r"的?(?P<noun>[\u4e00-\u9fff]{0,8}?(?:资金|经费|贷款|投资|融资|补贴|补助|奖励|奖补|债券|订单|合同))(?![\u4e00-\u9fff]*?额)"
)


def fund(phrase: Phrase) -> Words | None:
    """``双方将设立[2]亿元创投基金``: 创投基金规模."""
    page, number = phrase.page, phrase.number
    m = _FUND.match(page.text, number.unit_end) if number.kind == "money" else None
    if not m or page.name_at(m.start("fund")) or not _FOUNDS.search(strip_tail(phrase.led)):
        return None
    return Words.cut(f"{m['fund']}规模", f"{m['fund']}规模")


_LOCAL: Final = re.compile(r"(?<=[带撬拉][动])(?:当地|区域|全社会)\Z|(?<=吸引)当地\Z")


def spent(phrase: Phrase) -> Words | None:
    """``安排[1.5]亿元专项资金``: 安排专项资金."""
    page, number, led = phrase.page, phrase.number, strip_tail(phrase.led)
    m = _SPENT.match(page.text, number.unit_end) if number.kind == "money" else None
    led = _LOCAL.sub("", led)
    verb = next((v for v in words("spending_verb") if led.endswith(v)), "")
    return Words.cut(led + m["noun"], led + m["noun"], verb) if m and verb else None


_AREA: Final = re.compile(r"(?:面积|占地|用地|土地|耕地|规模|空间|亩|公顷|平方米|占|超|达)\Z")
_THE: Final = re.compile(r"的(?P<noun>[\u4e00-\u9fff]{2,12})")


def area(phrase: Phrase) -> Words | None:
    """``走进[2.4]万平方米的展厅``: 展厅面积; ``示范种植小麦[12]万亩``: 示范种植小麦面积."""
    page, number = phrase.page, phrase.number
    if number.kind != "area":
        return None
    led = strip_tail(phrase.led)
    m = _THE.match(page.text, number.unit_end)
    if m and not _AREA.search(led) and page.name_at(number.unit_end + 1) is None:
        noun = re.split(r"[内中里上]\Z|已|将|正", noun_behind(page, number))[0]
        verb = page.first_verb(m.start("noun"), m.start("noun") + len(noun))
        noun = noun[: verb.begin - m.start("noun")] if verb and verb.begin - m.start("noun") >= 2 else noun
        return Words.cut(f"{noun}面积", f"{noun}面积") if 2 <= len(noun) <= 12 else None
    if len(led) < 2 or noun_behind(page, number) or _AREA.search(led) or re.search(r"(?:由|从)[^由从]{1,6}\Z", led):
        return None
    return Words.cut(f"{led}面积", f"{led}面积")


_SIZE: Final = re.compile(r"(?:规划|总|建筑|占地|用地|建设|投资|总投资|预计)*(?:面积|占地|用地|投资|规模)")
_SEATED: Final = re.compile(
    r"(?:其中,?)?(?P<noun>(?![该此本其这])[\u4e00-\u9fff]{1,6}?(?:区|馆|楼|院|园|厅|基地|[一二三四]期|校区|分中心))(?:设在|设于|位于|选址|坐落|落户)"
)


def seated(phrase: Phrase) -> Words | None:
    """``核心区设在某镇,规划面积[1.9]万亩``: 核心区规划面积."""
    page, led = phrase.page, strip_tail(phrase.led)
    at = page.clause(phrase.begin)[0]
    if phrase.begin > at + 1 or at <= page.sentence(phrase.begin)[0] or not _SIZE.fullmatch(led):
        return None
    before = page.clause(at - 1)[0]
    m = _SEATED.match(page.text, before) if page.name_at(before) is None else None
    return Words(m["noun"] + led, m["noun"] + led) if m else None


_LENGTHS: Final = {"小时": "时长", "分钟": "时长", "天": "天数", "个月": "月数"}
_TIMED: Final = re.compile(
    r"(?:时间|时限|周期|期|时长|工期|天数|时|龄|寿命|续航|间隔|需|用|缩短|延长|提前|推迟|来|前|后)\Z"
)


def lasting(phrase: Phrase) -> Words | None:
    """``样机在田间试验[1000]余小时``: 样机在田间试验时长."""
    number = phrase.number
    led = strip_tail(re.sub(r"了\Z", "", strip_tail(phrase.led)))
    if number.kind != "duration" or number.unit not in _LENGTHS or len(led) < 2 or _TIMED.search(led):
        return None
    if noun_behind(phrase.page, number):
        return None
    return Words.cut(led + _LENGTHS[number.unit], phrase.base)


_STAFF: Final = re.compile(r"的(?P<noun>[\u4e00-\u9fff]{0,10}?(?:队伍|团队|大军))")


def staff(phrase: Phrase) -> Words | None:
    """``建成一支近[3000]人的科研队伍``: 科研队伍人数."""
    page, number = phrase.page, phrase.number
    m = _STAFF.match(page.text, number.unit_end) if number.unit in ("人", "名") else None
    return Words(f"{m['noun']}人数", f"{m['noun']}人数") if m else None


_PRIZE: Final = r"(?:特等|[一二三四]等|优秀|优胜|最高|鼓励|提名|创新|[金银铜])奖"
_PRIZES: Final = re.compile(_PRIZE)
_STANDARD: Final = re.compile(
    rf"(?P<who>.*?)(?P<measure>(?:资助|奖励|奖金|补助|支持)(?:标准)?)(?:分别)?[为是]?:?(?P<prize>{_PRIZE})"
)
_PRIZE_MONEY: Final = re.compile(r"(?:奖金|奖励|资助)(?:各|均|分别)?为?")


def prize(phrase: Phrase) -> Words | None:
    """``一等奖2名,奖金[12]万元``: 一等奖奖金; ``团队组资助标准为:一等奖3万元、二等奖[2]万元``: 团队组二等奖资助标准."""
    led, last = strip_tail(phrase.led), phrase.last.text if phrase.last else ""
    if phrase.number.kind != "money":
        return None
    if m := _STANDARD.fullmatch(led):
        return Words.cut(f"{strip_head(m['who'])}{m['prize']}{m['measure']}")
    if _PRIZES.fullmatch(led):
        return Words.cut(_PRIZES.sub(led, last) if _PRIZES.search(last) else f"{led}奖金")
    won = re.search(rf"{_PRIZE}\Z", phrase.base) if _PRIZE_MONEY.fullmatch(led) else None
    return Words(f"{won[0]}{led.rstrip('各均')}", phrase.base) if won else None


_AVERAGE: Final = re.compile(r"(?:平均)?(?P<per>[日月年周季]均|平均每[天日月年周])(?:达到?|为|约|近|超过?)*\Z")


def averaged(phrase: Phrase) -> Words | None:
    """``新设企业2.6万家,日均超过[70]家``: 日均新设企业."""
    led = phrase.page.text[phrase.begin : phrase.number.begin].strip(",、")
    m = _AVERAGE.fullmatch(led)
    if not m or not phrase.base or phrase.number.unit != phrase.unit:
        return None
    return Words.cut(m["per"] + phrase.base, phrase.base, carried=True)
