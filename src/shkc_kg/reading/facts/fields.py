"""The fields of science and industry that a body, event or place works in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation, Term
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, ZONES
from shkc_kg.reading.facts.agents import agents
from shkc_kg.reading.facts.making import Actor, here, link_key, span_of
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.grammar import verbs
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.lines.clauses import clause_of, clauses_before
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.known import is_place
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["fields"]

_WORKING: Final = FACILITIES | INSTITUTIONS | ZONES | EVENT_CLASSES | {"Fund", "Programme", "Project"}
_FOCUS: Final = re.compile(
    r"(?:重点)?(?:围绕|聚焦|专注于|致力于|面向|主攻|深耕)(?:了)?(?P<list>[^,;。“《]{2,40}?)(?:等)?(?P<count>[一二两三四五六七八九十\d]+(?:大|个))?(?:重点)?(?:领域|产业|方向|行业|学科|赛道)"
)
_DIRECTED: Final = re.compile(r"以(?P<list>[^,;。“《]{2,40}?)为(?:重点|主要|主攻|核心)(?:方向|领域|产业)")
_STUDIES: Final = re.compile(r"(?:开展|从事|进行|聚焦)(?P<list>[^,;。“《、]{2,14}?)(?:攻关|研发|联合攻关)")
_PROMOTES: Final = re.compile(
    r"(?:推动|推进|发展|做强|做大|壮大|培育)(?P<list>[\u4e00-\u9fffA-Za-z0-9、+]{2,20}?产业)(?:集聚|融合)?(?:发展|,|。|;|$)"
)
_INDUSTRY: Final = re.compile(
    r"(?P<field>[\u4e00-\u9fffA-Za-z]{2,10}?)(?:科技)?产业(?:园|基地|集群|示范基地|园区|集聚区)$"
)
_NO_FIELD: Final = re.compile(
    r"^(?:解决|攻克|突破|服务|满足)|世代|时代|安全科技|需求|目标|战略|主题|问题|任务|发展|创新|特色|未来|国家|传统|新兴|高端|重点|优势|主导|支柱|相关|现代|自主|国际|园区|科技园|开发区|示范区|高新区|新区|科技城|开放|合作|成果|技术攻关|[的是了]|高新|一流|关键|核心|^产业|文化创意$|^先导|^科技(?:产业)?$|^(?:智能|智慧|数字|绿色)$"
)


def fields(scene: Scene) -> Iterator[Relation]:
    """The fields that a passage states: ``重点围绕生命健康领域``, ``推动物联网产业发展``, ``生命健康产业园``."""
    for m in (*_FOCUS.finditer(scene.text), *_DIRECTED.finditer(scene.text)):
        subject = _subject(scene, m.start())
        if subject is not None:
            yield from _of(scene, [here(subject)], m, span_of(subject, m.span()))
    for m in _STUDIES.finditer(scene.text):
        subject = next((n for n in scene.top if n.end == m.start() and n.cls in FACILITIES | INSTITUTIONS), None)
        if subject is not None and not re.fullmatch(
            r"(?:关键|核心|重大|联合|共性|[\u4e00-\u9fff]{0,2})?(?:科技|技术|科研|科学)?(?:技术)?", m["list"]
        ):
            yield from _of(scene, [here(subject)], m, span_of(subject, m.span()))
    for m in _PROMOTES.finditer(scene.text):
        if scene.place is not None and not any(n.begin < m.end() and m.start() < n.end for n in scene.top):
            yield from _of(scene, agents(scene, m.start()), m, m.span())
    for name in scene.top:
        yield from _named(scene, name)


def _subject(scene: Scene, at: int) -> Named | None:
    """What opens the clause of a place or the nearest one before it, else the sentence's first object.

    ``X由A牵头,重点围绕…``, ``推进X建设,重点围绕…``.
    """
    begin, _ = clause_of(scene.text, at)
    own = scene.between(begin, at, _WORKING)
    if own and own[0].begin == begin:
        # 某院和某市将围绕甲领域合作: the field is that of their work together
        joined = any(n.begin == own[0].end + 1 for n in scene.between(own[0].end, at))
        return None if joined and scene.text[own[0].end] in "和与同" else own[0]
    if own or not _ADVERBS.fullmatch(scene.text, begin, at):
        return None  # 其中三成面向…, 以A为核心聚焦…
    if (parties := _parties(scene, at)) is not None:
        made = scene.between(*parties, _WORKING)
        return made[-1] if made and any(v.end == made[-1].begin for v in verbs(scene, "found", "have")) else None
    earlier = [found for clause in clauses_before(scene.text, at) if (found := scene.between(*clause, _WORKING))]
    opening = next((found[0] for found in earlier if found[0].begin == clause_of(scene.text, found[0].begin)[0]), None)
    last = earlier[-1][0] if earlier else None
    if opening is not None or last is None:
        return opening
    return last if any(v.end == last.begin for v in verbs(scene, "support", "found", "have", "help")) else None


_BOTH: Final = re.compile(r"[双各三]方")


def _parties(scene: Scene, at: int) -> tuple[int, int] | None:
    """The clause before that says what the parties of the sentence make: ``双方共建X,将重点围绕…``."""
    return next((c for c in clauses_before(scene.text, at) if _BOTH.match(scene.text, c[0])), None)


_ADVERBS: Final = re.compile(r"(?:重点|主要|将|并|着力|积极|专门|努力|全力|其|同时|坚持|持续)*")


def _of(scene: Scene, actors: list[Actor], m: re.Match[str], span: tuple[int, int]) -> Iterator[Relation]:
    if any(n.begin < m.end("list") and m.start("list") < n.end for n in scene.top):
        return
    for printed in _members(m):
        if 2 <= len(printed) <= 14 and printed not in words("stop") and not _NO_FIELD.search(printed):
            for one in actors:
                planned = is_future(scene, m.start())
                yield link_key(scene, one, "shkc:field", Term(printed, "field"), "field", span, planned=planned)


def _members(m: re.Match[str]) -> list[str]:
    """The fields of a list; ``合成生物与机器人两大方向`` are two, while 和 without a count may stand inside one."""
    several = "、" in m["list"] or (m.groupdict().get("count") or "")[:1] in ("两", "二", "2")
    return re.split(r"、|以及|和|与|及", m["list"]) if several else [m["list"]]


def _named(scene: Scene, name: Named) -> Iterator[Relation]:
    """``X生命健康产业园`` tells its field, behind the places and quotes that open the name."""
    text = scene.text[name.begin : name.end]
    inner = max(
        (n.end for n in scene.names if n.nested and name.begin <= n.begin and n.end < name.end), default=name.begin
    )
    rest = re.sub(
        r"^.*[”)》]|^(?:国家|国际|新型工业化|[\u4e00-\u9fff]{2,3}[省市区县])+", "", scene.text[inner : name.end]
    )
    m = _INDUSTRY.search(rest)
    if m is None or name.cls not in ZONES | FACILITIES or not text.endswith(m[0]):
        return
    field = _known_part(_without_place(m["field"]))
    if len(field) >= 2 and not _NO_FIELD.search(field) and field not in load_gazetteer().lookup:
        yield link_key(scene, here(name), "shkc:field", Term(field, "field"), "name:field", (name.begin, name.end))


def _known_part(field: str) -> str:
    """The longest end of some words that known words of fields make up: 光电子 of a park's 河西光电子; else nothing."""
    known = words("field")
    begins = {len(field)}  # where the rest is made of known words alone
    for at in range(len(field) - 1, -1, -1):
        if any(at + n in begins and field[at : at + n] in known for n in range(1, len(field) - at + 1)):
            begins.add(at)
    return field[min(begins) :]


def _without_place(field: str) -> str:
    """The words of a field without the place in front: 苏州生物医药."""
    bare = next((field[n:] for n in (5, 4, 3, 2) if is_place(field[:n])), field)
    held = [i + n for n in (2, 3) for i in range(1, len(bare) - n) if is_place(bare[i : i + n])]
    bare = bare[max(held, default=0) :]
    return re.sub(r"^.{1,3}[山湖港湾岛江河谷镇城]", "", bare)
