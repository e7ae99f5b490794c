"""The graph's names: prefixes, graphs, and how a thing's printed name becomes its IRI (design: data model §1)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

__all__ = ["DEFAULT_BASE", "LICENCE", "PREFIXES", "Namer", "expand", "iri_to_uri", "local_name"]

DEFAULT_BASE: Final = "https://w3id.org/shkc/"
# Of the data; the texts of reports belong to those who published them.
LICENCE: Final = "https://creativecommons.org/licenses/by/4.0/"

PREFIXES: Final[dict[str, str]] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "g": DEFAULT_BASE + "graph/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "id": DEFAULT_BASE + "id/",
    "itsrdf": "http://www.w3.org/2005/11/its/rdf#",
    "nif": "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "sh": "http://www.w3.org/ns/shacl#",
    "shkc": DEFAULT_BASE + "ontology#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "sssom": "https://w3id.org/sssom/",
    "vann": "http://purl.org/vocab/vann/",
    "void": "http://rdfs.org/ns/void#",
    "wd": "http://www.wikidata.org/entity/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_NOT_IN_IRI = re.compile(
    r'[\x00-\x20<>"{}|\\^`%#?/\[\]\x7f-\xa0\u2000-\u200f\u2028-\u202f\u3000\ufeff\ue000-\uf8ff\ufff0-\uffff]'
)


def local_name(name: str) -> str:
    """The part of a thing's IRI that its printed name gives: title marks go, a blank becomes ``_``.

    >>> local_name("《科技2021》"), local_name("SODA SPACE"), local_name("中以(上海)创新园")
    ('科技2021', 'SODA_SPACE', '中以(上海)创新园')
    """
    bare = re.sub(r"[《》〈〉]", "", name.strip())
    return _NOT_IN_IRI.sub(lambda m: quote(m[0], safe=""), re.sub(r"\s+", "_", bare))


def expand(curie: str) -> str:
    """The full IRI of a compact one; a :class:`KeyError` names an unknown prefix."""
    prefix, _, local = curie.partition(":")
    return PREFIXES[prefix] + local


def iri_to_uri(iri: str) -> str:
    """The IRI as sent over HTTP: UTF-8, percent-encoded, upper case (RFC 3987 §3.1)."""
    return quote(iri, safe="%/:?#[]@!$&'()*+,;=-._~")


@dataclass(frozen=True, slots=True)
class Namer:
    """Mints the IRIs of things, graphs, chapters and passages under one base.

    The ontology keeps its own namespace whatever the base of the data.
    """

    base: str = DEFAULT_BASE

    def thing(self, name: str) -> str:
        return f"{self.base}id/{local_name(name)}"

    def concept(self, scheme: str, name: str) -> str:
        return f"{self.base}id/{scheme}/{local_name(name)}"

    def graph(self, name: str) -> str:
        return f"{self.base}graph/{name}"

    def report(self, report: str) -> str:
        return f"{self.base}report/{local_name(report)}"

    def chapter(self, report: str, chapter: str) -> str:
        return f"{self.report(report)}/{local_name(chapter)}"

    def passage(self, report: str, chapter: str, passage: str) -> str:
        return f"{self.chapter(report, chapter)}/{passage}"

    def section(self, report: str, chapter: str, number: str) -> str:
        return f"{self.chapter(report, chapter)}/s{number}"
