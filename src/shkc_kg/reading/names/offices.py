"""People beside an office: 副校长周棠在会上, 苏青棠副省长; lists of people that a count or their kind closes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.bounded import bounded_name, ends
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.persons import full_name
from shkc_kg.reading.names.transliterated import transliterated_end
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import is_word

__all__ = ["office_holders"]

_UNSURE: Final = frozenset(
    (
        "专家",
        "代表",
        "委员",
        "团队",
        "负责人",
        "科学家",
        "获得者",
        "获奖者",
        "得主",
        "入选者",
        "领导",
        "学家",
        "选手",
        "校友",
        "毕业生",
        "成员",
        "学者",
    )
)
_LEARNED: Final = frozenset(("教授", "院士", "研究员", "博士", "先生", "女士", "同志", "副教授", "副研究员"))
_REMARK: Final = r"(?:\((?:挂职|兼|女|[正副][厅处局部]级|主持工作)\))?"


@cache
def _before() -> re.Pattern[str]:
    return re.compile(rf"(?P<title>{any_of(words('title_before') | words('title_led') | _UNSURE)}){_REMARK}")


@cache
def _behind() -> re.Pattern[str]:
    """A body, a mark or a preposition, a full name, an office: ``省科技厅章文澜副厅长``, ``由苏青棠副省长主持``."""
    lead = r"(?:^|(?<=[,;、。:()“”\s由请以对和与及向在为])|(?<=[厅局委部处院会司办心学所室团市省县区校]))"
    japanese = rf"(?:{any_of(words('japanese_surname'))})[\u4e00-\u9fff]{{1,2}}"
    return re.compile(
        rf"{lead}(?P<name>{japanese}|{full_name()}?)(?=(?P<office>{any_of(words('office'))})(?![\u4e00-\u9fff]?(?:办公|会议|负责制|级)))"
    )


def office_holders(line: Words) -> Iterator[Candidate]:
    """The people whose office stands before or behind their names."""
    for m in _before().finditer(line.text):
        at, sure = m.end(), m["title"] not in _UNSURE or _is_titled(line, m.end())
        while (end := bounded_name(line, at, sure=sure)) is not None:
            yield Candidate(at, end, line.text[at:end], "Person", "title")
            if line.text[end : end + 1] not in ("、", "和", "与"):
                break
            at = end + 1
    for m in _behind().finditer(line.text):
        whole = len(m["name"]) > 2 and m["office"] not in _LEARNED  # 调研组来沪一行, 原副部长
        whole |= m["name"][:2] in words("japanese_surname") or _follows_listed(line, m.start("name"))
        end = bounded_name(line, m.start("name"), sure=whole)
        if end == m.end("name"):
            yield Candidate(m.start("name"), end, m["name"], "Person", "title")
    for m in _foreign().finditer(line.text):
        for name in re.finditer(r"[^、]+", m["names"]):
            begin = m.start("names") + name.start()
            end = ("·" in name[0] and transliterated_end(line.text, begin)) or begin + len(name[0])
            yield Candidate(begin, end, line.text[begin:end], "Person", "title")
    for m in _leader().finditer(line.text):
        yield Candidate(*m.span(), m[0], "Person", "leader")
    yield from _counted(line)
    yield from _speakers(line)


def _follows_listed(line: Words, at: int) -> bool:
    """Whether a listed body ends right there: 科技部|方明副部长."""
    if at == 0 or line.text[at] in "和与及":
        return False
    return line.tokens[line.at[at - 1]].tag == "name" and line.text[at - 1] in _BODY_END


_BODY_END: Final = frozenset("部委局院会署办")


@cache
def _foreign() -> re.Pattern[str]:
    """Behind an office, names in Latin letters (``校长Tirth Raj Khan``), or of two words of Tibetan or Mongol ones."""
    latin = r"[A-Z][a-zÀ-ÿ]+(?:[-\s]?[A-Z][a-zÀ-ÿ]*\.?){1,3}(?![A-Za-z0-9])"
    many = rf"(?:{any_of(words('minority_name'))})"
    dotted = rf"[\u4e00-\u9fff]{{1,7}}(?:·[\u4e00-\u9fff]{{1,5}}?)+(?={ends()})"
    one = rf"(?:{latin}|{many}{many}|{dotted})"
    title = any_of(words("title_before") | words("title_led") | _UNSURE)
    body = r"(?!\s?[\u4e00-\u9fff]{0,4}(?:大学|学院|公司|集团|研究|实验室|中心|团队|平台|奖))"
    return re.compile(rf"(?:{title})(?:(?<=博士)[生后])?(?!生)\s?(?P<names>{one}(?:、{one})*){body}")


@cache
def _titled() -> re.Pattern[str]:
    return re.compile(rf"{full_name()}(?:{any_of(words('title_after'))})")


def _is_titled(line: Words, at: int) -> bool:
    """Whether a title stands behind a name as well: ``专家田若云教授``."""
    m = _titled().match(line.text, at)
    return m is not None and bounded_name(line, at, sure=True) is not None


_PEOPLE: Final = "院士|专家|教授|学者|博士|科学家|企业家|嘉宾|领导|同志|研究员|委员|代表|先生|劳模|同学|选手"
_NUMBER: Final = r"(?:\d+|[两三四五六七八九十]+)(?:余)?[位名](?:[\u4e00-\u9fff]{0,6}?)"


@cache
def _list() -> re.Pattern[str]:
    """``甲、乙、丙三名院士``, ``甲、乙、丙等领导同志``."""
    one = full_name()
    return re.compile(
        rf"(?P<names>{one}(?:、{one})+)(?:和{one})?(?=(?:等)?(?:{_NUMBER})(?:{_PEOPLE})|等[\u4e00-\u9fff]{{0,6}}?(?:{_PEOPLE})|[两二]?院?院士)"
    )


def _counted(line: Words) -> Iterator[Candidate]:
    """The members of such a list; the first one only where a word begins with it, none where one is an ordinary word."""
    for m in _list().finditer(line.text):
        parts = [(m.start() + one.start(), m.start() + one.end()) for one in re.finditer(r"[^、]+", m["names"])]
        if any(_is_ordinary(line, at, end) for at, end in parts):
            continue
        first = line.tokens[line.at[m.start()]].begin == m.start()
        for at, end in parts if first else parts[1:]:
            yield Candidate(at, end, line.text[at:end], "Person", "list of people")


def _is_ordinary(line: Words, at: int, end: int) -> bool:
    tokens = line.tokens[line.at[at] : line.at[end - 1] + 1]
    whole = len(tokens) == 1 and tokens[0].tag in ("nr", "nrt")
    return any(t.tag == "name" for t in tokens) or (is_word(line.text[at:end]) and not whole)


@cache
def _leader() -> re.Pattern[str]:
    """A head of state or party, but not in the name of what is taught after him: 习近平新时代…思想."""
    taught = "新时代|总书记新时代|思想|理论|(?:外交|经济|法治|文化|强军|生态文明)思想|同志为核心"
    return re.compile(rf"(?:{any_of(words('leader'))})(?!{taught})")


@cache
def _speaker() -> re.Pattern[str]:
    """``方远舟表示,…`` at the start of a sentence."""
    says = "表示|指出|强调|介绍|认为|透露|坦言|告诉记者|回忆"
    given = "(?:成功|再次|光荣|顺利|同时)?(?:当选|荣获|荣膺|获评)"
    return re.compile(
        rf"(?:^|(?<=[。;”\n\s,]))(?P<name>{full_name()}?)"
        rf"(?=(?:在[\u4e00-\u9fff]{{2,6}}[中上时])?(?:{says})(?:[,:]|说|道)|(?P<given>{given})|(?:代表|委员)(?::|说|建议|提出|认为|表示)[,:]?)"
    )


def _speakers(line: Words) -> Iterator[Candidate]:
    for m in _speaker().finditer(line.text):
        sure = len(m["name"]) > 2 or m["given"] is not None
        if bounded_name(line, m.start(), sure=sure) == m.end("name"):
            yield Candidate(*m.span("name"), m["name"], "Person", "speaker")
