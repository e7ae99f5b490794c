"""Claims: 首个, 唯一, 最大, 居首位, 领跑 — what the report says of a thing, with the region it says it for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Claim, ClaimKind, ScopeReason
from shkc_kg.reading.grammar import clause_of
from shkc_kg.reading.names.resolve import key_of
from shkc_kg.reading.scene import Scene

__all__ = ["claims"]

_SCOPE: Final = r"(?P<scope>全球|世界|国际|全国|国内|我国|中国|全市|全省|本市|亚洲|亚太|长三角|[\u4e00-\u9fff]{2,3}[省市])?"
_FIRST: Final = re.compile(rf"{_SCOPE}(?:规模)?首(?:个|家|座|所|批|条|款|台|套|例|次|届|部|张|架|艘|颗|片|支|单|创|发)(?!位|发地|发式|发站)")
_ONLY: Final = re.compile(rf"{_SCOPE}唯一(?:的|一个|一家)?")
_MOST: Final = re.compile(rf"{_SCOPE}(?:[\u4e00-\u9fff]{{2,6}}?)?(?:最大|最多|最高|最长|最早|最快|最先进|之最)的?")
_LEADING: Final = re.compile(
    rf"(?:领跑|领先)(?P<scope>全球|世界|全国|国内|全市|亚洲)?|(?:居|列|位居|位列|稳居|名列|排名|保持)(?P<scope2>全球|世界|全国|国内|全市|全省|亚洲)?[^,;。、]{{0,4}}?(?:首位|榜首|第一(?!批|次|届|季))"
)
_KINDS: Final = ((_FIRST, ClaimKind.FIRST), (_ONLY, ClaimKind.ONLY), (_MOST, ClaimKind.LARGEST), (_LEADING, ClaimKind.LEADING))
_WHOLE: Final = {"全国": "中国", "国内": "中国", "我国": "中国", "中国": "中国"}


def claims(scene: Scene) -> Iterator[Claim]:
    """The superlatives of a passage that speak of a named thing."""
    for pattern, kind in _KINDS:
        for m in pattern.finditer(scene.text):
            if any(n.begin <= m.start() and m.end() <= n.end for n in scene.top):
                continue
            claim = _claim(scene, m, kind)
            if claim is not None:
                yield claim


def _claim(scene: Scene, m: re.Match[str], kind: ClaimKind) -> Claim | None:
    begin, end = clause_of(scene.text, m.start())
    if scene.text[m.end() : end].find("——") >= 0:
        end = max(end, begin)
    about, scope, reasons, last = _about(scene, m, kind, begin, end)
    if about is None:
        return None
    words = (m.start(), max(last, m.end())) if kind is not ClaimKind.LEADING else (max(begin, m.start() - 16), end)
    first = words[0] if kind is not ClaimKind.LEADING else begin
    printed = scene.passage.text[first : words[1]].strip(" ,、")
    within, why = _within(scene, m)
    evidence = scene.evidence(f"claim:{kind.value}", (first, words[1]), scope=scope, reasons=(*reasons, *why))
    return Claim(scene.name(about), kind, printed, within, evidence)


_About = tuple[str | None, tuple[str, ...], tuple[ScopeReason, ...], int]


def _about(scene: Scene, m: re.Match[str], kind: ClaimKind, begin: int, end: int) -> _About:
    """What a claim is about: the name it describes (behind it), the subject in front, or what the heading names."""
    behind = next((n for n in scene.top if n.begin >= m.end() and n.begin <= end + 1), None)
    before = next((n for n in reversed(scene.top) if begin <= n.begin and n.end <= m.start()), None)
    if kind is ClaimKind.LEADING:
        if before is not None and before.cls not in ("Award",):
            return before.key, (), (), end
    elif behind is not None and behind.begin - m.end() <= 24 and "," not in scene.text[m.end() : behind.begin]:
        return behind.key, (), (), behind.end
    elif before is not None and m.start() - before.end <= 10:
        return before.key, (), (), end
    if kind is ClaimKind.FIRST and not m[0].endswith("首次") and kind is not ClaimKind.LEADING:
        return None, (), (), end
    if scene.subject is not None:
        return scene.subject.key, (scene.subject.passage,), (), end
    if scene.region is not None:
        return scene.region, (), (ScopeReason.REPORT_REGION,), end
    return None, (), (), end


def _within(scene: Scene, m: re.Match[str]) -> tuple[str | None, tuple[ScopeReason, ...]]:
    groups = m.groupdict()
    word = groups.get("scope") or groups.get("scope2")
    if not word:
        return None, ()
    if word in ("全市", "全省", "本市"):
        return (scene.name(scene.region), (ScopeReason.REPORT_REGION,)) if scene.region else (None, ())
    name = _WHOLE.get(word, word)
    key = key_of(name)
    return (scene.name(key), (ScopeReason.COREFERENCE,)) if key in scene.things else (None, ())
