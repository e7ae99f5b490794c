"""Lists in a passage: how many things a stretch of text names, and what of that is sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from shkc_kg.audit.sheet import Place, Sheet, words

__all__ = ["Listed", "list_after", "list_before", "listed"]

_BREAK: Final = re.compile(r"[,;。:!?\n\t]|—")
_JOINTS: Final = "和与及暨"
_CLOSED: Final = "”》"
_OPEN: Final = re.compile(r"(?<![高平中同上下初对])等(?![级同待于候比])")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list at ``begin``..``end``: between ``fewest`` and ``most`` names, as 和 may join two or stand in one.

    ``named`` tells that each is a name rather than words, ``open`` that the list ends in 等, ``collective`` that one
    of its names may stand for several (一体化示范区).
    """

    begin: int
    end: int
    fewest: int
    most: int
    open: bool = False
    named: bool = True
    collective: bool = False


def listed(sheet: Sheet, begin: int, end: int, open_: bool = False, tail: bool = False) -> Listed | None:
    """The list that a stretch is, ``None`` where it names one thing only; a ``tail`` of words may follow its last name.

    >>> from shkc_kg.audit.example import sheet
    >>> listed(sheet("“家园”“宇宙”“征程”"), 0, 12).fewest
    3
    >>> (found := listed(sheet("古巴、埃及和乍得"), 0, 8)).fewest, found.most
    (3, 3)
    >>> (found := listed(sheet("政策、科学和新兴技术"), 0, 10)).fewest, found.most
    (2, 3)
    """
    hard = _hard(sheet, begin, end)
    last = hard[-1][1] if hard else begin
    soft = [at for at in range(last + 1, end - 1) if sheet.text[at] in _JOINTS and not sheet.inside(at)]
    if not hard and not (soft and (tail or _ends_name(sheet, end))):
        return None
    joined = soft[:1]
    sure = [at for at in joined if _ends_name(sheet, at) and _begins_name(sheet, at + 1)]
    cuts = [*hard, *((at, at + 1) for at in joined)]
    ends = [*(cut[0] for cut in cuts), end]
    begins = [begin, *(cut[1] for cut in cuts)]
    # words may lead to the first name (接入东滩湿地公园、…) and follow the last (…基金会在上海设立代表处)
    named = all(_ends_name(sheet, e) for e in (ends[:-1] if tail else ends)) and all(
        _begins_name(sheet, b) for b in begins[1:]
    )
    collective = any(sheet.text[:e].endswith(words("collective")) for e in ends)
    return Listed(begin, end, len(hard) + 1 + len(sure), len(hard) + 1 + len(joined), open_, named, collective)


def _hard(sheet: Sheet, begin: int, end: int) -> list[Place]:
    """Where 、 parts two members, or nothing stands between two quoted ones."""
    cuts = []
    for at in range(begin + 1, end):
        if sheet.text[at] == "、" and not sheet.inside(at):
            cuts.append((at, at + 1))
        elif sheet.text[at] in "“《" and sheet.text[at - 1] in _CLOSED:
            cuts.append((at, at))
    return cuts


def _ends_name(sheet: Sheet, at: int) -> bool:
    return sheet.text[at - 1] in _CLOSED or any(end == at for _, end in sheet.names)


def _begins_name(sheet: Sheet, at: int) -> bool:
    return sheet.text[at] in "“《" or any(begin == at for begin, _ in sheet.names)


def _start(sheet: Sheet, at: int) -> int:
    """Where the clause that ends at a place begins: behind a mark, or behind another number."""
    marks = (m.end() for m in _BREAK.finditer(sheet.text, 0, at) if not sheet.inside(m.start()))
    numbers = (count.unit_end for count in sheet.counts if count.unit_end < at)
    return max((*marks, *numbers), default=0)


def list_before(sheet: Sheet, at: int) -> Listed | None:
    """The list that ends right before a number: ``A、B、C3个国``, ``A、B等10个项目``.

    >>> from shkc_kg.audit.example import sheet
    >>> found = list_before(sheet("分别在古巴、埃及、乍得3个国建设"), 11)
    >>> (found.fewest, found.open)
    (3, False)
    """
    end, opened = at, False
    for word in (*words("open"), "这", "共"):
        if sheet.text[:end].endswith(word):
            end, opened = end - len(word), opened or word in words("open")
    begin = _start(sheet, end)
    # 、 before a number begins a member of its own; 的 leads from makers to what they made (A、B研制的2款疫苗)
    if end - begin < 2 or sheet.text[end - 1] in f"、的{_JOINTS}":
        return None
    return listed(sheet, begin, end, opened)


def list_after(sheet: Sheet, at: int) -> Listed | None:
    """The list that a counted noun leads to: ``5家组织——A、B…``, ``3个园区(A、B、C)``, ``2家，分别为A、B``.

    >>> from shkc_kg.audit.example import sheet
    >>> list_after(sheet("5家组织——甲会、乙盟、丙署在沪设处"), 2).fewest
    3
    """
    lead = re.compile(rf"[^,;。:、—(\d]{{0,16}}(?P<lead>—+|:|\(|,?(?:{'|'.join((*words('lead'), *words('some')))}):?)")
    found = lead.match(sheet.text, at)
    if found is None:
        return None
    begin, bracket = found.end(), found["lead"] == "("
    stop = re.compile(r"\)" if bracket else r"[,;。\n\t)]")
    ends = (m.start() for m in stop.finditer(sheet.text, begin) if bracket or not sheet.inside(m.start()))
    end = next(ends, len(sheet.text))
    some = found["lead"].strip(",:") in words("some")
    opened = some or bool(_OPEN.search(sheet.text, begin, end))
    if end - begin < 2:
        return None
    made = listed(sheet, begin, end, opened, tail=True)
    return made if made and _hard(sheet, begin, end) else None
