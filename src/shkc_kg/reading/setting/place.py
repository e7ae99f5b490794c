"""The region that a text is about: named in its title, or named most, or left open."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from shkc_kg.model import Passage, PassageKind
from shkc_kg.reading.areas import area_of_title
from shkc_kg.reading.gazetteer import Entry, load_gazetteer
from shkc_kg.reading.lines.imprint import is_whence, without_imprint
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.names.known import ancestors, place_entry
from shkc_kg.reading.setting.nation import is_national, of_nation, of_place
from shkc_kg.reading.setting.ownlevel import own_level
from shkc_kg.reading.setting.unplaced import below
from shkc_kg.reading.tokens import known_names

__all__ = ["region_of"]

DIVISIONS: Final = frozenset(("Province", "City", "District"))
ZONES: Final = frozenset(("FunctionalZone", "Park"))
_MUNICIPALITIES: Final = frozenset(("北京市", "上海市", "天津市", "重庆市"))
_TITLES: Final = 2  # headings at the top that may name the region
_CLEAR_LEAD: Final = 1.5  # times the weight of the next region
_BRIEF: Final = 4  # passages; in so short a text two mentions of its only place tell enough
_ENOUGH: Final = 3  # mentions, headings counting more
_CONGRESS: Final = re.compile(
    r"在?(?P<place>[\u4e00-\u9fff]{2,12}?(?:省|市|区|县|州|旗))第[一二三四五六七八九十]+届(?:人民代表大会|人大|政协|委员会)"
)
_CLEAR: Final = "沪京津渝鲁湘汉蓉穗苏浙皖闽赣豫鄂粤桂琼川黔滇陕陇晋冀辽吉黑蒙疆藏深杭甬"
_HERE: Final = re.compile(rf"(?:在|驻|来|住|赴)([{_CLEAR}])(?![\u4e00-\u9fff]?[路线江水])")


@cache
def _by_name() -> dict[str, Entry]:
    return {e.name: e for e in reversed(load_gazetteer().entries)}


def _division(form: str, entries: Sequence[Entry]) -> Entry | None:
    """The division that a printed form names for certain: 合作 and 资源 are words, a county needs its full name."""
    entry = place_entry(form)
    if any(form in e.risky for e in entries if e is entry or entry is None or not _is_surer(entry, e)):
        return None
    if entry is None or entry.cls not in DIVISIONS:
        return None
    return entry if entry.cls != "District" or (form == entry.name and len(form) > 2) else None


def _is_surer(entry: Entry, other: Entry) -> bool:
    """Whether a name means a place though another bears it, too: a province, or the city of 长沙 before its county."""
    return entry.cls == "Province" or entry.name in ancestors(other)


def _zone_owner(entries: Sequence[Entry]) -> Entry | None:
    """The city or province in which a named zone lies: 中关村 is in 北京市."""
    for entry in entries:
        if entry.cls in ZONES:
            for name in ancestors(entry):
                owner = _by_name().get(name)
                if owner and owner.cls in DIVISIONS:
                    return owner
    return None


_COMPARED: Final = re.compile(r"(?:不足|比|与|高于|低于|超过|超|相比|仅次于|不及|快于|和|赴|向)\Z")
_OPENING: Final = re.compile(r"(?:^|[,。;:“(\s]|年|月|日|末|底|使|让|推动|支持)\Z")


def _named(text: str) -> Iterator[tuple[Entry, int]]:
    """The divisions that a text names, with their weight: more as a sentence's subject, none in a comparison."""
    for known in known_names(text):
        before = text[max(0, known.begin - 4) : known.begin]
        entry = _division(known.form, known.entries) or _zone_owner(known.entries)
        if entry is not None and not _COMPARED.search(before) and not is_whence(text, known.begin, known.end):
            yield entry, 2 if _OPENING.search(before) else 1


def _titled(titles: Sequence[str]) -> str | None:
    """The region that a title names: its last and lowest of a chain (安徽省合肥市), or the place of its zone.

    >>> [_titled([title]) for title in ("2021年山东省科技统计公报", "中关村示范区创新发展", "配置全球创新资源")]
    ['山东省', '北京市', None]
    >>> _titled(["成都市庆祝中华人民共和国成立七十周年科技专场"])
    '成都市'
    >>> _titled(["全国数字创新中心建设", "西安市"])
    '西安市'
    >>> _titled(["2020年国家高新区发展报告"]), _titled(["西安市国家高新区发展报告"])
    ('中国', '西安市')
    """
    for title in titles:
        if re.search(
            r"中华人民共和国(?!成立|[^,。]{0,8}周年)|国家统计局|(?:^|[\s:])我国(?!首|第|自主|唯一|最)|^全国(?!政协|人大|各地|[^,。\n]{0,10}(?:中心|示范区|试验区|高地|基地|城市))",
            title,
        ):
            return "中国"
        known = [k for k in known_names(title) if not is_whence(title, k.begin, k.end)]
        found = [e for k in known if (e := _division(k.form, k.entries))]
        for first, second in itertools.pairwise(found):
            if first.name in ancestors(second):
                return second.name
        if found and not _abreast(title):
            return found[0].name
        if owner := next((o for k in known if (o := _zone_owner(k.entries))), None):
            return owner.name
        if re.search(
            r"全国(?=技术(?:市场|合同)|科技(?:经费|统计|进步)|R&D|研究与试验|专利|高新)|中国(?=(?:国内)?(?:发明|专利|每万|技术市场|技术合同|研发|R&D|科技经费|知识产权|商标))|国家(?:级)?(?:高新区|自创区|经开区|农高区|孵化器)",
            title,
        ):
            return "中国"
    return None


def _abreast(title: str) -> bool:
    """Whether a title opens with several divisions in a row, of which none is what it is about.

    >>> _abreast("上海江苏浙江将联合建设高新区"), _abreast("安徽省合肥市高新区")
    (True, False)
    """
    named = [(k, e) for k in known_names(title) if (e := _division(k.form, k.entries))]
    for (one, first), (other, second) in itertools.pairwise(named[:2]):
        apart = first.name not in ancestors(second) and second.name not in ancestors(first)
        return apart and title[one.end : other.begin] in ("", "、")
    return False


def _weights(passages: Sequence[Passage]) -> Counter[str]:
    weight: Counter[str] = Counter()
    for passage in passages:
        text, factor = fold(passage.text), 4 if passage.kind is PassageKind.HEADING else 1
        for entry, strength in _named(text):
            weight[entry.name] += factor * strength
        for m in _HERE.finditer(text):
            for entry in load_gazetteer().abbreviations.get(m[1], ())[:1]:
                weight[entry.name] += 2 * factor
    for name in list(weight):
        for parent in ancestors(_by_name()[name]) if name in _by_name() else ():
            if parent in weight and parent != "中国":
                weight[parent] += weight[name] // 2
    return weight


def _passages_with(name: str, passages: Sequence[Passage]) -> int:
    """In how many passages a region or something in it is named."""
    found = 0
    for passage in passages:
        text = fold(passage.text)
        found += any(e.name == name or name in ancestors(e) for e, _ in _named(text)) or bool(_HERE.search(text))
    return found


def _fits(name: str, level: str) -> bool:
    entry = place_entry(name)
    if entry is None:
        return False
    if level == "City":
        return entry.cls == "City" or name in _MUNICIPALITIES
    return entry.cls == level and name not in _MUNICIPALITIES


def _is_title(passage: Passage) -> bool:
    """Whether a passage at the top is a title rather than the first paragraph."""
    return passage.kind is PassageKind.HEADING or (len(passage.text) <= _LONGEST_TITLE and "。" not in passage.text)


_LONGEST_TITLE: Final = 40  # code points


def region_of(passages: Sequence[Passage]) -> tuple[str | None, str]:
    """The region of a text with the reason: a division, else the area over several that its title names."""
    area = next((a for p in passages[:_TITLES] if _is_title(p) and (a := area_of_title(fold(p.text)))), None)
    if area and not own_level(passages) and not _titled([fold(passages[0].text)]):
        return area, "title"
    found, why = _division_of(passages)
    if found is None and area:
        return area, "title"
    if found is None and not of_place(passages) and of_nation(passages):
        return "中国", "国家级, 全国 and 我国 are what it counts"
    return found, why


_HOSTS: Final = re.compile(
    r"全省[^,;。]{2,30}?(?:大会|会议|论坛|活动|仪式)[^,;。]{0,4}在[^,;。]{2,8}(?:举行|召开|举办)"
)


def _in_passing(told: Sequence[Passage], name: str, level: str | None) -> bool:
    """Whether a text without headings opens with a sentence that names another place, and speaks of 我市.

    ``全省奖励大会在甲市举行,揭晓了…。乙市共有17个项目获奖`` with 我市 below is of the city named more.
    """
    headed = any(p.kind is PassageKind.HEADING for p in told[:6])
    if level not in ("City", "District") or headed or _is_title(told[0]):
        return False
    return not _fits(name, level) or _HOSTS.search(fold(told[0].text)) is not None


def _division_of(passages: Sequence[Passage]) -> tuple[str | None, str]:
    """The region of a text with the reason; ``None`` where two are named about as often.

    Level words (全省, 我市) break a tie between a city and its province.
    """
    told = without_imprint(passages)
    heads = [fold(p.text) for p in told[:6] if p.kind is PassageKind.HEADING] or [fold(p.text) for p in told[:1]]
    level = own_level(passages)
    name = _titled(heads[:_TITLES])
    if name and not _in_passing(told, name, level) and (name != "中国" or not (level or of_place(passages))):
        return name, "title"
    top = "".join(fold(p.text) for p in passages[:6])
    if (m := _CONGRESS.search(top)) and (name := _titled([m["place"]])):
        return name, "its congress"
    weight = _weights(passages)
    if level:
        fitting = Counter({n: w for n, w in weight.items() if _fits(n, level)})
        if (told_by := _by_level(passages, level, fitting, weight)) is not None:
            return told_by
        weight = fitting or weight
    if not level and is_national(passages, weight):
        return "中国", "全国 and 我国 are what it counts"
    if not weight:
        return None, "no place is printed"
    ranked = weight.most_common(2)
    alone = len(ranked) == 1 and ranked[0][1] > 1 and len(told) <= _BRIEF
    if not level and not alone and (ranked[0][1] < _ENOUGH or _passages_with(ranked[0][0], passages) < 2):
        return None, f"only {ranked[0][0]} is named, and in passing"
    found: str | None = ranked[0][0]
    why = "place named most"
    if len(ranked) > 1 and ranked[0][1] < _CLEAR_LEAD * ranked[1][1]:
        found, why = _between(ranked[0][0], ranked[1][0], weight)
    return _ours(found, why, passages) if found else (found, why)


def _by_level(
    passages: Sequence[Passage], level: str, fitting: Counter[str], weight: Counter[str]
) -> tuple[str | None, str] | None:
    """What the level that a text speaks of says of its region, if it settles it."""
    if not fitting and (paper := _of_paper(passages, level)):
        return paper, "the place of the paper that speaks of 全市 or 全省"
    if len(fitting) == 1:
        return next(iter(fitting)), "the only place of the level that 全市 or 全省 speaks of"
    word = None if fitting else below(passages, weight)
    return (None, f"{word} of a text that names only a wider place") if word else None


_PAPER: Final = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,4}?)(?:日报|晚报|晨报|新闻网)(?=记者|讯|客户端|全媒体)|本报(?P<here>[\u4e00-\u9fff]{2,6}?)\d{1,2}月\d{1,2}日讯"
    r"|^(?P<site>[\u4e00-\u9fff]{2,6}?[省市])[\u4e00-\u9fff]{2,14}\s?(?:版权所有|主办)"
)


def _of_paper(passages: Sequence[Passage], level: str) -> str | None:
    """The place of a local paper that prints a text, if 全市 or 全省 may be said of it: 某某日报记者."""
    printed = (m["place"] or m["here"] or m["site"] for p in passages for m in _PAPER.finditer(fold(p.text)))
    places = (entry.name for name in printed if (entry := place_entry(name)) is not None)
    return next((name for name in places if _fits(name, level)), None)


_OURS: Final = re.compile(r"我(?P<level>[州县区旗盟])(?![域间块别位内外])")


def _ours(found: str, why: str, passages: Sequence[Passage]) -> tuple[str | None, str]:
    """The region found, with the reason, unless 我州, 我县 or 我区 of the text means another one."""
    if _is_ours(found, passages):
        return found, why
    if home := _autonomous(found):
        return home, f"我区 of a text that speaks of {found}"
    return None, f"{found} is named, but the text speaks of a place below it that it does not name"


def _is_ours(region: str, passages: Sequence[Passage]) -> bool:
    """Whether a region may be what 我州, 我县 or 我区 of a text means, if it says so."""
    levels = {m["level"] for p in passages for m in _OURS.finditer(fold(p.text))}
    entry = place_entry(region)
    if entry is None or not levels or entry.cls not in ("Province", "City"):
        return True
    named = sum(
        fold(p.text).count(f"我{region[-1]}") for p in passages
    )  # 我市 of a text that says 我区 of its province
    return named > 1 or any(region.endswith(level) for level in levels)


def _between(one: str, other: str, weight: Counter[str]) -> tuple[str | None, str]:
    """Of a city and its province named about as often, the city; of others, none."""
    first, second = place_entry(one), place_entry(other)
    for child, parent in ((first, other), (second, one)):
        if child and parent in ancestors(child) and weight[child.name] > 2:
            return child.name, "place named most"
    return None, f"undecided between {one} and {other}"


def _autonomous(region: str) -> str | None:
    """The autonomous region that a city lies in, which 我区 means there."""
    entry = place_entry(region)
    return next((name for name in ancestors(entry) if name.endswith("自治区")), None) if entry else None
