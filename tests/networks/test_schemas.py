"""GEXF and GraphML against schemas: every view is valid, and the schemas do refuse what is not."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from lxml import etree

from shkc_kg import KnowledgeGraph
from shkc_kg.networks import measured, view_names
from shkc_kg.networks.formats import FORMATS

SCHEMAS = Path(__file__).parent / "schemas"


@cache
def schema(form: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(SCHEMAS / f"{form}.xsd"))


def mistakes(form: str, document: bytes) -> list[str]:
    schema(form).validate(etree.fromstring(document))
    return [error.message for error in schema(form).error_log]


@pytest.mark.parametrize("form", ["gexf", "graphml"])
@pytest.mark.parametrize("view", view_names())
def test_every_view_is_valid(kg: KnowledgeGraph, view: str, form: str) -> None:
    graph = measured(kg.network(view), ["betweenness", "louvain"])
    assert mistakes(form, FORMATS[form](graph)) == []


BROKEN = {
    "gexf": [
        (b'version="1.2"', b'version="1.4"'),
        (b' mode="dynamic"', b' mode="fast"'),
        (b' timeformat="date"', b' timeformat="moon"'),
        (b' start="2021-01-01"', b' start="soon"'),
        (b'defaultedgetype="directed"', b'defaultedgetype="both"'),
        (b' title="iri"', b""),
        (b' type="string"', b' type="text"'),
        (b'<viz:color r="', b'<viz:color r="256'),
        (b'<viz:color r="', b'<viz:color red="'),
        (b"<viz:size value=", b"<viz:size of="),
        (b"<viz:position x=", b"<viz:position w="),
        (b"<viz:size ", b'<color r="1" g="1" b="1" /><viz:size '),
        (b' target="id:', b' target="id:no-'),
        (b' for="0"', b' for="99"'),
        (b' weight="', b' weight="heavy'),
        (b"<edges>", b'<edges size="1">'),
        (b'<edge source="', b'<edge bend="1" source="'),
        (b' id="1"', b' id="0"'),
    ],
    "graphml": [
        (b'edgedefault="directed"', b'edgedefault="both"'),
        (b'attr.type="double"', b'attr.type="number"'),
        (b'for="node"', b'for="nodes"'),
        (b'<node id="n0"', '<node id="id:“甲”"'.encode()),
        (b'<node id="n1"', b'<node id="n0"'),
        (b'id="e1"', b'id="e0"'),
        (b'target="n', b'target="x'),
        (b'<data key="d0"', b'<data key="e0"'),
        (b'<data key="d0">', b"<data>"),
        (b'<node id="n0">', b'<node id="n0" label="x">'),
    ],
}


@pytest.mark.parametrize(
    ("form", "good", "bad"), [(form, *pair) for form, pairs in BROKEN.items() for pair in pairs], ids=repr
)
def test_what_is_broken_is_refused(kg: KnowledgeGraph, form: str, good: bytes, bad: bytes) -> None:
    document = FORMATS[form](kg.network("events"))
    assert good in document
    assert mistakes(form, document.replace(good, bad, 1)) != []
