"""People: the body that a title ties them to, and the events at which they speak."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS
from shkc_kg.reading.facts.making import here, link, link_key, span_of
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.facts.view import event_in_view
from shkc_kg.reading.gazetteer import load_gazetteer
from shkc_kg.reading.grammar import in_name
from shkc_kg.reading.lines.clauses import clause_of, clauses_before
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["people"]

_BODIES: Final = INSTITUTIONS | FACILITIES
_TITLE: Final = (
    r"(?:原|时任|现任|前|新任)?(?:党委|党组|行政|执行|常务|首席|名誉|特聘|讲席|教学|学术|课题组|研究团队|团队)?(?:副)?"
    r"(?:院士|教授|研究员|主任|书记|市长|省长|区长|局长|厅长|部长|校长|院长|所长|处长|主席|总理|总书记|总经理|总裁|董事长|董事|首席执行官|首席科学家|科学家|"
    r"工程师|秘书长|会长|理事长|理事|创始人|负责人|馆长|台长|行长|博士|医生|发言人|代表|专家|学者|总工程师|总监|主编|记者|带头人|常委|委员|成员|顾问|巡视员|调研员|政委|总设计师|参事)"
)
_BETWEEN: Final = re.compile(
    rf"(?:(?:(?![在与对由被把]|一行|陪同)[\u4e00-\u9fff]){{0,10}}?{_TITLE}(?:、|兼|和)?){{1,3}}"
)
_TITLES: Final = re.compile(rf"(?:[\u4e00-\u9fff]{{0,10}}?{_TITLE}[、兼和]?){{1,3}}(?=[,;。)]|$)")
_OWN_TITLE: Final = re.compile(_TITLE)
# 某院原院长张三, 时任某局局长李四: no post held today
_FORMER: Final = re.compile(r"(?:[\u4e00-\u9fff]{0,4}?(?:原|时任|曾任)|前(?!沿|线|瞻|海))(?=副?[\u4e00-\u9fff]{2})")
_FORMER_BODY: Final = frozenset(("原", "时任", "曾任", "前"))
_AFTER: Final = re.compile(r"\((?:女|男)?,?|,(?:男|女)?,?(?:现任|任)?|(?:是|为|来自|任职于)")
_ATTENDS: Final = re.compile(
    r"(?:作|做|发表|带来)(?:了)?(?:大会|主题|主旨|特邀)*(?:报告|演讲|发言|致辞|分享)|(?:出席|参加|莅临)(?:了)?(?:本次|此次|该)?(?:大会|论坛|会议|活动|开幕式|峰会|仪式)|(?:发表|作|做)(?:了)?(?:重要)?讲话|(?:为(?:大会|论坛)?)?(?:致辞|致贺|主持)|(?:出席|参加|参会|与会)(?=[,;。]|$)"
)


def people(scene: Scene) -> Iterator[Relation]:
    """What titles and speaking verbs say of people."""
    for person in scene.top:
        if person.cls == "Person" and "\n" not in scene.text[: person.end]:
            yield from _affiliated(scene, person)
            yield from _elected(scene, person)
    for m in _ATTENDS.finditer(scene.text):
        yield from _attending(scene, m)


_CHOSEN: Final = re.compile(r"(?:等)?(?:新|成功)?(?:当选|增选|入选)(?:为|成为)?(?:了)?")


def _elected(scene: Scene, person: Named) -> Iterator[Relation]:
    """``张三当选中国科学院院士``: a member of the academy that the title names."""
    m = _CHOSEN.match(scene.text, person.end)
    title = next((n for n in scene.top if m and n.begin == m.end() and n.cls in ("Award", "Academy")), None)
    if title is None or "院士" not in scene.text[title.begin : title.end + 2]:
        return
    inside = (n for n in scene.names if n.nested and title.begin <= n.begin and n.end <= title.end)
    academy = next((n for n in inside if n.cls == "Academy"), title)
    planned = is_future(scene, person.end)
    yield link_key(
        scene, here(person), "schema:memberOf", here(academy), "elected", span_of(person, title), planned=planned
    )


def _affiliated(scene: Scene, person: Named) -> Iterator[Relation]:
    """``A大学教授张三``, ``B院士张三``, ``张三(A大学教授)``; a list 张三、李四 behind one title shares it."""
    first = person
    for other in reversed([n for n in scene.top if n.end < person.begin]):
        if other.cls != "Person" or scene.text[other.end : first.begin] not in ("、", "和"):
            break
        first = other
    front = next((n for n in reversed(scene.top) if n.end <= first.begin), None)
    if front is not None and front.cls == "Award" and first is not person and _OWN_TITLE.match(scene.text, person.end):
        return  # 中国工程院院士张三、李四副校长
    if front is not None and _titled(scene, front, first):
        bodies = (*_further(scene, front), front)
        for body in bodies:
            if not _of_another_place(scene, body, bodies):
                yield from _tied(scene, person, body)
        return
    after = next((n for n in scene.top if n.begin > person.end), None)
    if after is None or after.cls not in _BODIES or not _AFTER.fullmatch(scene.text[person.end : after.begin]):
        return
    title = _TITLES.match(scene.text, after.end)
    # in 副市长张三,某区区委副书记、区长李四 the title is of the one behind it
    _, end = clause_of(scene.text, after.end)
    if title and not _is_former(scene, after, end) and not scene.between(after.end, end, {"Person"}):
        yield link(scene, person, "schema:affiliation", after, "title")


def _titled(scene: Scene, front: Named, person: Named) -> bool:
    gap = scene.text[front.end : person.begin]
    if front.cls == "Award":
        return gap == "" and scene.text[: front.end].endswith("院士")
    near = gap == "的" or (gap == "" and _alone(scene, front, person))
    return front.cls in _BODIES and (near or _BETWEEN.fullmatch(gap) is not None)


# 某大学李四院士, 某公司张三。: nothing stands between a body and its member
_ALONE: Final = re.compile(
    r"(?:等|[、和,][^,;。]{2,4})?(?:院士|教授|研究员|博士|团队|等|作|做|表示|说|介绍|指出|认为|出席|参加|获|[,;。)]|$)"
)


def _alone(scene: Scene, front: Named, person: Named) -> bool:
    """Whether a person stands right behind the body, in full: ``某大学李四院士``."""
    whole = front.cls != "GovernmentBody" and len(scene.text[front.begin : front.end]) > 3
    return whole and _ALONE.match(scene.text, person.end) is not None


_ANOTHER: Final = re.compile(r"[\u4e00-\u9fff]{2,3}(?:院士|教授|研究员|博士|先生|女士|同志|主席|校长|院长|董事长)")
_ONE_OF_MANY: Final = re.compile(r"代表|专家|学者|负责人|记者|理事|发言人|医生|科学家|工程师|总监")


def _further(scene: Scene, front: Named) -> Iterator[Named]:
    """What the titles before the last one name: ``A学会会长、B集团董事长张三``, ``中国工程院院士、A大学校长张三``."""
    before = next((n for n in reversed(scene.top) if n.end <= front.begin), None)
    if before is None or scene.text[front.begin - 1] != "、":
        return
    gap = scene.text[before.end : front.begin - 1]
    if _ANOTHER.match(gap) and gap[0] in load_gazetteer().surnames:
        return  # A科学院徐某某院士、B协会主席张三
    titled = before.cls in _BODIES and _BETWEEN.fullmatch(gap) is not None and not _ONE_OF_MANY.search(gap)
    if titled or (before.cls == "Award" and gap == "" and scene.text[: before.end].endswith("院士")):
        yield from _further(scene, before)
        yield before


def _of_another_place(scene: Scene, body: Named, bodies: tuple[Named, ...]) -> bool:
    """Whether a body is printed without its region behind one that has it: in 甲市委常委、市政府副市长 it is 甲市's."""
    level = scene.text[body.begin]
    if level not in "省市区县":
        return False
    regions = [scene.text[b.begin : b.end].partition(level) for b in bodies if b.begin < body.begin]
    if scene.guessed and not any(first and mark for first, mark, _ in regions):
        return True  # 市委书记某某 in news that names several cities
    return any(first and mark and not scene.name(body.key).startswith(first) for first, mark, _ in regions)


def _tied(scene: Scene, person: Named, front: Named) -> Iterator[Relation]:
    """A body gives an affiliation; the title of an academy's member gives membership of the academy it names.

    The title itself is what she is a member as only where no list knows its academy.
    """
    if _is_former(scene, front, person.begin):
        return
    if front.cls != "Award":
        # 中国工程院李四院士
        named = front.end == person.begin and scene.text.startswith("院士", person.end)
        member = _elects(scene, front) or (named and front.cls == "Academy")
        yield link(scene, person, "schema:memberOf" if member else "schema:affiliation", front, "title")
        return
    inside = (n for n in scene.names if n.nested and front.begin <= n.begin and n.end <= front.end)
    academy = next((n for n in inside if n.cls == "Academy"), None)
    if academy is None:
        yield link(scene, person, "schema:memberOf", front, "title")
        return
    words = span_of(person, front)
    yield link_key(scene, here(person), "schema:memberOf", here(academy), "title", words)


def _is_former(scene: Scene, body: Named, end: int) -> bool:
    """Whether the post that stands behind a body, before ``end``, is one held before: ``某所原所长``, ``时任某局局长``."""
    before = scene.words.tokens[scene.words.at[body.begin - 1]] if body.begin else None
    led = before is not None and before.end == body.begin and before.text in _FORMER_BODY
    title = re.match(r"[^,;。、]*", scene.text[body.end : end])
    return led or (title is not None and _FORMER.match(title[0]) is not None)


def _elects(scene: Scene, body: Named) -> bool:
    """Whether a body is an academy of which the one behind it is a member, on no list though it be: 某国某科学院院士."""
    learned = body.cls == "Academy" or scene.name(body.key).endswith(("科学院", "工程院", "医学院"))
    return learned and re.match(r"(?:外籍|通讯|荣誉)?院士", scene.text[body.end :]) is not None


def _speaks_itself(scene: Scene, body: Named) -> bool:
    """Whether a body is named for itself: in 某公司总裁高某致辞 it only says who speaks."""
    return _WHOLE.match(scene.text, body.end) is not None


_WHOLE: Final = re.compile(
    r"$|[,;。、和与及等]|分别|先后|相继|也|均|还|在|作|做|发表|带来|出席|参加|莅临|致辞|致贺|主持|参会|与会|为"
)


# 参加挂牌仪式并致辞: at that, whatever event the text speaks of besides
_OCCASION: Final = re.compile(r"(?:参加|出席|莅临)(?:了)?[\u4e00-\u9fff]{0,8}(?:仪式|典礼|活动|座谈会|会见)并?\Z")


_FROM: Final = re.compile(r"来自[^,;。]*的?(?:学者|专家|代表|嘉宾|院士|科学家|企业家|人士|负责人|教授)[^,;。]{0,6}\Z")
# 书面致辞, 以视频方式致贺, 发来贺信: who only writes is not there
_IN_WRITING: Final = re.compile(r"书面|致信|贺信|贺电|(?:发来|录制)[^,;。]{0,4}(?:视频|致辞)")


_LISTED: Final = re.compile(r"(?:院士|教授|研究员|博士|同志|先生|女士|\([^()]{1,12}\))?等?")


def _listed_before(scene: Scene, at: int) -> list[Named]:
    """The people of the clauses before that end with one: ``市长张三,A大学校长李四出席会议``."""
    found: list[Named] = []
    for begin, end in clauses_before(scene.text, at):
        people = scene.between(begin, end, {"Person"})
        said = any(not in_name(scene, *m.span()) for m in _SAID.finditer(scene.text, begin, end))
        if said or not people or not _LISTED.fullmatch(scene.text, people[-1].end, end):
            break
        found = [*people, *found]
    return found


_SAID: Final = re.compile(r"授予|聘|会见|指出|表示|陪同|代表(?!大会)|感谢|邀请|为(?!民)|向|给|由|对|与")


def _attending(scene: Scene, m: re.Match[str]) -> Iterator[Relation]:
    """``张三作主旨报告``, ``A、B出席论坛``: people and bodies of the clause attend the event in view."""
    event = event_in_view(scene, m.start())
    begin, _ = clause_of(scene.text, m.start())
    if (
        event is None
        or _OCCASION.search(scene.text, begin, m.start())
        or _IN_WRITING.search(scene.text, begin, m.end())
    ):
        return
    crowd = scene.between(begin, m.start(), {"Person", *INSTITUTIONS})
    persons = [n for n in crowd if n.cls == "Person"]
    if _FROM.search(scene.text, begin, m.start()):
        crowd = tuple(n for n in crowd if n.cls == "Person")  # 来自甲公司、乙院等的学者发表演讲
    bodies = () if m[0] in ("出席", "参加", "参会", "与会") else [n for n in crowd if _speaks_itself(scene, n)]
    for one in [*_listed_before(scene, m.start()), *persons] if persons else bodies:
        words = span_of(one, m.span())
        planned = is_future(scene, m.start())
        yield link_key(scene, event, "schema:attendee", here(one), "attends", words, planned=planned)
