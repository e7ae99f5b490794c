"""Shanghai's science and technology reports as a knowledge graph in which every fact proves itself.

>>> import shkc_kg
>>> found = shkc_kg.extract("2021年，上海市新增外资研发中心25家。")
>>> [(o.indicator, o.value) for o in found.observations]
[('新增外资研发中心', Decimal('25'))]
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from shkc_kg.api import Extraction, extract
    from shkc_kg.knowledge import KnowledgeGraph, open  # noqa: A004 - reads well as shkc_kg.open

__all__ = ["Extraction", "KnowledgeGraph", "extract", "open"]

# Loaded when first used (PEP 562): who asks a built graph need not wait for the reader's lexicon, nor the other way.
_HOME: Final = {
    "Extraction": "shkc_kg.api",
    "extract": "shkc_kg.api",
    "KnowledgeGraph": "shkc_kg.knowledge",
    "open": "shkc_kg.knowledge",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - PEP 562 gives whatever the name holds
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)
