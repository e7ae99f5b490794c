"""An indicator's words made to read alone: a size with what has it, a level or part with its noun, a heading's words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from shkc_kg.model import PassageKind
from shkc_kg.reading.counting.wording import Read, Words, merged
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.lines.text import fold
from shkc_kg.reading.phrases import Page
from shkc_kg.reading.whose.memory import Subject

__all__ = ["of_described", "of_each", "of_level", "of_part", "stand_in", "unpointed", "with_noun"]


def with_noun(found: Words, noun: str) -> Words:
    """An attribute with what has it in front: 规模 of a fund that no name was read for."""
    return Words.cut(merged(noun, found.text), merged(noun, found.base), found.verb)


_POINTING: Final = re.compile(r"(?:该|本)?(?:项目|园区?|基地|中心|平台|工程|实验室|研究院)(?=[\u4e00-\u9fff]{2})")


def unpointed(found: Words) -> Words:
    """Words without the one that points at what they are of: ``项目规划总建筑面积``."""
    text, base = _POINTING.sub("", found.text, count=1), _POINTING.sub("", found.base, count=1)
    return replace(found, text=text, base=base) if _POINTING.match(found.text) else found


_MEASURE: Final = re.compile(
    r"(?P<verb>.*?)(?P<noun>(?:总|规划|建设|建筑|占地|用地|注册|首期)*(?:规模|面积|投资|资本|资金|全长|长度|容量|产能|估值|预算|总额|总值|金额))\Z"
)


_NUMBERED: Final = re.compile(r"^\d+[余多]?[个项家座]|(?:一|二|三)期\Z")


def of_described(page: Page, number: Number, subject: Subject, found: Words) -> tuple[Subject, Words]:
    """``总规模[100]亿元的创新基金``: a size is of the thing described."""
    m = _MEASURE.fullmatch(found.text)
    if not m or page.text[number.unit_end : number.unit_end + 1] != "的":
        return subject, found
    at = number.unit_end + 1
    name = page.name_at(at)
    if name is not None:
        return Subject(name.key), Words(m["noun"], m["noun"])
    end = page.clause(at)[1]
    verb = page.first_verb(at, end)
    noun = _NUMBERED.sub("", page.text[at : verb.begin if verb else end])
    noun = re.sub(r"(?:集中|相继|先后|全部|均|已|也|将)+\Z", "", noun)
    if not 2 <= len(noun) <= 20 or noun.endswith(m["noun"]):
        return subject, found
    return subject, Words(noun + m["noun"], noun + m["noun"])


_MODIFIER: Final = re.compile(r"[^,]{1,4}(?:内|外|级|属|型|类|性|营|资|男|女)|男|女|境内|境外")


_LEVEL: Final = re.compile(r"(?:国家|自治区|省部?|市|区|县|州|部)级(?:及?以上)?")


_LEVELS: Final = re.compile(
    r"(?:国家级?|省部?级?|市级?|区级?)(?:[和、及与](?:国家级?|省部?级?|市级?|区级?))*(?:[和、及与](?:省|市|区)级)"
)


_DEEDS: Final = re.compile(r"^(?:共|已)?(?:组织|认定|推荐)?(?:申报|实施|承担|立项|获批|签订|登记)(?=..)")


def of_level(found: Words, earlier: Sequence[Read]) -> Words:
    """``国家级孵化器10家、省级[17]家``: a level alone takes the noun of the number before."""
    level = found.text.removeprefix(found.verb)
    base = earlier[-1].words.base.removeprefix(found.verb) if earlier else ""
    if not base or not (_LEVEL.fullmatch(level) or (level in ("国家", "省", "市") and _LEVELS.search(base))):
        return found
    level += "" if level.endswith("级") else "级"
    base = _DEEDS.sub("", base)
    noun = _LEVELS.sub("", base) if _LEVELS.search(base) else _LEVEL.sub("", base, count=1)
    return Words(found.verb + level + noun, level + noun, found.verb)


_EACH: Final = re.compile(
    r"(?:单项|单个|每项|每个|每家|每笔|最高)(?:最高)?(?:资助|补助|支持|奖励|经费|资金)(?:金额|额度)?"
)


def of_each(found: Words, earlier: Sequence[Read]) -> Words:
    """``支持交叉项目10项,单项资助[500]万元``: what is paid for each of them takes the noun of those counted."""
    last = earlier[-1] if earlier else None
    if last is None or last.number.unit not in ("项", "个") or not _EACH.fullmatch(found.text):
        return found
    noun = _NOUN_OF.search(last.words.base)
    return Words(noun[0] + found.text, found.base) if noun else found


_NOUN_OF: Final = re.compile(r"[\u4e00-\u9fff]{2,6}(?:项目|课题|专项|榜单|平台|团队)\Z")


def of_part(found: Words, earlier: Sequence[Read], whole: Number | None) -> Words:
    """``上市公司415家,其中境内[294]家``: a modifier alone takes the noun of its whole."""
    of = next((r.words.base for r in earlier if r.number is whole), "")
    if of and _MODIFIER.fullmatch(found.text) and not _LEVEL.fullmatch(found.text):
        noun = re.sub(r"(?:总数|数量|总量|数)\Z", "", of)
        return Words(found.text + noun, found.text + noun, found.verb)
    return found


_SHORT: Final = 16  # code points of a stand-in for an indicator


_ONLY_DATE: Final = re.compile(r"(?:(?:19|20)\d{2}年?度?)?(?:\d{1,2}月)?(?:末|底|上半年|下半年)?")
_COUNTED_BY: Final = re.compile(r"(?P<noun>.{2,})\((?:单位:)?(?P<unit>[^()\d]{1,3})\)")


def stand_in(page: Page, number: Number) -> tuple[str, str]:
    """Words and unit for a number whose phrase says nothing: what follows it, else its heading, else its unit.

    Below ``签约项目(个)`` and ``2020年`` a mere 386 counts the projects of that year.
    """
    after = page.text[number.unit_end : page.clause(number.unit_end)[1]].strip(" ,。;、)\t“”")
    if after:
        return after[:_SHORT], number.unit
    if number.unit in ("人", "名") and page.scene.passage.kind is PassageKind.SENTENCE:
        return "人数", number.unit
    headings = (fold(h).strip("“”") for h in page.scene.headings)
    heading = next((h for h in headings if not (_ONLY_DATE.fullmatch(h) or h[:1].isdigit())), "")
    counted = _COUNTED_BY.fullmatch(heading)
    if counted and not number.unit:
        return counted["noun"][:_SHORT], counted["unit"]
    return heading[:_SHORT] or number.unit or "数量", number.unit
