"""A noun with its predicate, turned so that the noun comes last: 86家科普基地举办活动 counts 举办活动的科普基地."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.model import Bound
from shkc_kg.reading.counting.nouns import noun_behind
from shkc_kg.reading.counting.wording import LIMIT, Phrase, measure_ending
from shkc_kg.reading.lexicon import words

__all__ = ["co_agent", "people", "predicated", "scoped", "shared", "turned"]

_COPULA: Final = re.compile(
    r"(?:为|是|属于|属|系(?![列统数])|来自|入选|获评|获得|获|被|列入|纳入|进入|通过|达到|在)(?=[\u4e00-\u9fff]{2})"
)
_MANNER: Final = re.compile(
    r"(?:以[^,]{1,8}(?:方式|形式)|在[^,]{2,8}[上中]|线上线下|线[上下]|随即|均已?|正在?|即将|将|现场|共同|先后|相继|集中|都|也|已经?|首次|成功|同日|当[日天])+\Z"
)
_DEED: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{2,10}?)(?P<said>(?:线上|现场|集中|从[\u4e00-\u9fff]{2,6}|直接|从中|顺利|成功){1,3}(?:交易成功|成交|受益|毕业|获奖|立项|中标|上市)"
    r"|(?:免费|全部|陆续)?[对向][\u4e00-\u9fff]{2,5}(?:免费)?(?:开放|发布|推出))\Z"
)
_PAST: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{2,8}?)(?P<verb>[\u4e00-\u9fff]{2})了(?P<object>[\u4e00-\u9fff]{2,12})"
)
_BY: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{2,8})(?P<said>由[\u4e00-\u9fff]{2,8}?(?:提出|承担|牵头|完成|主持|建设|运营|实施))\Z"
)


def _of_form(phrase: Phrase, after: str) -> str:
    """A noun and predicate of a form that needs no verb of the lexicon; empty for another."""
    if m := _DEED.fullmatch(after) or _BY.fullmatch(after):
        return f"{m['said']}的{m['noun']}"
    if m := _PAST.fullmatch(after):
        return f"{m['verb']}{m['object']}的{m['noun']}"
    if over := _over_mark(phrase):
        return over
    m = _ENTERED.match(phrase.page.text, phrase.number.unit_end)
    return f"{m['said']}的{m['noun']}" if m else ""


def turned(phrase: Phrase, after: str) -> str:
    """``86家[科普基地举办活动]`` as ``举办活动的科普基地``: a noun first reads alone."""
    if said := _of_form(phrase, after) or _with_whom(phrase, after):
        return said
    page, at = phrase.page, phrase.page.text.find(after, phrase.number.unit_end)
    verb = page.said_of(at, at + len(after)) if at >= 0 else None
    describes = at >= 0 and page.next_number(at) == at + len(after) and phrase.number.kind in ("count", "feature")
    if describes and (verb is None or verb.begin - at >= 2):
        return _without_measure(after[: verb.begin - at] if verb else after)  # 169家[园区]实现营业收入34亿元
    if verb is None or (verb.begin - at < 2 and page.text[at : verb.begin] not in _PLACES):
        return after
    begin = verb.begin
    while (before := [t for t in page.tokens(at, begin) if t.end == begin]) and before[0].text in words("adverb"):
        if before[0].begin - at < 2:
            break
        begin = before[0].begin
    if (either := _EITHER.search(page.text, at + 2, begin)) is not None:
        begin = either.start()
    noun = _MANNER.sub("", _SOMEWHERE.sub("", page.text[at:begin]))
    if _CUT_OFF.match(page.text, at + len(after)) and len(noun) >= 2:
        return noun  # 480件[展品分设智能装备]、新材料等板块
    said = re.sub(r"^(?:相继|先后|陆续)+|(?:了|着|过)\Z", "", page.text[begin : at + len(after)][: LIMIT // 2])
    return f"{said}的{noun}" if len(noun) >= 2 or noun in _PLACES else after


_WITH: Final = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:分别|共同|正式|现场|当场)*[与同和]")


def _with_whom(phrase: Phrase, after: str) -> str:
    """``19所[高校与某市]签约57项``: the counted bodies; ``10家[企业与某院签约]``: 与某院签约的企业; empty for no name."""
    page, begin = phrase.page, phrase.page.text.find(after, phrase.number.unit_end)
    for m in _WITH.finditer(page.text, begin, begin + len(after)) if begin >= 0 else ():
        if page.name_at(m.end()) is not None:
            noun, rest = page.text[begin : m.start()], page.text[m.end() - 1 : begin + len(after)]
            last = page.next_number(begin) != begin + len(after)
            does = last and page.said_of(m.end(), begin + len(after)) is not None
            return f"{rest.replace('了', '')}的{noun}" if does else noun
    return ""


_ENTERED: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{2,8}?)(?P<said>(?:进入|跻身|迈入)[^,;。、\d]{0,10}前\d[^,;。、]{0,4})(?=[,;。、]|\Z)"
)  # 12个[学科进入ESI全球前1%]
_SOMEWHERE: Final = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?<![所存现内潜外])在(?![建线校校研册岗职营库]).*\Z"
)  # 9款药品在美国等国家
_EITHER: Final = re.compile(r"(?:在建|拟建|筹建|在研|拟)(?:或者?|和|、)已?\Z")  # 65个产业园在建或已建成
_PLACES: Final = frozenset("县市区省国镇村校")


_OVER_MARK: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{0,8}?(?:企业|公司|机构|平台|园区|开发区|高新区|项目|产品|城市|高校|产业|集群|产业链))"
    r"(?P<measure>[\u4e00-\u9fff]{2,8}?)(?:均|都)?"
)


def _over_mark(phrase: Phrase) -> str:
    """``22家[企业研发投入过亿元]``: 研发投入过亿元的企业, as no such figure is one of them all together."""
    page, begin = phrase.page, phrase.number.unit_end
    mark = next((n for n in page.scene.numbers if n.begin > begin), None)
    if mark is None or mark.bound is not Bound.AT_LEAST or mark.unit_end != page.clause(begin)[1]:
        return ""
    if mark.value is None or mark.value.normalize().as_tuple().digits != (1,):
        return ""  # 过亿元, 超千万元 are marks, 超57亿元 is a sum
    m = _OVER_MARK.fullmatch(page.text, begin, mark.begin)
    return f"{m['measure']}{page.text[mark.begin : mark.unit_end]}的{m['noun']}" if m else ""


_CUT_OFF: Final = re.compile(r"、[^,;。]*?等")


def _without_measure(noun: str) -> str:
    """``105家[企业营收]达57亿元``: the counted things."""
    return noun.removesuffix(measure_ending(noun, left=2))


def predicated(phrase: Phrase, after: str) -> str:
    """``3款新药获批上市,其中1款[为全球首创]``: a predicate takes the noun of the number before."""
    m = _COPULA.match(after)
    if not m or not phrase.base or not phrase.last:
        return ""
    noun = phrase.base.rsplit("的", 1)[-1].removeprefix(phrase.last.verb)
    noun = re.sub(r"^(?:受理|登记|签订|新增|认定|引进|培育)(?=..)", "", noun)
    return f"{after[m.end() if m[0] in '为是属系' else 0 : LIMIT // 2]}的{noun}"


_PART: Final = r"(?:参会|参展|与会|参赛|到会|参观|报名|应邀|出席|参加|参与)+了?[\u4e00-\u9fff]{0,8}"
_TAKES_PART: Final = re.compile(
    rf"(?P<noun>[\u4e00-\u9fff、]{{2,16}}?)(?:线上线下|线[上下]|现场|共同|集中|齐聚|将|都)*(?P<said>{_PART})\Z"
)
_ALSO: Final = re.compile(r"(?P<noun>[\u4e00-\u9fff]{2,10}?)(?:[、,]|和|与|及|以及)(?:来自[\u4e00-\u9fff]{2,6}的)?")


def shared(phrase: Phrase, after: str) -> str:
    """``500多家[企业]、40多个高校院所参会``: what the last of a list does is said of each; empty for nothing such."""
    page, following = phrase.page, phrase.page.next_number(phrase.number.unit_end)
    end = page.clause(phrase.number.unit_end)[1]
    for _ in range(_MEMBERS):
        if following is None or following >= end:
            return ""
        number = next(n for n in page.scene.numbers if n.begin == following)
        if not _ALSO.fullmatch(page.text, phrase.number.unit_end, following):
            return ""
        if m := _TAKES_PART.fullmatch(noun_behind(page, number)):
            return f"{m['said'].replace('了', '')}的{after}"
        phrase = Phrase(page, number, following, "", phrase.last, phrase.same)
        following = page.next_number(number.unit_end)
    return ""


_MEMBERS: Final = 4  # of a list that shares its predicate
_AGENTS: Final = re.compile(
    r"^(?:由|与|和|同|联合|会同|携手)(?![型类])|由[^,;。]{2,24}(?:牵头|主导|发起|领衔)[、和]?\Z"
)


def co_agent(led: str) -> bool:
    """Whether the words before a number only tell with whom the counted act: ``由甲院牵头、[12]家单位组成``."""
    return bool(_AGENTS.search(led))


_PEOPLE: Final = re.compile(
    rf"(?:了)?(?P<said>{_PART}|访问[\u4e00-\u9fff、]{{0,10}}|观看[\u4e00-\u9fff]{{0,6}}|观展)\Z"
)
_NOBODY: Final = re.compile(r"(?:.*(?:等|一行|、)|共|共有|约)?\Z")


def people(phrase: Phrase, led: str, after: str) -> str:
    """``某教授等[400]余人参加``: 参加人数; ``企业代表约[6000]人参加会议``: 参加会议的企业代表; empty for no such predicate."""
    said = _PEOPLE.fullmatch(after) if phrase.number.unit in ("人", "名", "人次", "位") else None
    if said is None:
        return ""
    does = said["said"].replace("了", "")
    if _NOBODY.fullmatch(phrase.page.undated(phrase.begin, phrase.number.begin)):
        return f"{does}人数"
    noun = re.split(r"、|等", led)[-1]
    verb = phrase.page.verb_group(phrase.begin, phrase.number.begin)
    return f"{does}的{noun}" if verb is None and len(noun) >= 2 else ""


def scoped(phrase: Phrase, led: str, after: str) -> str:
    """``孵化器内超过85%的[企业申请了专利]``: 孵化器内申请专利的企业."""
    within = led if led.endswith(("内", "中", "里", "上")) else ""
    return within + turned(phrase, after)
