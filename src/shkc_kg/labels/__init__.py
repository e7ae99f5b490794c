"""English labels, pinyin and initials for every Chinese name, without network or model.

A label comes from the table ``data/labels_en.tsv``, else from the gazetteers, else it is composed of known parts.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal

from shkc_kg.labels.forms import comparable
from shkc_kg.labels.grammar import heading, indicator, title
from shkc_kg.labels.lexicon import labels
from shkc_kg.labels.readings import initials, person, pinyin

__all__ = ["EnglishStatus", "comparable", "english", "english_phrase", "english_status", "initials", "pinyin"]

EnglishStatus = Literal["official", "translated", "composed"]

_COMPOSERS = {"Person": person, "Indicator": indicator, "Claim": heading, "Section": heading}


@lru_cache(maxsize=65536)
def english(name: str, cls: str | None = None) -> str:
    """The one English label of a thing by its Chinese name and, if known, its ``shkc:`` class.

    Never empty for a name that holds a letter, digit or Chinese character; never holds a Chinese character.

    >>> english("《上海市推进科技创新中心建设条例》", "Policy")
    'Shanghai Regulations on Advancing Science and Technology Innovation Center Construction'
    >>> english("欧阳自远", "Person"), english("第4届", "Event")
    ('Ouyang Ziyuan', '4th')
    """
    known = labels().get(comparable(name))
    if known is not None:
        return known.en
    return _COMPOSERS.get(cls or "", title)(name)


@cache
def english_phrase(text: str) -> str:
    """The English of an indicator, claim or heading, in sentence case.

    >>> english_phrase("打造高水平人才高地"), english_phrase("累计认定外资研发中心")
    ('Building high-level talent highland', 'Cumulatively recognized foreign-funded R&D centers')
    """
    known = labels().get(comparable(text))
    if known is not None:
        return known.en[:1].upper() + known.en[1:]
    return heading(text)


def english_status(name: str) -> EnglishStatus:
    """How the label of ``name`` came about: seen in a public source, translated by hand, or composed by rule."""
    known = labels().get(comparable(name))
    return known.status if known is not None else "composed"
