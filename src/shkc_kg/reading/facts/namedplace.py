"""Where zones, facilities and institutes stand whose names give a city by its short name: 长春高新区, 国家超级计算长沙中心."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from shkc_kg.model import Relation, ScopeReason
from shkc_kg.reading.classes import FACILITIES, ZONES
from shkc_kg.reading.facts.hosting import DESIGNATED
from shkc_kg.reading.facts.making import here, link_key, place_property
from shkc_kg.reading.names import Named
from shkc_kg.reading.names.known import is_place, place_entry
from shkc_kg.reading.names.resolve import key_of
from shkc_kg.reading.scene import Scene

__all__ = ["named_places"]

_PLACED: Final = ZONES | FACILITIES | {"ResearchInstitute"}
_DIVISIONS: Final = ("City", "District")
_FORM: Final = (3, 2)  # code points of a city's short name
_OPENING: Final = re.compile(r"“?(?:中国|国家)?")
_ENDING: Final = re.compile(r"(?:技术|科技|产业)?(?:创新|研发|转移|分)?(?:中心|分院)\Z")
# 崖州湾科技城 is no part of 崖州, 长春经开区管委会 is named after a zone
_GOES_ON: Final = re.compile(
    r"[市省州县区湾湖江河岛港洋洲山路\-、·]|大学|学院|银行|.*[“”‘’]|.*?(?:北美|欧洲|海外|境外|硅谷|[\u4e00-\u9fff]{2}分(?:院|中心|园))|.*?(?:都市圈|城市群|经济圈|飞地|离岸)"
)


def named_places(scene: Scene) -> Iterator[Relation]:
    """The city of the text that the name of a zone, facility or institute opens or ends with."""
    for name in scene.top:
        key = _place_of(scene, name) if name.cls in _PLACED and not DESIGNATED.search(scene.name(name.key)) else None
        if key is not None and key != name.key:
            words = (name.begin, name.end)
            city = (key, (), (ScopeReason.COREFERENCE,))
            yield link_key(scene, here(name), place_property(name.cls), city, "name:city", words)


def _place_of(scene: Scene, name: Named) -> str | None:
    """The city of which a name speaks and that the text tells of, too; ``None`` where another place stands in the name."""
    printed = scene.text[name.begin : name.end]
    if any(n.nested and name.begin <= n.begin and n.end <= name.end and n.cls in _DIVISIONS for n in scene.names):
        return None
    lead = _OPENING.match(printed)
    start = lead.end() if lead is not None else 0
    forms = [(start, start + size) for size in _FORM]
    ending = _ENDING.search(printed)
    forms += [(ending.start() - size, ending.start()) for size in _FORM if ending and ending.start() > size]
    found = next((at for at in forms if _is_city(scene, printed[slice(*at)])), None)
    if found is None or _names_another(printed, found) or _GOES_ON.match(printed, found[1]):
        return None
    entry = place_entry(printed[slice(*found)])
    # 姑苏实验室 is called after a district, and need not stand there; a zone does
    return key_of(entry.name) if entry is not None and (entry.cls == "City" or name.cls in ZONES) else None


def _is_city(scene: Scene, form: str) -> bool:
    """Whether a form is the short name of a city or district in China of which the text tells."""
    entry = place_entry(form) if is_place(form) else None
    at_home = entry is not None and entry.cls in _DIVISIONS and not entry.code.startswith(("Q", "geo"))
    return at_home and entry is not None and key_of(entry.name) in scene.things


def _names_another(printed: str, found: tuple[int, int]) -> bool:
    """Whether a name gives a second place: 武汉大学深圳研究院, 西宁(南京)离岸孵化器."""
    rest = printed[: found[0]] + "|" + printed[found[1] :]
    forms = {rest[i : i + size] for size in _FORM for i in range(len(rest) - size + 1)}
    return any(is_place(form) and form not in ("国家", "中国") for form in forms if "|" not in form)
