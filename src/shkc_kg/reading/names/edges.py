"""The left edge of a name whose right end is known: words that no name runs over."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.lexicon import unit_kinds, words
from shkc_kg.reading.names.candidate import Words
from shkc_kg.reading.names.classes import EVENTS, PLANS
from shkc_kg.reading.names.heads import heads_in
from shkc_kg.reading.names.known import is_place, place_entry
from shkc_kg.reading.tokens import Token

__all__ = ["LONGEST", "left_edge", "opening_of", "plain_left", "trimmed", "with_measure"]

LONGEST: Final = 34  # code points; the longest names of such reports are shorter
_BRACKETED: Final = 22  # code points between brackets or quotes inside a name
_ORDINAL: Final = re.compile(
    r"第[\d一二三四五六七八九十百]+届|首届|(?<!\d)(?:19|20)\d{2}(?:年度?)?(?!\d)|[一二三四五]年(?=行动|规划|计划)"
    r"|第[一二三四五六七八九十]+(?=人民|中学|医院|工业|军医|方)|第[一二三四五六七八九十\d]+次(?=会议|全会|全体会议|代表大会)"
)
_COUNT: Final = (
    r"(?:[\d万亿千百余多+]+|[一二两三四五六七八九十]+)"
    r"(?:个|家|项|座|所|场|批|条|款|类|种|次|处|部|名|位|大|支|只|期|[\u4e00-\u9fff])?$"
)
_COUNTED: Final = re.compile(_COUNT)
_REPORTER: Final = re.compile(r"[(](?:记者|通讯员|特约|实习|见习)")
_CALLED: Final = re.compile(r"[(](?:以下)?(?:简称|全称|又称|下称|股票代码)")  # says another name of the one before it
_SIGN: Final = re.compile(r"[^\w\u4e00-\u9fff]+")
_LETTER: Final = re.compile(r"[A-Za-z]")


def _ordinals(text: str, begin: int, end: int, cls: str) -> Mapping[int, int]:
    """Ends of ordinals and years that may stand inside a name, with their starts: 第4届 of an event."""
    dated = cls in EVENTS or cls in PLANS
    return {
        m.end(): m.start()
        for m in _ORDINAL.finditer(text, max(0, begin), end)
        if dated or (m[0].startswith("第") and not m[0].endswith(("届", "次")))
    }


def opening_of(text: str, at: int) -> int | None:
    """Where the bracket or quote that closes at ``at`` was opened, within one clause."""
    begin = text.rfind({")": "(", "”": "“"}[text[at]], max(0, at - _BRACKETED), at)
    return begin if begin >= 0 and not re.search(r"[,;。、!?]", text[begin:at]) else None


def left_edge(line: Words, start: int, end: int, cls: str) -> int:
    """The place where a name that ends at ``end`` begins; ``start`` is where its head does."""
    text = line.text
    at = line.tokens[line.at[start]].begin
    kept = _ordinals(text, end - 2 * LONGEST, end, cls)
    moved = at < start
    while at > 0 and end - at < LONGEST:
        if at in kept:
            at = kept[at]
            if _opens_edition(line, at):
                return at
            continue
        if moved and text.startswith("公司", at - 2):
            return at
        if text[at - 1] in ")”" and (begin := opening_of(text, at - 1)) is not None:
            if text[at - 1] == ")" and (begin == 0 or not re.match(r"[\u4e00-\u9fff]", text[begin - 1])):
                return at
            if _REPORTER.match(text, begin) or _CALLED.match(text, begin):
                return at
            at, moved = begin, True
            continue
        i = line.at[at - 1]
        named = moved and _is_proper_word(line, i + 1, end) and not _founded_by(line, i + 1, cls)
        if line.tokens[i].tag != "name" and _ends_before(line, i, named, cls):
            return at
        at, moved = line.tokens[i].begin, True
    return at


def _opens_edition(line: Words, at: int) -> bool:
    """Whether a number (第三届) opens the name: a verb stands before it, and no body whose meeting it is."""
    left = line.tokens[line.at[at - 1]] if at > 0 and line.text.startswith("第", at) else None
    return left is not None and left.tag in ("v", "vn", "d", "p", "a", "ad")


_FOUNDED: Final = frozenset(("Laboratory", "ResearchInstitute", "InnovationCentre"))


def _founded_by(line: Words, i: int, cls: str) -> bool:
    """Whether a token is the ministry that stands between the field and the head of what it founded.

    ``金属材料防护[教育部]工程研究中心``: words before it belong to the name.
    """
    token = line.tokens[i]
    if cls not in _FOUNDED or token.tag != "name" or not token.text.endswith("部"):
        return False
    return any(e.cls == "GovernmentBody" for e in load_gazetteer().lookup.get(token.text, ()))


def _is_proper_word(line: Words, i: int, end: int) -> bool:
    """Whether a token inside a name is itself a name, or makes one."""
    if i >= len(line.tokens) or line.tokens[i].end > end:
        return False
    return line.tokens[i].tag == "name" or line.tokens[i].text in words("strong")


def _ends_before(line: Words, i: int, before_name: bool, cls: str) -> bool:
    """Whether a name that was followed leftwards up to token ``i`` leaves it out; ``before_name``: a name follows."""
    token = line.tokens[i]
    before_name = before_name and token.text not in _FIELDS
    if before_name and token.text not in words("joint") and _stands_off(token):
        return True
    return _is_boundary(line, i, before_name, cls)


# what a body studies, though the words are verbs as well: 先进材料与绿色制造某省实验室
_FIELDS: Final = frozenset(("制造", "加工", "存储", "计算", "控制", "育种", "养殖", "通信"))


def _stands_off(token: Token) -> bool:
    """Whether a word before a place or body in a name is none of the name: a verb, or a class word (机构, 企业)."""
    if token.text in words("wide_prefix"):
        return False
    if token.text == "代表":
        return True  # 代表辽宁大学签署
    return (token.tag[0] in "vadpcurm" and token.text not in words("weak")) or token.text in words("apposed")


def _is_boundary(line: Words, i: int, before_name: bool, cls: str) -> bool:
    token, word = line.tokens[i], line.tokens[i].text
    left, right = line.text[max(0, token.begin - 8) : token.begin], line.text[token.end : token.end + 1]
    if word == "地" and re.search(r"[一二三四五六七八九十两\d]$", left):
        return True
    if not word.strip():
        return not (_LETTER.match(left[-1:]) and _LETTER.match(right))
    if _SIGN.fullmatch(word):
        apart = word not in "-·+&." or token.begin == 0 or cls == "GovernmentBody"  # 某大学-某市人民政府 are two
        return apart and not _pairs(line, i)
    if word in words("joint") or (word == "暨" and cls in EVENTS):
        return not _joins(line, i, cls)
    if word in words("stop") or word in words("verb") or word in words("quantifier"):
        return True
    if _ends_what_leads(token, left, cls):
        return True
    if len(word) > 2 and (word in words("naming_after") or word in words("naming_before")):
        return True
    if (token.tag in ("m", "mq") and _is_numeral(word)) or re.fullmatch(r"[\d.]+", word):
        return not (_LETTER.match(left[-1:]) or (word.isdigit() and _LETTER.match(right)))
    if token.tag == "q" and _COUNTED.search(left + word):
        return True
    return word in words("soft_verb") and (_is_verb_here(line, i, before_name) or _builds(line, i, cls))


def _pairs(line: Words, i: int) -> bool:
    """Whether a dash joins two names that stand for one: 中国—阿拉伯国家技术转移中心."""
    beside = line.tokens[max(0, i - 1) : i + 2]
    return line.tokens[i].text == "—" and len(beside) == 3 and beside[0].tag == beside[2].tag == "name"


def _ends_what_leads(token: Token, left: str, cls: str) -> bool:
    """Whether a word ends what stands before a name: a date's 日, 全面落实, the laureate or work before a prize."""
    word = token.text
    if token.tag != "name" and (_WIRE.search(left + word) or (len(word) > 2 and word.endswith("及"))):
        return True  # 现状及 is one word to the segmenter
    if word == "华为" and token.tag != "name":
        return True  # 肖菊华为某实验室主任颁发聘书
    if word in ("日", "月", "年", "号") and left[-1:].isdigit():
        return True
    if len(word) > 3 and token.tag[0] in "vdil" and word[-2:] in words("verb"):
        return True
    if cls not in EVENTS and _OFFICE.fullmatch(word):
        return True  # 某集团[董事长]某某[代表]学校
    return cls == "Award" and (word in words("title_after") or word in ("成果", "项目"))


_NUMERAL: Final = re.compile(r"[第约近逾超\d一二三四五六七八九十百千万亿两几数半多余零〇]")


def _is_numeral(word: str) -> bool:
    """Whether a word that is tagged as a number counts something: not 第三方, not 百年, not the 克 of 沪克."""
    return bool(_NUMERAL.match(word)) and word not in words("numeral_noun")


def _is_verb_here(line: Words, i: int, before_name: bool) -> bool:
    """Whether a word such as 建设 is a verb here: it opens the clause, follows an adverb, or takes a name."""
    if before_name or i == 0:
        return True
    left = line.tokens[i - 1]
    wide = i + 1 < len(line.tokens) and line.tokens[i + 1].text in words("wide")
    if wide and left.tag in ("name", "ns"):
        return True
    return any(left.text in words(group) for group in ("adverb", "stop", "verb")) or left.text in ",;:。、\n\t!?"


_BUILT: Final = frozenset(("Park", "Base", "FunctionalZone", "Platform", "Laboratory", "InnovationCentre", "Museum"))
_TRADE: Final = ("工程", "投资", "集团", "发展", "和", "与", "及", "、", "用地", "项目", "科技", "银行")


def _builds(line: Words, i: int, cls: str) -> bool:
    """Whether a place builds what is named behind it (某市[建设]某产业园); 某市建设工程交易中心 has the word in its name."""
    if line.tokens[i].text not in ("建设", "发展") or cls not in _BUILT or i == 0:
        return False
    place = line.tokens[i - 1]
    whole = place.tag == "name" and place.text.endswith(("省", "市", "区", "县", "州", "盟", "旗"))
    return whole and is_place(place.text) and not line.text.startswith(_TRADE, line.tokens[i].end)


def _joins(line: Words, i: int, cls: str) -> bool:
    """Whether 与 or 和 joins two parts inside one name (脑科学与类脑研究中心) rather than two names."""
    end = line.tokens[i].begin
    if cls in _FOUNDED and i > 0 and line.tokens[i - 1].tag == "name" and _is_of_two(line, i):
        return True
    if end == 0 or line.text[end - 1] in ",;:。、“”()\n\t" or min(8, end) in heads_in(line.text[max(0, end - 8) : end]):
        return False
    if cls == "Fund":
        return False  # 某联络处和产业基金
    if line.tokens[i].text == "暨":
        return True  # 首届开放创新暨技术转移大会
    left, right = line.tokens[i - 1], line.tokens[i + 1 : i + 2]
    if cls == "Company" and line.tokens[i].text == "和" and right and right[0].tag != "name" and is_place(left.text):
        return True  # 兰州和盛堂制药股份有限公司
    if left.tag == "name" or left.text in words("stop") or left.text in words("verb"):
        return False
    begin = plain_left(line, i)
    event = cls in EVENTS and begin > 0 and line.tokens[begin - 1].text in words("naming_before")
    if right and (right[0].tag == "name" or right[0].text in "“《"):
        return event
    if cls in _FOUNDED and _holds_founder(line, i, cls):
        return True
    if _holds_person(line, begin, i):
        return False
    proper = any(t.tag in ("name", "nz", "nr", "ns", "nt") or t.text in words("strong") for t in line.tokens[begin:i])
    return proper or event or cls == "AcademyDivision"


def _is_of_two(line: Words, i: int) -> bool:
    """Whether what 与 joins are the two bodies of one joint laboratory: 甲大学与乙集团联合实验室."""
    other, joint = line.tokens[i + 1 : i + 2], line.tokens[i + 2 : i + 3]
    return bool(other and joint) and other[0].tag == "name" and joint[0].text.startswith("联合")


def _holds_person(line: Words, begin: int, end: int) -> bool:
    """Whether a person stands behind a title in a stretch of tokens: 校长助理吴某与某区管委会."""
    titles = ("助理", *words("title_before"))
    return any(
        right.tag == "nr" and left.text.endswith(titles)
        for left, right in zip(line.tokens[begin:end], line.tokens[begin + 1 : end], strict=False)
    )


def _holds_founder(line: Words, i: int, cls: str) -> bool:
    """Whether a province or ministry stands before the head behind 与: 人工智能与数字经济广东省实验室."""
    for k, token in enumerate(line.tokens[i + 2 : i + 5], i + 2):
        if token.tag == "name":
            place = place_entry(token.text) if cls == "Laboratory" else None
            return (place is not None and place.cls == "Province") or _founded_by(line, k, cls)
    return False


def plain_left(line: Words, i: int) -> int:
    """The first token of the stretch to the left of token ``i`` that no verb, stop word or mark interrupts."""
    begin = i
    while begin > 0:
        token = line.tokens[begin - 1]
        if (bracketed := _behind_place(line, begin)) is not None:
            begin = bracketed
            continue
        stops = token.text in words("stop") or token.text in words("verb") or bool(_SIGN.fullmatch(token.text))
        if token.tag != "name" and stops:
            break
        begin -= 1
    return begin


def _behind_place(line: Words, i: int) -> int | None:
    """The token that a bracket with a place in it, which ends before token ``i``, stands behind: 中国(沈阳)."""
    token = line.tokens[i - 1]
    opening = opening_of(line.text, token.begin) if token.text == ")" else None
    if not opening or place_entry(line.text[opening + 1 : token.begin]) is None:
        return None
    return line.at[opening - 1] if line.tokens[line.at[opening - 1]].tag == "name" else None


def trimmed(line: Words, begin: int, start: int) -> int:
    """The start without leading words that describe rather than name (重要, 高水平); what quotes or a dash open is whole."""
    while begin < start and line.text[begin - 1 : begin] not in ("“", "—"):
        token = line.tokens[line.at[begin]]
        describes = token.text in words("leading") or not token.text.strip()
        if token.begin != begin or token.end > start or not describes:
            break
        begin = token.end
    return begin + 1 if re.match(r"/[年月日](?=[\u4e00-\u9fff])", line.text[begin - 1 : begin + 2]) else begin


_WIRE: Final = re.compile(r"(?:[报网社体站台刊]|\d日)(?:讯|消息)$|\d日电$")  # 本报讯, 全媒体讯 in front of a news item
_OFFICE: Final = re.compile(
    r"(?:副)?(?:董事长|总经理|总裁|校长|院长|市长|省长|局长|厅长|部长|会长|理事长|秘书长|党委书记)|代表"
)
_SIZE: Final = re.compile(r"\d+(?:\.\d+)?$")
_MEASURES: Final = frozenset(("length", "mass", "power", "energy", "frequency", "data"))


def with_measure(text: str, begin: int) -> int:
    """The start of a technical name that opens with a size: 12英寸先进传感器研发中试线."""
    size = _SIZE.search(text, max(0, begin - 8), begin)
    unit = size and any(text.startswith(u, begin) for u, kind in unit_kinds().items() if kind in _MEASURES)
    return size.start() if size and unit else begin
