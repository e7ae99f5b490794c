"""Who holds an event or carries a project out: behind 由, in a role's clause, on a labelled line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import PassageKind, Relation, ScopeReason
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES
from shkc_kg.reading.facts.agents import agents, printed_agents
from shkc_kg.reading.facts.making import Actor, here, link_key, span_of
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.facts.view import event_in_view
from shkc_kg.reading.grammar import Verb, names_after, names_before, verbs
from shkc_kg.reading.lines.clauses import clause_of, sentence_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.resolve import EVENT_CLASSES
from shkc_kg.reading.scene import Scene

__all__ = ["organizers"]

_ROLES: Final = re.compile(r"(?:主办|承办|协办|联办)$")
_HOLDS: Final = frozenset(("举办", "召开", "举行", "开展"))
_PROGRAMMES: Final = frozenset(("Project", "Programme", "Plan", "Fund", "Initiative"))
_BY: Final = re.compile(r"由(?=[^,;。]{2,80}$)")


def organizers(scene: Scene) -> Iterator[Relation]:
    """Organizers of events and programmes, and those who build facilities, as a passage states them."""
    for verb in verbs(scene, "hold", "carry"):
        yield from _by(scene, verb)
        yield from _in_role(scene, verb)
        yield from _carried_out(scene, verb)
    yield from _titled(scene)
    yield from _described(scene)
    yield from _labelled(scene)


_ROLE: Final = r"(?:共同|联合)?(?:主办|承办|举办|协办|联办|指导|支持)"
_TITLE: Final = re.compile(r"(?:担任|为|是|作为)(?:联合)?(?:主办|承办|协办)(?:单位|方)(?=[,;。、]|$)")
_TITLE_IS: Final = re.compile(r"(?:主办|承办|协办)(?:单位|方)(?:为|是|包括)")


def _titled(scene: Scene) -> Iterator[Relation]:
    """``A、B担任主办单位``, ``承办单位为C和D``, of the event in view."""
    for pattern, names in ((_TITLE, names_before), (_TITLE_IS, names_after)):
        for m in pattern.finditer(scene.text):
            event = event_in_view(scene, m.start())
            hosts = names(scene, m.start() if names is names_before else m.end(), INSTITUTIONS | PLACES)
            for host in hosts if event is not None else ():
                if event is not None and host.key != event[0]:
                    planned = is_future(scene, m.start())
                    words = span_of(host, m.span())
                    yield link_key(scene, event, "schema:organizer", here(host), "role", words, planned=planned)


_HOLDING: Final = re.compile(r"(?:共同|联合)?(?:主办|承办|举办|协办)的(?=[第首\d“])")
_DESCRIBED: Final = re.compile(rf"由(?P<who>[^,;。]{{2,80}}?(?:{_ROLE},[^,;。]{{2,80}}?){{0,4}}){_ROLE}的")


def _described(scene: Scene) -> Iterator[Relation]:
    """``由A和B主办,C承办的第二十届年会``: all bodies in front organize the event, but those who only support it."""
    yield from _held_by(scene)
    for m in _DESCRIBED.finditer(scene.text):
        for event in names_after(scene, m.end(), EVENT_CLASSES)[:1]:
            for host in scene.between(m.start("who"), m.end("who"), INSTITUTIONS | PLACES):
                if host.cls == "Country" or _only_supports(scene, host.end, m.end()):
                    continue
                words = span_of(host, event)
                yield link_key(scene, here(event), "schema:organizer", here(host), "by", words)


def _held_by(scene: Scene) -> Iterator[Relation]:
    """``A与B共同主办的第三届论坛``: the bodies in front organize the event behind."""
    for m in _HOLDING.finditer(scene.text):
        hosts = names_before(scene, m.start(), INSTITUTIONS)
        front = scene.text[clause_of(scene.text, m.start())[0] : hosts[0].begin] if hosts else ""
        if front.endswith(("由", "在", "向", "参加", "出席")):
            continue
        for event in names_after(scene, m.end(), EVENT_CLASSES)[:1]:
            for host in hosts:
                yield link_key(scene, here(event), "schema:organizer", here(host), "by", span_of(host, event))


def _only_supports(scene: Scene, at: int, end: int) -> bool:
    """Whether the next role behind a body is that of a supporter or patron."""
    role = re.compile(_ROLE).search(scene.text, at, end)
    return role is not None and role[0].endswith(("指导", "支持"))


def _by(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``大会由A、B和C联合主办``, ``由A牵头实施``: the bodies behind 由 hold the event in view or carry it out."""
    clause, _ = clause_of(scene.text, verb.begin)
    by = _BY.search(scene.text[clause : verb.begin])
    if by is None or not (_ROLES.search(verb.word) or verb.word in _HOLDS or verb.frame == "carry"):
        return
    owner = _carried(scene, clause + by.start()) if verb.frame == "carry" else event_in_view(scene, clause + by.start())
    if owner is None:
        return
    founds = scene.things[owner[0]].cls in FACILITIES | INSTITUTIONS
    if founds and not verb.word.endswith("建设"):
        return
    prop = "schema:founder" if founds else "schema:organizer"
    if re.search(r"(?:主办|承办|举办|协办)的", scene.text[clause : verb.end + 1]):
        return  # 由A主办的X在B举行: B holds nothing
    if any(clause + by.start() == m.start() for m in _DESCRIBED.finditer(scene.text)):
        return  # 由A主办,B承办的X: the event is what follows
    for host in scene.between(clause + by.end(), verb.begin, INSTITUTIONS | PLACES):
        if host.cls == "Country" or _goes_on(scene, host):
            continue  # 中国稀土学会
        words = span_of(host, (verb.begin, verb.end))
        yield link_key(scene, owner, prop, here(host), "by", words, planned=is_future(scene, verb.begin))


_WHOLE_HOST: Final = re.compile(r"$|[,;。、和与及等主承协联共举会同(]")


def _goes_on(scene: Scene, host: Named) -> bool:
    """Whether a place only opens the name of a body that was not read: ``某市对口支援工作组``, ``甲、乙等八市科技局``."""
    whole = _WHOLE_HOST.match(scene.text, host.end) and not _SHARED_OFFICE.match(scene.text, host.end)
    return host.cls in PLACES and not whole


_SHARED_OFFICE: Final = re.compile(
    r"(?:、[\u4e00-\u9fff]{2,7}?)*等?[\d多两二三四五六七八九十]*[省市区县地](?:的)?[\u4e00-\u9fff]{0,6}?(?:[厅局委]|部门|办公室)(?=[主承协联共等,、])"
)


def _carried(scene: Scene, at: int) -> Actor | None:
    """What is carried out by somebody: the name that opens the sentence, or the heading's project or facility."""
    first = sentence_of(scene.text, at)
    kinds = FACILITIES | EVENT_CLASSES | _PROGRAMMES
    printed = next((n for n in scene.between(first, at, kinds) if n.begin <= first + 1), None)
    if printed is not None:
        return here(printed)
    subject = scene.subject
    if re.search(r"[\u4e00-\u9fff]", scene.text[clause_of(scene.text, at)[0] : at]):
        return None  # 某园由某医院牵头建设: it is said of something else than the heading
    if subject is None or subject.passage not in scene.passage.scope[:2] or scene.things[subject.key].cls not in kinds:
        return None
    return subject.key, (subject.passage,), (ScopeReason.COREFERENCE,)


def _in_role(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``大会由A指导,B主办,C、D承办``: a body in front of its role has it in the event in view."""
    if not _ROLES.search(verb.word) or names_after(scene, verb.end, EVENT_CLASSES, listed=True):
        return
    clause, end = clause_of(scene.text, verb.begin)
    event = event_in_view(scene, clause)
    ends = re.match(r"[,;。、)]|$", scene.text[verb.end : end + 1])
    if event is None or not ends or _BY.search(scene.text[clause : verb.begin]):
        return
    if any(m.start() < verb.begin < m.end() for m in _DESCRIBED.finditer(scene.text)):
        return
    if names_before(scene, verb.begin, EVENT_CLASSES):
        return
    for host in (n for n in printed_agents(scene, verb.begin) if not _goes_on(scene, n)):
        words = span_of(host, (verb.begin, verb.end))
        yield link_key(
            scene, event, "schema:organizer", here(host), "role", words, planned=is_future(scene, verb.begin)
        )


def _carried_out(scene: Scene, verb: Verb) -> Iterator[Relation]:
    """``实施X计划``: whoever acts carries the programme out."""
    if verb.word not in ("实施", "组织实施"):
        return
    for thing in (n for n in names_after(scene, verb.end, _PROGRAMMES) if not scene.name(n.key).endswith("战略")):
        for one in agents(scene, verb.begin):
            words = span_of(thing, (verb.begin, verb.end))
            planned = is_future(scene, verb.begin)
            yield link_key(scene, here(thing), "schema:organizer", one, "carries out", words, planned=planned)


_LABEL: Final = re.compile(r"^(?:\d+[.、]\s*)?(?:主办|承办|协办|指导|支持|联合主办|组织)(?:单位|方|机构)\s*[: ]\s*")


def _labelled(scene: Scene) -> Iterator[Relation]:
    """``主办单位:A、B`` on a line of its own, below an event's heading."""
    m = _LABEL.match(scene.text)
    subject = scene.subject
    if m is None or subject is None or scene.passage.kind is PassageKind.HEADING:
        return
    if scene.things[subject.key].cls not in EVENT_CLASSES:
        return
    for host in scene.between(m.end(), len(scene.text), INSTITUTIONS | PLACES):
        event = (subject.key, (subject.passage,), ())
        yield link_key(scene, event, "schema:organizer", here(host), "label", (host.begin, host.end))
