"""What a heading is about, and gives to the passages below it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from shkc_kg.reading.classes import PLACES
from shkc_kg.reading.lines.headline import DAY_LED
from shkc_kg.reading.names import Named
from shkc_kg.reading.setting.headlined import told_of
from shkc_kg.reading.setting.press import prints

__all__ = ["DESIGNATION", "heading_subject"]

_HEADING_TAIL: Final = re.compile(
    r"(?:(?:成功|隆重|顺利)?(?:举办|召开|举行|开幕)|加快建设|建设|提升能级|加快推进|持续深化|有序推进|启动"
    r"|(?:功能|能级|水平|能力|效能|作用)(?:持续|不断|显著|明显|稳步|全面)(?:提升|增强|深化|优化))?"
    r"[^,;。]{0,6}$"
)
_TELLS: Final = re.compile(
    r"运行|运营|启用|开工|竣工|揭牌|挂牌|成立|获批|落户|落地|签约|开园|开馆|投用|期|升级|通过|完成|入选|获"
)
_MOST: Final = 0.6  # of a heading's characters; a name that takes so many is what the heading is about


_MARK: Final = re.compile(r"[(]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[).、]")


def heading_subject(names: Sequence[Named], text: str) -> Named | None:
    """The thing that a heading is about: it opens the heading and little follows."""
    led = DAY_LED.match(text)
    if led is not None:
        return told_of(names, text, led.end())
    opens = _MARK.match(text)
    first = next((n for n in names if not n.nested and n.begin <= max(1, opens.end() if opens else 0)), None)
    if first is None or first.cls == "Country" or prints(text, first):
        return None
    rest = text[first.end :]
    if first.cls in PLACES and DESIGNATION.search(text, first.begin, first.end):
        return None
    if first.cls in PLACES and (zone := _zone_of(names, text, first)) is not None:
        return zone
    if not rest or (first.cls not in PLACES and _HEADING_TAIL.match(rest)):
        return first
    told = first.cls in PLACES and _TELLS.search(rest)  # 综合保税区二期封关运行 is an event of it
    return first if first.end - first.begin >= _MOST * len(text) and not told else None


# what a whole city is to become or is called is no place in it, and does nothing itself: 国际科技创新中心建设
DESIGNATION: Final = re.compile(
    r"(?:科技创新|科创|科学|产业创新|金融|航运|贸易)中心$|(?:创新型|智慧|试点|示范)(?:国家|省份?|城市|城区|市|县)$"
)


def _zone_of(names: Sequence[Named], text: str, place: Named) -> Named | None:
    """What a heading is about that gives a district its zone, or its task: ``甲区:乙科学城``, ``甲区:打造创新高地``."""
    if not text.startswith(":", place.end) or place.cls not in ("City", "District"):
        return None
    zones = (n for n in names if not n.nested and n.cls in ("FunctionalZone", "Park"))
    return next((n for n in zones if (n.begin, n.end) == (place.end + 1, len(text))), place)
