"""One form for names that differ only in quotes, brackets, width, dashes and layout blanks."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["CJK", "comparable"]

CJK = r"\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U000323af"

_SAME = str.maketrans({
    **dict.fromkeys("“”„‟「」『』＂", '"'),
    **dict.fromkeys("‘’‛＇", "'"),
    **dict.fromkeys("《》〈〉", ""),
    **dict.fromkeys("·•‧・∙⋅", "·"),
    **dict.fromkeys("‐‑‒–—―−－~～", "-"),
    "【": "(", "】": ")", "〔": "(", "〕": ")", "［": "(", "］": ")", "[": "(", "]": ")", "。": ".",
})  # fmt: skip
_PLAIN = re.compile(r"[\u4e00-\u9fffA-Za-z0-9]+")  # most names; what follows would not change them
_BESIDE_CJK = re.compile(rf"(?<=[{CJK}])\s+|\s+(?=[{CJK}])")


@lru_cache(maxsize=65536)
def comparable(name: str) -> str:
    """``name`` in half width, title marks gone, one kind of quote, bracket and dash, no blank beside a character.

    >>> comparable("《东影·科教》"), comparable("中以（上海） 创新园"), comparable("理想之城——调查")
    ('东影·科教', '中以(上海)创新园', '理想之城:调查')
    """
    if _PLAIN.fullmatch(name):
        return name
    text = name.replace("——", ":").translate(_SAME)
    text = unicodedata.normalize("NFKC", text).translate(_SAME)
    return _BESIDE_CJK.sub("", re.sub(r"\s+", " ", text)).strip()
