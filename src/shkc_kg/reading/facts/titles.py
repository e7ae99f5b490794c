"""What a title itself tells: who issued the paper, and what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Literal, Relation
from shkc_kg.reading.classes import INSTITUTIONS
from shkc_kg.reading.facts.making import link
from shkc_kg.reading.lines.clauses import is_quoted
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.scene import Scene

__all__ = ["title_facts"]

_PAPER: Final = r"(?:意见|措施|办法|政策|通知|方案|规定|决定|细则|条例)"
_ABOUT: Final = re.compile(
    rf"关于(?:印发|发布)?(?:进一步)?(?:全面|加快|大力|深入|统筹)*(?:支持|推进|促进|加强|推动|深化|完善|鼓励|规范|优化|实施)?(?P<object>.{{2,40}}?)(?:的)?(?:若干|实施|指导|行动|工作)*{_PAPER}"
)
# 关于公布结果和评议意见的通知: what is made known may itself be called an opinion, and the kind of paper ends the title
_MADE_KNOWN: Final = re.compile(rf"关于(?:公布|公示|通报|下达|转发|报送|征求|征集)(?P<object>.{{2,40}})的{_PAPER}")
_PLAN_OF: Final = re.compile(
    r"^(?:促进|推进|加快|推动|支持|中长期)?(?P<object>.{3,30}?)(?:“[^”]+”|[(]|建设|[一二三四五]年(?=行动)|中长期|发展专项资金|第十[一二三四五六]个五年|20\d\d)*"
    r"(?:(?<!高质量)发展)?(?:总体|专项|中长期)?(?:规划|行动方案|行动计划|实施方案|(?:管理|使用)[和与及]?(?:管理|使用)?办法|若干政策|条例|纲要|统计规范|规范)"
)
_KIND: Final = re.compile(r"的(?:总体|若干|具体|指导|实施)?\Z")
_PLACE: Final = re.compile(r"^[\u4e00-\u9fff]{2,6}?(?:省|(?<!城)市|区(?!域)|县|自治区)(?=[\u4e00-\u9fff“]{3})")
# 江苏省推进科技创新中心建设条例
_PLACE_VERB: Final = re.compile(rf"{_PLACE.pattern}(?=促进|推进|加快|推动|支持)")
_NOT_TOPICS: Final = frozenset(("GovernmentBody", "Country", "Academy", "Award"))
_PAPERS: Final = frozenset(("Policy", "Publication"))
_ISSUED: Final = _PAPERS | {"Plan", "Programme", "Initiative"}


# the place in the name of a newspaper or programme is where it is made, not what it is about
_MEDIA: Final = re.compile(
    r"(?:[日晚早晨时商快]报|都市报|新闻联播|新闻网|周刊|周报|学报|[\u4e00-\u9fff]卫视|电视台|观察)》\Z"
)


def title_facts(scene: Scene) -> Iterator[Relation]:
    """Issuers and topics that titles of policies and reports print."""
    for work in scene.top:
        if work.cls in _ISSUED and scene.text[work.begin] == "《":
            yield from _sent_out(scene, work)
        if work.cls in _PAPERS and scene.text[work.begin] == "《":
            yield from _issuers(scene, work)
            if not _MEDIA.search(scene.text, work.begin, work.end):
                yield from _topics(scene, work)


# 某市人民政府关于印发《X》的通知
_SENT_OUT: Final = re.compile(r"(?:办公厅|办公室)?关于(?:印发|发布|下达|公布)\Z")
_NOTICE: Final = re.compile(r"的(?:通知|公告|通告|决定)")


def _sent_out(scene: Scene, work: Named) -> Iterator[Relation]:
    """``A、B关于印发《X》的通知``: those who send the paper out publish it."""
    m = _SENT_OUT.search(scene.text, 0, work.begin)
    if m is None or not _NOTICE.match(scene.text, work.end):
        return
    edge = m.start()
    for body in reversed([n for n in scene.top if n.end <= edge and n.cls in INSTITUTIONS]):
        if scene.text[body.end : edge] not in ("", "、", " ", "和"):
            return
        yield link(scene, work, "schema:publisher", body, "title:sent out")
        edge = body.begin


def _issuers(scene: Scene, work: Named) -> Iterator[Relation]:
    """``《中共中央国务院关于…的意见》``: the bodies that open the title issued it."""
    at, issuers = work.begin + 1, []
    for inner in (n for n in scene.names if n.nested and work.begin < n.begin and n.end < work.end):
        if inner.begin == at and inner.cls in ("GovernmentBody", "Institution", "Academy"):
            issuers.append(inner)
            at = inner.end + scene.text.startswith(("、", " "), inner.end)
    if not re.match(r"(?:办公[厅室])?(?:等[^关]{1,8})?(?:关于|印发)", scene.text[at:]):
        return
    evidence = scene.evidence("title:issuer", (work.begin, work.end))
    for issuer in issuers:
        yield Relation(scene.name(work.key), "schema:publisher", scene.name(issuer.key), evidence)


def _topics(scene: Scene, work: Named) -> Iterator[Relation]:
    """Named things inside a title, and the words that say its topic."""
    name, text = scene.name(work.key), scene.text[work.begin + 1 : work.end - 1]
    evidence = scene.evidence("title:about", (work.begin, work.end))
    for inner in scene.names:
        inside = inner.nested and work.begin < inner.begin and inner.end < work.end
        if inside and inner.cls not in _NOT_TOPICS and not _is_part(scene, inner, work) and inner.key != work.key:
            yield Relation(name, "schema:about", scene.name(inner.key), evidence)
    m = _MADE_KNOWN.search(text) or _ABOUT.search(text) or _PLAN_OF.match(_PLACE_VERB.sub("", text))
    topic = m["object"] if m and work.cls == "Policy" else ""
    if not text.startswith("关于") and m is not None and m.re is _PLAN_OF:
        topic = re.sub(r"^“十[一二三四五]五”(?:期间|时期)?", "", _PLACE.sub("", topic))
    topic = _KIND.sub("", topic)  # 关于推进X的总体方案 is about X
    place = place_entry(topic)
    division = place is not None and place.cls in ("Province", "City", "District")
    quoted = is_quoted(topic, len(topic)) or (topic.startswith("“") and topic.endswith("”"))
    if 3 <= len(topic) <= 36 and not quoted and not division:
        yield Relation(name, "schema:about", Literal(topic, "zh"), evidence)


_OF_BODY: Final = re.compile(
    r"(?:[\u4e00-\u9fff]{1,5}[市区县旗])?(?:人民政府|政府(?!工作))|赛区|[\u4e00-\u9fff]{0,8}?(?:研究院|研究所|大学|学院)(?!城|科技园)"
)


_ISSUED_IN: Final = re.compile(r"[市省]?(?:共同|联合|行动|合作)?(?:倡议|宣言|共识|声明|倡议书)》")


def _is_part(scene: Scene, inner: Named, work: Named) -> bool:
    """Whether a place in a title is only a part of a longer name: 张江 of 张江高新技术产业开发区.

    So is the place of a party to an agreement: ``《某市某区人民政府·某大学共建某院》``. A declaration is called after
    the town that it is issued in: ``《某市宣言》``.
    """
    rest = scene.text[inner.end : work.end]
    return (
        bool(_OF_BODY.match(rest) or _ISSUED_IN.match(rest))
        or bool(re.match(r"(?:高新|科学城|综合性|国家|经济技术|自由贸易|实验室)", rest))
        or any(o.nested and o.begin <= inner.begin and inner.end < o.end and o is not inner for o in scene.names)
    )
