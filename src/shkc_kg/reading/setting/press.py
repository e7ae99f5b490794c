"""Papers, agencies and news sites where a page only says that they printed it: no figure is theirs."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.names import Named

__all__ = ["prints"]

_BEHIND: Final = re.compile(
    r"[”》]?\s?(?:讯(?!飞|号)|消息|客户端|(?:首席|见习|特派|驻[\u4e00-\u9fff]{1,4}|全媒体|本报)?(?:记者|通讯员|编辑)|点击|作者|责编"
    r"|[\u4e00-\u9fff]{0,4}?\d{1,2}月\d{1,2}日\s?(?:电|讯|消息|报道)|\s?\d{4}-\d{2}-\d{2})"
)
_BEFORE: Final = re.compile(r"(?:来源|稿源|转自|摘自|原载|刊登于)[:于]?\s?[“《]?\Z")


def prints(text: str, name: Named) -> bool:
    """Whether a name only says who printed or wrote a page: 某日报讯, 来源:某网, 某报记者方一."""
    return bool(_BEHIND.match(text, name.end) or _BEFORE.search(text, max(0, name.begin - 6), name.begin))
