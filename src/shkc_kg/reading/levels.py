"""Which place 全省, 全市, 全区 and 全县 speak of: the report's region, a wider one, or the zone or district at hand."""

from __future__ import annotations

from shkc_kg.model import ScopeReason
from shkc_kg.reading.names.known import ancestors, place_entry
from shkc_kg.reading.names.resolve import key_of
from shkc_kg.reading.scene import Scene

__all__ = ["place_of_level"]

_OWN_PLACES = frozenset(("District", "FunctionalZone"))


def place_of_level(scene: Scene, level: str) -> tuple[str, tuple[str, ...], tuple[ScopeReason, ...]] | None:
    """The key of the place that 全 or 本 with a level (省, 市, 区, 县) means, and what supplies it.

    全区 is said of the district or zone whose heading stands above; 全省 in a report of a city is its province, if the
    text names it. None where nothing of the level is known.
    """
    near = scene.place or scene.title
    if level in ("区", "县") and near is not None and scene.things[near.key].cls in _OWN_PLACES:
        return near.key, (near.passage,), ()
    if scene.region is None:
        return None
    entry = place_entry(scene.name(scene.region))
    if entry is None or _is_of_level(entry.cls, entry.name, level):
        return scene.region, (), (ScopeReason.REPORT_REGION,)
    above = (key_of(name) for name in ancestors(entry))
    wider = (k for k in above if k in scene.things and _is_of_level(scene.things[k].cls, scene.name(k), level))
    key = next(wider, None)
    return (key, (), (ScopeReason.COREFERENCE,)) if key is not None else None


def _is_of_level(cls: str, name: str, level: str) -> bool:
    """Whether a level may be that of a region: 全区 is said of 宁夏, too, and 全市 of 重庆."""
    match level:
        case "省":
            return cls == "Province" and not name.endswith("市")
        case "市":
            return cls == "City" or (cls == "Province" and name.endswith("市"))
        case "区":
            return (cls == "District" and name.endswith("区")) or name.endswith("自治区")
        case "县":
            return cls == "District" and not name.endswith("区")
        case _:
            return True
