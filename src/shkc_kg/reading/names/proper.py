"""Whether the words before a head make it the name of one thing, or leave it a common noun."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import Head, words
from shkc_kg.reading.names.brands import is_brand
from shkc_kg.reading.names.candidate import Words
from shkc_kg.reading.names.classes import EVENTS, PLANS
from shkc_kg.reading.names.known import is_place, place_entry
from shkc_kg.reading.names.quantified import PROPER, is_counted, is_one, is_quantified
from shkc_kg.reading.names.shown import ENTERED, MEETINGS, is_of_region, is_plan_title, is_title, is_told, stands
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import Token

__all__ = ["REGISTERED", "is_name", "may_be_name"]

# Code points of content before a head that, with a naming verb beside it, make a name: 设立科技创新基金.
_CONTENT: Final = {"event": 2, "work": 2, "plan": 6, "other": 3}
_LONG_PLAN: Final = 8  # so much content makes a name even of a project: 开展人工智能医疗院地合作项目
_AFTER: Final = (
    r"(?:[一二三四]期)?(?:[、和与][^,;。]{{0,60}})?(?:等[^,;。]{{0,16}})?(?:在[^,;。]{{2,16}}|于[^,;。]{{2,12}})?"
    r"(?:正式|成功|相继|顺利|隆重|全面|同步)?(?:{verbs}|获(?:国家|科技部|教育部|省)[^,;。]{{0,6}}(?:批准|批复|立项|认定))"
)


@cache
def _naming_verb_follows() -> re.Pattern[str]:
    known = words("naming_after") | words("standing_after")
    verbs = any_of(known)
    return re.compile(_AFTER.format(verbs=verbs))


def _named_by_verb(line: Words, begin: int, end: int) -> bool:
    """Whether the verb before or behind speaks of a certain thing: 成立X, X揭牌."""
    if _naming_verb_follows().match(line.text, end):
        return True
    if begin == 0:
        return False
    if re.search(r"首[个家座]$", line.text[max(0, begin - 2) : begin]):
        return True
    before = line.tokens[line.at[begin - 1]].text
    if before in ("了", "“") and begin > 1:
        before = line.tokens[line.at[begin - 2]].text
    if before in words("naming_before") or before == "暨":
        return True
    return before in ("、", "和", "及", "与") and _listed_behind_verb(line, begin)


def _listed_behind_verb(line: Words, begin: int) -> bool:
    """Whether a place stands in a list whose first member follows a naming verb: 开展青少年科技节、职工科技节."""
    for i in range(line.at[begin - 1] - 1, -1, -1):
        text = line.tokens[i].text
        if text in ",;。:\n\t":
            return False
        if text in words("naming_before"):
            return True
    return False


def _inside(line: Words, begin: int, end: int) -> Sequence[Token]:
    """The tokens that begin in a stretch."""
    if begin >= end:
        return ()
    return [t for t in line.tokens[line.at[begin] : line.at[end - 1] + 1] if begin <= t.begin < end]


def _is_distinct(line: Words, begin: int, end: int) -> bool:
    """Whether a stretch holds a place, a body, Latin letters, quotes or an ordinal: what makes a name proper."""
    inside = _inside(line, begin, end)
    if line.text[begin:end] in words("weak") and not any(t.text in words("strong") for t in inside):
        return False
    quoted = begin > 0 and line.text[begin - 1] == "“" and end - begin > 1
    if PROPER.search(line.text, begin, end) or quoted:
        return True
    return any(map(_makes_proper, inside))


def _holds_place(line: Words, head: Head, begin: int, end: int) -> bool:
    """Whether the segmenter's word that the head ends begins with a place: 天河机场.

    Any place will do for a venue; before another head the form may be no ordinary word (资源库).
    """
    inside = _inside(line, begin, end)
    if not inside or inside[-1].end <= end:
        return False
    form = line.text[inside[-1].begin : end]
    return place_entry(form) is not None if head.cls == "Venue" else is_place(form)


def _makes_proper(token: Token) -> bool:
    length = token.end - token.begin
    if token.tag == "name":
        return token.text not in words("weak") or token.text in words("strong")
    if token.tag == "nr":
        return (length == 3 and token.text not in words("leading")) or token.text in words("strong")
    return token.tag == "ns" or (token.tag == "nt" and length >= 4) or token.text in words("strong")


def _content(line: Words, begin: int, end: int) -> int:
    """The code points of a stretch that are not in general words such as 科技 or 国家."""
    inside = ((t.begin, min(t.end, end)) for t in _inside(line, begin, end))
    return sum(stop - start for start, stop in inside if line.text[start:stop] not in words("weak"))


_ACRONYM: Final = re.compile(r"[(](?=[^()]{0,10}?[A-Z][^()]{0,10}?[A-Z])[A-Za-z0-9&+-]{2,12}[)]")


# what is registered is a name, whatever words it is made of: 大禹节水集团股份有限公司
REGISTERED: Final = ("有限公司", "有限责任公司", "股份有限公司")
_REGISTERED_LENGTH: Final = 4
# what firms and places call by a word of their own: 菁华众创空间, 沙文园区
# an 自动控制系统 is made and sold; one of a place or body is a facility
_PRODUCTS: Final = ("系统",)
_BRANDED: Final = frozenset(
    ("众创空间", "孵化器", "加速器", "科技园", "产业园", "园区", "工业园", "工业园区", "软件园")
)


def is_name(line: Words, head: Head, begin: int, start: int, end: int) -> bool:
    """Whether the stretch before a head makes it a name of one thing."""
    if head.use == "never" or (len(head.word) == 1 and not _follows_place(line, head, begin, start)):
        return False
    if begin >= start:
        return head.use == "self"
    if head.word in REGISTERED and start - begin >= _REGISTERED_LENGTH:
        return True
    distinct = _is_distinct(line, begin, start) or _holds_place(line, head, begin, start)
    distinct = distinct or bool(_ACRONYM.match(line.text, end))
    distinct = distinct or (head.word in _BRANDED and is_brand(line, begin, start, ""))
    quoted = "“" in line.text[begin:start]
    if head.word in _PRODUCTS and not quoted and not any(map(_makes_proper, _inside(line, begin, start))):
        return False
    if is_quantified(line, begin) and not (distinct and is_one(line, head, begin, end)):
        return False
    if is_counted(line, begin, end) and not quoted:
        return False
    if head.cls in _SITES and _is_kind(line, begin, end):
        return False
    content = _content(line, begin, start)
    if _is_shown(line, head, begin, start, end, content):
        return True
    told = content >= 2 and (head.cls == "Ceremony" or head.word in _FAIRS) and bool(_HAPPENS.match(line.text, end))
    if head.use == "generic":
        followed = bool(_naming_verb_follows().match(line.text, end)) or line.text[end : end + 1] == "暨"
        carried_out = head.cls in PLANS and content >= _LONG_PLAN and _named_by_verb(line, begin, end)
        plain = content >= 4 and followed and head.cls not in PLANS  # 推进科技成果项目落地 names none
        held = bool(_HOLDS.search(line.text, max(0, begin - 2), begin)) and _is_meeting(head, content)
        plain = plain or (content >= _PLACED_PROJECT and head.cls == "Project" and _has_size(line, begin, end))
        joint = content >= 4 and head.cls in _JOINT and line.text[max(0, begin - 2) : begin] in _FOUNDS
        return plain or carried_out or joint or told or held or (distinct and (content >= 2 or quoted))
    return distinct or told or _is_clear(line, head, begin, start, end, content)


_HOLDS: Final = re.compile(r"(?:召开|举行)\Z")
_OF_MEETING: Final = {"工作会议": 0, "总结会": 2, "表彰会": 2, "会议": 99}  # else 4: content that tells one from others


def _is_meeting(head: Head, content: int) -> bool:
    """Whether what is held is told enough about to be one meeting: 召开[市级学会工作总结会]."""
    return head.word in MEETINGS and content >= _OF_MEETING.get(head.word, 4)


# 国际科技合作重大专项: of the state's special programmes there is one of a field
_SPECIAL: Final = ("重点专项", "重大专项")
_KIND_OF_SPECIAL: Final = re.compile(r"(?:该|本|两|三|几|有关|相关|各|首批|一批|新|承担|申报|参与|组织|实施|聚焦|围绕)")
_OF_REGION: Final = 4  # code points: 全市 and a subject


def _is_shown(line: Words, head: Head, begin: int, start: int, end: int, content: int) -> bool:
    """Whether what stands around a stretch shows a name: an entry's title, where the thing stands, what happened there."""
    if head.cls in _NATIONAL and _is_of_state(line, begin, start):
        return True
    if head.cls in ENTERED and is_title(line, begin, end, content):
        return True
    if head.word in _SPECIAL and content >= _CONTENT["other"] and not _KIND_OF_SPECIAL.match(line.text, begin):
        return True
    if head.cls in PLANS and is_plan_title(line, begin, end, content):
        return True
    if head.word in MEETINGS and start - begin >= _OF_REGION and is_of_region(line, begin, end):
        return True
    if head.cls in EVENTS and head.use == "" and content >= _CONTENT["event"] and is_told(line, begin, end):
        return True
    if _is_only_one(line, head, begin, content):
        return True
    if head.cls in _NATIONAL and content >= 2 and _BELOW.search(line.text, max(0, begin - 60), begin):
        return True
    return content >= 2 and head.cls not in PLANS and stands(line, begin, end)


# 院下设甲研究所、乙研究所和丙中心: what a body consists of
_BELOW: Final = re.compile(r"(?:下设|下辖|内设|现设|分设)[^,;。:]{0,54}\Z")


# 重大项目集中签约仪式当天举行: a text that tells of what happens there speaks of one
_FAIRS: Final = frozenset(("对接会", "推介会", "洽谈会"))
_HAPPENS: Final = re.compile(r"上[,共]|当[天日](?:举行|举办)|现场,")


_PLACED_PROJECT: Final = 6


_SIZED: Final = re.compile(r"(?:投资|规模|面积|占地)[^,;。\d]{0,4}\d[\d.]*[万亿]?[^,;。\d]{0,4}的\Z")


def _is_kind(line: Words, begin: int, end: int) -> bool:
    """Whether a stretch names a kind of site: all that a county has, or one of two kinds (科技奖励与创新平台情况)."""
    whole = line.text.startswith(_WHOLE, begin) or line.text.endswith(_WHOLE, 0, begin)
    several = _SEVERAL_KINDS.search(line.text, begin, end) is not None
    return whole or several or _TWO_KINDS.search(line.text, begin, end) is not None


_SEVERAL_KINDS: Final = re.compile(
    r"[两二三四五六七八九十\d]大(?:功能|产业|创新|科创|公共|服务|特色)*(?:园区|[区园]|平台|基地|中心|载体)\Z"
)


_TWO_KINDS: Final = re.compile(
    r"(?<![”」])[与和及](?:科技|创新|创业|公共|服务|研发|技术|重大|重点|高能级)*(?:平台|基地|中心|载体|项目|园区)\Z"
)
_SITES: Final = frozenset(("Base", "Park", "Platform", "InnovationCentre", "Project", "FunctionalZone"))
# what all there have is no one thing
_WHOLE: Final = ("全市", "全省", "全县", "全区", "我市", "我省", "我县", "我区", "本市", "本省")


def _has_size(line: Words, begin: int, end: int) -> bool:
    """Whether the words beside a name tell where the one thing stands or how great it is: ``总投资5亿元的某产业园项目``."""
    behind = line.text.startswith(tuple(words("standing_after")), end)
    return behind or _SIZED.search(line.text, max(0, begin - 20), begin) is not None


# 共建北斗应用联合实验室: who founds one laboratory of a field names it
_JOINT: Final = frozenset(("Laboratory", "InnovationCentre"))
_FOUNDS: Final = frozenset(("共建", "成立", "设立", "组建", "建成", "开设", "新建"))
_VALLEY: Final = 6  # code points before 谷: a place and one word


def _follows_place(line: Words, head: Head, begin: int, start: int) -> bool:
    """Whether a place stands right before a head of one character; a word may stand between it and 谷 (西安电子谷)."""
    if begin >= start:
        return False
    place = line.tokens[line.at[begin]] if head.word == "谷" else line.tokens[line.at[start - 1]]
    return place.tag in ("name", "ns") and (head.word != "谷" or start - begin <= _VALLEY)


# 国家川藏铁路技术创新中心: of what the state founds in one field, there is one.
_NATIONAL: Final = frozenset(("InnovationCentre", "Laboratory", "ResearchInstitute"))
_FOUNDED_BY_STATE: Final = _NATIONAL | {"Fund"}
_PLACED: Final = frozenset(("Park", "FunctionalZone"))
_LONG_NAMED: Final = frozenset(("FunctionalZone", "Platform", "Base", "Alliance"))


# 第11次中国公民科学素质抽样调查; 设立总规模100亿元的科技创新基金
_COUNTED_ROUND: Final = re.compile(r"第[\d一二三四五六七八九十]+[次轮]$|\d[万亿]+元的?$")


# 机械传动国家重点实验室, no 海洋领域国家重点实验室: the state's one laboratory of a field
_OF_STATE: Final = re.compile(
    r"(?<![级类型])(?<!领域|方面|企业|学科|共建|现有|优势|建设|打造)(?:国家|全国)(?:地方联合)?(?:工程|技术|制造业|产业|临床医学|研究)*\Z"
)
_FIELD: Final = 3  # code points


def _is_of_state(line: Words, begin: int, start: int) -> bool:
    """Whether a field stands before 国家 in what stands before a head; nothing else tells it of other laboratories."""
    state = _OF_STATE.search(line.text, begin, start)
    return state is not None and _content(line, begin, state.start()) >= _FIELD


# 国际家畜研究所: of the world's institutes of a field there is one
_OF_WORLD: Final = re.compile(
    r"(?:国际|世界)(?!合作|联合|技术|交流|人才|创新|一流|科技|先进|领先|知名|顶[级尖]|著名|水平|前沿|高端|级)"
)
_TECHNICAL: Final = ("工程技术中心", "工程技术研究中心", "工程研究中心")
_TECHNICAL_CONTENT: Final = 5  # code points of a field so narrow that it has one such centre


def _is_only_one(line: Words, head: Head, begin: int, content: int) -> bool:
    """Whether there is but one institute or centre of such a field: the world's, or that of a narrow field."""
    if head.cls == "ResearchInstitute" and content >= 2 and _OF_WORLD.match(line.text, begin):
        return True
    narrow = head.word in _TECHNICAL and content >= _TECHNICAL_CONTENT
    return narrow and line.tokens[line.at[begin]].tag[0] in "nab"


def _is_clear(line: Words, head: Head, begin: int, start: int, end: int, content: int) -> bool:
    """Whether a stretch without any proper word is clear enough: by its length, its scope, or a naming verb."""
    length = start - begin
    event = head.cls in EVENTS
    modified = any(t.text in words("weak") for t in line.tokens[line.at[begin] : line.at[start - 1] + 1])
    if head.cls in _LONG_NAMED and length >= 6 and content >= 2 and modified:
        return True
    if event and length >= 4 and len(head.word) >= 3 and line.text.startswith("全国", begin):
        return True
    if event and length >= 4 and line.text.startswith("暨", begin - 1):
        return True
    if event and content >= 2 and line.tokens[line.at[begin]].text in words("wide"):
        return True
    if head.cls in _FOUNDED_BY_STATE and content >= 3 and line.text.startswith("国家", begin):
        return True
    if head.cls == "Association" and content >= 2 and line.text.startswith(("中国", "全国"), begin):
        return True
    if head.cls == "FunctionalZone" and content >= 2 and length >= 4:
        return _named_by_verb(line, begin, end)
    if head.cls in PLANS and length >= 4 and _COUNTED_ROUND.search(line.text[max(0, begin - 16) : begin]):
        return True
    if head.cls in _PLACED and content >= 2 and length >= 4 and _naming_verb_follows().match(line.text, end):
        return True  # 麒麟科技创新园获批
    kind = "event" if event else "plan" if head.cls in PLANS else "work" if head.cls == "MediaWork" else "other"
    return content >= _CONTENT[kind] and _named_by_verb(line, begin, end)


def may_be_name(line: Words, head: Head, begin: int, start: int, end: int) -> bool:
    """Whether a stretch would be a name beside other names: it has content, and no count before or behind it."""
    plain = head.use in ("", "generic") and begin < start and _content(line, begin, start) >= 2
    return plain and not is_quantified(line, begin) and not is_counted(line, begin, end)
