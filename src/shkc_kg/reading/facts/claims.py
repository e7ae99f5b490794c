"""Claims: 首个, 唯一, 最大, 居首位, 领跑 — what the report says of a thing, with the region it says it for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Claim, ClaimKind, ScopeReason
from shkc_kg.reading.classes import PLACES
from shkc_kg.reading.facts.claimed import CLAIMED, Found, outside
from shkc_kg.reading.facts.leading import leading
from shkc_kg.reading.facts.leads import acts, lead_in
from shkc_kg.reading.facts.making import Actor, here
from shkc_kg.reading.facts.scopes import Scope, scope_of, within
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.facts.view import is_other_edition
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.lines.clauses import clause_of, is_quoted, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.heads import head_at_end
from shkc_kg.reading.names.resolve import EVENT_CLASSES, key_of
from shkc_kg.reading.scene import Scene

__all__ = ["claims"]

_SCOPE: Final = (
    r"(?P<scope>全球|世界|国际|全国|国内|我国|中国|全市|全省|全区|本市|亚洲|亚太|欧洲|长三角|中西部|西部|中部|东部|"
    r"(?![是为系成的了在这其])[\u4e00-\u9fff]{2}(?<![全本我])[省市])?"
)
_MEASURE: Final = "个家座所条款台套例部张架艘颗片支单项只枚幅座栋辆艘种株"
_FIRST: Final = re.compile(
    rf"{_SCOPE}(?:规模)?(?:首(?:[{_MEASURE}](?!位)|次(?!认定)|创(?!新)|例)|第一(?:[家座台颗艘所]|个(?!百年|月|五年)))"
)
_ONLY: Final = re.compile(rf"{_SCOPE}唯一(?:的)?(?:一[{_MEASURE}])?(?:的)?(?!性)")
_MOST: Final = re.compile(
    rf"(?:{_SCOPE.removesuffix('?')}(?:[\u4e00-\u9fff]{{2,6}}?)?)?"
    r"(?:最大(?!限|程度)|最多(?!跑)|最高(?!人民|法|检|奖|领导)|最长|最早|最快|最先进|最全|最强)的?"
)
_PLACED: Final = r"(?:居|(?<![系色阵])列|位居|位列|稳居|名列|排名|跃居|跃升至|升至|排|进入|跻身|保持)"
_LEADING: Final = re.compile(
    rf"(?P<before>全球|世界|全国|国内)?(?:领跑|领先(?!的)于?)(?P<scope>全球|世界|全国|国内|全市|全省|亚洲)?|"
    r"(?<=[\d%个家件项位元人、])、?(?P<scope3>全国|全省|全市|全球)第一(?=[,;。、]|$)|"
    rf"{_PLACED}(?:[^,;。]{{0,6}}评选的)?(?P<scope2>全球|世界|全国|国内|全市|全省|亚洲|中部|西部)?[^,;。、]{{0,6}}?"
    r"(?:首位|榜首|第一(?:位|名)?(?![批次届季章节期轮部个项家梯方产代])|第1位?(?!\d)|首(?![发批个家届创次座款例颗条场]))"
)
_KINDS: Final = (
    (_FIRST, ClaimKind.FIRST),
    (_ONLY, ClaimKind.ONLY),
    (_MOST, ClaimKind.LARGEST),
    (_LEADING, ClaimKind.LEADING),
)


def claims(scene: Scene) -> Iterator[Claim]:
    """The superlatives of a passage that speak of a named thing."""
    taken: list[tuple[int, int]] = []
    for pattern, kind in _KINDS:
        for m in pattern.finditer(scene.text):
            inside = any(n.begin <= m.start() and m.end() <= n.end for n in scene.top)
            if inside or is_quoted(scene.text, m.start()) or any(b <= m.start() < e for b, e in taken):
                continue
            scope = scope_of(scene, m) if kind is not ClaimKind.LEADING else Scope(m.start())
            found = leading(scene, m) if kind is ClaimKind.LEADING else _described(scene, m, kind, scope.begin)
            if found is not None and not _of_series(scene, m, found):
                # 全国最大、应用最多的X is one claim
                same = kind is ClaimKind.LARGEST
                taken.append((m.start(), found.end if same else m.end()))
                yield _claim(scene, m, kind, found, scope)


def _of_series(scene: Scene, m: re.Match[str], found: Found) -> bool:
    """Whether a claim is of all editions: ``博览会已成功举办六届,成为全省最大的盛会``, ``大赛于2016年首次举办``."""
    named = scene.between(sentence_of(scene.text, m.start()), found.end)
    return any(n.key == found.about[0] and is_other_edition(scene, n) for n in named)


def _claim(scene: Scene, m: re.Match[str], kind: ClaimKind, found: Found, scope: Scope) -> Claim:
    printed = scene.passage.text[found.begin : found.end].strip(" ,、。”“" if kind is ClaimKind.LEADING else " ,、。")
    if printed.count("“") > printed.count("”") and scene.text[found.end : found.end + 1] == "”":
        printed += "”"
    region, why = within(scene, m, scope)
    evidence = scene.evidence(
        f"claim:{kind.value}",
        (found.begin, found.end),
        scope=found.about[1],
        reasons=(*found.about[2], *why),
        planned=is_future(scene, m.start()) and not _STATES.search(scene.text, max(0, m.start() - 3), m.start()),
    )
    return Claim(scene.name(found.about[0]), kind, printed, region, evidence)


# 预计明年建成,是全国首个…: it is the first already
_STATES: Final = re.compile(r"(?<!成)(?:是|系)(?:目前)?$")
_RELATIVE: Final = re.compile(r"比[^,;。]{0,12}$")
_IS: Final = re.compile(
    r"(?:则|也|更|还|同时)?(?:是|为|成为|作为|系|建成为|打造成为?|获批|入选|当选|被誉为|获评|:|——)(?:了)?(?:目前)?$"
)
_SAYS_WHAT: Final = re.compile(
    r"(?:[这其此]|该[\u4e00-\u9fff]{1,6}?)?(?:也|同时|更|还)?(?:是|为|成为|作为|系|属)(?:了)?(?:目前|当前|迄今)?"
)
_CEREMONY: Final = re.compile(r"(?:揭牌|挂牌|授牌|成立|奠基|开工|启动|签约|启用|落成|竣工)(?:仪式|典礼|大会|活动)\Z")
_APPOSED: Final = re.compile(r"(?:[\u4e00-\u9fffA-Za-z0-9+、]{0,24}?)(?:——|—|[“《])?")


def _described(scene: Scene, m: re.Match[str], kind: ClaimKind, start: int) -> Found | None:
    """What a superlative describes: ``全球唯一专业研究机构亚太台风研究中心``, ``X是全国首个…``, ``首次举办X``.

    ``start`` is where its words begin, with the place that they hold for.
    """
    begin, end = clause_of(scene.text, m.start())
    if _RELATIVE.search(scene.text[begin : m.start()]) or (
        re.match(r"[^,;。]{0,12}的(?=[^,;。]{2,})", scene.text[m.end() : end]) and m[0].endswith("首次")
    ):
        return None
    before = next((n for n in reversed(scene.top) if begin <= n.begin and n.end <= start), None)
    if before is not None and before.cls in PLACES and before.end == start:
        # 高新区是安徽全省最大的基地: the province is where it holds
        start = before.begin
        before = next((n for n in reversed(scene.top) if begin <= n.begin and n.end <= start), None)
    if before is not None and before.cls in CLAIMED and _IS.fullmatch(scene.text[before.end : start].lstrip("”》")):
        return Found(here(before), start, end)
    if _SAYS_WHAT.fullmatch(scene.text, begin, start):
        # the words behind say of what kind the thing is and name none
        return _of_earlier(scene, start, begin, end)
    if "第一" in m[0]:
        return None
    if m[0].endswith("首次"):
        return _for_the_first_time(scene, m, begin, end)
    behind = next((n for n in scene.top if m.end() <= n.begin and n.end <= max(end, n.end) and n.cls in CLAIMED), None)
    if behind is not None and behind.begin <= end and not _is_word_of(scene, behind):
        gap = scene.text[m.end() : behind.begin]
        if _APPOSED.fullmatch(gap) and not re.search(r"[与和在于由]", gap):
            return Found(here(behind), start, behind.end)
    if kind is ClaimKind.FIRST and _told(scene, m.end(), end) and scene.place is not None:
        return Found((scene.place.key, (scene.place.passage,), ()), start, end)
    return None


def _is_word_of(scene: Scene, name: Named) -> bool:
    """Whether a name is only a part of what quotes hold, or a place that nothing sets off: 母船“珠海云”号.

    Nor is the ceremony the first (首个工作站揭牌仪式), or the university of the only winner (唯一获奖者某大学某教授).
    """
    of_person = any(n.begin == name.end and n.cls == "Person" for n in scene.top)
    if of_person or _CEREMONY.search(scene.text, name.begin, name.end):
        return True
    before, after = scene.text[max(0, name.begin - 1) : name.begin], scene.text[name.end : name.end + 1]
    return (before == "“" and after != "”") or (name.cls in PLACES and before not in ("—", ":"))


def _of_earlier(scene: Scene, at: int, begin: int, end: int) -> Found | None:
    """``X通过验收,是全省最大的平台``: about the subject of the sentence, or of the one before where this has none."""
    first = sentence_of(scene.text, at)
    if first < begin and scene.text[begin] in "这此":
        return _this(scene, first, begin, (at, end))
    lead = lead_in(scene, first, begin) if first < begin else ""
    if isinstance(lead, Named) and _made_unnamed(scene, lead):
        return None
    if isinstance(lead, Named):
        # A牵头建设的B获批,是…: B is what is spoken of
        made = scene.between(lead.end, clause_of(scene.text, lead.end)[1], CLAIMED)
        lead = next((n for n in made if scene.text[n.begin - 1] == "的"), lead)
        alone = scene.text[lead.end : lead.end + 1] not in ("、", "和", "与", "的")
        told = acts(scene, lead) or any(date.begin == lead.end for date in scene.dates)
        return Found(here(lead), at, end) if alone and told and _may_be(scene, lead, at, end) else None
    spoken = _spoken_of(scene, first, scene.text[at:end])
    return Found(spoken, at, end) if spoken is not None else None


_PAPERS: Final = frozenset(("Policy", "Plan", "Publication", "Agreement"))


def _may_be(scene: Scene, lead: Named, at: int, end: int) -> bool:
    """Whether a name may be what words call it: no meeting or body that passed it is ``全省首部地方性法规``."""
    head = head_at_end(scene.text[at:end])
    paper = (head is not None and head.cls in _PAPERS) or scene.text.endswith(("法规", "条例", "规章"), at, end)
    return lead.cls in CLAIMED and (not paper or lead.cls in _PAPERS)


_MADE: Final = re.compile(r"[^,;。]{0,24}?(?:研制|研发|制造|生产|开发|设计|建造|打造)的(?=[\u4e00-\u9fff])")


def _made_unnamed(scene: Scene, lead: Named) -> bool:
    """Whether a clause tells of what its opening name made, which has no name: ``A依托单位B研制的设备下线,为国内首台``."""
    made = _MADE.match(scene.text, lead.end)
    return made is not None and not scene.between(made.end(), clause_of(scene.text, lead.end)[1], CLAIMED)


_AROUND: Final = frozenset(("GovernmentBody", "Province", "City", "District"))


def _this(scene: Scene, first: int, begin: int, words: tuple[int, int]) -> Found | None:
    """``A批准B规划,这是我省首个…规划``: the one name before it that is of the kind said, or the only name."""
    named = {n.key: n for n in scene.between(first, begin, CLAIMED - _AROUND)}
    head = head_at_end(scene.text[slice(*words)])
    alike = [n for n in named.values() if head is not None and scene.name(n.key).endswith(head.word)]
    alike = alike or [n for n in named.values() if head is not None and n.cls == head.cls]
    found = alike if len(alike) == 1 else list(named.values())
    return Found(here(found[0]), *words) if len(found) == 1 else None


_THIS: Final = re.compile(
    r"(?:这|此|其|该(?P<noun>[\u4e00-\u9fff]{1,6}?))(?=是|系|为|成为|也|由|于|已|总|占|将|依托|建)"
)


def _spoken_of(scene: Scene, first: int, said: str) -> Actor | None:
    """What the sentence before speaks of: the one thing in it that ``该平台`` means, or that is of the kind ``said``."""
    m = _THIS.match(scene.text, first)
    if first or not scene.spoken or m is None:
        return None
    head = head_at_end(m["noun"] or said)
    kind = m["noun"] or (head.word if head is not None else "")
    alike = {one.key: one for one in scene.spoken if kind and scene.name(one.key).endswith(kind)}
    if not alike and head is not None:
        alike = {one.key: one for one in scene.spoken if scene.things[one.key].cls == head.cls}
    found = [one for one in alike.values() if scene.things[one.key].cls in CLAIMED]
    return (found[0].key, (found[0].passage,), (ScopeReason.COREFERENCE,)) if len(found) == 1 else None


_TOLD: Final = re.compile(r"(?:发布|首发|亮相|落地|落户|投用|启用|揭牌|诞生|问世|成立|投产|下线|通线|上线|获批)$")


def _told(scene: Scene, begin: int, end: int) -> bool:
    """Whether a first thing without a name is what its clause tells of: 首款专用“中国芯”发布."""
    return bool(_TOLD.search(scene.text[begin:end]))


def _acts_next(scene: Scene, at: int, end: int) -> bool:
    """Whether a verb, or what may stand before one, follows a place: 首次实现, 首次在…, 首次由…."""
    if at >= end:
        return False
    token = scene.words.tokens[scene.words.at[at]]
    known = any(token.text in words(group) for group in ("verb", "adverb", "soft_verb", "preposition"))
    return known or token.tag[0] in "vdpm"


def _for_the_first_time(scene: Scene, m: re.Match[str], begin: int, end: int) -> Found | None:
    """``首次举办X`` is about X; ``A首次实现…`` about A; ``首次在美洲布局`` about whoever the passage speaks of."""
    behind = next((n for n in scene.top if m.end() <= n.begin and n.end <= end), None)
    verb = scene.text[m.end() : behind.begin] if behind is not None else ""
    if (
        behind is not None
        and behind.cls in EVENT_CLASSES
        and re.fullmatch(r"(?:成功)?(?:举办|举行|召开|承办)(?:了)?[“《]?", verb)
    ):
        return Found(here(behind), m.start(), behind.end)
    if not _acts_next(scene, m.end(), end):
        return None  # 中国首次行星探测任务某某号
    whole = m.groupdict().get("scope")
    if whole in ("我国", "中国"):
        key = key_of("中国")
        return Found((key, (), (ScopeReason.COREFERENCE,)), m.start(), end) if key in scene.things else None
    lead = lead_in(scene, begin, m.start())
    if isinstance(lead, Named):
        near = re.fullmatch(r"[^,;。]{0,10}", scene.text[lead.end : m.start()])
        return Found(here(lead), m.start(), end) if near and lead.cls in CLAIMED else None
    if lead == "agent" or scene.text[begin : m.start()].strip():
        return None
    first = sentence_of(scene.text, m.start())
    opening = lead_in(scene, first, m.start()) if first < begin else ""
    if first < begin and opening == "":
        return None  # 展区总面积24万平方米,首次设置…: of whatever has that area
    if isinstance(opening, Named):
        # 西湖大学某团队…首次解析 is the team's, not the university's
        token = scene.words.tokens[scene.words.at[opening.end]]
        acts = token.tag[0] in "vdpx" or token.text in words("verb") or token.text in words("adverb")
        return Found(here(opening), m.start(), end) if acts and opening.cls in CLAIMED else None
    return None if opening == "agent" or scene.news else outside(scene, m.start(), end)
