"""Titles of honour and designations: 荣获全国科技进步先进市, 被授予“某企业”称号, 列为国家某工程试点县(区)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.patterns import any_of

__all__ = ["honour_names"]

_GIVEN: Final = (
    r"(?:荣获|拥有|荣膺|获评|获批(?:建设|创建)?|获授|喜获|获得|获|评选?[为定]|评为|授予|命名为?|认定为?|列[为入]|确[定认]为|表彰为|批准为|评审为|入选为?|入围|当选为?"
    r"|荣登|跻身|创建|争创|创成|建成|成为|实现|通过|作为|蝉联|摘得|保持)(?:了|成为)?"
)
# what may stand between the verb and the title: its round, its year, who gives it
_ROUND: Final = r"(?:首[批个家届]|第[一二三四五六七八九十\d]+[批届]|(?:19|20)\d\d(?:[-—~至](?:19|20)\d\d)?年?度?|新一[轮批]|[一二三四五六\d]+[项个]|全国首[批个])*的?"
_SCOPE: Final = r"全国|全省|全市|全区|全县|国家(?!级)|中国|世界|国际|省|市|区|自治区|[A-Z]"
_VERBS: Final = re.compile(_GIVEN + _ROUND)
_CALLED: Final = re.compile(
    r"“(?P<title>[^“”,;。]{5,30})”(?=(?:[、和及与]?“[^“”]{2,30}”)*(?:[等]|[两三四五六七八九十\d]+[项个]|光?荣誉|国家级)*称号|奖励|奖项|殊荣|桂冠|评(?:选|比|优|\Z))"
)
_NEXT: Final = re.compile(rf"[、和及与]|以及|,(?:并|还)?{_GIVEN}")
_BRACKET: Final = r"(?:\((?:[市县区旗镇]|县级|[县市区]、[县市区]|[县市区旗]{2})\))?"
_END: Final = r"(?=称号|荣誉|之一|等|殊荣|为|考核|创建|评选|建设|名单|申报|认定|复审|培育|[”,;。、:()和及与的“]|以及|\d|[一二三四五六七八九十两多][家个项]|$|,)"


@cache
def _title() -> re.Pattern[str]:
    """A title with its last word, right behind the verb or in a list of such."""
    heads = any_of(words("honour_head") | words("designation_head"))
    return re.compile(
        rf"(?P<quote>“)?(?P<title>[\u4e00-\u9fffA-Za-z+\d“”]{{2,26}}?(?P<head>{heads}){_BRACKET})(?(quote)”|{_END})"
    )


# 2020年某省十佳最美农技员, 最美农业专家
_BEST: Final = (
    r"(?:[^“”,;。、]{0,12}(?:[十百]佳|最美|十大|优秀|杰出))(?:[\u4e00-\u9fff]{1,10}?)"
    r"(?:[技研学教职队官人]员|家|者|人物|尖兵|标兵|能手|工匠|先锋|教师|青年|使者|个人|集体|团队)"
)


@cache
def _anywhere() -> re.Pattern[str]:
    """What is a title wherever it stands: in quotes, or its scope first (全国科技进步先进区)."""
    heads = any_of(words("honour_head"))
    every = any_of(words("honour_head") | words("designation_head"))
    scoped = rf"(?=全国|国家(?!级)|全省|全市|全区)(?!..(?:范围|各))(?:(?![的了是为被])[\u4e00-\u9fff“”]){{4,18}}?(?:{heads}){_BRACKET}{_END}"
    return re.compile(
        rf"“(?P<quoted>(?=[^“”]{{5}})[^“”,;。、]{{0,26}}(?:{every}){_BRACKET}|{_BEST})”|(?P<scoped>{scoped})"
    )


_NO_TITLE: Final = re.compile(
    r"[国省市区县]级|首[个批家]|唯一|我[国省市区县]|的|了|各|一批|多[家个]|数量|年均|总数|以上|其中|[在于将被对把]|\d+[家个项名]|称号|奖"
)
_NO_QUOTED: Final = re.compile(
    r"的|了|一批|多[家个]|\d+[家个项名]|首[个批家]|[建打争][设造创]|\A(?:示范|试点|先行|先导|试验)"
)
_STARTS: Final = re.compile(rf"(?:{_SCOPE}|“)")


def honour_names(line: Words) -> Iterator[Candidate]:
    """The titles that a passage's bodies, people and places are given; one that only a level opens names none."""
    for m in _CALLED.finditer(line.text):
        yield _made(m.start("title") - 1, m.end("title") + 1, m["title"])
    for m in _VERBS.finditer(line.text):
        yield from _listed(line, m.end())
        yield from _called(line, m.end())
    for m in _anywhere().finditer(line.text):
        title = m["quoted"] or m["scoped"]
        if _designation().search(title) and not _STARTS.match(title):
            continue  # “某产业化基地” is a site
        none = (_NO_QUOTED if m["quoted"] else _NO_TITLE).search(title)
        if m["scoped"] and (
            _COUNT_BEHIND.match(line.text, m.end()) or _COUNT_BEFORE.search(line.text, max(0, m.start() - 8), m.start())
        ):
            continue  # 国家某示范企业12家 is a class of firms
        if none is None and title.count("“") == title.count("”"):
            yield _made(m.start(), m.end(), title)


_COUNT_BEHIND: Final = re.compile(r"(?:新?增[加至]?|共|总数|累计|达到?)*\d+[家户]")
_COUNT_BEFORE: Final = re.compile(r"\d+[家户](?:企业)?\Z")
_CALLED_LIST: Final = re.compile(
    r"(?P<list>[\u4e00-\u9fff、“”]{6,120}?)等(?:[两三四五六七八九十多\d]+[项个])?(?:国家级|省级)?(?:荣誉|称号|美誉|殊荣|桂冠)"
)
_ITEM: Final = re.compile(r"[^、和]{4,26}")


def _called(line: Words, at: int) -> Iterator[Candidate]:
    """Titles of a list that ends with the word for them: ``获得全国文明单位、全国某经验高校等荣誉称号``."""
    whole = _CALLED_LIST.match(line.text, at)
    for m in _ITEM.finditer(line.text, at, whole.end("list")) if whole else ():
        opens = _STARTS.match(m[0]) or _opens_with_place(line, m.start())
        if opens and not re.search("[“”]", m[0]) and not _NO_TITLE.search(m[0]):
            yield _made(m.start(), m.end(), m[0])


def _listed(line: Words, at: int) -> Iterator[Candidate]:
    """The title that begins at a place, and those that follow in its list; an item that is none is passed over."""
    for _ in range(_ITEMS):
        m = _title().match(line.text, at)
        found = m is not None and _is_title(line, m)
        if m is not None and found:
            yield _made(m.start(), m.end(), m["title"])
        following = _NEXT.match(line.text, m.end()) if m is not None and found else _PASSED.match(line.text, at)
        if following is None:
            return
        at = following.end()


_ITEMS: Final = 12
_PASSED: Final = re.compile(r"[\u4e00-\u9fff“”]{4,30}?、")


def _is_title(line: Words, m: re.Match[str]) -> bool:
    """Whether words that end as a title does are one: they open with a scope or place, or stand in quotes."""
    title = m["title"]
    if _NO_TITLE.search(title) or title.count("“") != title.count("”"):
        return False
    plain = title.endswith(_PLAIN) and len(title) >= _LONG and line.text.endswith("为", 0, m.start("title"))
    return bool(m["quote"]) or bool(_STARTS.match(title)) or plain or _opens_with_place(line, m.start("title"))


_PLAIN: Final = ("先进单位", "先进集体", "先进个人", "先进工作者", "优秀单位", "优秀个人")
_LONG: Final = 8  # code points of a title without scope: 科技特派员工作先进单位, no 先进单位


def _opens_with_place(line: Words, at: int) -> bool:
    token = line.tokens[line.at[at]]
    return token.begin == at and place_entry(token.text) is not None


_OF_ROUND: Final = re.compile(
    r"^(?:第[一二三四五六七八九十\d]+[届批]|首[届批]|(?:19|20)\d\d年?度)(?=[\u4e00-\u9fff]{4})"
)


@cache
def _designation() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('designation_head'))})(?:\([^()]{{1,12}}\))?\Z")


def _made(begin: int, end: int, title: str) -> Candidate:
    """The candidate of a title: a designation of a place, or an honour."""
    cls = "FunctionalZone" if _designation().search(title) else "Award"
    return Candidate(begin, end, title, cls, "honour", None, _OF_ROUND.sub("", title))
