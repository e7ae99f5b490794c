"""The page of a passage: its words, what they name, what they state, and the sentences around them."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from dataclasses import dataclass
from typing import Final

from shkc_kg.model import Span
from shkc_kg.names import expand
from shkc_kg.web.asking import Found, Row, ask
from shkc_kg.web.exchange import Answer, Request
from shkc_kg.web.explorer.sentences import Sentence, Sentences, pieces
from shkc_kg.web.explorer.things.context import Context, context_of
from shkc_kg.web.explorer.things.groups import group_rows
from shkc_kg.web.explorer.things.heading import read_heading
from shkc_kg.web.explorer.things.order import NAMING, reverse_names
from shkc_kg.web.explorer.things.said import Said
from shkc_kg.web.places import address
from shkc_kg.web.site import Site

__all__ = ["passage_page"]

_TYPE: Final = expand("rdf:type")
_SCOPE: Final = expand("shkc:scope")
# What places a passage in its chapter stands at the head of its page.
_PLACING: Final = frozenset(
    map(
        expand,
        ("dcterms:isPartOf", "nif:isString", "nif:beginIndex", "nif:endIndex", "shkc:order", "nif:referenceContext"),
    )
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A fact of the passage: its triple, or the node that tells it, and the characters that it rests on."""

    subject: str
    subject_name: str
    property: str
    object: str
    object_name: str
    said: Said


async def passage_page(site: Site, request: Request, sentence: Sentence) -> Answer:
    """The page of a passage."""
    context = await context_of(site, request, sentence.iri)
    lang = context.lang
    facts, stated, mentions = await asyncio.gather(
        ask(site, request, "thing-facts", thing=sentence.iri, lang=lang),
        ask(site, request, "passage-facts", passage=sentence.iri, lang=lang),
        ask(site, request, "passage-mentions", passage=sentence.iri),
    )
    grouped = group_rows(facts, sentence.iri, context.ledger, context.labels, lang)
    spans = [Span(int(row["begin"].text), int(row["end"].text)) for row in mentions]
    return context.render(
        "passage.html",
        heading=read_heading(facts, context),
        sentence=sentence,
        quote=pieces(sentence, spans),
        around=_around(sentence, context.ledger.sentences),
        section_name=_section(facts, sentence),
        facts=facts,
        reader=f"{address(sentence.chapter, site.base)}#{sentence.name}",
        stated=_stated(stated, context),
        found=stated,
        mentions=mentions,
        scopes=[s for each in grouped.get(("out", _SCOPE), ()) if (s := context.ledger.sentences.get(each.other.text))],
        rest=[(key, values) for key, values in grouped.items() if key[1] not in NAMING | _PLACING | {_SCOPE}],
        reverse=reverse_names(),
    )


def _section(facts: Found, sentence: Sentence) -> str:
    """What the passage's section is called."""
    names = (row["name"].text for row in facts if row["other"].text == sentence.section and "name" in row)
    return next(names, sentence.section.rpartition("/")[2])


def _around(sentence: Sentence, sentences: Sentences) -> tuple[Sentence | None, Sentence | None]:
    chapter = sentences.by_chapter[sentence.chapter]
    at = chapter.index(sentence)
    return (chapter[at - 1] if at else None, chapter[at + 1] if at + 1 < len(chapter) else None)


def _stated(found: Found, context: Context) -> tuple[Stated, ...]:
    """The facts in the order of their characters; a node's own triples count as one fact."""
    nodes: dict[str, list[Row]] = defaultdict(list)
    facts = []
    for row in found:
        subject, prop = row["subject"].text, row["property"].text
        if subject.startswith(f"{context.iri}/"):
            nodes[subject].append(row)
        elif prop not in NAMING:
            facts.append(_fact(row, context))
    facts += [_fact(_kind(rows), context) for rows in nodes.values()]
    return tuple(sorted(facts, key=_place))


def _kind(rows: list[Row]) -> Row:
    return next((row for row in rows if row["property"].text == _TYPE), rows[0])


def _fact(row: Row, context: Context) -> Stated:
    subject, prop, value = row["subject"], row["property"], row["object"]
    said = context.ledger.said(context.iri, subject.text, prop.text, value)

    def name(role: str) -> str:
        term = row[role]
        if not term.iri:
            return term.text
        known = row[f"{role}Name"].text if f"{role}Name" in row else ""
        return context.labels.name(term.text, context.lang) if context.labels.kind(term.text) or not known else known

    return Stated(subject.text, name("subject"), prop.text, value.text if value.iri else "", name("object"), said)


def _place(stated: Stated) -> tuple[int, int, str]:
    spans = stated.said.fact.entry.spans if stated.said.fact else ()
    return (spans[0].begin, spans[-1].end, stated.subject) if spans else (1 << 40, 0, stated.subject)
