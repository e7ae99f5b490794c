"""The region that a claim holds for: 全国, 广州首个, 全省."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shkc_kg.model import ScopeReason
from shkc_kg.reading.classes import PLACES
from shkc_kg.reading.lines.clauses import clause_of
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.known import ancestors, place_entry
from shkc_kg.reading.names.resolve import key_of
from shkc_kg.reading.scene import Scene

__all__ = ["Scope", "own_region", "scope_of", "within"]

_WHOLE: Final = {"全国": "中国", "国内": "中国", "我国": "中国", "中国": "中国", "世界": "全球", "国际": "全球"}
_OWN: Final = ("全市", "全省", "全区", "本市")
# what narrows a superlative in front of it and is no listed place; 我省唯一, 东北地区首家
_NARROWED: Final = re.compile(
    r"(?:(?:东北|华北|华东|华中|华南|西南|西北|粤港澳|大湾区|京津冀|珠三角|成渝|川渝)(?:地区|区域)?|"
    r"我[省市区州县]|本[省区县]|[省市区]内|行业内?|业内|同类|亚太区|年内|当年|目前|迄今)+$"
)
_PLACES: Final = PLACES | {"Country", "Region"}
_REGION_TAIL: Final = ("", "地区", "区域", "省内", "市内", "境内", "省", "市")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where the words of a superlative begin with what narrows them: the place of ``广州首个…``, or none."""

    begin: int
    place: Named | None = None
    own: str = ""  # 全省 for 我省, 省内


def scope_of(scene: Scene, m: re.Match[str]) -> Scope:
    """The words in front of a superlative that say for where it holds; whoever does a thing first is no scope."""
    begin, _ = clause_of(scene.text, m.start())
    if m.groupdict().get("scope") or m[0].endswith(("首次", "首创")):
        return Scope(m.start())
    place = next((n for n in reversed(scene.top) if begin <= n.begin and n.end <= m.start()), None)
    if place is not None and place.cls in _PLACES and scene.text[place.end : m.start()] in _REGION_TAIL:
        return Scope(place.begin, place)
    narrowed = _NARROWED.search(scene.text, max(begin, m.start() - 12), m.start())
    if narrowed is None:
        return Scope(m.start())
    level = re.search(r"[我本]([省市区])|([省市区])内", narrowed[0])
    return Scope(narrowed.start(), own=f"全{level[1] or level[2]}" if level else "")


_OWN_LEVEL: Final = (
    (re.compile(r"全市|我市|本市"), ("市",)),
    (re.compile(r"全省|我省|本省"), ("省", "自治区")),
    (re.compile(r"全区|我区"), ("区",)),
)


def own_region(scene: Scene, begin: int, end: int) -> str | None:
    """The key of the report's region where a stretch speaks of it: 全市 in a city's text."""
    if scene.region is None:
        return None
    name = scene.name(scene.region)
    told = any(name.endswith(level) and word.search(scene.text, begin, end) for word, level in _OWN_LEVEL)
    return scene.region if told else None


def within(scene: Scene, m: re.Match[str], scope: Scope) -> tuple[str | None, tuple[ScopeReason, ...]]:
    """The name of the region that a superlative holds for, and why it is that one where the words do not name it."""
    if scope.place is not None:
        return scene.name(scope.place.key), ()
    return _level(scene, scope.own) if scope.own else _printed(scene, m)


def _printed(scene: Scene, m: re.Match[str]) -> tuple[str | None, tuple[ScopeReason, ...]]:
    groups = m.groupdict()
    word = groups.get("scope") or groups.get("scope2") or groups.get("scope3") or groups.get("before")
    if not word:
        return None, ()
    if word in _OWN:
        return _level(scene, word)
    key = key_of(_WHOLE.get(word, word))
    return (scene.name(key), (ScopeReason.COREFERENCE,)) if key in scene.things else (None, ())


def _level(scene: Scene, word: str) -> tuple[str | None, tuple[ScopeReason, ...]]:
    """全市 is the report's region where that is a city; 全省 in a city's report the province above it."""
    if scene.region is None:
        return None, ()
    name = scene.name(scene.region)
    entry = place_entry(name)
    if word in ("全市", "本市") and not name.endswith("市"):
        return None, ()
    if word == "全省" and not name.endswith(("省", "自治区")):
        above = [key_of(a) for a in ancestors(entry)] if entry else []
        key = next((k for k in above if k in scene.things and scene.things[k].cls == "Province"), None)
        return (scene.name(key), (ScopeReason.COREFERENCE,)) if key else (None, ())
    return name, (ScopeReason.REPORT_REGION,)
