"""What all pages of IRIs need: names, sentences, the ledger, and how an IRI becomes a link."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from shkc_kg.graph.compact import compact
from shkc_kg.names import PREFIXES
from shkc_kg.web.asking import ask_once
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.dates import told
from shkc_kg.web.explorer.facts import facts_of
from shkc_kg.web.explorer.sentences import sentences_of
from shkc_kg.web.explorer.things.said import Ledger
from shkc_kg.web.formats import GRAPHS
from shkc_kg.web.labels import Labels, labels_of
from shkc_kg.web.pages import page, tongue
from shkc_kg.web.places import address
from shkc_kg.web.site import Site

__all__ = ["Context", "context_of"]


@dataclass(frozen=True, slots=True)
class Context:
    """A request for the page of one IRI, and what its graph holds in memory."""

    site: Site
    request: Request
    iri: str
    lang: str
    labels: Labels
    ledger: Ledger
    graphs: Mapping[str, Mapping[str, str]]

    def graph(self, iri: str) -> str:
        """What a named graph is called; its compact IRI where it has no name."""
        return self.graphs.get(iri, {}).get(self.lang) or compact(iri)

    def address(self, iri: str) -> str:
        """Where a page links to for an IRI."""
        return address(iri, self.site.base)

    def render(self, template: str, **values: Any) -> Answer:  # noqa: ANN401 - whatever a template needs
        """The page made of a template, which finds here what every page of an IRI shows."""
        return page(
            self.request,
            template,
            iri=self.iri,
            here=self.address(self.iri),
            formats=GRAPHS,
            labels=self.labels,
            address=self.address,
            compact=compact,
            base=self.site.base,
            graph_name=self.graph,
            told_date=lambda edtf: told(edtf, self.lang),
            stat_iri=lambda name: PREFIXES["shkc"] + name,
            **values,
        )


async def context_of(site: Site, request: Request, iri: str) -> Context:
    """The context of a page."""
    labels = await labels_of(site, site.edition)
    ledger = Ledger(await sentences_of(site), await facts_of(site), site.base)
    return Context(site, request, iri, tongue(request), labels, ledger, await _graphs_of(site))


async def _graphs_of(site: Site) -> Mapping[str, Mapping[str, str]]:
    """The names of the named graphs by language, read once a build."""
    edition = site.edition

    async def read() -> Mapping[str, Mapping[str, str]]:
        names: dict[str, dict[str, str]] = defaultdict(dict)
        for row in await ask_once(site, edition, "graphs"):
            names[row["graph"].text][row["name"].lang] = row["name"].text
        return names

    return await edition.once("graphs", read)
