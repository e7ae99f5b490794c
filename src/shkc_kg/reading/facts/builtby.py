"""Who built or set up what a clause speaks of: ``X由A、B共同组建``, ``该中心由A出资组建``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation, ScopeReason
from shkc_kg.reading.classes import FACILITIES, INSTITUTIONS, PLACES
from shkc_kg.reading.facts.making import Actor, here, link_key
from shkc_kg.reading.facts.tense import is_future
from shkc_kg.reading.lines.clauses import clause_of
from shkc_kg.reading.scene import Scene

__all__ = ["built_by"]

_BUILT: Final = re.compile(
    r"(?P<this>(?:^|(?<=[,;。]))该(?P<noun>[\u4e00-\u9fff]{1,6}?))?由(?P<who>[^,;。由]{2,80}?)(?:等[^,;。]{0,12}?)?"
    r"(?:[二三四五多]方)?(?:共同|联合|合作|出资|牵头|投资|负责|依托)*(?:组建|建设|共建|承建|建造|发起成立|发起设立|设立|成立|创办|建立)(?=[,;。)]|$|而成|并)"
)
_ALLOWED: Final = re.compile(r"批复|批准|认定|同意|支持|指导|授权|委托|的")
_MADE: Final = FACILITIES | {"ResearchInstitute", "Alliance", "Association", "Fund", "Institution", "Park"}


def built_by(scene: Scene) -> Iterator[Relation]:
    """The bodies behind 由 found what stands right before it, or what 该中心 means in the sentence before."""
    for m in _BUILT.finditer(scene.text):
        thing = _this(scene, m) if m["this"] else _named(scene, m)
        if thing is None or _ALLOWED.search(m["who"]):
            continue
        planned = is_future(scene, m.end("who"))
        for one in scene.between(m.start("who"), m.end("who"), INSTITUTIONS):
            if one.key != thing[0]:
                yield link_key(scene, thing, "schema:founder", here(one), "founder:by", m.span(), planned=planned)


def _named(scene: Scene, m: re.Match[str]) -> Actor | None:
    """The name that opens the clause and ends where 由 stands."""
    begin, _ = clause_of(scene.text, m.start())
    found = next((n for n in scene.between(begin, m.start(), _MADE) if n.end == m.start()), None)
    opens = found is not None and not scene.between(begin, found.begin)
    return here(found) if opens and found is not None and found.cls not in PLACES - {"Park"} else None


def _this(scene: Scene, m: re.Match[str]) -> Actor | None:
    """The one thing of the sentence before that is of the kind which 该 points to."""
    earlier = {n.key for n in scene.between(0, m.start(), _MADE) if scene.name(n.key).endswith(m["noun"])}
    if earlier:
        return (earlier.pop(), (), ()) if len(earlier) == 1 else None
    alike = {one.key: one for one in scene.spoken if scene.name(one.key).endswith(m["noun"])}
    found = [one for one in alike.values() if scene.things[one.key].cls in _MADE]
    return (found[0].key, (found[0].passage,), (ScopeReason.COREFERENCE,)) if len(found) == 1 else None
