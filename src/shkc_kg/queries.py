"""The values of a query's parameters when nobody gives any: ``#+ defaults`` in its head, in grlc's convention."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["defaults"]

_BLOCK: Final = re.compile(r"^#\+ defaults:[ \t]*\n(?P<lines>(?:#\+[ \t]+-.*(?:\n|\Z))*)", re.MULTILINE)
_LINE: Final = re.compile(r"^#\+[ \t]+-[ \t]*(?P<name>\w+):[ \t]*(?P<value>.*?)[ \t]*$", re.MULTILINE)


def defaults(sparql: str) -> dict[str, str]:
    r"""The default values of a query's parameters by name, none where its head names none.

    >>> defaults("#+ summary: 某区的园区\n#+ defaults:\n#+   - place: 南汇\n#+   - year: 2021\nASK { ?s ?p ?_place }")
    {'place': '南汇', 'year': '2021'}
    """
    block = _BLOCK.search(sparql)
    return {line["name"]: line["value"] for line in _LINE.finditer(block["lines"])} if block else {}
