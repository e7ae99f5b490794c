"""A passage cut into sentences and clauses, with what a number's phrase is made of."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, cached_property
from typing import Final

from shkc_kg.reading.calendar.dates import DateAtom
from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names import Named
from shkc_kg.reading.scene import Scene
from shkc_kg.reading.tokens import Token

__all__ = ["Page"]

_CLAUSE: Final = re.compile(r"[,;。!?\n\t】]|:|——|…+|(?<=[\u4e00-\u9fff”》)]) (?=[\u4e00-\u9fff“《])")
_PART: Final = re.compile(r"[;。!?\n\t]")
_SENTENCE: Final = re.compile(r"[。!?\n\t]")
_PROTECTED: Final = re.compile(r"《[^》]{0,120}》|“[^”。]{0,40}”|\([^()]{0,80}\)|线上线下")
_COMPARED: Final = re.compile(r"(?:比|较|是|为|超过|高于|低于|相当于|相比于?|对比)\Z")
_SECTOR: Final = re.compile(
    r"(?P<noun>[\u4e00-\u9fff]{2,14}?(?:产业|行业|制造业|服务业|工业|农业|建筑业|板块|集群))"
    r"(?:在|依托|受|以|快速|持续|稳步|稳中|发展|加快|方面|领域|支撑|,)"
)
# the joint in front of the next figure's own words; 国家和地区 is one noun
_NEXT_SCOPE: Final = re.compile(
    r"(?<=[\u4e00-\u9fff])(?:和|与|以及|及)(?!地区|组织|单位|院所|机构|个人|团队|企业|高校)[\u4e00-\u9fff]{2,5}(?<![的和与及、])\Z"
)
_PLUS: Final = re.compile(r"[^“”+、]*(?=\+(?:\d|\Z)|”)")  # “1家[国家实验室]+10家省实验室”为主体
_ATTRIBUTIVE: Final = re.compile(r"的|类(?!似)|型|商|站(?!在)")  # behind a verb that describes: 服务类企业, 孵化型平台
_SHORT_LIST: Final = 24  # code points of a list that one number counts
_REACH: Final = 400  # code points; nothing further away says what a number counts
_LABEL: Final = 14  # code points; a longer stretch before a colon is a clause
_FIGURE: Final = re.compile(r"(?![一二三四五六七八九十]是)[^,;。:!?\n\t\d第]{0,10}(?!(?:19|20)\d{2}年)\d")
_SINGLE_VERBS: Final = frozenset("设获建办引育聘")
_WORD_BEFORE: Final = re.compile(r"[\u4e00-\u9fff](?<![达为至到约超近共有是了增降过破逾满余])")
_RISEN: Final = re.compile(r"(?:提高|增长|增加|提升|上升|下降|降低|减少|扩大|发展|攀升|[增升降])[到至]\Z")
# 建院4年来累计服务企业
_SINCE: Final = re.compile(r"(?:建[院所校园厂区站会馆台]|成立|设立|创办|开[园馆办业]|运[行营]|投用|落户)\Z")


class Page:
    """A scene with its clause boundaries, verbs and dates looked up by place, each in logarithmic time."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.text = scene.text
        self.names = scene.top
        guarded = bytearray(len(self.text))
        for m in _PROTECTED.finditer(self.text):
            guarded[m.start() + 1 : m.end() - 1] = b"\1" * max(0, m.end() - m.start() - 2)
        self._guarded = guarded
        self._clauses = self._ends(_CLAUSE)
        self._parts = self._ends(_PART)
        self._sentences = self._ends(_SENTENCE)
        self._name_begins = [n.begin for n in self.names]
        self._number_begins = [n.begin for n in scene.numbers]
        self._date_begins = [d.begin for d in scene.dates]

    def _ends(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        found = [m.span() for m in pattern.finditer(self.text) if not self._guarded[m.start()]]
        return [
            (begin, end)
            for i, (begin, end) in enumerate(found)
            if self.text[begin] != ":" or not self._labels(found[i - 1][1] if i else 0, begin)
        ]

    def _labels(self, begin: int, colon: int) -> bool:
        """Whether a colon only parts a label from its number: ``各类活动:40+场``."""
        says = self.text[begin:colon].endswith(("提出", "指出", "强调", "表示", "显示", "要求", "明确"))
        return colon - begin <= _LABEL and not says and bool(_FIGURE.match(self.text, colon + 1))

    def _around(self, marks: list[tuple[int, int]], at: int) -> tuple[int, int]:
        i = bisect_right(marks, (at, -1))
        begin = marks[i - 1][1] if i else 0
        end = marks[i][0] if i < len(marks) else len(self.text)
        return begin, end

    def clause(self, at: int) -> tuple[int, int]:
        """The clause around a place, without the marks at its ends; of an endless one only what stands near."""
        begin, end = self._around(self._clauses, at)
        return max(begin, at - _REACH), min(end, at + _REACH)

    def clauses(self) -> Iterator[tuple[int, int]]:
        """The clauses of the passage, in order."""
        at = 0
        while at < len(self.text):
            begin, end = self.clause(at)
            yield begin, end
            at = max(end, at) + 1

    def clauses_before(self, begin: int, first: int, most: int) -> Iterator[tuple[int, int]]:
        """At most some clauses before one that begins at ``begin``, back to a place, nearest first."""
        at = begin
        for _ in range(most):
            if at <= first:
                return
            clause, end = self.clause(at - 1)
            if clause >= at:
                return
            yield clause, end
            at = clause

    def part(self, at: int) -> tuple[int, int]:
        """The stretch between semicolons and full stops."""
        return self._around(self._parts, at)

    def sentence(self, at: int) -> tuple[int, int]:
        """The stretch between full stops, tabs and line feeds."""
        return self._around(self._sentences, at)

    def name_at(self, at: int) -> Named | None:
        """The outer name that begins at a place."""
        i = bisect_left(self._name_begins, at)
        return self.names[i] if i < len(self.names) and self.names[i].begin == at else None

    def names_in(self, begin: int, end: int) -> list[Named]:
        """The outer names of a stretch."""
        i = bisect_left(self._name_begins, begin)
        found = []
        while i < len(self.names) and self.names[i].begin < end:
            if self.names[i].end <= end:
                found.append(self.names[i])
            i += 1
        return found

    def next_number(self, at: int) -> int | None:
        """Where the next counted number begins from a place on; ordinals are parts of nouns."""
        i = bisect_left(self._number_begins, at)
        while i < len(self.scene.numbers) and self.scene.numbers[i].kind == "ordinal":
            i += 1
        return self._number_begins[i] if i < len(self.scene.numbers) else None

    def dates_in(self, begin: int, end: int) -> list[DateAtom]:
        """The dates of a stretch."""
        i = bisect_left(self._date_begins, begin)
        found = []
        while i < len(self.scene.dates) and self.scene.dates[i].begin < end:
            if self.scene.dates[i].end <= end:
                found.append(self.scene.dates[i])
            i += 1
        return found

    def in_name(self, number: Number) -> bool:
        """Whether bare digits only end a word in quotes or brackets: “…小麦烟农19(烟优361)…”."""
        at = number.begin
        bare = not number.unit and number.kind in ("", "count") and self.text[at : number.end].isdigit()
        return bare and bool(self._guarded[at]) and bool(_WORD_BEFORE.match(self.text, at - 1))

    def date_at(self, at: int) -> DateAtom | None:
        """The date that a place lies in."""
        i = bisect_right(self._date_begins, at) - 1
        return self.scene.dates[i] if i >= 0 and at < self.scene.dates[i].end else None

    def is_compared(self, date: DateAtom) -> bool:
        """Whether a date is only what something is compared with: ``比上年增长``."""
        if _COMPARED.search(self.text, max(0, date.begin - 3), date.begin):
            return True
        if self.text.startswith("相比", date.end) and self.text[date.begin - 1] in "与同和":
            return True
        if self.text[date.begin - 1 : date.begin] == "(" and (before := self.date_at(date.begin - 2)) is not None:
            return self.is_compared(before)
        return self.text.startswith("上年", date.begin) and self.text.startswith(("的", "同期", "水平"), date.end)

    def undated(self, begin: int, end: int) -> str:
        """A stretch without its dates, but for those compared with: ``2020年全市…`` as ``全市…``."""
        kept, at = [], begin
        for date in self.dates_in(begin, end):
            if self.is_compared(date):
                continue
            head = self.text[at : date.begin]
            head = _SINCE.sub("", head) if self.text.endswith("来", 0, date.end) else head
            kept.append(head if _RISEN.search(head) else re.sub(r"[由从自到至]\Z", "", head))
            at = date.end
            if self.text.startswith("的", at) and (kept[-1] != head or _RISEN.search(head)):
                at += 1
        kept.append(self.text[at:end])
        return re.sub(r"^[,\s]+", "", "".join(kept))

    @cached_property
    def _token_begins(self) -> list[int]:
        return [t.begin for t in self.scene.words.tokens]

    def sector(self, at: int) -> str:
        """The industry or group that the first clause of a part speaks of: ``医药产业依托甲园,利润增长[27]%``."""
        begin = self.part(at)[0]
        m = _SECTOR.match(self.text, begin, self.clause(begin)[1] + 1)
        return m["noun"] if m and m.end() <= at else ""

    def tokens(self, begin: int, end: int) -> list[Token]:
        """The words that lie in a stretch."""
        i = bisect_left(self._token_begins, begin)
        j = bisect_left(self._token_begins, end)
        found = self.scene.words.tokens[i:j]
        return list(found[:-1] if found and found[-1].end > end else found)

    def is_verb(self, token: Token) -> bool:
        """Whether a word is a predicate here."""
        if token.tag == "name" or self._guarded[token.begin]:
            return False
        return token.text in _verbs() and (len(token.text) > 1 or token.text in _SINGLE_VERBS)

    def first_verb(self, begin: int, end: int) -> Token | None:
        """The first predicate of a stretch that no 的 turns into an attribute."""
        for token in self.tokens(begin, end):
            if self.is_verb(token) and not _ATTRIBUTIVE.match(self.text, token.end):
                return token
        return None

    def said_of(self, begin: int, end: int) -> Token | None:
        """The first predicate of what a stretch counts: 480件展品[分设]智能装备."""
        verbs = words("predicate")
        return next((t for t in self.tokens(begin, end) if t.text in verbs), None) or self.first_verb(begin, end)

    def verb_group(self, begin: int, end: int) -> tuple[int, int] | None:
        """The last predicate of a stretch with the adverbs and predicates directly before it (累计推广)."""
        tokens = self.tokens(begin, end)
        for i in range(len(tokens) - 1, -1, -1):
            if self.is_verb(tokens[i]):
                first = i
                while first > 0 and (self.is_verb(tokens[first - 1]) or tokens[first - 1].text in _before_verbs()):
                    first -= 1
                return tokens[first].begin, tokens[i].end
        return None

    def _describes(self, at: int) -> bool:
        """Whether the number at a place is part of a noun (12个[百亿级]赛道), not a further one (20项[30余场],)."""
        number = self.scene.numbers[bisect_left(self._number_begins, at)]
        return self.text[number.unit_end : number.unit_end + 1] not in ("", *",;。、)")

    def _bracketed_end(self, begin: int, end: int) -> int:
        """Where what is counted ends before a bracket (``3项(专项2项)``), or inside one at its next mark."""
        if self.text.startswith("(", begin):
            return begin
        m = re.compile(r"[,;、)]").search(self.text, begin, end)
        return m.start() if m else end

    def counted_noun_end(self, number: Number) -> int:
        """Where the words behind a number's measure word end: at a break, a list mark, or the next number."""
        begin, end = number.unit_end, self.clause(number.unit_end)[1]
        if (bracket := _OWN_BRACKET.match(self.text, begin)) is not None:
            begin = bracket.end()
        if self.text.startswith("(", begin) or self._guarded[begin - 1]:
            end = self._bracketed_end(begin, end)
        if number.kind == "duration":
            m = re.match(r"内|来|间|时间|的时间", self.text[begin : begin + 3])
            return begin + (m.end() if m else 0)
        if self.text[begin - 1 : begin] in ",;。:\t":
            return begin
        return self._up_to_next(begin, end, number)

    def _up_to_next(self, begin: int, end: int, number: Number) -> int:
        """Where the words from ``begin`` end that a number counts: at the next figure's own words or at a list mark."""
        following = self.next_number(begin)
        last = following is None or following >= end
        if following == begin and self._describes(begin):
            following = self.next_number(begin + 1)
        if following is not None and following < end:
            end = following
        if not last and (joint := _NEXT_SCOPE.search(self.text, begin, end)) is not None:
            end = end if self.first_verb(joint.start(), end) is not None else joint.start()  # 7个[国家]和国内19个省区市
        if (plus := _PLUS.match(self.text, begin, end)) is not None:
            return plus.end()
        marks = (i for i in range(begin, end) if self.text[i] == "、" and not self._guarded[i])
        mark = next(marks, None) if number.kind != "vague" else None
        return end if mark is None else self._list_end(begin, mark, end, last)

    def _list_end(self, begin: int, mark: int, end: int, last: bool) -> int:
        """Where what is counted ends that a list mark stands in: 46个[技术、人才项目签约落地], 460家[院所、高校]带来…."""
        verb = self.said_of(mark, end) if end - begin <= _SHORT_LIST and mark > begin else None
        if verb is None or last:
            return end if verb is not None else mark
        return verb.begin if self.text[end - 1] not in "和与及、," and verb.begin - mark > 2 else mark


# the second measure word of 台(件) or 项(人/组织), the remark of 60岁(含)
_OWN_BRACKET: Final = re.compile(r"\([\u4e00-\u9fff]{1,2}(?:/[\u4e00-\u9fff]{1,2})?\)")


@cache
def _verbs() -> frozenset[str]:
    return words("verb") | words("naming_before") | words("take_part")


@cache
def _before_verbs() -> frozenset[str]:
    return words("adverb") | frozenset(("累计", "新增", "共", "再", "已"))
