"""The parties on both sides of 与, 和 or 联合: the partners in a row behind it, and who works with them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES, ZONES
from shkc_kg.reading.facts.agents import agents, region_agent
from shkc_kg.reading.facts.leads import lead_in
from shkc_kg.reading.facts.making import Actor, here
from shkc_kg.reading.facts.pairs import told_in_pairs
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["PARTNERS", "WORKING", "partners_behind", "row_before", "who_works"]

PARTNERS: Final = INSTITUTIONS | ZONES | {"Province", "City", "District", "Country", "Region"}
WORKING: Final = re.compile(r"(?:深化|加强|推进|推动|拓展|开展|扩大|密切)(?:了)?(?=与|和|同)")


def partners_behind(scene: Scene, at: int, end: int) -> tuple[tuple[Named, ...], int]:
    """The partners in a row behind 与 without a last one that is only the beginning of its name, and where the row ends."""
    chain = _row(scene, at, end)
    if not chain:
        return (), at
    if _BODIES_OF.match(scene.text, chain[-1].end):
        return tuple(n for n in chain if n.cls not in PLACES), chain[-1].end
    return chain[:-1] if _goes_on(scene, chain[-1]) else chain, chain[-1].end


_INSIDE: Final = ZONES | {"City", "District"}  # what is named with the place that it lies in: 北京中关村


def _row(scene: Scene, at: int, end: int) -> tuple[Named, ...]:
    """The partners in a row behind 与; a place before a place that lies in it goes with it."""
    found: list[Named] = []
    for name in (n for n in scene.top if n.begin >= at and n.end <= end):
        gap = scene.text[at : name.begin]
        if gap not in ("", "、", "和", "及", "等", "以及", "与") or name.cls not in PARTNERS:
            break
        if gap == "" and found and name.cls in _INSIDE and found[-1].cls in PLACES:
            found.pop()
        elif gap == "" and found:
            break
        found.append(name)
        at = name.end
    return tuple(found)


_BRANCH_AFTER: Final = re.compile(
    r"(?![共签合联协开携就在])[\u4e00-\u9fff]{2,8}?(?:分行|支行|分公司|子公司|分院|分所|分局|分会|学院|研究院|研究所|学部|课题组|附属医院)"
    r"(?=[、,和与及等共签联合开举达就])"
)
_SOME_OF: Final = re.compile(r"(?:的)?\d+(?:多|余|几)?[家所个名位户批]")  # 与云南150多家单位交流
# 与甲国、乙国等国高校共建: bodies of these places, and no place
_BODIES_OF: Final = re.compile(
    r"等[\d多两三四五]*[国地省市](?:[\d多余]*[家所])?的?(?:高校|企业|院校|科研|机构|大学|专家)"
)
_NOUN_GOES_ON: Final = re.compile(
    r"(?![共签合联协开携])[\u4e00-\u9fff·-]{1,10}(?:区|城|园|港|谷|州|郡|省|市|府|局|署|部|会|院|所|社|司|集团|船舶|科技|航天|电科|石油|石化)(?=[、,和等签共合联深已])"
)
_NOUN_TAGS: Final = frozenset(("n", "j", "nz", "ns", "nr", "nt", "a"))
_UNREAD: Final = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:签|举行|共建|联合|合作|达成|携手|共同)")
_JOINT_MATTER: Final = re.compile(
    r"(?:深化|加强|扩大|密切|拓展|全面|深度|对口|长期|紧密|科技|科创|创新|经济|产业|战略|产学研|务实|人才|技术|[、与和]){0,5}"
    r"(?:合作|协同|对接|交流|协作|共建|共同|联合|联动|友好|签|携手|合力|[两二三四]地|等)"
)


def _goes_on(scene: Scene, last: Named) -> bool:
    """Whether a place is only the beginning of a partner that was not read: 与丹麦首都大区."""
    token = scene.words.tokens[scene.words.at[last.end]] if last.end < len(scene.text) else None
    branch = last.cls == "Company" and re.match(
        r"[一二三四五六七八九十\d]{1,3}[院所局厂](?![\u4e00-\u9fff]{2}院)", scene.text[last.end :]
    )
    if branch or _BRANCH_AFTER.match(scene.text, last.end):
        return True  # 航天科工三院, 国家开发银行天津分行
    if token is None:
        return False
    if last.cls not in PLACES:
        # 某院深理工: what was read of a body may only be the beginning of another's name, too
        unread = token.begin == last.end and token.tag in _NOUN_TAGS and _UNREAD.match(scene.text, last.end)
        return bool(unread) and _JOINT_MATTER.match(scene.text, last.end) is None
    if _SOME_OF.match(scene.text, last.end):
        return True
    if _NOUN_GOES_ON.match(scene.text, last.end):
        return True
    # 某省交警总队, 某市科知局: what follows a place right away is an office, unless it is what they do together
    noun = token.begin == last.end and token.tag[0] in "njbaz" and token.tag not in ("ad", "an")
    return noun and _JOINT_MATTER.match(scene.text, last.end) is None


def row_before(scene: Scene, end: int, joints: Sequence[str], begin: int = 0) -> tuple[Named, ...]:
    """The partners of a list that ends at ``end``, with one of the ``joints`` behind each; none before ``begin``."""
    row: list[Named] = []
    for name in reversed([n for n in scene.top if begin <= n.begin and n.end <= end]):
        if scene.text[name.end : end] not in joints or name.cls not in PARTNERS:
            break
        row.insert(0, name)
        end = name.begin
    return tuple(row)


_GONE: Final = re.compile(r"(?:率团|率队|带队)?(?:赴|前往|访问|抵达|在|于|到)\Z")  # 某中心率团赴某国与B签约


def who_works(scene: Scene, begin: int, at: int, word: str) -> tuple[Actor, ...]:
    """Who works with the partners: printed right before 与, else the sentence's subject, or place or region in view."""
    near = [n for n in scene.top if begin <= n.begin and n.end == at]
    if near and near[-1].cls in PLACES and (gone := _GONE.search(scene.text, begin, near[-1].begin)):
        near, at = [], gone.start()
    if near:
        return _printed(scene, begin, near[-1], word)
    region = region_agent(scene, begin)
    if region and re.fullmatch(r"(?:全年|年内)?[全本我][市省区]", scene.text[begin:at]):
        return tuple(region)
    if word == "和":
        return ()
    if begin == at and told_in_pairs(scene, begin):
        return ()
    lead = lead_in(scene, begin, at)
    if isinstance(lead, Named):
        glued = re.fullmatch(
            r"(?:先后|分别|还|已|将|拟|计划|共同|积极|全面|持续|[\u4e00-\u9fff]{2,5}(?:主任|书记|校长|院长|所长|局长|厅长|部长|会长|理事长|董事长|总经理|一行))*",
            scene.text[lead.end : at],
        )
        return (here(lead),) if glued and lead.cls in PARTNERS else ()
    plain = re.fullmatch(
        r"[^\u4e00-\u9fff]*|.*(?:还|并|同时|进一步|积极|先后|已|合作|地|来|拟|将|计划)", scene.text[begin:at]
    )
    if lead == "agent" or not (plain or WORKING.search(scene.text[begin : at + 1])):
        return ()
    return tuple(agents(scene, begin))


_BEHIND_WITH: Final = re.compile(r"(?:与|同|联合|会同)(?:[^,;。]{2,24}、)*\Z")  # also behind members that were not read


def _printed(scene: Scene, begin: int, last: Named, word: str) -> tuple[Actor, ...]:
    """The row of which the ``last`` stands right before 与."""
    row = (*row_before(scene, last.begin, ("、", "和"), begin), last)
    if word == "和" and _BEHIND_WITH.search(scene.text, begin, row[0].begin):
        return ()  # 某人与A和B共建: neither does so with the other only
    return tuple(here(n) for n in row) if last.cls in PARTNERS | FACILITIES else ()
