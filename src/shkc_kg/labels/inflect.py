"""The few inflected forms that labels need: plural, -ing, -ed, and capitals of a title."""

from __future__ import annotations

import re

__all__ = ["capitals", "gerund", "participle", "plural"]

_MINOR = frozenset("a an and as at by for from in of on or per the to with".split())  # noqa: SIM905
_ADVERB = re.compile(r"\w+ly (?=\w)")
_LINK = re.compile(r"( (?:of|for|per|in|on|to|with) )")
_UNCOUNTED = frozenset(
    "people youth women children aircraft spacecraft rice wheat series staff personnel headquarters".split()  # noqa: SIM905
)
_IRREGULAR = {"person": "people", "child": "children", "woman": "women", "man": "men", "criterion": "criteria"}


def plural(phrase: str) -> str:
    """The plural of a phrase's head: its last word, or the one before ``of``, ``for``, ``per``.

    >>> plural("technology company"), plural("regional headquarters of multinational companies"), plural("SME")
    ('technology companies', 'regional headquarters of multinational companies', 'SMEs')
    """
    head, link, rest = _LINK.split(phrase, maxsplit=1) if _LINK.search(phrase) else (phrase, "", "")
    before, space, last = head.rpartition(" ")
    return f"{before}{space}{_plural_word(last)}{link}{rest}"


def _plural_word(word: str) -> str:
    if word in _UNCOUNTED or word.endswith("s"):
        return word
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if re.search(r"(s|x|z|ch|sh)$", word) else "s")


def gerund(form: str) -> str:
    """``build,built`` gives ``building``; further words of the verb stay.

    >>> gerund("build,built"), gerund("focus on"), gerund("apply,applied"), gerund("jointly develop")
    ('building', 'focusing on', 'applying', 'jointly developing')
    """
    base, _, past = form.partition(",")
    if (adverb := _ADVERB.match(base)) is not None:
        return adverb[0] + gerund(form[adverb.end() :])
    verb, space, rest = base.partition(" ")
    if past.partition(" ")[0] == verb + verb[-1] + "ed":
        verb += verb[-1]
    elif verb.endswith("e") and not verb.endswith(("ee", "ye", "oe")):
        verb = verb[:-1]
    elif verb in ("put", "cut", "set", "get", "win"):
        verb += verb[-1]
    return f"{verb}ing{space}{rest}"


def participle(form: str) -> str:
    """``build,built`` gives ``built``, ``carry out`` gives ``carried out``.

    >>> participle("build,built"), participle("carry out"), participle("host"), participle("recognize")
    ('built', 'carried out', 'hosted', 'recognized')
    """
    base, _, past = form.partition(",")
    if past:
        return past
    if (adverb := _ADVERB.match(base)) is not None:
        return adverb[0] + participle(base[adverb.end() :])
    verb, space, rest = base.partition(" ")
    if verb.endswith("e"):
        return f"{verb}d{space}{rest}"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied{space}{rest}"
    return f"{verb}ed{space}{rest}"


def capitals(text: str) -> str:
    """Title case that keeps capitals which are there and small words small.

    >>> capitals('school of life sciences'), capitals("high-tech R&D (shanghai) eco-park")
    ('School of Life Sciences', 'High-Tech R&D (Shanghai) Eco-Park')
    """
    first = True

    def word(match: re.Match[str]) -> str:
        nonlocal first
        small = match[0] in _MINOR and not first
        first = False
        return match[0] if small or match[0] != match[0].lower() else match[0][:1].upper() + match[0][1:]

    return re.sub(r"(?<!\w)[^\W\d_][\w'.]*", word, text)
