"""The noun that a number counts: behind it, or told of in the clause before."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.classes import PLACES
from shkc_kg.reading.counting.trimming import strip_head, strip_tail
from shkc_kg.reading.counting.wording import LIMIT, Phrase, measure_ending
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.phrases import Page

__all__ = ["clause_before", "noun_behind", "noun_only"]

_JOINTS: Final = re.compile(r"(?:和|(?<!参)与|及|以及|、|并|或|的|,|及其|(?<![合共相不协等])同)+\Z")
_PLACES: Final = frozenset(("国", "国家", "省", "市", "城市", "区", "县", "省份", "街道", "园区", "社区"))
_RISES_TO: Final = re.compile(
    r"(?:(?:稳步|逐步|大幅|快速|持续|不断|进一步|显著|首次|分别|逐年)*"
    r"(?:增|升|降|增加|增长|提高|提升|扩大|扩|扩充|下降|减少|跃升|攀升|上升|跃增|降低|压缩|缩短|发展|壮大|拓展|调整|做)"
    r"(?:至|到|为)(?:(?:19|20)\d{2}年?(?:底|末)?)?的?)\Z|^[至到](?:(?:19|20)\d{2}年)?的?\Z"
)
_STATE: Final = re.compile(
    r"(?:(?<=[数量额率])最[多少大小高低]|偏低|偏高|较低|较高|较快|(?:上升|增长|下降|提升|发展|增速)(?:最快|较快|最大|最多|明显|显著|迅速)|在波动中(?:提高|上升|下降)|(?:稳步|持续|不断|大幅|显著|快速|明显|进一步|逐年|逐步|连年|稳定|平稳)"
    r"(?:提升|增长|增加|下降|提高|增强|壮大|上升|优化|扩大|改善|加快))\Z"
)
_COORDINATED: Final = re.compile(r"[、和与及的]")
_GREW: Final = re.compile(
    r"(?:增长|提高|扩大|增加|翻)了?(?:近|约|超过?)?[一二两三四五六七八九十\d.]*(?:倍|番|成)(?:多|以上)?\Z"
)


def clause_before(phrase: Phrase, told: bool = False) -> str:
    """What the clause before tells of, if it counts nothing: 占比 of ``占比偏低,仅为[4.1]%``; nothing where it has none.

    ``told`` asks for a clause that ends in how something developed (持续增加).
    """
    page = phrase.page
    at = page.clause(phrase.begin)[0]
    if at <= page.sentence(phrase.begin)[0]:
        return ""
    before, end = page.clause(at - 1)
    name = page.name_at(before)
    opened = name.end if name is not None and not _COORDINATED.match(page.text, name.end) else before
    if name is not None and name.cls in PLACES and page.text.startswith("的", name.end):
        opened = name.end + 1
    text = strip_head(page.undated(opened, end))
    if any(char.isdigit() for char in page.undated(before, end)) or (told and not _STATE.search(text)):
        return ""
    return strip_tail(_STATE.sub("", _GREW.sub("", text)))[-LIMIT:]


def noun_behind(page: Page, number: Number) -> str:
    """The counted noun behind a measure word: ``131位[世界顶尖科学奖项获得者]``."""
    end = page.counted_noun_end(number)
    reached = (d.begin for d in page.dates_in(number.unit_end, end) if page.text[d.begin - 1] in "到至")
    after = page.text[number.unit_end : next(reached, end)]
    after = re.sub(r"^\([\u4e00-\u9fff]{1,2}(?:/[\u4e00-\u9fff]{1,2})?\)", "", after)  # 台(件), 项(人/组织)
    after = _ONE_BY_ONE.split(_JOINTS.sub("", re.sub(r"^(?:的|以上|左右|,|。|:)+", "", after)))[0]
    # 由6590家[增至]2万家: what leads to the next number counts nothing
    after = _RISES_TO.sub("", after)
    after = re.sub(r"(?:达到|达|为|超过|超|突破|共有|共|近|(?<![签合预条节制特邀])约)+\Z", "", after)
    after = re.sub(
        r"^(?:这样|这些|这类|此类)的?(?=..)|(?<=..)(?:将|预计将?|(?:近|过去)?[一二两三四五六七八九十]年)\Z", "", after
    )
    after = re.sub(r"(?<=..)以[^,;。]{2,16}为(?:主体?|重点|核心|特色)\Z", "", after)
    after = re.sub(r"(?:结果|变化|数据|情况)*(?:显示|表明)\Z", "", after)
    if number.kind == "place" and number.unit in _PLACES:
        return number.unit + after
    after = re.sub(r"^(?:人民币)?(?:大关|关口)?", "", after)
    if page.next_number(number.unit_end) == number.unit_end + len(after):
        after = re.sub(r"(?:位居|居于|居|排名|排在|位列|名列|列)\Z", "", after)
    after = _balanced(re.sub(r"(?<![集其高初空水年期])(?:之?中(?:共?有)?)\Z", "", after))
    following = page.next_number(number.unit_end)
    if following is not None and following <= number.unit_end + len(after) + _NEXT:
        after = _WHERE.sub("", after)  # 62家[银行]在全省15个市
        measure = measure_ending(after)
        after = _HAS.sub("", after[: len(after) - len(measure)]) if len(after) > len(measure) + 1 else after
    return after  # 23个[项目]投资总额达66亿元


_ONE_BY_ONE: Final = re.compile(r"(?<=[\u4e00-\u9fff]{2})分别(?:[是为有]|如下)")  # 31项[奖励]分别是:自然科学奖8项
_WHERE: Final = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?<!所)(?:在(?:国民经济|全[国省市区县])?|为|向|给)\Z|(?<=[市县区省国])[为向给在]\Z"
)
_HAS: Final = re.compile(r"(?:实现|完成|创造|贡献|拥有)\Z")
_NEXT: Final = 4  # code points of 达到, 超过 between a measure and its number


def _balanced(text: str) -> str:
    """A stretch up to a bracket that it doesn't close, or that it doesn't open.

    >>> _balanced("特派员(大宁县为"), _balanced("县)则"), _balanced("乡镇(街道)建设")
    ('特派员', '县', '乡镇(街道)建设')
    """
    depth = 0
    for i, char in enumerate(text):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if depth < 0:
            return text[:i]
    return text if depth == 0 else text[: text.rindex("(")]


def noun_only(page: Page, number: Number) -> str:
    """The noun behind a number up to its predicate or a joint: ``八大[前沿产业]和…``."""
    after = noun_behind(page, number)
    at = page.text.find(after, number.unit_end, number.unit_end + 2 * LIMIT) if after else -1
    verb = page.first_verb(at, at + len(after)) if at >= 0 else None
    if verb is not None and verb.begin - at >= 2:
        after = after[: verb.begin - at]
    return re.split(r"和|与|及|以及", after)[0][:16] if len(after) > 4 else after
