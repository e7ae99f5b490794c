"""Stretches that are no whole name: what stands beside or inside them shows that a name was cut, or that none is meant."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from shkc_kg.reading.lexicon import frame_verbs, heads, words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.classes import EVENTS, PLACES
from shkc_kg.reading.names.heads import heads_in
from shkc_kg.reading.names.known import owner_at_start, place_entry

__all__ = ["is_cut"]


def is_cut(line: Words, one: Candidate, ends: Collection[int]) -> bool:
    """Whether a stretch found by its head is no whole name; ``ends`` are the places where names of the passage end.

    ``环保与[健康科技产业基地]`` lost its beginning, ``推动某镇[开园]`` took the verb in, ``首批[广东省实验室]之一`` is a kind.
    """
    if one.rule.startswith(("head:", "body")) and _CLAUSE.search(one.text):
        return True
    if one.rule == "gazetteer":
        return one.cls in _FACILITIES and _goes_on(line, one)
    if not one.rule.startswith("head:"):
        return False
    if _STATIONED.search(line.text, max(0, one.begin - 2), one.begin):
        return True  # 中央政府驻[香港联络办公室]
    if _SCHOOLS.fullmatch(one.text) or (one.cls == "Company" and _UNIVERSITY_AND.search(one.text)):
        return True  # 普通中学; 甲大学-乙集团股份有限公司[联合研究院]
    if one.text.startswith(("颗", "枚", "管理工作", "工作领导小组", "工作协调")):
        return True  # 某企业认定[管理工作领导小组办公室]
    if one.cls not in EVENTS and _OFFICE_OF.match(line.text, one.end):
        return True  # 某联盟协同发展网
    if (
        _is_kind_of_level(line, one)
        or _is_served(line, one)
        or _is_of_both(one)
        or (one.cls == "Ceremony" and _ends_list(line, one))
    ):
        return True
    if one.text.startswith("暨") or (one.cls in EVENTS and _is_part_of_event(line, one)):
        return True
    tests = (_is_role(one), _is_of_level(one), _is_kind(line, one), _holds_predicate(line, one), _is_branch(line, one))
    return any(tests) or _starts_amid(line, one) or _is_torn(line, one, ends)


def _is_part_of_event(line: Words, one: Candidate) -> bool:
    """Whether a region's part of a contest is meant (某大赛地区赛), or a title's paper opens it (《某规划》编制工作启动会)."""
    if _LATER.search(line.text, max(0, one.begin - 6), one.begin) and _MEETING.fullmatch(one.text):
        return True
    if _of_stop(line, one):
        return True
    regional = line.text.startswith(("地区赛", "赛区", "分赛"), one.end)
    return regional or line.text.startswith("》", one.begin - 1)


_OFFICE_OF: Final = re.compile(r"[\u4e00-\u9fff]{0,4}(?:发展网|联络组|校友会|筹备[办组委处])")


_LEVEL_BEFORE: Final = re.compile(r"(?:国家级|[省市区县]级|世界级|[两三四五六七八九十\d])\Z")
_EACH: Final = ("各区", "各县", "各市", "各省", "各地")
_PROPER_IN: Final = re.compile(r"[A-Za-z“]")


def _is_kind_of_level(line: Words, one: Candidate) -> bool:
    """Whether a level or a count parts a stretch from a name: ``国家级[科研基地]``, ``两[大研发平台]``."""
    if one.text.startswith(_EACH):
        return True
    before = _LEVEL_BEFORE.search(line.text, max(0, one.begin - 3), one.begin)
    if before is None or (before[0][-1] != "级" and not one.text.startswith("大")):
        return False
    first = line.tokens[line.at[one.begin]]
    return first.tag not in ("name", "ns", "nr") and _PROPER_IN.search(one.text) is None


def _is_served(line: Words, one: Candidate) -> bool:
    """Whether a place is served rather than a name's beginning: ``服务[某省战略]``, ``服务[某省办公室]主任``."""
    served = line.text.startswith("服务", max(0, one.begin - 2)) and one.begin >= 2
    return (
        served
        and one.cls in ("GovernmentBody", "Programme", "Policy")
        and line.tokens[line.at[one.begin]].tag == "name"
    )


def _is_of_both(one: Candidate) -> bool:
    """Whether a firm's name opens with another body and 和, which joins the two: ``某大学和某集团``."""
    owner = owner_at_start(one.text) if one.cls == "Company" else None
    return owner is not None and one.text.startswith(("和", "与"), len(owner[0]))


_OPENED: Final = re.compile(r"(?:基地|园|中心|研究院|实验室|平台|公司|大学)\S{0,2}(?:揭牌|启动|签约|开工|奠基|成立)")


def _ends_list(line: Words, one: Candidate) -> bool:
    """Whether a ceremony is that of several: ``甲中心、[乙基地揭牌仪式]``."""
    return line.text[one.begin - 1 : one.begin] == "、" and _OPENED.search(one.text) is not None


# kinds of schools
_SCHOOLS: Final = re.compile(
    r"(?:普通|农村|城镇|基层|乡镇|全[市县省区]|重点|示范|特色|中心|中等|所属|试点)[\u4e00-\u9fff]{0,4}(?:中学|小学|幼儿园)"
)
_UNIVERSITY_AND: Final = re.compile(r"(?:大学|学院|研究院|研究所)[-—]")
_STATIONED: Final = re.compile(r"(?<![入进派])驻\Z")
_MEETING: Final = re.compile(
    r"(?:新闻)?(?:发布会|通气会|吹风会)|(?:启动|开幕|揭牌|签约|闭幕)(?:仪式|式)|推介会|筹备会|对接会"
)
# a first press conference of a fair: its name is longer
_LATER: Final = re.compile(r"(?:首[次场]|第[一二三四五六七八九十\d]+[次场])\Z")
_STOP: Final = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,8})(?:启动|开幕|揭牌|闭幕)(?:仪式|式)")


def _of_stop(line: Words, one: Candidate) -> bool:
    """Whether a ceremony is that of one stop of what is named before it: ``某馆全国巡展[某省启动仪式]``."""
    m = _STOP.fullmatch(one.text)
    if m is None or one.begin == 0 or place_entry(m["place"]) is None:
        return False
    return line.text[: one.begin].endswith(("巡展", "展", "赛", "活动", "行动", "周", "日", "节", "计划", "”"))


_FACILITIES: Final = frozenset(("Facility", "Platform", "Laboratory", "InnovationCentre", "Base"))


def _goes_on(line: Words, one: Candidate) -> bool:
    """Whether a listed facility is only a part of a longer name: ``(信创)[海河实验室]``, ``[授时系统]合肥核心站``."""
    if line.text[one.begin - 1 : one.begin] == ")":
        return True
    token = line.tokens[line.at[one.end]] if one.end < len(line.text) else None
    return token is not None and token.begin == one.end and place_entry(token.text) is not None


_COUNTED: Final = re.compile(r"(?![万亿千百]|[\u4e00-\u9fff]级)[\u4e00-\u9fff]")


def _starts_amid(line: Words, one: Candidate) -> bool:
    """Whether a stretch starts with a head that other words stand before: ``智能车辆国家重点[实验室武清基地]``."""
    first = line.tokens[line.at[one.begin]]
    if (
        re.match(r"[A-Za-z\d]", line.text[one.begin - 1 : one.begin])
        and not _COUNTED.match(one.text)
        and re.match(r"[\u4e00-\u9fff]", one.text)
    ):
        return True  # 国家硅基LED[工程技术研究中心]
    if one.begin == 0 or first.text not in heads() or first.end >= one.end:
        return False
    before = line.tokens[line.at[one.begin - 1]]
    if before.tag == "m" and len(first.text) == 1:
        return True  # 九[园某产业园]
    return before.tag in ("n", "vn", "a", "b", "l", "j", "name") and before.text not in words("apposed")


# 创新发展的重要平台 says what something is for
_ROLE: Final = re.compile(
    r"(?:重要|主要|核心|关键|骨干|为主|高端|新型|首要)(?:平台|载体|基地|枢纽|阵地|中心|园区|战略)$"
)


def _is_role(one: Candidate) -> bool:
    """Whether a stretch ends in words that say what part something plays: ``一体化发展国家战略重要平台``."""
    return _ROLE.search(one.text) is not None


_LEVEL: Final = re.compile(r"[\u4e00-\u9fff]{2,6}[省市区县]级")


def _is_of_level(one: Candidate) -> bool:
    """Whether a stretch is a kind that a region awards: ``台州市级众创空间``."""
    return _LEVEL.match(one.text) is not None


_FIRST: Final = re.compile(r"(?:首[批个家座]|第[一二三四五六]批|唯一(?:一[个家座])?)的?$")


def _is_kind(line: Words, one: Candidate) -> bool:
    """Whether a stretch is the kind that a first or only one is of: ``首个跨省域园区——X``, ``首批X之一``."""
    first = _FIRST.search(line.text[max(0, one.begin - 5) : one.begin])
    if line.text.startswith("之一", one.end) or (first is not None and "批" in first[0]):
        return True
    behind = line.text.startswith(("——", "“", "区"), one.end)
    return behind and first is not None


# 更好更快地融入大局, 集中布局装置群: how and what somebody does
_CLAUSE: Final = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?:更(?:好|快|加|大|多|高|广|深)|[好快大深高效极]地(?=[融推建发服促])|融入|集中(?:布局|建设)|布局建设|(?:开始|启动|着手|正在)(?:建设|打造|创建|筹建))(?=[\u4e00-\u9fff]{3})"
    r"|(?<=[\u4e00-\u9fff]{3})[与和及]我?[省市县](?![内外际级场政域区民校企])(?=[\u4e00-\u9fff]{3})"  # 某会社与省某所
)
_PREDICATE: Final = re.compile(r"召开|举办|举行|出席|主持|汇报|致辞|为主|位于|系统$")


def _holds_predicate(line: Words, one: Candidate) -> bool:
    """Whether a verb stands inside: ``副市长某某主持开幕式``, ``某镇开园``, where a head of one character was the verb's."""
    inside = [t for t in line.tokens[line.at[one.begin] : line.at[one.end - 1] + 1] if t.begin > one.begin]
    if any(_PREDICATE.match(t.text) for t in inside if t.tag != "name") or _DOES.search(one.text):
        return True
    owner = owner_at_start(one.text)
    if owner is not None and one.text.startswith(_OWNER_DOES, len(owner[0])):
        return True  # 支持某公司建设实验室
    if one.text.endswith("规划") and line.text.startswith(("面积", "建设", "用地", "总", "占地"), one.end):
        return True  # 科学城规划面积
    return len(one.rule) == len("head:") + 1 and one.text[-2:] in frame_verbs()


_OWNER_DOES: Final = ("建设", "打造", "组建", "牵头", "开展", "承担", "参与", "创建", "建成", "申报")


# 某实验室建设某基地; 甲乙两区和某区
_DOES: Final = re.compile(
    r"^(?:全力|着力|大力)?(?:服务|保障|支持|推动|推进)|"
    r"(?:实验室|研究院|研究所|大学|学院|公司|集团|中心|馆|园|医院)(?:建设|打造|争创|创建|组建|牵头|开展|承担|参与)(?=[\u4e00-\u9fff]{4})"
    r"|[两二三四五六七八九十][省市区县地][和与、]|(?:新区|示范区|高新区|开发区|园区)(?:投资)?(?:建设|打造|创建)(?:“|(?=[\u4e00-\u9fff]{4}))"
    r"|(?:基金会|学会|协会|委员会|理事会)(?:庆祝|纪念)"
)
_BRANCH: Final = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,4}?)(?:创新|研发|研究|技术|运营)?(?:分中心|分院|分部|分会|分园|分校|中心|基地|总部)$"
)


def _is_branch(line: Words, one: Candidate) -> bool:
    """Whether only a place and the word for a branch are left of a name: ``国家超算中心[兰州分中心]``."""
    m = _BRANCH.match(one.text)
    glued = one.begin > 0 and re.match(r"[\u4e00-\u9fff)”]", line.text[one.begin - 1])
    return m is not None and bool(glued) and place_entry(m["place"]) is not None and not _is_verb(line, one.begin)


def _is_verb(line: Words, at: int) -> bool:
    before = line.tokens[line.at[at - 1]]
    syllable = before.tag == "vn" and len(before.text) == 1  # 益普[生] is no verb
    return before.tag[0] in "vpud" and not syllable and before.text not in words("soft_verb")


def _is_placed(line: Words, one: Candidate) -> bool:
    """Whether a stretch opens with a listed name; a firm also with a place that only the segmenter knows."""
    tag = line.tokens[line.at[one.begin]].tag
    return tag == "name" or (tag == "ns" and one.cls == "Company")


_OF_TWO: Final = re.compile(r"[与和][^与和]{2,14}联合[^与和]{2,8}$")
_BODY_BEFORE: Final = re.compile(r"(?:集团|公司|大学|学院)[—-]?\Z")
_LONGEST_HEAD: Final = 10  # code points
_JOINT: Final = frozenset(("与", "和", "及", "暨"))


def _is_torn(line: Words, one: Candidate, ends: Collection[int]) -> bool:
    """Whether 与 or a dash before a stretch joins it to words that are no name: they are its beginning."""
    at = one.begin - 1
    if at < 1:
        return False
    if line.text[at] == "、" and _OF_TWO.search(one.text) and not one.text.startswith(("中国—", "中国-")):
        return True  # 甲、[乙与丙联合实验室]
    if line.text[at] in "—-" and _BODY_BEFORE.search(line.text, 0, at) and owner_at_start(one.text) is not None:
        return True  # 甲集团—[乙大学技术研究院]
    if one.cls == "Ceremony":
        # A与B签约仪式, 某中心共建单位揭牌仪式
        taken = line.tokens[line.at[at]]
        return line.text[at] in "与和及—" or (taken.tag == "v" and taken.text not in words("ceremony_verb"))
    owner = owner_at_start(one.text) if line.text[at] in "与和" else None
    if owner is not None and one.text.startswith("联合", len(owner[0])):
        return True  # 某司与[乙集团联合实验室]
    if line.text[at] not in _JOINT or at in ends or _is_placed(line, one):
        return False
    before = line.tokens[line.at[at - 1]]
    common = before.tag in ("n", "vn", "v", "a", "an", "b", "j", "l") and one.cls not in PLACES
    left = line.text[max(0, at - _LONGEST_HEAD) : at]
    return common and len(left) not in heads_in(left) and one.text[0] != "“"
