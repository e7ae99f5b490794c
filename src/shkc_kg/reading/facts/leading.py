"""Whose rank it is: 居全国首位, 领跑全国."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.facts.claimed import CLAIMED, Found, outside
from shkc_kg.reading.facts.leads import AGENT, lead_in
from shkc_kg.reading.facts.making import here
from shkc_kg.reading.facts.scopes import own_region
from shkc_kg.reading.lines.clauses import clause_of, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES, key_of
from shkc_kg.reading.scene import Scene

__all__ = ["leading"]

_UNNAMED: Final = re.compile(
    r"(?:(?:19|20)\d{2}年,?|全年,?|目前,|截至[^,;。]{2,12},)?(?:该|本)?"
    r"(?:园区|片区|平台|中心|基地|实验室|研究院|学校|学院|医院|公司|集团|企业|联盟|项目|产品|团队|他们|他|她)(?![\u4e00-\u9fff]{0,4}(?:数|总数|个数|家数))"
)


# 建设世界领先园区, 逐步取得领先地位, 以领先为目标: what is aimed at is no rank; nor is a name such as 领先行动 or 国际领先企业
_AIMS: Final = re.compile(
    r"(?:加快|加速|着力|努力|力争|逐步|不断|致力|奋力|争取|瞄准|对标|紧盯|锚定|冲刺|建设目标)"
    r"|(?:建设|打造|创建|培育|构建|争创|迈向|塑造|形成|建成)(?:成为?|成了?)?[^,;。]{0,12}$"
)
_AIM: Final = re.compile(r"[^,;。]{0,24}(?:为|的)[^,;。]{0,8}(?:目标|愿景|方向)")
_DONE: Final = re.compile(r"已(?!有)|成功|初步|基本|[^了]了(?!解)|建成(?=[^,;。]{0,4}(?:首|第|最))|目前")
_NO_RANK: Final = re.compile(
    r"(?:的)?(?:行动|计划|工程|战略|型|者|企业|团队|科学家|人才|机构)"
    r"|(?:[和、及][^,;。和、及]{2,8}|的)(?:技术|成果|产品|项目)(?:已|共|超|达|近|约|有)*\d"  # 领跑全球的技术60项
)


# 首次超过江苏跃居全国首位: said of who has passed it
_PASSED: Final = re.compile(r"(?:超过|超越|赶超|反超|高于|仅次于|次于)(?:了)?\Z")
# 数量与杭州并列首位: said of who shares the rank with it
_BESIDE: Final = re.compile(r"[与和同]\Z")
_SHARED: Final = re.compile(r"(?:一起|共同)?并列")
# 这些项目具有领先水平: of things that have no name
_THESE: Final = re.compile(r"[后前]者|(?:这|那)(?:些|批|几[个项家])|上述")


def _is_aim(scene: Scene, m: re.Match[str], begin: int) -> bool:
    """Whether words of being ahead say what is aimed at, or only name or describe something."""
    if "领先" not in m[0] and "领跑" not in m[0]:
        return False
    if _NO_RANK.match(scene.text, m.end()) or _AIM.match(scene.text, m.end()):
        return True
    before = scene.text[begin : m.start()]
    return _AIMS.search(before) is not None and _DONE.search(before) is None


def leading(scene: Scene, m: re.Match[str]) -> Found | None:
    """``公民具备科学素质比例居全市首位``: about the name that opens clause or sentence, else heading or region."""
    begin, end = clause_of(scene.text, m.start())
    bare = m[0].startswith(("保持", "进入", "排")) and not re.search(r"位|名|强|前列", m[0])
    if bare or _is_aim(scene, m, begin):
        return None
    if re.search(r"[一二三四五六七八九十\d]大|领域|行业|产业|同类", m[0]) or _THESE.match(scene.text, begin):
        return None  # 居六大领域首位 ranks what is not named
    if _UNNAMED.match(scene.text, sentence_of(scene.text, m.start())):
        return None  # 园区经营收入155亿元,居首位: of a park that another sentence names
    if "我国" in scene.text[begin : m.start()]:
        key = key_of("中国")
        return Found((key, (), (ScopeReason.COREFERENCE,)), begin, end) if key in scene.things else None
    ranked = _RANKED_IN.match(scene.text, begin, m.start())
    at = begin if ranked is None else ranked.end()
    inside = [n for n in scene.top if at <= n.begin and n.end <= m.start() and n.cls not in ("Award", "Person")]
    inside = [n for n in inside if not _WITHIN.match(scene.text, n.end)]  # 广东省内排名第一
    inside = [n for n in inside if not (_PASSED.search(scene.text, begin, n.begin) or _is_beside(scene, n))]
    if inside and (scene.text[begin : inside[0].begin] in ("", "其中") or len(inside) == 1):
        return Found(here(inside[0]), begin, end)
    if inside:
        return None
    start = _with_clause_before(scene, begin, m.start())
    first = sentence_of(scene.text, m.start())
    named = [n for n in scene.top if first <= n.begin and n.end <= begin and n.cls in CLAIMED | {"Country"}]
    opens = _other_subject(scene, first, begin) or next(
        (n for n in named if n.begin in (start, first) or scene.text[start : n.begin] in ("其中", "其中,")), None
    )
    if opens is not None and opens.cls != "Award" and scene.text[opens.end : opens.end + 1] not in ("、", "和"):
        return Found(here(opens), start, end)
    if opens is not None or scene.between(start, begin, CLAIMED):
        return None
    if scene.subject is not None and scene.things[scene.subject.key].cls in EVENT_CLASSES:
        # what is told at an event of 全市 is the city's rank, and anything else is not the event's
        own = own_region(scene, first, m.start())
        return Found((own, (), (ScopeReason.REPORT_REGION,)), start, end) if own is not None else None
    found = outside(scene, start, end)
    elided = found is not None and ScopeReason.REPORT_REGION in found.about[2]
    unnamed = AGENT in (lead_in(scene, start, m.start()), lead_in(scene, first, start))
    return None if elided and (scene.news or unnamed or not _is_peer(scene, begin, m.start())) else found


_WITHIN: Final = re.compile(r"(?:[省市区县]?内|境内|范围内|各[市县区省地])")
# 在国家级经开区综合考核中位居第一: who is ranked stands before
_RANKED_IN: Final = re.compile(
    r"在[^,;。]{2,40}?(?:考核|评价|评估|排名|排行榜|榜单|评比|测评|评选|竞赛|比赛|报告|城市|省份|园区|高新区|经开区|开发区)(?:结果)?[里中内上]"
)


def _is_peer(scene: Scene, begin: int, at: int) -> bool:
    """Whether the region may share a rank with whoever is named beside it: no province does so with a city."""
    beside = [n for n in scene.between(begin, at) if _is_beside(scene, n)]
    return all(scene.region is not None and n.cls == scene.things[scene.region].cls for n in beside)


def _is_beside(scene: Scene, name: Named) -> bool:
    """Whether a name is only that of whom the rank is shared with: ``数量与杭州并列首位``."""
    shared = _SHARED.match(scene.text, name.end) is not None
    return shared and _BESIDE.search(scene.text, 0, name.begin) is not None


def _other_subject(scene: Scene, first: int, begin: int) -> Named | None:
    """The name that a clause between the sentence's first and the one at ``begin`` opens with: its own subject.

    ``某中心成效明显,甲市地区获奖58项,论文431篇、居首位`` ranks the city.
    """
    at = begin
    while at > first:
        at = clause_of(scene.text, at - 1)[0]
        name = next((n for n in scene.between(at, begin) if n.begin == at), None)
        if name is not None and at > first:
            return name
    return None


def _with_clause_before(scene: Scene, begin: int, at: int) -> int:
    """Where the words of a rank start: with the clause before, where its own has no subject (``总量5591件,居第二``)."""
    if begin == 0 or re.search(
        r"[\u4e00-\u9fff]{2}", re.sub(r"总量|数量|规模|连续[^,;。]{1,4}年|继续", "", scene.text[begin:at])
    ):
        return begin
    if scene.text[begin - 1] not in ",:" or re.match(r"总量|数量|规模", scene.text[begin:at]):
        return begin
    before = clause_of(scene.text, begin - 1)[0]
    # 同比增长20% between a figure and its rank says nothing of what is ranked
    changes = re.match(r"同比|比上年|较上年|增长|年均|增速", scene.text[before:begin]) and before > sentence_of(
        scene.text, at
    )
    return clause_of(scene.text, before - 1)[0] if changes else before
