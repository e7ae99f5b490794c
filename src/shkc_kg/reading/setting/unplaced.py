"""What a text calls its own place where it names none: 全市 of an excerpt that leaves the city to its title page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from shkc_kg.model import Passage
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.names.known import place_entry

__all__ = ["HERE", "below", "own_words"]

HERE: Final = "本地"  # the place of a communiqué that has no word for it
_LEVEL: Final = r"(?P<level>[省市区县州旗盟])(?![级域外场辖属直长立])"
_OURS: Final = re.compile(rf"[我本]{_LEVEL}")
_WHOLE: Final = re.compile(  # 全省第三, 全省地级市首位: a rank among others, whoever's
    rf"(?<![居列占较])全{_LEVEL}(?!第|前|首|唯一|最|平均|排|位|先进|优秀|各|地级|县级|同类|县[市区域]"
    r"|[\u4e00-\u9fff]{0,6}(?:第[一二三四五六七八九十\d]|首位|前列|前茅|先进))"
)
_OFFICE: Final = re.compile(
    r"(?:^|(?<=[,、。;:(\s向由在对与和党]))(?P<level>[省市区县州旗])"
    r"(?:委|人民政府|政府|科技局|科技厅|科学技术[局厅]|科协)(?!书记)"
)

_FORMER: Final = re.compile(
    r"(?:^|(?<=[年,。;、在]))(?P<name>(?![各全我本该])[\u4e00-\u9fff]{2}[县旗])(?=委[、,]|人民政府|科技局|科委)"
)


def own_words(passages: Sequence[Passage]) -> str | None:
    """The word by which a text means its own province, city or county; ``None`` where it has none or several.

    What it calls its own (我市) goes before what is whole (全市), and both before whose office speaks (市委); one level
    must be told clearly more often than any other. A communiqué without any such word is of a place all the same.
    """
    texts = [fold(p.text) for p in passages]
    ours = _levels(_OURS, texts)
    whole = _levels(_WHOLE, texts)
    level = _leading(ours) if ours else _leading(whole) if whole else _lowest(_levels(_OFFICE, texts))
    if level is None and (printed := _printed(texts)):
        return printed
    if level is None:
        return HERE if not ours and not whole and _is_communique(texts) else None
    return ("全" if whole[level] or not ours[level] else _ours(level, texts)) + level


def _printed(texts: Sequence[str]) -> str | None:
    """A county of former times, which no list has, by the office that acts in it: ``某某县委、县政府``."""
    told = (m["name"] for text in texts for m in _FORMER.finditer(text))
    return next((n for n in told if place_entry(n) is None and sum(text.count(n) for text in texts) > 1), None)


def _levels(pattern: re.Pattern[str], texts: Sequence[str]) -> Counter[str]:
    return Counter(m["level"] for text in texts for m in pattern.finditer(text))


def _leading(levels: Counter[str]) -> str | None:
    """The level told clearly more often than any other."""
    (first, most), *others = levels.most_common(2)
    return first if not others or most >= 2 * others[0][1] else None


def _lowest(offices: Counter[str]) -> str | None:
    """The level of the smallest place whose office is told of twice: a city's text speaks of the province's, too."""
    return next((level for level in "旗县区州市省" if offices[level] > 1), None)


def _ours(level: str, texts: Sequence[str]) -> str:
    return "我" if any(f"我{level}" in text for text in texts) else "本"


_OF_TIME: Final = re.compile(r"全年|年末|比上年|同比|截至\d{4}年底")
_OF_PLACE: Final = re.compile(
    r"专利(?:申请|授权)|授权专利|(?:R&D|研究与试验发展)[^,;。]{0,8}经费|技术合同|高新技术(?:企业|产业)|科技型中小企业"
    r"|(?:地方|行业)标准|工程技术研究中心|检验机构|孵化器|科技成果|国家科技奖|省科技进步奖"
)
_BODY: Final = re.compile(r"[我本][校院所司会局馆园社委]|公司|集团|学院|大学(?!科技园)|全[校院所会]|我[们国]|全国|全球")
_KINDS: Final = 4


def _is_communique(texts: Sequence[str]) -> bool:
    """Whether a text counts what only a place has, for a year, and speaks of no body and no nation."""
    text = "\n".join(texts)
    kinds = {m[0][:4] for m in _OF_PLACE.finditer(text)}
    return len(kinds) >= _KINDS and len(_OF_TIME.findall(text)) > 1 and not _BODY.search(text)


_NARROW: Final = ("市", "县", "州", "旗")  # 全区 may be a park


def below(passages: Sequence[Passage], named: Iterable[str]) -> str | None:
    """全县 or 我市 of a text that names no place but provinces: none of them is its own."""
    word, names = own_words(passages), tuple(named)
    wider = all((entry := place_entry(name)) is not None and entry.cls == "Province" for name in names)
    return (
        word
        if word and names and wider and word.endswith(_NARROW) and not any(n.endswith("市") for n in names)
        else None
    )
