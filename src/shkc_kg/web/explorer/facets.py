"""What observations can be narrowed by: the facets, the choice that a request makes, and how many each value leaves."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final

from shkc_kg.names import PREFIXES
from shkc_kg.web.exchange import Request
from shkc_kg.web.explorer.amounts import unit_title
from shkc_kg.web.explorer.observations import Observation, Observations
from shkc_kg.web.labels import Labels

__all__ = ["FACETS", "Choice", "Facet", "Option", "choice", "chosen", "named", "options"]


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet: its parameter, its names, the values of an observation, and what its values are.

    ``space`` says how a value stands for an IRI: ``base`` (relative to the graph's base), ``shkc`` (a term of the
    ontology), or none where it is plain text.
    """

    key: str
    zh: str
    en: str
    of: Callable[[Observations, Observation], tuple[str, ...]]
    space: str = ""


def _one(value: str) -> tuple[str, ...]:
    return (value,) if value else ()


FACETS: Final = (
    Facet("subject", "关于", "About", lambda _, o: (o.subject,), "base"),
    Facet("indicator", "指标", "Indicator", lambda _, o: (o.indicator,), "base"),
    Facet("unit", "单位", "Unit", lambda _, o: _one(o.unit)),
    Facet("kind", "统计口径", "Kind", lambda _, o: _one(o.kind), "shkc"),
    Facet("bound", "确切程度", "Bound", lambda _, o: _one(o.bound), "shkc"),
    Facet("year", "年份", "Year", lambda _, o: _one(o.year)),
    Facet("section", "章节", "Section", lambda all_, o: all_.of_class(o, "Section"), "base"),
    Facet("report", "报告", "Report", lambda all_, o: all_.of_class(o, "Report"), "base"),
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What a reader chose: a value (an IRI, a local name or text) for some facets, and a text to be found."""

    values: dict[str, str] = field(default_factory=dict)
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.values or self.text)

    def parameters(self) -> dict[str, str]:
        """The choice as the parameters of ``figures.rq``."""
        terms = {f.key: f.space == "shkc" for f in FACETS}
        given = {key: PREFIXES["shkc"] + value if terms[key] else value for key, value in self.values.items()}
        return given | ({"text": self.text} if self.text else {})


def choice(request: Request, base: str) -> Choice:
    """The choice that a request makes; an IRI may stand in full, or without the graph's base."""
    values = {}
    for facet in FACETS:
        value = (request.parameter(facet.key) or "").strip()
        if value:
            values[facet.key] = base + value if facet.space == "base" and ":" not in value else value
    return Choice(values, (request.parameter("q") or "").strip())


def chosen(observations: Observations, choice: Choice, labels: Labels, but: str = "") -> list[Observation]:
    """The observations of a choice, ``but`` one facet of it."""
    wanted = [(f, choice.values[f.key]) for f in FACETS if f.key in choice.values and f.key != but]
    text = choice.text.lower()
    return [
        each
        for each in observations.rows
        if all(value in facet.of(observations, each) for facet, value in wanted)
        and (not text or any(text in said.lower() for said in _said(each, labels)))
    ]


def _said(observation: Observation, labels: Labels) -> Iterable[str]:
    for iri in (observation.subject, observation.indicator):
        yield from (labels.name(iri, lang) for lang in ("zh", "en"))
    yield observation.sentence.text


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be chosen: as it stands in an address, its name, and how many observations it leaves."""

    value: str
    name: str
    count: int
    chosen: bool


def options(
    observations: Observations, choice: Choice, labels: Labels, base: str, lang: str
) -> list[tuple[Facet, list[Option]]]:
    """The facets with their values, counted among what the other facets leave; a facet with one value is left out."""
    found = []
    for facet in FACETS:
        rows = chosen(observations, choice, labels, but=facet.key)
        counts = Counter(value for each in rows for value in facet.of(observations, each))
        mine = choice.values.get(facet.key, "")
        if mine:
            counts.setdefault(mine, 0)
        if len(counts) > 1 or mine:
            ordered = _ordered(facet, counts, observations)
            told = [(value, named(facet, value, observations, labels, lang)) for value in ordered]
            found.append(
                (facet, [Option(value.removeprefix(base), name, counts[value], value == mine) for value, name in told])
            )
    return found


def _ordered(facet: Facet, counts: Counter[str], observations: Observations) -> list[str]:
    """Sections as in the text, years by time, all else by frequency."""
    if facet.key in ("section", "report"):
        return [iri for iri in observations.parts if iri in counts] + [v for v in counts if v not in observations.parts]
    if facet.key == "year":
        return sorted(counts)
    return [value for value, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))]


def named(facet: Facet, value: str, observations: Observations, labels: Labels, lang: str) -> str:
    """What a value of a facet is called; a section is indented by its depth."""
    if part := observations.parts.get(value):
        depth, above = 0, part.above
        while (held := observations.parts.get(above)) and held.cls == "Section":
            depth, above = depth + 1, held.above
        return "\u2003" * depth + part.name(lang)
    if facet.space == "shkc":
        return labels.name(PREFIXES["shkc"] + value, lang)
    if facet.key == "unit":
        return unit_title(value, lang)
    return labels.name(value, lang) if facet.space else value
