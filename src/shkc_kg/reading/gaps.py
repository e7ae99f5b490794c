"""What may stand between a verb and its names: adverbs, dates, adjuncts, attributes."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.scene import Scene

__all__ = ["GAP_BEFORE", "GLUE", "describes", "reduced"]

GLUE: Final = re.compile(
    r"[”》]?(?:\([^()]{1,16}\))?(?:(?:建设|项目)(?=[、和及与暨]))?(?:(?:开幕式|闭幕式|启动仪式)?暨|、|和|与|及|以及|及其|会同|联合|携手|等|\s)?[“《]?(?:位于|来自)?"
)
_ADJUNCT: Final = (
    r"(?:于[^,;。]{1,14}?|在[^,;。]{2,24}?|以[^,;。]{2,16}?(?:方式|形式|模式)|"
    r"(?:自|从)(?:[^,;。]{2,10}?(?:起|开始)|▫)|由[^,;。]{2,40}?)"
)
_CLASS_TAIL: Final = (
    r"(?:项目|[\u4e00-\u9fff]{0,6}活动|[开闭]幕(?:式|仪式|会)|节目|工程|办公场地|建设|专场|产品|系列|一期|二期|三期|期间|"
    r"及[\u4e00-\u9fff]{2,8}片)"
)
GAP_BEFORE: Final = re.compile(
    rf"[”》]?(?:\([^()]{{1,24}}\))?(?:等[^,;。]{{0,18}}?)?{_CLASS_TAIL}?(?:第[一二三四五六七八九十\d]+季)?(?:▪|▫|{_ADJUNCT})*"
)
_DONE: Final = r"(?:揭牌|挂牌|成立|建成|开馆|落成|竣工|获国家|摄制|拍摄|举牌)(?:并|、)?"
_FILLER: Final = re.compile(
    rf"连续(?:第?[一二两三四五六七八九十\d]+)[年次届]|定(?=于)|(?:拟|计划)(?=于|在)|正式|成功|相继|顺利|隆重|全面|先后|陆续|分别|已经|已|共同|联合|率先|如期|圆满|同步|年内|也|均|上|并|首次|一起|再次|再度|同时|{_DONE}"
)
_ADVERB_TAGS: Final = frozenset(("d", "ad", "vd", "t"))


def reduced(scene: Scene, begin: int, end: int) -> str:
    """A stretch with each adverb as ▪ and each date as ▫, so that what is left shows its structure."""
    text = list(scene.text[begin:end])

    def put(mark: str, first: int, last: int) -> None:
        text[first - begin : last - begin] = [mark] + [""] * (last - first - 1)

    for m in _FILLER.finditer(scene.text, begin, end):
        put("▪", *m.span())
    for token in scene.words.tokens[scene.words.at[begin] : scene.words.at[end - 1] + 1] if end > begin else ():
        if begin <= token.begin and token.end <= end and token.tag in _ADVERB_TAGS:
            put("▪", token.begin, token.end)
    for date in scene.dates:
        if begin <= date.begin and date.end <= end:
            put("▫", date.begin, date.end)
    return "".join(text)


_MODIFIERS: Final = frozenset(("m", "q", "b", "a", "ad", "d", "uj", "ul", "s", "f", "z", "t"))
_MODIFYING: Final = re.compile(
    r"(?:了|新一轮|全球|全国|国内|国际|亚洲|全市|全省|首[个家座批款条台届]|第[一二三四五六]批|[一二三四五六七八九十\d]+[家个项场]|的|以|[“《]|"
    r"相关|所属|科普|品牌|主题|国家|市级|省级|区级|专业|研究|特色|重要|重点|示范|大型|高水平|高标准|新型|系列|专项)*"
)
_CLASS_NOUN: Final = re.compile(r"(?:中心|机构|平台|基地|企业|园区|实验室|联盟|基金|项目|馆|院|所|公司|集群|港|城)$")


# 设立总规模10亿元的X
_SIZED: Final = re.compile(
    r"(?:了)?(?:首期|总|目标|初始|首期总)?规模(?:约|达|为|不低于|不少于|超过|逾)?[\d.]+[万亿]*元(?:以上|左右)?的"
)


def describes(scene: Scene, begin: int, end: int) -> bool:
    """Whether a stretch between a verb and a name only describes the name: 建成全国首个高水平…, 首家赋能中心——A."""
    if sized := _SIZED.match(scene.text, begin, end):
        begin = sized.end()
    text = scene.text[begin:end].removesuffix("——")
    if begin + len(text) < end and _CLASS_NOUN.search(text) and len(text) <= 30:
        return not re.search(r"[,;。、]", text)
    end = begin + len(text)
    if not text:
        return True
    if re.search(r"[,;。、在与和由]", text) or len(text) > 16:
        return False
    if _MODIFYING.fullmatch(text):
        return True
    tokens = scene.words.tokens[scene.words.at[begin] : scene.words.at[end - 1] + 1]
    apposed = words("apposed")
    last = tokens[-1].text in apposed
    return all(
        t.tag in _MODIFIERS or _MODIFYING.fullmatch(t.text) or t.text in apposed or (last and t.tag[0] in "nv")
        for t in tokens
    )
