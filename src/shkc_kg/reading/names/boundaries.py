"""Which words end a name that is followed leftwards from its head."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.classes import FACILITIES
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Words
from shkc_kg.reading.names.classes import EVENTS
from shkc_kg.reading.names.joins import SIGN, joins, joins_fields, pairs
from shkc_kg.reading.names.known import is_place, owner_at_start, place_entry
from shkc_kg.reading.tokens import Token

__all__ = ["ends_before"]


def ends_before(line: Words, i: int, before_name: bool, cls: str) -> bool:
    """Whether a name that was followed leftwards up to token ``i`` leaves it out; ``before_name``: a name follows."""
    token = line.tokens[i]
    if (
        _negates(line, i, cls)
        or joins_fields(line, i, cls)
        or _has_just(line, i)
        or _is_toward(line, i, cls)
        or _is_of_use(line, i)
    ):
        return False
    before_name = before_name and token.text not in words("field_verb")
    if before_name and token.text not in words("joint") and _stands_off(token):
        return True
    return _is_boundary(line, i, before_name, cls)


def _has_just(line: Words, i: int) -> bool:
    """Whether a verb tells which people a name speaks of: 新[当选]院士座谈会."""
    return line.tokens[i].text in _JUST and line.text.endswith("新", 0, line.tokens[i].begin)


def _is_toward(line: Words, i: int, cls: str) -> bool:
    """Whether 对 leads to the country that an event is about: 湖滨省[对]俄工业与技术洽谈会."""
    return (
        cls in EVENTS
        and line.tokens[i].text == "对"
        and line.text.startswith(("俄", "日", "韩", "台", "蒙", "非", "欧"), line.tokens[i].end)
    )


_OF_USE: Final = re.compile(
    r"(?:可持续|综合|循环|高效|高值化?|清洁|资源化)利用|可持续(?=发展|农业|交通|能源|航空|材料)"
)


def _is_of_use(line: Words, i: int) -> bool:
    """Whether a word is of the use that a body studies: 热带资源[可][持续][利用]重点实验室."""
    token = line.tokens[i]
    near = _OF_USE.finditer(line.text, max(1, token.begin - 4), token.end + 4)
    return any(m.start() <= token.begin < m.end() for m in near)


def _negates(line: Words, i: int, cls: str) -> bool:
    """Whether 无 is of a name (全国首座[无]噪声实验室) rather than of the clause (某市无实验室): a count or 的 leads it."""
    if line.tokens[i].text != "无" or i == 0 or cls not in FACILITIES:
        return False
    led = line.tokens[i - 1].tag == "m" or line.tokens[i - 1].text in ("的", "座", "个", "间")
    return led and line.tokens[i + 1].tag in ("n", "vn", "an")


def _stands_off(token: Token) -> bool:
    """Whether a word before a place or body in a name is none of the name: a verb, or a class word (机构, 企业)."""
    if token.text in words("wide_prefix"):
        return False
    if token.text == "代表":
        return True  # 代表辽宁大学签署
    return (token.tag[0] in "vadpcurm" and token.text not in words("weak")) or token.text in words("apposed")


_LETTER: Final = re.compile(r"[A-Za-z]")
_NUMBERS: Final = re.compile(r"\s*[(]?\d{1,2}")  # what numbers an entry: 1.某平台
_COUNT: Final = (
    r"(?:[\d万亿千百余多+]+|[一二两三四五六七八九十]+)"
    r"(?:个|家|项|座|所|场|批|条|款|类|种|次|处|部|名|位|大|支|只|期|[\u4e00-\u9fff])?$"
)
_COUNTED: Final = re.compile(_COUNT)


_OURS: Final = re.compile(r"[我本][市省县区州旗]")  # 我市某众创空间


def _is_boundary(line: Words, i: int, before_name: bool, cls: str) -> bool:
    token, word = line.tokens[i], line.tokens[i].text
    left, right = line.text[max(0, token.begin - 8) : token.begin], line.text[token.end : token.end + 1]
    if word == "地" and re.search(r"[一二三四五六七八九十两\d]$", left):
        return True
    if not word.strip():
        dotted = "·" in (left[-1:], right)  # 湖滨 · 中乌科技合作交流会
        return not (dotted or (_LETTER.match(left[-1:]) and _LETTER.match(right)))
    if SIGN.fullmatch(word):
        apart = word not in "-·+&." or token.begin == 0 or cls == "GovernmentBody"  # 某大学-某市人民政府 are two
        apart = apart or (word == "." and bool(_NUMBERS.fullmatch(line.text[: token.begin])))
        return apart and not pairs(line, i)
    if word in words("joint") or (word == "暨" and cls in EVENTS):
        return not joins(line, i, cls)
    if word in words("stop") or word in words("verb") or word in words("quantifier") or _OURS.fullmatch(word):
        return True
    if _ends_what_leads(token, left, cls) or _is_joint_deed(line, i) or _joins_firm(line, i, cls):
        return True
    if len(word) > 2 and (word in words("naming_after") or word in words("naming_before")):
        return True
    if (token.tag in ("m", "mq") and _is_numeral(word) and not _is_surname(word, left)) or re.fullmatch(
        r"[\d.]+", word
    ):
        return not (_LETTER.match(left[-1:]) or (word.isdigit() and _LETTER.match(right)))
    if token.tag == "q" and _COUNTED.search(left + word):
        return True
    return word in words("soft_verb") and (_is_verb_here(line, i, before_name) or _builds(line, i, cls))


_JUST: Final = ("当选", "增选", "入选", "入职", "入会")
# 某大学合作申报某平台: what two do together, unlike 联合研究中心 and 联合开发基金
_JOINT_DEED: Final = re.compile(
    r"(?:合作|联合|协同|共同|携手|联手)"
    r"(?:申报|申请|建设|共建|成立|组建|创建|筹建|创办|举办|承办|开展|打造|承担|实施|搭建|完成|发起|设立|发布|签署|推出)\Z"
)
_WHOLE_PLACE: Final = ("省", "市", "区", "县", "州", "旗")


def _is_joint_deed(line: Words, i: int) -> bool:
    """Whether a word is what a body does together with another, rather than of a name: 院省合作建设领导小组."""
    if i < 2 or not _JOINT_DEED.search(f"{line.tokens[i - 1].text}{line.tokens[i].text}"):
        return False
    return line.tokens[i - 2].tag in ("name", "x", "p", "c", "d") or line.tokens[i - 2].text in ("等", "方", "双方")


def _joins_firm(line: Words, i: int, cls: str) -> bool:
    """Whether 联合 stands between a place or body and the firm that it works with: 某区[联合]某集团."""
    if line.tokens[i].text not in ("联合", "联手", "携手") or cls != "Company" or i == 0:
        return False
    left = line.tokens[i - 1]
    place = is_place(left.text) and left.text.endswith(_WHOLE_PLACE)
    return left.tag == "name" and (place or owner_at_start(f"{left.text}  ") is not None)


_WIRE: Final = re.compile(r"(?:[报网社体站台刊]|\d日)(?:讯|消息)$|\d日电$")  # 本报讯, 全媒体讯 in front of a news item
_AT_EVENT: Final = re.compile(r"(?:式|典礼|大会|论坛|会议|峰会|年会|活动)\Z")
_ATTENDS: Final = ("参加", "出席", "主持", "参与")  # 带队参加 is a noun to the segmenter
_OFFICE: Final = re.compile(
    r"(?:副)?(?:董事长|总经理|总裁|校长|院长|市长|省长|局长|厅长|部长|会长|理事长|秘书长|[党工省市区县纪]{1,2}委书记|区长|县长|主任)|代表"
)


_SPENT: Final = frozenset(("投入", "安排", "拨付", "出资", "统筹", "下达", "兑现"))


def _ends_what_leads(token: Token, left: str, cls: str) -> bool:
    """Whether a word ends what stands before a name: a date's 日, 全面落实, the laureate or work before a prize."""
    word = token.text
    if token.tag != "name" and (_WIRE.search(left + word) or (len(word) > 2 and word.endswith("及"))):
        return True  # 现状及 is one word to the segmenter
    if word in ("上", "期间", "现场") and _AT_EVENT.search(left):
        return True  # 开幕式上某研究院发布
    if word in words("firm_or_name") and token.tag != "name":
        return True  # 肖菊华为某实验室主任颁发聘书
    if word in ("日", "月", "年", "号") and left[-1:].isdigit():
        return True
    if len(word) > 3 and (token.tag[0] in "vdil" or word.endswith(_ATTENDS)) and word[-2:] in words("verb"):
        return True
    if word.endswith("特派员") and cls in ("University", "ResearchInstitute", "Company"):
        return True
    if word == "同" or (cls == "Fund" and word in _SPENT):
        return True  # 某研究院[同]某公司座谈; 某局[投入]专项资金
    if _OFFICE.fullmatch(word) and (cls not in EVENTS or word.startswith("副")):
        return True  # 某集团[董事长]某某[代表]学校
    return cls == "Award" and (word in words("title_after") or word in ("成果", "项目"))


_NUMERAL: Final = re.compile(r"[第约近逾超\d一二三四五六七八九十百千万亿两几数半多余零〇]")


def _is_surname(word: str, left: str) -> bool:
    """Whether 余 with no figure before it is of a person's name: 共建的[余]某某院士工作站."""
    return word == "余" and not re.search(r"[\d十百千万亿零]\Z", left)


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
    if line.tokens[i].text == "布局":
        return i > 0 and place_entry(line.tokens[i - 1].text) is not None
    if line.tokens[i].text not in ("建设", "发展") or cls not in _BUILT or i == 0:
        return False
    place = line.tokens[i - 1]
    whole = place.tag == "name" and place.text.endswith(("省", "市", "区", "县", "州", "盟", "旗"))
    return whole and is_place(place.text) and not line.text.startswith(_TRADE, line.tokens[i].end)
