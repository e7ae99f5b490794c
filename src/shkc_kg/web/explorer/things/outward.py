"""Links from a thing to open data elsewhere, each with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from shkc_kg.names import expand
from shkc_kg.web.explorer.things.nodes import Node
from shkc_kg.web.labels import local

__all__ = ["Link", "read_links"]

# Where no link was found although one was sought, SSSOM says so.
_NOTHING: Final = expand("sssom:NoTermFound")
_SOURCES: Final = {
    "www.wikidata.org": ("维基数据", "Wikidata"),
    "zh.wikipedia.org": ("中文维基百科", "Chinese Wikipedia"),
    "ror.org": ("ROR（研究机构登记）", "ROR"),
    "isni.org": ("ISNI（国际标准名称标识）", "ISNI"),
    "dbpedia.org": ("DBpedia", "DBpedia"),
    "www.geonames.org": ("GeoNames（地名库）", "GeoNames"),
}
_REASONS: Final = {
    "ManualMappingCuration": ("人工审定", "curated by hand"),
    "LexicalMatching": ("名称相同", "same name"),
    "MappingReview": ("人工复核", "reviewed by hand"),
}


@dataclass(frozen=True, slots=True)
class Link:
    """A link to open data, or that none was found (``target`` is empty then)."""

    iri: str
    target: str
    relation: str
    source: str
    justification: str
    confidence: str
    comment: str

    @property
    def where(self) -> tuple[str, str]:
        """What the data set is called in Chinese and English; its host where it is not well known."""
        host = urlsplit(self.source or self.target).hostname or self.source
        return _SOURCES.get(host, (host, host))

    @property
    def why(self) -> tuple[str, str]:
        """How the link was justified, in Chinese and English."""
        words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", self.justification).lower()
        return _REASONS.get(self.justification, (words, words))


def read_links(nodes: Iterable[Node]) -> tuple[Link, ...]:
    """The links among some nodes, exact ones first, then close ones, then those that were sought in vain."""
    links = []
    for node in nodes:
        target = node.text("owl:annotatedTarget")
        links.append(
            Link(
                node.iri,
                "" if target == _NOTHING else target,
                local(node.text("owl:annotatedProperty")),
                node.text("sssom:object_source"),
                local(node.text("sssom:mapping_justification")),
                node.text("sssom:confidence"),
                node.text("rdfs:comment"),
            )
        )
    return tuple(sorted(links, key=lambda link: (not link.target, link.relation != "exactMatch", link.target)))
