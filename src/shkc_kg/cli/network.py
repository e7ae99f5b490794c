"""``shkc-kg network``: who is tied to whom, measured, drawn, and written for other programs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import click

from shkc_kg import networks
from shkc_kg.cli.options import parameters_option, store_option
from shkc_kg.cli.streams import example, write
from shkc_kg.cli.table import table
from shkc_kg.errors import QueryError
from shkc_kg.knowledge import KnowledgeGraph
from shkc_kg.knowledge import open as open_graph
from shkc_kg.networks.formats import edge_rows, node_rows
from shkc_kg.networks.outputs import OUTPUTS, Output, paths_json, paths_text

__all__ = ["network"]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The options of a command line."""

    form: str
    metrics: tuple[str, ...]
    longest: int | None
    predict: str | None
    ego: str | None
    radius: int
    project: str | None
    top: int | None
    seed: int
    lang: str
    parameters: dict[str, str]

    @property
    def something(self) -> bool:
        """Whether more is asked than what there is to ask for."""
        return self.form != "table" or any((self.metrics, self.longest, self.predict, self.ego, self.project, self.top))


@click.command(
    epilog=example(
        "shkc-kg network",
        "shkc-kg network collaboration --metric betweenness --metric louvain --top 10",
        "shkc-kg network --between 复旦大学 奉贤",
        "shkc-kg network affiliation --format png > people.png",
        "shkc-kg network place --ego 静安区 --format html > jingan.html",
    )
)
@click.argument("view", metavar="[VIEW | FILE.rq]", required=False)
@click.option("--format", "form", type=click.Choice(["table", *OUTPUTS]), default="table", show_default=True)
@click.option("--metric", "metrics", multiple=True, metavar="NAME", help="Measure the nodes; may be repeated.")
@click.option("--between", nargs=2, metavar="A B", help="How two things are tied, sentence by sentence.")
@click.option("--longest", type=click.IntRange(1), metavar="STEPS", help="With --between: all paths up to so long.")
@click.option("--predict", type=click.Choice(list(networks.PREDICTORS)), help="Ties that seem to be missing.")
@click.option("--ego", metavar="NAME", help="Only what is near this thing.")
@click.option("--radius", type=click.IntRange(1), default=1, show_default=True, help="With --ego: how many steps.")
@click.option("--project", metavar="SIDE", help="One side of a bipartite view, tied by what it shares.")
@click.option("--top", type=click.IntRange(1), metavar="N", help="Only the N foremost rows, nodes or paths.")
@click.option("--seed", type=int, default=0, show_default=True, help="For what draws lots.")
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True, help="Of names.")
@parameters_option
@store_option
def network(view: str | None, between: tuple[str, str] | None, store: Path | None, **options: object) -> None:
    """Show a view of the graph as a network, without VIEW the one named full. Alone, list the views and the metrics."""
    asked = _Asked(**options)  # type: ignore[arg-type]  # click gives what the options say
    if view is None and between is None and not asked.something:
        write(_listed())
        return
    if asked.longest and between is None:
        raise click.UsageError("--longest is how long paths may be: it goes with --between.")
    kinds = {networks.measure(metric).gives for metric in asked.metrics}
    if "edges" in kinds and (len(asked.metrics) > 1 or asked.form != "table"):
        raise click.UsageError("Ask for bridges alone, and as a table: they are ties, and no numbers of nodes.")
    kg = open_graph(store)
    graph = _network(kg, view or "full", asked)
    if between is not None:
        write(_between(kg, graph, between, asked))
    elif asked.predict:
        write(_predicted(graph, asked))
    elif "edges" in kinds:
        write(table(("node", "node"), [_labels(graph, pair, asked) for pair in networks.bridges(graph)][: asked.top]))
    else:
        _show(kg, networks.measured(graph, asked.metrics, asked.seed), asked)


def _network(kg: KnowledgeGraph, view: str, asked: _Asked) -> networks.Network:
    """The view, or the part of it that is asked for."""
    graph = kg.network(view, **asked.parameters)
    if asked.project:
        graph = networks.project(graph, asked.project)
    if asked.ego:
        node = kg.node(asked.ego)
        if node not in graph:
            raise QueryError(f"{asked.ego} is not in the network {graph.graph['name']}; try the network full")
        graph = networks.ego(graph, node, asked.radius)
    return graph


def _between(kg: KnowledgeGraph, graph: networks.Network, ends: tuple[str, str], asked: _Asked) -> str:
    if kg.node(ends[0]) == kg.node(ends[1]):
        raise QueryError(f"{ends[0]} and {ends[1]} are the same thing; name two")
    found = networks.paths(graph, kg.node(ends[0]), kg.node(ends[1]), kg.sentences(), asked.longest, asked.top or 10)
    if asked.form == "json":
        return paths_json(found)
    if asked.form != "table":
        raise click.UsageError("Paths are shown as a table or as json.")
    if not found:
        click.echo(f"No path joins {ends[0]} and {ends[1]} in the network {graph.graph['name']}.", err=True)
    return paths_text(found, dict(graph.nodes(data=f"label_{asked.lang}")), asked.lang)


def _predicted(graph: networks.Network, asked: _Asked) -> str:
    found = networks.predict(graph, asked.predict or "", asked.top or 20)
    and_ = "、" if asked.lang == "zh" else "; "
    rows = [
        (*_labels(graph, (p.source, p.target), asked), f"{p.score:.4g}", and_.join(_labels(graph, p.shared, asked)))
        for p in found
    ]
    return table(("node", "node", asked.predict or "", "shared"), rows)


def _show(kg: KnowledgeGraph, graph: networks.Network, asked: _Asked) -> None:
    if asked.form != "table":
        first = asked.metrics[0] if asked.metrics else None
        kept = networks.largest(graph, asked.top, first) if asked.top else graph
        sentences = kg.sentences() if asked.form == "html" else {}
        write(OUTPUTS[asked.form](kept, Output(asked.metrics, asked.lang, asked.seed, sentences)))
        return
    if asked.metrics:
        write(table(("node", *asked.metrics, "class"), node_rows(graph, (*asked.metrics, "class"))[: asked.top]))
    else:
        write(
            table(
                ("source", "target", "relation", "weight"),
                edge_rows(graph, (f"label_{asked.lang}", "weight"))[: asked.top],
            )
        )
    counts = f"{len(graph)} nodes, {graph.number_of_edges()} ties"
    click.echo(f"{counts}, made of sha256:{graph.graph['input']}", err=True)


def _labels(graph: networks.Network, nodes: tuple[str, ...], asked: _Asked) -> tuple[str, ...]:
    return tuple(str(graph.nodes[node][f"label_{asked.lang}"]) for node in nodes)


def _listed() -> str:
    views = [networks.read_view(name) for name in networks.view_names()]
    rows = [(view.name, " ".join(sorted(view.kinds)), view.zh, view.en) for view in views]
    metrics = [(metric.name, metric.gives, metric.zh, metric.en) for metric in networks.MEASURES.values()]
    return f"{table(('view', 'kind', '', ''), rows)}\n{table(('metric', 'gives', '', ''), metrics)}"
