"""Whom a clause prints as its subject: at its start, behind an attribute, pointed at, or the region."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.classes import PLACES
from shkc_kg.reading.counting.trimming import strip_head
from shkc_kg.reading.figures.bounds import alternatives
from shkc_kg.reading.lexicon import pointers
from shkc_kg.reading.lines.imprint import CREDITED
from shkc_kg.reading.names import Named
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.setting.press import prints
from shkc_kg.reading.whose.academies import academy_electing
from shkc_kg.reading.whose.attributive import NO_SUBJECT, behind_attribute
from shkc_kg.reading.whose.institute import itself, region_told, spoken_itself
from shkc_kg.reading.whose.latter import LATTER, latter
from shkc_kg.reading.whose.levels import NATION, OWN_REGION, own_region
from shkc_kg.reading.whose.memory import Memory, Subject
from shkc_kg.reading.whose.shortevent import called_short
from shkc_kg.reading.whose.unnamed import noun_opening

__all__ = ["NO_SUBJECT", "named_or_pointed", "own_subject", "skip_openers"]

_GOES_ON: Final = (
    "以|设|共|期间|上|现场|吸引|邀请|由|聚焦|围绕|累计|拥有|现有|已|总|规划|占地|建筑|将|还|自|建成|面积|投资|实现|内"
)
_AT_EVENT: Final = re.compile(
    r"(?:会上|会议上|大会上|论坛上|活动上|开幕式上|仪式上|会议期间|大会期间|论坛期间|活动期间|展会期间|会期)"
)
_COORDINATED: Final = re.compile(
    r"(?:[一二三四]期)?(?:上市|挂牌|等|、|和|与|及|或|/|以及|同(?!比|期|时|步)|《|“(?![^”]{2,24}”(?:排名|得分|指数|位居|位列|居|列))|会同|联合)"
)
_REPORTS: Final = re.compile(
    r"(?:介绍|表示|说|称|指出|认为|获悉|了解到?|了解|显示|透露|告诉记者|强调|统计|数据|为例|来看|看|方面"
    r"|提出|要求|印发|实施以来|支持下|指导下|推动下|带动下|根据[^,]*|按照[^,]*)\Z"
)
_POINTED_AT: Final = "(?:本次|本届|此次|该|这一|此|本)?"


@cache
def _pointer() -> re.Pattern[str]:
    """A bare class word as a subject: 本次大会, 园区; 项目数 and 平台9个 count such things."""
    followed = rf"(?={_GOES_ON}|[^\u4e00-\u9fff]|[\u4e00-\u9fff]{{2,}}|[列居占达排获]\Z)"
    counted = r"(?!数|[\u4e00-\u9fff]*?数量?(?=\d))"
    return re.compile(rf"{_POINTED_AT}(?P<noun>{alternatives(tuple(pointers()))}){counted}{followed}")


_THIS: Final = re.compile(
    r"本届|本次|此次|这次|该|这一|位于[^,]{0,12}的|作为[^,]{0,16}的|(?:项目)?(?:建设|承建|承担|依托|运营|牵头|实施|申报)单位"
)


def skip_openers(page: Page, begin: int, end: int) -> int:
    """Past the dates and empty words at the start of a clause, up to its first name."""
    printed = CREDITED.match(page.text, begin, end)
    at = printed.end() if printed else begin
    while at < end:
        date = page.date_at(at)
        if date is not None:
            at = date.end
            continue
        if page.name_at(at) is not None:
            break
        stretch = page.text[at : min(end, at + 24)]
        if (m := _THIS.match(stretch)) and page.name_at(at + m.end()) is not None:
            at += m.end()
            break
        own = OWN_REGION.match(stretch)
        rest = strip_head(stretch) if not own else stretch
        step = len(stretch) - len(stretch.lstrip(" ,、及并在仅从")) if not own else 0
        moved = stretch.find(rest) if rest and rest != stretch else step
        if own or moved <= 0 or page.name_at(at) is not None:
            break
        inner = next((n.begin for n in page.names_in(at, end) if n.begin < at + moved), None)
        region = OWN_REGION.search(stretch[:moved])
        stop = min(x for x in (at + moved, inner, at + region.start() if region else None) if x is not None)
        at = stop if stop > at else at + moved
    return min(at, end)


def own_subject(page: Page, memory: Memory, begin: int, end: int) -> tuple[Subject, int] | None:
    """The subject that a clause prints, and where the clause goes on behind it.

    ``2021年张江示范区共有…``, ``全市新增…``, ``本次论坛吸引…``, ``位于某路的量子大街不足两公里``.
    """
    if _REPORTS.search(page.text, max(begin, end - 16), end):
        return None
    elected = academy_electing(page, memory, begin)
    return (elected, begin) if elected is not None else _printed(page, memory, begin, end)


def _printed(page: Page, memory: Memory, begin: int, end: int) -> tuple[Subject, int] | None:
    """What a clause prints as its subject by name or by a word for it, with the end of its words."""
    scene = page.scene
    if (m := _FIELD.match(page.text, begin, end)) is not None:
        begin = m.end()
    at = skip_openers(page, begin, end)
    if _AMONG.match(page.text, begin, end):
        name = page.name_at(at)
        opens = name is not None and page.text.startswith("在", name.end)
        return _from_name(page, name, end) if opens and name is not None else None
    stretch = page.text[at:end]
    if m := own_region(scene, stretch):
        return region_told(memory, scene, at, m)
    if (m := NATION.match(page.text, at)) and m.end() <= end and "中国" in scene.things:
        return Subject("中国", (), (ScopeReason.COREFERENCE,)), m.end()
    name, short = page.name_at(at), called_short(page, memory, at, end)
    if short or (name and not _leads_others(page, name, end)):
        return short or (_edition(page, memory, name, end) or _from_name(page, name, end) if name else None)
    if (m := itself(page.text, at)) is not None and (own := spoken_itself(memory, scene, m)):
        return _recalled(page, own.key, own.scope[0] if own.scope else scene.passage.id), m.end()
    if (pointed := _pointed_at(page, memory, at, stretch)) is not None:
        return pointed
    if (quoted := _behind_kind(page, at, end)) is not None:
        return Subject(quoted.key), quoted.end
    return behind_attribute(page, at, end)


_OF_THIS: Final = ("本届", "本次", "此次")
_EVENT_ENDS: Final = re.compile(r"[^,;。“]{0,16}?(?:[会展节赛周]|论坛)")


def _edition(page: Page, memory: Memory, name: Named, end: int) -> tuple[Subject, int] | None:
    """The event that the news is about where a place opens its name: ``本届中国(某省)科交会由…构成``."""
    m = _EVENT_ENDS.match(page.text, name.end, end)
    if m is None or name.cls not in PLACES or page.text[max(0, name.begin - 2) : name.begin] not in _OF_THIS:
        return None
    held = memory.near_event(page.scene) or memory.main
    return (_recalled(page, *held), m.end()) if held else None


def named_or_pointed(page: Page, memory: Memory, begin: int, end: int) -> tuple[Subject, int] | None:
    """The thing that opens a clause by its name or by a word for it (该院, 公司), and where its name ends."""
    at = skip_openers(page, begin, end)
    if (name := page.name_at(at)) is not None:
        return (Subject(name.key), name.end) if name.cls not in NO_SUBJECT else None
    return _pointed_at(page, memory, at, page.text[at:end])


def _pointed_at(page: Page, memory: Memory, at: int, stretch: str) -> tuple[Subject, int] | None:
    """What a class word (本次论坛), 后者 or 会上 means, and where it ends."""
    if (m := LATTER.match(stretch)) and (other := latter(page, at)) is not None:
        return Subject(other.key, (), (ScopeReason.COREFERENCE,)), at + m.end()
    counted = at > 0 and page.text[at - 1] in _COUNTS  # 两类园区, 产值超10亿元的园区
    if not counted and (m := _pointer().match(stretch)) and (meant := memory.pointed(page, at, m["noun"])):
        return _recalled(page, *meant), at + m.end("noun")
    if (m := _AT_EVENT.match(stretch)) and (held := memory.last_event()):
        return _recalled(page, *held), at + m.end()
    return None


_COUNTS: Final = "的类个家种所座批各"


def _recalled(page: Page, key: str, passage: str) -> Subject:
    """A thing that a passage named, as one that this or another passage speaks of again."""
    return Subject(key, (passage,) if passage != page.scene.passage.id else (), (ScopeReason.COREFERENCE,))


# 在全国169家园区综合评价中列: the field of a rank, not its subject
_AMONG: Final = re.compile(
    r"(?:并|也|已|还|均|目前|其中)*在[^,;。]{2,40}?中(?:综合|总体)?(?:位列|排名|名列|位居|列|居|排)"
    r"|在全[国省市区县](?:[^,;。]{0,6}\d+[个家座][^,;。\d]{2,10}?)?(?:综合|总体)?(?:排名|排|位列|列|居|名列|位居|率先)"
)
# 在某榜排名中,医院列第3位: only what stands behind it is spoken of
_FIELD: Final = re.compile(
    r"(?:并|也|还)?在[^,;。]{2,40}(?:排名|排行榜?|榜单?|评价|评估|评选|考核|测评|评比)[^,;。]{0,6}?中,"
)
_KIND: Final = 6  # code points; the kind of project in front of its quoted title


def _behind_kind(page: Page, at: int, end: int) -> Named | None:
    """A quoted project behind its kind: ``科技援疆“耐逆农作物育种”项目累计推广…``."""
    name = next(iter(page.names_in(at, end)), None)
    if name is None or name.begin - at > _KIND or page.text[name.begin] != "“" or page.first_verb(at, name.begin):
        return None
    of_kind = name.cls in ("Project", "Programme", "Plan") and "项目" in page.text[name.end : name.end + 3]
    return name if of_kind else None


_COUNTED: Final = re.compile(  # 工作站增至12家 counts stations; it is of none of them
    r"(?:\([^()]{1,4}\))?(?:总?数量?)?(?:已|目前|累计)*(?:增加?至|增加?到|达到?|共有?|有|突破|超过?|近)*\d[\d,. ]*[余多]?(?:家|个|所|座)(?![\u4e00-\u9fff])"
)
_PROJECTS: Final = re.compile(  # 其中国家自然科学基金项目74项 counts projects of whom the text speaks of
    r"(?:各类|重[点大]|面上|青年|地区|专项|联合|培育|科学基金|杰出青年|优秀青年)*(?:项目|课题)?(?:立项)?数?"
    r"(?:共|已|获批|新增|超过?|达到?|突破|不少于|近|约)*\d+[余多]?项"
)
_PUBLISHES: Final = re.compile(
    r"(?:最新|近日|日前|联合|今日)*(?:发布|公布|印发|出台|编制|出版)的(?:最新)?(?:《|数据|报告|榜单|统计|结果|名单)"
)
_WIDE: Final = frozenset(("Region", "Country"))
_PAPER: Final = re.compile(r"(?:新闻)?网|[日晚晨早]报|电视台|广播|发布(?=[\d:讯])|都市报")
_RANKED: Final = re.compile(r"(?:第[一二三四五六七八九十\d]|首位|前[一二三四五六七八九十\d])")
_LISTED: Final = re.compile(r"(?:\([^()]{0,40}\))?(?:[、,]|等|和)")
_POST: Final = re.compile(r"(?:副?(?:教授|院长|校长|所长|主任|研究员|主席|总裁)|院士|博士|专家|讲席教授)+")
_OBLIQUE: Final = frozenset("与和同由向对为以给跟将把被从")

_NO_MAKERS: Final = _OBLIQUE - {"由"}  # 由甲所承建的乙装置首批开放

# 某大学(与某公司)承担的“某”项目于9月通过验收: the clause is about the project
_DONE_BY: Final = re.compile(
    r"(?:\([^()]{0,40}\))?(?:(?:与|和|联合|会同)[^,;。]{2,30})?(?:共同|联合)?(?:承担|承建|牵头|主持|申报|共建|合建|合办|组建|建设|打造|发起|设立|运营|研制|研发|自主研[制发])(?:建设|组建|实施)?的"
)


def _made_by(page: Page, name: Named, end: int) -> Named | None:
    """What a name only says the maker of, where it is named as well and a predicate follows it."""
    m = _DONE_BY.match(page.text, name.end, end)
    made = (page.name_at(m.end()) or page.name_at(m.end() + 1)) if m else None
    if made is None or made.end > end or made.cls in NO_SUBJECT:
        return None
    return made if page.first_verb(made.end, end) is not None else None


_OFFICER: Final = re.compile(
    r"批复的?(?:项目)?(?:总投资|概算|总规模)|(?:党[委组]书记|副)?(?:局长|主任|书记|厅长|处长|负责人|相关负责人|市长|区长|县长)"
    r"[^,;。]{0,16}?(?:介绍|表示|说|称|通报|透露)"
)
# 甲大学的某团队等3个项目获奖 counts teams of several schools
_SUMMED: Final = re.compile(r"的[^,;。]{1,40}?等(?=\d|[一二三四五六七八九十百千]+[余多]?[个家项支名位])")

# 甲大学教授某某等220余名学者与会
_PEOPLE: Final = re.compile(
    r"[^,;。、]{0,8}?(?:教授|院士|研究员|主任|校长|院长|所长|专家|总裁|董事长)[^,;。\d]{2,40}?等(?:近|约|超|逾)?\d"
)


def _awards(page: Page, name: Named) -> bool:
    """Whether an award does something itself: ``本届“金桥奖”共有257个单位获奖``."""
    told = _EDITION.search(page.text, max(0, name.begin - 8), name.begin) or _AWARDED.match(page.text, name.end)
    return name.cls == "Award" and told is not None


_AWARDED: Final = re.compile(r"(?:共|今年|本年度|拟)*(?:受理|授奖|授予|评出|评选|评审|颁发|设[一特\d])")
_EDITION: Final = re.compile(r"(?:本届|此次|本次|本年度)[“]?\Z")


def _is_no_subject(page: Page, name: Named, end: int) -> bool:
    """Whether a name that opens a clause is not what the clause is about: its words behind or before say so."""
    before, text, at = page.text[max(0, name.begin - 2) : name.begin], page.text, name.end
    awarded = name.cls not in NO_SUBJECT or _awards(page, name)
    return bool(
        (before[-1:] and before[-1:] in _OBLIQUE)
        or before == "来自"  # 与云南举办
        or prints(text, name)
        or _PUBLISHES.match(text, at)  # 某组织发布的《指数》中
        or (name.cls in _WIDE and _RANKED.match(text, at))  # 亚洲第5位
        or (name.cls in PLACES and _PAPER.match(text, at))
        or re.match(r"[”]?(?:沿线|沿途|等国|等地)", text[at : at + 3])
        or (name.cls == "GovernmentBody" and _OFFICER.match(text, at))  # an office's head speaks of the region
        or _SUMMED.match(text, at, end + 1)
        or _PEOPLE.match(text, at, end + 1)
        or at > end
        or not awarded
        or _COORDINATED.match(text, at)
        or (_COUNTED.match(text, at) and at < end)
        or (name.cls in ("Fund", "Programme") and _PROJECTS.match(text, at))
        or (name.cls in ("Programme", "Plan") and _ITS_PEOPLE.match(text, at))
        # 尤溪省级农民创业园是…: the place only opens what no name was read for
        or (name.cls in PLACES and noun_opening(page, name.begin, end))
    )


def _from_name(page: Page, name: Named, end: int) -> tuple[Subject, int] | None:
    if page.text[name.begin - 1 : name.begin] not in _NO_MAKERS and (made := _made_by(page, name, end)) is not None:
        return Subject(made.key), made.end
    if _is_no_subject(page, name, end):
        return None
    following = page.name_at(name.end)
    post = _POST.match(page.text, name.end)
    person = page.name_at(post.end()) if post else following
    if person is not None and person.cls == "Person" and _LISTED.match(page.text, person.end):
        return None  # 引进甲大学某某,乙大学某某等专家20人
    if following is not None and following.end <= end and name.cls in PLACES and following.cls not in NO_SUBJECT:
        return _from_name(page, following, end) or (Subject(name.key), name.end)
    area = name.cls in PLACES and page.text.startswith("地区", name.end)  # 其中广东地区84支
    return Subject(name.key), name.end + (len("地区") if area else 0)


_ITS_PEOPLE: Final = re.compile(  # 其中国家“千人计划”专家264名: of whoever has them
    r"(?:入选者|入选人才|人选|人才|专家|学者|获得者|创业?团队|领军人才|项目)[^,;。\d]{0,3}\d[\d,]*[余多]?(?:人|名|位|个|项)"
)
_LED_BY: Final = re.compile(r"[^,;。“]{0,12}(?:主持|牵头|负责|领衔|承担|研制|研发|带领)[^,;。“]{0,6}的")


def _leads_others(page: Page, name: Named, end: int) -> bool:
    """Whether a name only leads on: a person to what is led (``某研究员主持的某项目``), an event to a time (``某大会以来``)."""
    if page.text.startswith("以来", name.end):
        return True
    return name.cls == "Person" and _LED_BY.match(page.text, name.end, end) is not None
