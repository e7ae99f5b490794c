"""Names that end in a head (大学, 研究院, 论坛 …): the head is the end, words that no name runs over are the start."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import Head, heads, unit_kinds, words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.tokens import Token

__all__ = ["headed_names"]

_EVENTS: Final = frozenset(("Forum", "Conference", "Exposition", "Festival", "Competition", "Ceremony", "Event"))
_PLANS: Final = frozenset(("Plan", "Programme", "Project", "Initiative", "Fund"))
_NOT_AFTER_HEAD: Final = "级型化式类性者员制长们部署"
_ORDINAL: Final = re.compile(
    r"第[\d一二三四五六七八九十百]+届|首届|(?<!\d)(?:19|20)\d{2}(?:年度?)?(?!\d)|[一二三四五]年(?=行动|规划|计划)|第[一二三四五六七八九十]+(?=人民|中学|医院|工业|军医|方)|第[一二三四五六七八九十\d]+次(?=会议|全会|全体会议|代表大会)"
)
_QUANTITY: Final = re.compile(r"(?:[\d万亿千百余多+]+|[一二两三四五六七八九十]+)(?:个|家|项|座|所|场|批|条|款|类|种|次|处|部|名|位|大|支|只|期|[\u4e00-\u9fff])?$")
LIMIT: Final = 34  # code points; the longest names of such reports are shorter
_CLEAR_CONTENT: Final = {"event": 2, "plan": 6, "other": 3}  # code points before the head that make a name without a list's help


@cache
def _head_ends() -> re.Pattern[str]:
    return re.compile("(?=(" + "|".join(re.escape(h) for h in sorted(heads(), key=lambda h: (-len(h), h))) + "))")


def _heads_in(text: str) -> dict[int, Head]:
    """The longest head that ends at each place."""
    table, found = heads(), dict[int, Head]()
    for m in _head_ends().finditer(text):
        # the lookahead yields the longest head from each start; shorter ones from it may end earlier
        word = m[1]
        for cut in range(len(word), 0, -1):
            head = table.get(word[:cut])
            if head and (m.start() + cut not in found or len(found[m.start() + cut].word) < cut):
                found[m.start() + cut] = head
    return found


def _closing(text: str, at: int, opening: str, limit: int) -> int | None:
    """Where the bracket or quote that closes at ``at`` was opened."""
    begin = text.rfind(opening, max(0, at - limit), at)
    return begin if begin >= 0 and not re.search(r"[,;。、!?]", text[begin:at]) else None


def _kept_spans(text: str, cls: str) -> dict[int, int]:
    """Ends of ordinals and years that may stand inside a name, with their starts."""
    kept = {}
    for m in _ORDINAL.finditer(text):
        if cls in _EVENTS or cls in _PLANS or m[0].startswith("第") and not m[0].endswith(("届", "次")):
            kept[m.end()] = m.start()
    return kept


def _is_soft_boundary(line: Words, i: int, right_distinct: bool) -> bool:
    """Whether a word such as 建设 is a verb here: it opens the clause, follows an adverb, or takes a name."""
    if right_distinct or i == 0:
        return True
    left = line.tokens[i - 1].text
    wide = i + 1 < len(line.tokens) and line.tokens[i + 1].text in ("国际", "国家", "国家级", "全球", "全国", "世界", "世界级")
    if wide and line.tokens[i - 1].tag in ("name", "ns"):
        return True
    return left in words("adverb") or left in words("stop") or left in words("verb") or left in ",;:。、\n\t!?"


def _left_edge(line: Words, start: int, end: int, cls: str) -> int:
    """The place where a name that ends at ``end`` begins; ``start`` is where its head does."""
    text, kept = line.text, _kept_spans(line.text, cls)
    at = line.tokens[line.at[start]].begin
    if at > 0 and at < start and line.tokens[line.at[start]].end < end:
        at = line.tokens[line.at[start]].begin
    right = ""
    while at > 0 and end - at < LIMIT:
        if at in kept:
            at = kept[at]
            continue
        char = text[at - 1]
        if char in ")”" and (begin := _closing(text, at - 1, {")": "(", "”": "“"}[char], 22)) is not None:
            if char == ")" and (begin == 0 or not re.match(r"[\u4e00-\u9fff]", text[begin - 1])):
                return at
            right, at = text[begin], begin
            continue
        i = line.at[at - 1]
        token = line.tokens[i]
        if token.begin >= at:
            return at
        right_distinct = bool(right) and i + 1 < len(line.tokens) and (
            line.tokens[i + 1].tag == "name" or line.tokens[i + 1].text in words("strong")
        ) and line.tokens[i + 1].end <= end
        if token.tag == "name":
            right, at = token.text, token.begin
            continue
        if right_distinct and token.text not in words("joint") and _stands_off(token):
            return at
        if _is_boundary(line, i, right_distinct, cls, at, end):
            return at
        right, at = token.text, token.begin
    return at


def _stands_off(token: Token) -> bool:
    """Whether a word before a place or body in a name is none of the name: a verb, or a class word (机构, 企业)."""
    if token.text in ("环", "大", "泛", "近"):
        return False
    return token.tag[0] in "vadpcurm" and token.text not in words("weak") or token.text in words("apposed")


def _is_boundary(line: Words, i: int, right_distinct: bool, cls: str, at: int, end: int) -> bool:
    token = line.tokens[i]
    word = token.text
    if word == "地" and re.search(r"[一二三四五六七八九十两\d]$", line.text[: token.begin]):
        return True
    if not word.strip():
        return not (re.search(r"[A-Za-z]$", line.text[: token.begin]) and re.match(r"[A-Za-z]", line.text[token.end :]))
    if re.fullmatch(r"[^\w\u4e00-\u9fff]+", word):
        return word not in ("-", "·", "+", "&", ".") or token.begin == 0
    if word in words("joint"):
        return not _joins(line, i, at, end, cls)
    if word in words("stop") or word in words("verb") or word in words("quantifier"):
        return True
    if len(word) > 2 and (word in words("naming_after") or word in words("naming_before")):
        return True
    if token.tag in ("m", "mq") or re.fullmatch(r"[\d.]+", word):
        return not re.search(r"[A-Za-z]$", line.text[: token.begin]) and not (word.isdigit() and re.match(r"[A-Za-z]", line.text[token.end : token.end + 1] or " "))
    if token.tag == "q" and _QUANTITY.search(line.text[: token.end]):
        return True
    return word in words("soft_verb") and _is_soft_boundary(line, i, right_distinct)


def _joins(line: Words, i: int, at: int, end: int, cls: str) -> bool:
    """Whether 与 or 和 joins two parts inside one name (脑科学与类脑研究中心) rather than two names."""
    left_end = line.tokens[i].begin
    if left_end == 0 or re.match(r"[,;:。、“”()\n\t]", line.text[left_end - 1]):
        return False
    ends = _heads_in(line.text[max(0, left_end - 8) : left_end])
    if min(8, left_end) in ends:
        return False
    left = line.tokens[i - 1]
    if left.tag == "name" or left.text in words("stop") or left.text in words("verb"):
        return False
    right_name = next((t for t in line.tokens[i + 1 : i + 2]), None)
    right_is_distinct = right_name is not None and (right_name.tag == "name" or right_name.text in "“《")
    begin = _plain_left(line, i)
    opens_with_name = any(
        t.tag in ("name", "nz", "nr", "ns", "nt") or t.text in words("strong") for t in line.tokens[begin:i]
    )
    before = line.tokens[begin - 1].text if begin else ""
    if right_is_distinct:
        return cls in _EVENTS and before in words("naming_before")
    return opens_with_name or cls in ("AcademyDivision",) or cls in _EVENTS and before in words("naming_before")


def _plain_left(line: Words, i: int) -> int:
    """The first token of the stretch to the left of token ``i`` that no boundary word interrupts."""
    begin = i
    while begin > 0:
        token = line.tokens[begin - 1]
        if token.tag != "name" and (
            token.text in words("stop") or token.text in words("verb") or re.fullmatch(r"[^\w\u4e00-\u9fff]+", token.text)
        ):
            break
        begin -= 1
    return begin


_AFTER: Final = r"(?:[、和与][^,;。]{{0,60}})?(?:等[^,;。]{{0,16}})?(?:在[^,;。]{{2,16}}|于[^,;。]{{2,12}})?(?:正式|成功|相继|顺利|隆重|全面)?(?:{verbs})"


@cache
def _after_pattern() -> re.Pattern[str]:
    verbs = "|".join(sorted(map(re.escape, words("naming_after")), key=lambda w: (-len(w), w)))
    return re.compile(_AFTER.format(verbs=verbs))


def _named_by_verb(line: Words, begin: int, end: int) -> bool:
    """Whether the verb before or behind speaks of a certain thing: 成立X, X揭牌."""
    if _after_pattern().match(line.text[end:]):
        return True
    if begin == 0:
        return False
    if re.search(r"首[个家座]$", line.text[:begin]):
        return True
    before = line.tokens[line.at[begin - 1]].text
    if before in ("了", "“") and begin > 1:
        before = line.tokens[line.at[begin - 2]].text
    if before in words("naming_before") or before == "暨":
        return True
    return before in ("、", "和", "及", "与") and _listed_behind_verb(line, begin)


def _listed_behind_verb(line: Words, begin: int) -> bool:
    """Whether a place stands in a list whose first member follows a naming verb: 开展青少年科技节、职工科技节."""
    for token in reversed(line.tokens[: line.at[begin - 1]]):
        if token.text in ",;。:\n\t":
            return False
        if token.text in words("naming_before"):
            return True
    return False


def _is_distinct(line: Words, begin: int, end: int) -> bool:
    """Whether a stretch holds a place, a body, Latin letters, quotes or an ordinal: what makes a name proper."""
    if re.search(r"[A-Za-z“”]|第[\d一二三四五六七八九十]+届|(?:19|20)\d{2}年?", line.text[begin:end]):
        return True
    return any(
        begin <= t.begin < end
        and (
            t.tag == "name" and t.text not in words("weak")
            or t.text in words("strong")
            or t.tag == "nt" and t.end - t.begin >= 4
            or t.tag == "ns"
            or t.tag == "nr" and t.end - t.begin == 3 and t.text not in words("leading")
        )
        for t in line.tokens[line.at[begin] : line.at[end - 1] + 1]
    ) or begin > 0 and line.text[begin - 1] == "“"


def _content(line: Words, begin: int, end: int) -> int:
    """The code points of a stretch that are not in general words such as 科技 or 国家."""
    stretch = line.tokens[line.at[begin] : line.at[end - 1] + 1] if begin < end else ()
    return sum(t.end - t.begin for t in stretch if begin <= t.begin < end and t.text not in words("weak"))


_QUANTIFIED: Final = re.compile(r"(?:[\d余多万]+|[一二两三四五六七八九十]+|多|各|数|几)(?:个|家|项|座|所|场|批|条|款|类|种|次|处|大|支|期)的?$|(?:一批|各类|一系列|首批|等|多层次)$")


def _accepts(line: Words, head: Head, begin: int, start: int, end: int) -> bool:
    """Whether the stretch before a head makes it a name of one thing."""
    if head.use == "never":
        return False
    if len(head.word) == 1 and not (begin < start and line.tokens[line.at[start - 1]].tag in ("name", "ns")):
        return False
    if begin >= start:
        return head.use == "self"
    if _QUANTIFIED.search(line.text[:begin]) and not _is_distinct(line, begin, start):
        return False
    distinct, weight = _is_distinct(line, begin, start), _content(line, begin, start)
    quoted = "“" in line.text[begin:start]
    if _is_class_noun(line, begin, start, end) and not quoted:
        return False
    if head.use == "generic":
        return distinct and (weight >= 2 or quoted) or weight >= 4 and bool(_after_pattern().match(line.text[end:]))
    if distinct:
        return True
    kind = "event" if head.cls in _EVENTS else "plan" if head.cls in _PLANS else "other"
    long_weak = start - begin >= 6 and any(t.text in words("weak") for t in line.tokens[line.at[begin] : line.at[start - 1] + 1])
    if kind == "other" and long_weak and weight >= 2 and head.cls in ("FunctionalZone", "Platform", "Base", "Alliance"):
        return True
    if kind == "event" and start - begin >= 4 and len(head.word) >= 3 and line.text.startswith("全国", begin):
        return True
    if kind == "event" and line.tokens[line.at[begin]].text in ("世界", "国际", "全球", "全国", "中国", "亚洲", "国家") and weight >= 2:
        return True
    if head.cls == "FunctionalZone" and weight >= 2 and start - begin >= 4:
        return _named_by_verb(line, begin, end)
    return weight >= _CLEAR_CONTENT[kind] and _named_by_verb(line, begin, end)


_COUNTED: Final = re.compile(r"(?:达|共|约|近|超|逾|超过|总数达?)?[\d,.]+[万余多]*(?:家|个|所|座|项|户)(?![\u4e00-\u9fff])")


def _is_class_noun(line: Words, begin: int, start: int, end: int) -> bool:
    """Whether a count follows, so that the words name a kind of thing: 外资研发中心25家."""
    if not _COUNTED.match(line.text[end:]):
        return False
    return not re.search(r"[A-Za-z]", line.text[begin:end])


def _trimmed(line: Words, begin: int, start: int) -> int:
    """The start without leading words that describe rather than name (重要, 高水平)."""
    while begin < start:
        token = line.tokens[line.at[begin]]
        if token.begin == begin and token.end <= start and (token.text in words("leading") or not token.text.strip()):
            begin = token.end
        else:
            break
    return begin


_BRANCH: Final = re.compile(r"\((?P<part>[\u4e00-\u9fff]{2,8})\)(?=[、,;。在和与等]|$)")
_VERSION: Final = re.compile(r"\d\.0版?")
_CEREMONY: Final = re.compile(r"(?:开幕式|闭幕式|颁奖典礼|启动仪式|总决赛|颁奖仪式)$")


def headed_names(line: Words) -> Iterator[Candidate]:
    """The names of a passage that end in a head, none inside another.

    ``推动宁德时代未来能源研究院、华为“IPv6+”联合创新中心等落地`` gives both centres. A stretch too plain to be a
    name alone is one beside names in a list: ``大数据创新加速器、上海数据交易中心等平台``.
    """
    found = tuple(_stretches(line))
    sure = [c for c, certain in found if certain]
    yield from sure
    edges = {c.begin for c in sure} | {c.end for c in sure}
    for one, certain in found:
        if not certain and _beside(line.text, one, edges):
            yield one


_MEASURED: Final = re.compile(r"\d+(?:\.\d+)?$")


def _with_measure(text: str, begin: int) -> int:
    """The start of a technical name that opens with a size: 12英寸先进传感器研发中试线."""
    kinds = ("length", "mass", "power", "energy", "frequency", "data")
    size = _MEASURED.search(text[:begin])
    unit = size and any(text.startswith(u, begin) for u, k in unit_kinds().items() if k in kinds)
    return size.start() if size and unit else begin


def _beside(text: str, one: Candidate, edges: set[int]) -> bool:
    """Whether a stretch stands next to a name in an enumeration."""
    right = text[one.end : one.end + 1] == "、" and one.end + 1 in edges
    left = text[one.begin - 1 : one.begin] == "、" and one.begin - 1 in edges
    return right or left


def _stretches(line: Words) -> Iterator[tuple[Candidate, bool]]:
    """Stretches that end in a head, from right to left, and whether each is a name for certain."""
    ends = _heads_in(line.text)
    taken = len(line.text) + 1
    for end in sorted(ends, reverse=True):
        head = ends[end]
        start = end - len(head.word)
        following = line.text[end : end + 1]
        if end > taken or following and (following in _NOT_AFTER_HEAD and not line.text[end:].startswith(("部分", "长期")) or _splits_word(line, start, end)):
            continue
        begin = _trimmed(line, _left_edge(line, start, end, head.cls), start)
        if head.use == "self" and _is_one_name(line, begin, start):
            begin = start
        certain = _accepts(line, head, begin, start, end)
        if not certain and not _may_be(line, head, begin, start, end):
            continue
        begin = _with_measure(line.text, begin)
        text, cls = line.text[begin:end], head.cls
        if head.use == "self" and begin < start:
            cls = "InnovationCentre"
        ceremony = _CEREMONY.search(text)
        if ceremony and ceremony.start() > 0 and (inner := _heads_in(text[: ceremony.start()]).get(ceremony.start())):
            end, cls = begin + ceremony.start(), inner.cls
            text = line.text[begin:end]
        if re.match(r"“[\d+A-Z]+”", text) or head.word == "项目" and text.endswith("”项目"):
            continue  # a formula in quotes is no name; a project in quotes is named by what they hold
        branch = _BRANCH.match(line.text[end:])
        if branch and branch["part"][-2:] in heads():
            end, text = end + branch.end(), text + branch[0]
        version = _VERSION.match(line.text[end:]) if cls in _PLANS else None
        if version:
            end, text = end + version.end(), text + version[0]
        if text.count("“") == text.count("”") and text.count("(") == text.count(")"):
            taken = begin if certain else taken
            yield Candidate(begin, end, text, cls, f"head:{head.word}"), certain


def _may_be(line: Words, head: Head, begin: int, start: int, end: int) -> bool:
    """Whether a stretch would be a name beside other names: it has content, and no count before or behind it."""
    plain = head.use in ("", "generic") and begin < start and _content(line, begin, start) >= 2
    return plain and not _QUANTIFIED.search(line.text[:begin]) and not _is_class_noun(line, begin, start, end)


def _is_one_name(line: Words, begin: int, start: int) -> bool:
    """Whether nothing but one known name, or a general word, stands before a head: 张江示范区科技创新中心."""
    inside = [t for t in line.tokens if begin <= t.begin < start]
    return all(t.tag == "name" or t.text in words("weak") for t in inside)


def _splits_word(line: Words, start: int, end: int) -> bool:
    """Whether a short head's end falls inside a word: 大学 of 大学生."""
    token = line.tokens[line.at[end - 1]]
    return token.end > end and end - start <= 3 and token.tag != "name"
