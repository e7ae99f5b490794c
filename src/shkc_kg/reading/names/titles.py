"""Titles in 《》: what kind of work each is, from its last word and the words around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final

from shkc_kg.reading.lexicon import title_words
from shkc_kg.reading.names.candidate import Candidate
from shkc_kg.reading.patterns import any_of

__all__ = ["bare_title", "states_rules", "titles"]

_TITLE: Final = re.compile(r"《[^《》]{2,90}(?:《[^《》]{2,60}》[^《》]{0,40})?》")
_BETWEEN: Final = re.compile(r"[、和]?")
_EPISODES: Final = re.compile(r"[^,;。《》]{0,8}(?:第[\d一二三四五六七八九十]+季|(?P<some>\d+(?:部|集))|\d+期)")
_EDITION: Final = r"\d{0,4}(?:[(\[][^)\]]*[)\]])?(?:\d{4}年?版?)?"
_ARTICLES: Final = re.compile(r"\d+条(?:[(][^)]*[)])?$")
# 《某品种选育》项目, 就《某栽培》进行科技攻关
_PROJECT: Final = re.compile(
    r"(?:等)?(?:\d+[项个])?(?:科研|研究|科技|重点|重大)*(?:项目|课题)(?!申报|指南|管理|库|清单|建议|合同|任务书)|进行[\u4e00-\u9fff]{0,6}攻关"
)
_MEDIA: Final = frozenset(("Film", "Broadcast", "MediaWork"))


def bare_title(text: str) -> str:
    """A title without its marks, and blanks inside them.

    >>> bare_title("《科技合作框架协议》"), bare_title("《 科技合作框架协议》")
    ('科技合作框架协议', '科技合作框架协议')
    """
    return text[1:-1].strip() if text.startswith("《") and text.endswith("》") else text


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    return (
        re.compile(rf"(?P<word>{any_of(title_words('before'))})[^,;。《》]{{0,4}}$"),
        re.compile(rf"(?:等)?[^,;。《》]{{0,8}}?(?P<word>{any_of(title_words('behind'))})"),
        re.compile(rf"(?P<word>{any_of(title_words('last'))}){_EDITION}$"),
    )


def _around(text: str, begin: int, end: int) -> tuple[str, str]:
    """The classes that the words before and behind a run of titles give; empty where they give none."""
    before, behind, _ = _patterns()
    led = before.search(text[max(0, begin - 12) : begin])
    followed = behind.match(text[end : end + 14])
    after = title_words("behind")[followed["word"]] if followed else ""
    if _PROJECT.match(text, end):
        after = "Project"
    if not after and (episodes := _EPISODES.match(text, end)):
        after = "MediaWork" if episodes["some"] else "Broadcast"
    return (title_words("before")[led["word"]] if led else "", after)


def states_rules(inner: str) -> bool:
    """Whether the last word of a title makes it a policy, an agreement or a publication: no project's topic."""
    return _patterns()[2].search(inner) is not None


def _class_of(inner: str, around: Sequence[str]) -> str:
    """The class of a title: an agreement by its last word, a film by the words around it, else by its last word."""
    last = _patterns()[2].search(inner)
    own = title_words("last")[last["word"]] if last else "Policy" if _ARTICLES.search(inner) else ""
    if own == "Agreement":
        return own
    media = _MEDIA & set(around)
    if media:
        return next(cls for cls in ("Film", "Broadcast", "MediaWork") if cls in media)
    context = {cls for cls in around if cls}
    return own or ("Policy" if context == {"Policy"} else "Project" if around[-1] == "Project" else "Publication")


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Titles that stand in one list: 《甲》《乙》和《丙》."""
    run: list[re.Match[str]] = []
    for m in _TITLE.finditer(text):
        if run and not _BETWEEN.fullmatch(text, run[-1].end(), m.start()):
            yield run
            run = []
        run.append(m)
    if run:
        yield run


def titles(text: str) -> Iterator[Candidate]:
    """The titled works of a folded passage text.

    >>> [(c.name, c.cls) for c in titles("纪录电影《星河一叶》首映,《张江“十四五”规划》发布")]
    [('星河一叶', 'Film'), ('张江“十四五”规划', 'Policy')]
    """
    for run in _runs(text):
        around = _around(text, run[0].start(), run[-1].end())
        for m in run:
            name = bare_title(m[0])
            yield Candidate(m.start(), m.end(), m[0], _class_of(name, around), "title", None, name)
