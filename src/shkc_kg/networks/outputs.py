"""A network, or the paths in it, as what a user asked for: a file's bytes or text."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Final

from shkc_kg.networks.formats import FORMATS, nodes_csv
from shkc_kg.networks.measures import MEASURES
from shkc_kg.networks.network import Network
from shkc_kg.networks.page import page
from shkc_kg.networks.paths import Path, Step

__all__ = ["OUTPUTS", "Output", "paths_json", "paths_text"]


@dataclass(frozen=True, slots=True)
class Output:
    """What an output needs to know besides the network, which has the numbers of the metrics as attributes."""

    metrics: Sequence[str] = ()
    lang: str = "zh"
    seed: int = 0
    sentences: Mapping[str, str] = field(default_factory=dict)

    @property
    def group(self) -> str | None:
        """The first metric that parts the nodes into groups: what colours them."""
        return next((name for name in self.metrics if MEASURES[name].gives == "groups"), None)

    @property
    def size(self) -> str | None:
        """The first metric that is a score: what they are sized by."""
        return next((name for name in self.metrics if MEASURES[name].gives == "score"), None)


def _csv(graph: Network, output: Output) -> bytes:
    return nodes_csv(graph, output.metrics) if output.metrics else FORMATS["csv"](graph)


def _html(graph: Network, output: Output) -> bytes:
    return page(graph, output.sentences, output.lang, output.group, output.seed)


def _picture(form: str) -> Callable[[Network, Output], bytes]:
    def drawn(graph: Network, output: Output) -> bytes:
        # Loaded here, since matplotlib takes longer to load than a table takes to print.
        from shkc_kg.networks.picture import Style, picture

        called = getattr(MEASURES[output.size], output.lang) if output.size else ""
        return picture(graph, form, Style(output.lang, output.size, called, output.group, output.seed))

    return drawn


def _plain(form: str) -> Callable[[Network, Output], bytes]:
    return lambda graph, _output: FORMATS[form](graph)


OUTPUTS: Final[Mapping[str, Callable[[Network, Output], bytes]]] = {
    **{form: _plain(form) for form in FORMATS},
    "csv": _csv,
    "html": _html,
    "png": _picture("png"),
    "svg": _picture("svg"),
}


def paths_json(found: Iterable[Path]) -> str:
    """Paths as JSON: a list, each with its nodes and the steps between them."""
    return json.dumps([asdict(path) for path in found], ensure_ascii=False, indent=1) + "\n"


def paths_text(found: Iterable[Path], names: Mapping[str, str], lang: str = "zh") -> str:
    """Paths for a terminal: a line for each, and below it each step with its sentences, nodes by their ``names``.

    Relations are called in both languages, in ``lang`` first.
    """
    return "\n".join("".join(f"{line}\n" for line in _lines(path, names, lang)) for path in found)


def _lines(path: Path, names: Mapping[str, str], lang: str) -> Iterator[str]:
    yield "".join([names[path.nodes[0]], *(f" {_arrow(steps)} {names[steps[0].target]}" for steps in path.steps)])
    for step in (step for steps in path.steps for step in steps):
        one, other = (step.target, step.source) if step.arrow == "←" else (step.source, step.target)
        called = (step.label_zh, step.label_en) if lang == "zh" else (step.label_en, step.label_zh)
        yield f"  {names[one]}  {' '.join(called)}  {names[other]}"
        yield from (f"    “{' '.join(sentence.split())}”" for sentence in dict.fromkeys(step.sentences))
        yield f"    {' '.join(step.graphs)}"


def _arrow(steps: Sequence[Step]) -> str:
    """One arrow for all ties of a step: they may point in different directions.

    >>> _arrow([])
    '—'
    """
    arrows = {step.arrow for step in steps}
    return arrows.pop() if len(arrows) == 1 else "—"
