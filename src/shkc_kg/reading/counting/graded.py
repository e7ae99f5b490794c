"""What a body is in the first rank of: 在创新型城市评价中稳居第一方阵, 步入国家创新第二梯队."""

from __future__ import annotations

import re
from typing import Final

from shkc_kg.reading.figures.number import Number
from shkc_kg.reading.phrases import Page

__all__ = ["GRADES", "grade"]

GRADES: Final = ("方阵", "梯队", "梯次")
_FIELD: Final = re.compile(
    r"在(?P<field>[^,;。]{2,24}?(?:评价|排名|考核|评估|指数|评比|测评|榜单?))(?:结果)?(?:中|里|上)"
)
_SCOPE: Final = re.compile(
    r"(?:进入|步入|跻身|迈入|迈进|挺进|稳居|处于|处在|位居|位列|居于|保持|列入|属于|成为|进|居)(?:了|在)?(?P<scope>[^,;。、进居]{2,16})\Z"
)
_BACK: Final = 60  # code points


def grade(page: Page, number: Number) -> str:
    """The words of an ordinal that tells a grade: the ranking it stands in, whose it is, and the grade."""
    first = max(page.sentence(number.begin)[0], number.begin - _BACK)
    before = page.undated(first, number.begin)
    field, scope = _FIELD.search(before), _SCOPE.search(before)
    return (field["field"] if field else "") + (scope["scope"] if scope else "") + number.unit
