"""Prizes by their kind, with or without a place: 省自然科学奖, 某市技术发明奖, 企业技术创新示范奖."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import words
from shkc_kg.reading.names.candidate import Candidate, Words
from shkc_kg.reading.names.known import place_entry
from shkc_kg.reading.patterns import any_of
from shkc_kg.reading.tokens import Token

__all__ = ["prize_names"]

# 奖励, 奖项, 奖金: no prize ends here
_END: Final = re.compile(r"(?<![颁报评抽兑获授受中得领开])大?奖(?![励项学金牌状杯补品章惩名池单席台证优])")
_LEVEL: Final = r"(?:特等|[一二三四]等|[金银铜])"
_ONLY_LEVEL: Final = re.compile(
    rf"(?:{_LEVEL}|优秀|优胜|最高|提名|单项|入围|鼓励|组织|优秀组织|特别|最佳|创意|人气|大)*"
)
_LONGEST: Final = 22  # code points of the words in front of 奖
_RUN: Final = re.compile(r"[\u4e00-\u9fff“”]{2,}\Z")
# what leads to a prize: who wins it, how it is given, the year or number of the round
_LEADS: Final = re.compile(
    r"荣获|获得|喜获|获评|获|评选出|评出|评审出|授予|颁发|设立|增设|设有|摘得|斩获|捧得|夺得|拿下|入选|申报|推荐|提名|参评|报送"
    r"|\d(?:年度?|届|[项个名人家位])|年度|[第首一二三四五六七八九十]届|其中|包括|分别[为是]|(?:成果|项目)(?!奖|转化|推广|应用)"
    r"|同志|团队|选手|院士|专家|教授|研究员|先生|女士|公示|评审(?!团)|有关?|对|在|奖项?|[为是]原?|[的了或]|(?<!普)及|(?<!科学)[和与](?!平)"
)
_GIVES: Final = re.compile(
    r"(?:荣获|获得|喜获|获评|获|评出|授予|颁发|设立|摘得|斩获|捧得|夺得|同志|团队|[、和及与]|\d[项个名人家]|年度|届|奖\d{1,4}[项个名人家],)“?\Z"
)
_NO_CORE: Final = re.compile(
    r"级|以上|以下|各|多[项个次]|[国省市区县]内外|^(?:该|此|这|其|两|三|几|我|本|大|上述|有关|相关|等)|等|三大|^省市|(?:组|赛|优胜|先进集体|先进个人|综合|类|项)\Z"
)
_BEHIND: Final = re.compile(
    r"”?(?:\(|\d|[,;。、:和与及]|特等|[一二三四]等|[金银铜]奖|[为是]|获奖|授奖|得主|获得者|评选|提名|揭晓|项目|$)"
)
_LEAST: Final = 4  # code points of a kind that is a name without a place


def prize_names(line: Words) -> Iterator[Candidate]:
    """The prizes of a passage; what only tells a prize's level (一等奖) is none."""
    for m in _END.finditer(line.text):
        begin = _from_place(line, _begin(line.text, m.start()), m.start())
        core = line.text[begin : m.start()]
        bare = re.sub(rf"{_LEVEL}\Z", "", core)
        if _is_prize(line, begin, bare, m.end()):
            name = "" if bare == core else f"{bare}奖"
            yield Candidate(begin, m.end(), line.text[begin : m.end()], "Award", "prize", None, name)


def _begin(text: str, at: int) -> int:
    """Where the words of a prize begin: behind what leads to it."""
    run = _RUN.search(text, max(0, at - _LONGEST), at)
    if run is None:
        return at
    led = [m.end() for m in _LEADS.finditer(text, max(0, run.start() - 3), at + 2) if m.end() <= at]
    quote = text.rfind("“", run.start(), at)
    opened = quote + 1 if quote > text.rfind("”", run.start(), at) else 0
    return max(run.start(), opened, *led[-1:])


def _from_place(line: Words, begin: int, end: int) -> int:
    """Where a prize's own place, or a listed prize, stands behind other words, none of its name: 首个领域[中国质量奖]."""
    listed = line.tokens[line.at[end]]
    if listed.tag == "name" and begin < listed.begin and not _gives(line.text[begin : listed.begin]):
        return listed.begin
    found, last = begin, -1
    for token in line.tokens[line.at[begin] : line.at[end - 1] + 1] if begin < end else ():
        if token.begin >= begin and _is_wide(token):
            found, last = found if token.begin == last else token.begin, token.end
    return found


def _gives(text: str) -> bool:
    return text in ("省", "市", "自治区") or place_entry(text) is not None


def _is_wide(token: Token) -> bool:
    """Whether a token names what gives prizes: a whole province or city, or the country."""
    return token.text in ("中国", "国家") or (token.text.endswith(_WHOLE) and place_entry(token.text) is not None)


_WHOLE: Final = ("省", "市", "自治区")


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"(?:{any_of(words('prize_kind'))})\Z")


def _is_prize(line: Words, begin: int, core: str, end: int) -> bool:
    """Whether words before 奖 name one: of a kind that is given, or led and followed as a prize is."""
    if _ONLY_LEVEL.fullmatch(core) or _NO_CORE.search(core) or not _is_whole(line, begin, end):
        return False
    kind = _kinds().search(core)
    front = core[: kind.start()] if kind else core
    if kind and (front or len(kind[0]) >= _LEAST):
        return not front or _is_front(line, begin, begin + len(front))
    led = _GIVES.search(line.text, max(0, begin - 8), begin) and _BEHIND.match(line.text, end)
    quoted = line.text[begin - 1 : begin] == "“" and line.text[end : end + 1] == "”"
    return (bool(led) or quoted) and len(core) >= _LEAST and _is_front(line, begin, end - 1)


def _is_whole(line: Words, begin: int, end: int) -> bool:
    """Whether no word of two runs over the beginning, and quotes inside are closed."""
    inside = line.text[begin:end]
    return line.tokens[line.at[begin]].begin == begin and inside.count("“") == inside.count("”")


def _is_front(line: Words, begin: int, end: int) -> bool:
    """Whether words may stand in a prize's name: places and nouns, no deed and no number."""
    inside = line.tokens[line.at[begin] : line.at[end - 1] + 1]
    return not any(t.tag[0] in "pdrcmu" or t.text in words("verb") for t in inside)
