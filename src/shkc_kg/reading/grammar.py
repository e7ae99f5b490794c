"""Who does what in a clause: verbs of the lexicon with the names before and behind them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.lexicon import frame_verbs
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene

__all__ = ["INSTITUTIONS", "PLACES", "Verb", "When", "clause_of", "is_future", "names_after", "names_before", "verbs", "when"]

INSTITUTIONS: Final = frozenset(
    "Institution University ResearchInstitute Hospital Company GovernmentBody InternationalOrganization Alliance "
    "Association Academy".split()
)
PLACES: Final = frozenset(("Province", "City", "District", "FunctionalZone", "Country", "Region", "Park"))


@dataclass(frozen=True, slots=True)
class Verb:
    """A frame's verb in a passage: ``frame`` says which rule reads it, ``prop`` the property that its date has."""

    begin: int
    end: int
    word: str
    frame: str
    prop: str


@dataclass(frozen=True, slots=True)
class When:
    """A date for a fact: EDTF, the place of its words if they stand in the passage, else where it comes from."""

    edtf: str
    words: tuple[int, int] | None = None
    scope: tuple[str, ...] = ()
    reasons: tuple[ScopeReason, ...] = ()


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(map(re.escape, frame_verbs()), key=lambda v: (-len(v), v))))


def verbs(scene: Scene, frame: str) -> Iterator[Verb]:
    """The verbs of a frame that stand outside names and quotes, in order."""
    table: Mapping[str, tuple[str, str]] = frame_verbs()
    for m in _pattern().finditer(scene.text):
        kind, prop = table[m[0]]
        if kind != frame or any(n.begin <= m.start() and m.end() <= n.end for n in scene.top):
            continue
        if not _is_noun(scene, m.start(), m.end()) and not _quoted(scene.text, m.start()):
            yield Verb(m.start(), m.end(), m[0], kind, prop)


_NOUN_AFTER: Final = re.compile(r"(?:活动|仪式|大会|工作|平台|机制|体系|能力|方式|模式|率|方|地|者|水平|力度)")


def _is_noun(scene: Scene, begin: int, end: int) -> bool:
    """Whether a verb's word heads a noun here: 发布会, 举办方, 合作机制."""
    token = scene.words.tokens[scene.words.at[begin]]
    longer = token.end > end and token.tag != "name" and token.tag[0] == "n"
    return longer or bool(_NOUN_AFTER.match(scene.text, end)) and end - begin == 2


def _quoted(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at) or text.count("《", 0, at) > text.count("》", 0, at)


_BREAK: Final = re.compile(r"[,;。:!?\n\t]")


def clause_of(text: str, at: int) -> tuple[int, int]:
    """The clause around a place: between commas, semicolons and full stops outside quotes."""
    begin, end = 0, len(text)
    for m in _BREAK.finditer(text):
        if _quoted(text, m.start()):
            continue
        if m.start() < at:
            begin = m.end()
        elif m.start() >= at:
            end = m.start()
            break
    return begin, end


_GLUE: Final = re.compile(r"(?:、|和|与|及|以及|暨|及其|等|\s)?")
_GAP_BEFORE: Final = re.compile(
    r"[”》]?(?:\([^()]{1,16}\))?(?:等[^,;。]{0,18}?)?(?:项目|活动|节目|工程|办公场地|建设|专场)?"
    r"(?:于[^,;。]{1,14}?|在[^,;。]{2,20}?|以[^,;。]{2,16}?(?:方式|形式))?"
    r"(?:正式|成功|相继|顺利|隆重|全面|先后|陆续|分别|已|共同|率先|如期|圆满|在|上|揭牌|挂牌|挂牌并|获国家|年内|也|均)*"
)
_GAP_AFTER: Final = re.compile(r"(?:了|全球|全国|国内|全市|首[个家座批]|第[一二三四五]批|[一二三四五六七八九十\d]+[家个项场]|的|以|[“《])*[^,;。、在与和]{0,6}")


def names_before(scene: Scene, at: int, classes: Collection[str]) -> tuple[Named, ...]:
    """The names that are the subject of a verb at ``at``: nearest last, with their list to the left.

    ``长三角高端智库联盟成立``; ``A、B等落地``; ``A于4月揭牌``.
    """
    begin, _ = clause_of(scene.text, at)
    inside = [n for n in scene.top if begin <= n.begin and n.end <= at]
    chain: list[Named] = []
    edge = at
    for name in reversed(inside):
        gap = scene.text[name.end : edge]
        if chain:
            fits = _GLUE.fullmatch(gap) is not None or gap in ("”“", "》《", "”、“")
        else:
            fits = _GAP_BEFORE.fullmatch(gap) is not None
            if fits and name.cls not in classes and re.search(r"[在于]$", scene.text[begin : name.begin]):
                edge = name.begin - 1
                continue
            if not fits and re.match(r"(?:在|于|以)", gap):
                continue
        if not fits:
            break
        if name.cls in classes:
            chain.append(name)
            edge = name.begin
        elif chain:
            break
        else:
            return ()
    return tuple(reversed(chain))


def names_after(scene: Scene, at: int, classes: Collection[str]) -> tuple[Named, ...]:
    """The names that are the object of a verb that ends at ``at``, a whole list of them."""
    chain: list[Named] = []
    edge = at
    for name in (n for n in scene.top if n.begin >= at):
        gap = scene.text[edge : name.begin]
        fits = _GLUE.fullmatch(gap) or gap in ("”“", "》《", "、“") if chain else _GAP_AFTER.fullmatch(gap)
        if not fits and chain and re.fullmatch(r"[^,;。]{0,14}、[^,;。在与]{0,4}", gap):
            fits = True
        if not fits or name.cls in PLACES and _modifies(scene, name):
            break
        if name.cls in classes:
            chain.append(name)
        elif not chain:
            return ()
        edge = name.end
    return tuple(chain)


_ENDS_OBJECT: Final = re.compile(r"$|[,;。、:!?\n\t”)]|等|和|与|及|建设|成为|发展|打造|功能|参与|加快|创建|在|率先|做|开展|更")


def _modifies(scene: Scene, place: Named) -> bool:
    """Whether a place only describes the noun behind it: 建立长三角合作机制 founds no 长三角."""
    return place.cls in ("Province", "City", "District", "Country", "Region", "FunctionalZone") and not _ENDS_OBJECT.match(
        scene.text, place.end
    )


def when(scene: Scene, at: int, *, own_year: bool = True) -> When | None:
    """The date that holds at a place: the sentence's last date before it, the heading's month, the report's year."""
    sentence = max((m.end() for m in re.finditer(r"[。;!?]", scene.text[:at])), default=0)
    before = [d for d in scene.dates if sentence <= d.begin and d.end <= at and not _in_any(scene, d.begin, d.end) and not d.as_of]
    named = [d for d in scene.dates if sentence <= d.begin and d.end <= at and _in_any(scene, d.begin, d.end)]
    clause, _ = clause_of(scene.text, at)
    for date in reversed(before):
        if date.begin >= clause or not any(c in scene.text[date.end : at] for c in ";。"):
            return When(date.edtf, (date.begin, date.end))
    if scene.when is not None:
        return When(scene.when[0].edtf, None, (scene.when[1],))
    if named and named[-1].begin >= clause and "/" not in named[-1].edtf:
        return When(named[-1].edtf, (named[-1].begin, named[-1].end))
    if own_year and scene.year is not None:
        return When(f"{scene.year:04d}", None, (), (ScopeReason.REPORT_YEAR,))
    return None


def _in_any(scene: Scene, begin: int, end: int) -> bool:
    return any(n.begin <= begin and end <= n.end for n in scene.top)


_FUTURE: Final = re.compile(r"(?:拟|将(?!近)|计划(?![项资])|力争|争取|预计|筹备|准备|规划(?!建设)|有望|要(?!求))[^,;。]{0,14}$")


def is_future(scene: Scene, at: int) -> bool:
    """Whether the verb at a place is put into the future: 拟, 将, 计划 before it in its clause."""
    begin, _ = clause_of(scene.text, at)
    text = re.sub(r"《[^》]*》|“[^”]*”", lambda m: "　" * len(m[0]), scene.text[begin:at])
    return bool(_FUTURE.search(text))
