"""Who is tied to whom: the graph as networks of networkx, measured, searched for paths, drawn and written out.

::

    kg = shkc_kg.open()
    graph = kg.network("collaboration")     # networkx, ready for whatever networkx can do
    scored(graph, "betweenness")
    kg.ties("复旦大学", "奉贤")               # the paths between them, each step with its sentence
"""

from shkc_kg.networks.measures import MEASURES, bridges, grouped, measure, measured, scored
from shkc_kg.networks.network import Network, ego, largest, network, part, project
from shkc_kg.networks.paths import Path, Step, paths, ways
from shkc_kg.networks.plain import graphml_of, plain, without
from shkc_kg.networks.predictions import PREDICTORS, Prediction, predict
from shkc_kg.networks.source import Source
from shkc_kg.networks.views import View, read_view, view_names

__all__ = [
    "MEASURES",
    "PREDICTORS",
    "Network",
    "Path",
    "Prediction",
    "Source",
    "Step",
    "View",
    "bridges",
    "ego",
    "graphml_of",
    "grouped",
    "largest",
    "measure",
    "measured",
    "network",
    "part",
    "paths",
    "plain",
    "predict",
    "project",
    "read_view",
    "scored",
    "view_names",
    "ways",
    "without",
]
