"""Names that end in a head (大学, 研究院, 论坛 …): the head is the end, words that no name runs over are the start."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from shkc_kg.reading.lexicon import Head, heads, words
from shkc_kg.reading.names.brackets import opening_of
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import EVENTS, INSTITUTIONS, PLANS
from shkc_kg.reading.names.edges import left_edge, trimmed, with_measure
from shkc_kg.reading.names.heads import head_at_end, heads_in, splits_word
from shkc_kg.reading.names.known import listed_abroad, owner_at_start, place_entry
from shkc_kg.reading.names.proper import REGISTERED, is_name, may_be_name
from shkc_kg.reading.names.shown import MEETINGS, whole_region_from
from shkc_kg.reading.names.wholebodies import whole_from

__all__ = ["headed_names"]


def headed_names(line: Words) -> Iterator[Candidate]:
    """The names of a passage that end in a head, none inside another.

    ``推动宁德时代未来能源研究院、华为“IPv6+”联合创新中心等落地`` gives both centres. A stretch too plain to be a
    name alone is one beside names in a list: ``大数据创新加速器、上海数据交易中心等平台``.
    """
    found = tuple(_stretches(line))
    sure = [c for c, certain in found if certain]
    yield from sure
    edges = {c.begin for c in sure} | {c.end for c in sure}
    kinds = {c.begin: c.cls for c in sure} | {c.end: c.cls for c in sure}
    for one, certain in found:
        if not certain and (_beside(line.text, one, edges) or _joined(line.text, one, kinds)):
            yield one


def _beside(text: str, one: Candidate, edges: set[int]) -> bool:
    """Whether a stretch stands next to a name in an enumeration."""
    right = text[one.end : one.end + 1] == "、" and one.end + 1 in edges
    left = text[one.begin - 1 : one.begin] == "、" and one.begin - 1 in edges
    return right or left


_JOINED: Final = 7  # code points of a name that 和 joins to another of its kind


def _joined(text: str, one: Candidate, kinds: Mapping[int, str]) -> bool:
    """Whether a long stretch is joined to a name of its class: ``冷泉研究设施和[细胞谱系设施]``."""
    if one.end - one.begin < _JOINED:
        return False
    left = text[one.begin - 1 : one.begin] in ("和", "与") and kinds.get(one.begin - 1) == one.cls
    return left or (text[one.end : one.end + 1] in ("和", "与") and kinds.get(one.end + 1) == one.cls)


def _stretches(line: Words) -> Iterator[tuple[Candidate, bool]]:
    """Stretches that end in a head, from right to left, and whether each is a name for certain."""
    ends = heads_in(line.text)
    taken = len(line.text)
    for end in sorted(ends, reverse=True):
        head, start = ends[end], end - len(ends[end].word)
        if end > taken or splits_word(line, start, end) or _is_apposed(ends, start, head):
            continue
        begin = _begin(line, ends, start, end, head)
        if head.use == "self" and _is_general(line, begin, start):
            begin = start
        certain = is_name(line, head, begin, start, end)
        if not certain and not may_be_name(line, head, begin, start, end):
            continue
        made = _made(line, head, begin, start, end)
        if made is not None:
            taken = made.begin if certain else taken
            yield made, certain


_APPOSED: Final = frozenset(("平台", "载体"))


def _is_apposed(ends: Mapping[int, Head], start: int, head: Head) -> bool:
    """Whether a head only says what the body in front of it is: ``某大学技术研究院[平台]``."""
    front = ends.get(start) if head.word in _APPOSED else None
    return front is not None and front.cls in ("ResearchInstitute", "Laboratory") and len(front.word) > 2


def _begin(line: Words, ends: Mapping[int, Head], start: int, end: int, head: Head) -> int:
    """Where a stretch begins; another name of a body, in brackets behind the first one, is whole."""
    opening = opening_of(line.text, end) if line.text[end : end + 1] == ")" else None
    if opening is not None and opening in ends and not _SHORT_FORM.match(line.text, opening + 1):
        return min(opening + 1, start)
    begin = trimmed(line, left_edge(line, start, end, head.cls), start)
    if head.cls in INSTITUTIONS and (whole := whole_from(line, begin, end)) is not None:
        return whole
    if _NO_NUMERAL.search(line.text, max(0, begin - 2), begin) and begin < start:
        return begin - 1
    # the segmenter reads 建华 in 共建华西医美健康城, and 运营官 in 公司运营官洲创新中心
    if 0 < begin < start and line.text[begin - 1 : begin + 1] in words("verb"):
        return begin + 1
    led = line.text.endswith("公司", 0, begin) and line.text[begin : begin + 2] in words("naming_before")
    earlier = _registered_from(line, begin) if head.word in REGISTERED else None
    if head.cls in EVENTS:
        meeting = _meeting_from(line, begin, start) if head.word in MEETINGS else None
        earlier = meeting if meeting is not None else _event_from(line, ends, begin)
    if earlier is not None:
        return earlier
    if head.cls in _RAISED and _RAISES.search(line.text, 0, begin) and _BEGINS.match(line.text, end):
        return begin - 2
    if head.cls in INSTITUTIONS and line.tokens[line.at[begin]].text in _NEAR and begin + 1 < start:
        return begin + 1
    return begin + 2 if led else begin


def _meeting_from(line: Words, begin: int, start: int) -> int | None:
    """Where a meeting's name begins that a whole region or level has: [全省创新发展]大会, [市级学会工作]总结会."""
    whole = whole_region_from(line, start) if begin < start else None
    if whole is None and line.text[max(0, begin - 2) : begin] in _OF_LEVEL:
        return begin - 2
    return whole


_OF_LEVEL: Final = ("市级", "省级", "区级", "县级")
# 万泰创新疫苗产业基地: behind no other numeral, 万 and 百 open names
_NO_NUMERAL: Final = re.compile(r"(?:^|[、,;。“和与及:])[万千百]\Z")


def _event_from(line: Words, ends: Mapping[int, Head], begin: int) -> int | None:
    """Where an event's name begins in front of words that no name runs over."""
    if line.text.startswith("缔约", begin) and line.text[begin - 1 : begin] == "》":
        return max(line.text.rfind("《", 0, begin), 0)  # 《某公约》缔约方大会
    ordinal = _from_ordinal(line, ends, begin)
    return ordinal if ordinal is not None else _from_purpose(line, ends, begin)


def _registered_from(line: Words, begin: int) -> int | None:
    """Where a registered name begins in front of words that no name runs over."""
    return begin - 1 if _NEW.search(line.text, max(0, begin - 2), begin) else _from_place(line, begin)


# what opens a registered name is no attribute: ,新城市建设发展集团有限公司
_NEW: Final = re.compile(r"(?:^|[,、;。:“和与])新\Z")
# 环某实验室创新圈: what lies around a body is none of its name
_NEAR: Final = frozenset(("环", "近", "邻"))
_SHOP: Final = 4  # code points of a firm's own word behind its place: 上海捷能, 成都四威


def _from_place(line: Words, begin: int) -> int | None:
    """Where a registered name begins whose own word looks like one that no name runs over: ``上海捷能[某公司]``."""
    if begin == 0 or not re.match(r"[\u4e00-\u9fff]", line.text[begin - 1]):
        return None
    for token in reversed(line.tokens[: line.at[begin - 1] + 1]):
        if token.tag == "name":
            known = place_entry(token.text) is not None and begin - token.end <= _SHOP
            return token.begin if known else None
        if begin - token.begin > _SHOP or token.end - token.begin > 2 or token.tag[0] in "xpcu":
            return None
        if token.text in words("verb") or token.text in words("naming_before"):
            return None
    return None


_RAISED: Final = frozenset(("Laboratory", "ResearchInstitute", "InnovationCentre"))
# 提升治理能力…实验室揭牌: unlike 推动X揭牌, such a verb takes no object that does something, so the name opens with it
_RAISES: Final = re.compile(r"(?:^|[,;。])(?:提升|提高|增强|改善|优化)\Z")
_BEGINS: Final = re.compile(r"(?:正式)?(?:揭牌|挂牌|成立|获批|启用|投用|落户|通过|入选)")
_NUMBERED: Final = re.compile(r"第[\d一二三四五六七八九十百]+届(?=[\u4e00-\u9fff“]{1,20}$)")
_NOT_IN_NAME: Final = frozenset("的了在于由以将是为被对并")


def _from_ordinal(line: Words, ends: Mapping[int, Head], begin: int) -> int | None:
    """Where an event begins whose number stands before words that a name seldom runs over: ``第三届科技入[某地推介会]``.

    A joint is inside as well where no head stands before it: ``第二届甲省新材料产业及[创业大会]``.
    """
    m = _NUMBERED.search(line.text, max(0, begin - 26), begin)
    if m is None or _NOT_IN_NAME & set(line.text[m.end() : begin]):
        return None
    between = line.tokens[line.at[m.end()] : line.at[begin - 1] + 1]
    holds = any(t.text in words("naming_before") or t.text in words("naming_after") for t in between)
    other = any(ends[at].cls in EVENTS for at in range(m.end() + 1, begin + 1) if at in ends)
    two = any(j.start() in ends for j in _JOINT.finditer(line.text, m.end(), begin))
    joins = _JOINT.search(line.text, m.end(), begin) is not None and place_entry(between[0].text) is not None
    named = any(t.tag == "name" for t in between[joins:])
    return None if holds or other or two or named else m.start()


_JOINT: Final = re.compile("[和与及]")


# 某中心成立暨启动会, “某中心”筹建协商会议: a meeting named by what it is for
_PURPOSE: Final = re.compile(r"(?P<closed>”)?(?:正式)?(?:成立|筹建|组建|揭牌|挂牌|启动|开工|奠基|落成|启用|签约)暨?\Z")


def _from_purpose(line: Words, ends: Mapping[int, Head], begin: int) -> int | None:
    """Where a meeting begins whose name opens with that of what was founded; ``begin`` is behind the founding."""
    joint = begin + line.text.startswith("暨", begin)
    m = _PURPOSE.search(line.text, max(0, begin - 8), joint)
    if m is None:
        return None
    if m["closed"]:
        opening = opening_of(line.text, m.start())
        owner = line.tokens[line.at[opening - 1]] if opening else None
        return owner.begin if owner is not None and owner_at_start(f"{owner.text}  ") is not None else opening
    if m.start() not in ends or not m[0].endswith("暨"):
        return None
    founded = ends[m.start()]
    whole = left_edge(line, m.start() - len(founded.word), m.start(), founded.cls)
    return None if line.text[whole - 1 : whole] in (")", "”") else whole


def _is_general(line: Words, begin: int, start: int) -> bool:
    """Whether nothing but known names and general words stand before a head: 张江示范区科技创新中心."""
    inside = line.tokens[line.at[begin] : line.at[start - 1] + 1] if begin < start else ()
    if owner_at_start(line.text[begin:start]) is not None:
        return False  # 剑桥大学南京科技创新中心 is the university's
    return all(t.tag == "name" or t.text in words("weak") for t in inside if begin <= t.begin < start)


_SHORT_FORM: Final = re.compile(r"(?:以下)?(?:统称|简称|又称|下称)")
_BRANCH: Final = re.compile(r"\((?P<part>[\u4e00-\u9fff]{2,8})\)(?P<end>(?=[、,;。在和与等]|$))?")
_VERSION: Final = re.compile(r"\d\.0版?")
_CEREMONY: Final = re.compile(r"(?:开幕式|闭幕式|颁奖典礼|启动仪式|总决赛|颁奖仪式)$")
_KIND: Final = re.compile(
    r"(?:授奖|获奖|奖|重大|重点|科技|产业|在建|首个|该|类|征集|申报|储备|入库|扶持|支持|签约|建设|招商|投资|科研|”?[聚抓引促签育谋争])项目$"
)
_ISSUES: Final = ("制定", "出台", "印发", "颁布", "编制")  # what is issued is a paper: 出台某三年行动计划
_FORMULA: Final = re.compile(r"“[\d+A-Z]+”")


def _made(line: Words, head: Head, begin: int, start: int, end: int) -> Candidate | None:
    """The name of a stretch, with what belongs to it behind the head and without what does not."""
    # a designation behind a name (创智科技创新中心) is an ordinary centre
    cls = "InnovationCentre" if head.use == "self" and begin < start else head.cls
    begin = _led(line, head, with_measure(line.text, begin), start)
    begin += line.text[begin : begin + 1] in (".", "·")  # 1.某实验室
    if head.word == "项目":
        begin = _behind_owner(line.text, begin, end)
    end, cls = _without_ceremony(line.text, begin, end, cls)
    end, cls = _without_phase(line.text, begin, end, cls)
    text = line.text[begin:end]
    if head.word.endswith("项目") and _KIND.search(text):
        return None  # 授奖项目, 首个重大项目: a kind of project
    if _is_formula(text) or (head.word == "项目" and text.endswith("”项目")):
        return None  # a formula in quotes is no name; a project in quotes is named by what they hold
    branch = _BRANCH.match(line.text, end)
    if branch and _is_part(branch):
        end = branch.end()
    elif cls in PLANS and (version := _VERSION.match(line.text, end)):
        end = version.end()
    cls = "Policy" if cls == "Plan" and line.text.endswith(_ISSUES, 0, begin) else cls
    text = line.text[begin:end]
    if text.count("“") != text.count("”") or text.count("(") != text.count(")"):
        return None
    entry = listed_abroad(text)
    return Candidate(begin, end, text, cls, f"head:{head.word}", entry, entry.name if entry else "")


def _is_formula(text: str) -> bool:
    """Whether figures in quotes open a name, behind a place or not: 湖南“512”工程 is what the quotes open."""
    at = text.find("“")
    return (
        _FORMULA.match(text, at) is not None and (at == 0 or place_entry(text[:at]) is not None) if at >= 0 else False
    )


# what a name does not begin with, whatever the segmenter makes of it: 由盛京某集团, 科技园选址某开发区
_NO_BEGIN: Final = re.compile(r"(?:[\u4e00-\u9fff]{0,4}选址|拟(?![态南])|由|申办|仪式和|暨)(?=[\u4e00-\u9fff\d]{4})")
# how something is done, and the doing: 全面实施某战略
_CARRIES: Final = re.compile(
    r"(?:全面|深入|大力|坚定|扎实|持续|加快|积极|有效|全力|高质量|紧紧)(?:实施|推进|落实|贯彻|融入|对接|完成|抓住|参与)(?=[\u4e00-\u9fff“]{4})"
)
_NATIONAL: Final = re.compile(r"国家[\u4e00-\u9fff]{4,8}\Z")


def _led(line: Words, head: Head, begin: int, start: int) -> int:
    """Where a name begins: behind words that only lead to it; of a national centre in a place, at 国家."""
    m = _NO_BEGIN.match(line.text, begin) or (_CARRIES.match(line.text, begin) if head.cls not in EVENTS else None)
    if m is not None and m.end() < start:
        return m.end()
    placed = head.word == "中心" and start > begin and place_entry(line.text[begin:start]) is not None
    national = _NATIONAL.search(line.text, max(0, begin - 10), begin) if placed else None
    return national.start() if national else begin  # 国家技术转移某市中心


def _is_part(branch: re.Match[str]) -> bool:
    """Whether what stands in brackets behind a name belongs to it: its place (苏州, 浙江段), a branch (科技中心)."""
    if place_entry(branch["part"].removesuffix("段").removesuffix("赛区")) is not None:
        return True
    return branch["end"] is not None and branch["part"][-2:] in heads()


def _behind_owner(text: str, begin: int, end: int) -> int:
    """Where a project begins whose name opens with quotes behind the body that has it: ``某大学[“蓝眸”水下机器人项目]``."""
    quote = text.find("“", begin + 1, end)
    owner = owner_at_start(text[begin:end]) if quote > 0 else None
    return quote if owner is not None and begin + len(owner[0]) == quote else begin


_PHASE: Final = re.compile(r"(?:[一二三四五]期|首期|扩建|改扩建|迁建)(?:工程|项目)$")
_HOUSED: Final = frozenset(("ResearchInstitute", "University", "Hospital", "Museum", "Laboratory"))


def _without_phase(text: str, begin: int, end: int, cls: str) -> tuple[int, str]:
    """End and class of a body whose building goes on: 某研究院二期工程 is the institute."""
    phase = _PHASE.search(text, begin, end)
    inner = head_at_end(text[begin : phase.start()]) if phase else None
    housed = inner is not None and inner.cls in _HOUSED
    return (phase.start(), inner.cls) if phase and inner and housed else (end, cls)


def _without_ceremony(text: str, begin: int, end: int, cls: str) -> tuple[int, str]:
    """End and class of an event without its opening ceremony: 2021年信息消费节开幕式 is the festival."""
    ceremony = _CEREMONY.search(text, begin, end)
    inner = head_at_end(text[begin : ceremony.start()]) if ceremony else None
    return (ceremony.start(), inner.cls) if ceremony and inner else (end, cls)
