"""Pictures: drawn with fonts that have the characters, the same in every run, nothing hidden without a word."""

from __future__ import annotations

from xml.etree import ElementTree

import networkx as nx  # noqa: TID251 - what is asked for is a network of networkx
import pytest

from shkc_kg import KnowledgeGraph
from shkc_kg.errors import PictureError
from shkc_kg.networks import Network, ego, measured
from shkc_kg.networks.labels import room
from shkc_kg.networks.layout import positions
from shkc_kg.networks.picture import Style, drawn, font_files, picture


@pytest.fixture(scope="module")
def people(kg: KnowledgeGraph) -> Network:
    return measured(ego(kg.network("affiliation"), kg.node("同济大学"), 2), ["betweenness", "louvain"])


def little(label: str) -> Network:
    """Two nodes and a tie."""
    graph = nx.Graph(label_zh="甲乙", label_en="Two")
    for node in ("a", "b"):
        graph.add_node(node, label_zh=label, label_en=label, class_zh="类", class_en="class")
    graph.add_edge("a", "b", weight=1.0)
    return graph


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_png_shows_every_name(people: Network, lang: str) -> None:
    """matplotlib warns of each character that its font lacks, and a warning fails these tests."""
    data = picture(people, "png", Style(lang, size="betweenness", size_label="介数", group="louvain"))
    assert data.startswith(b"\x89PNG\r\n\x1a\n")
    assert len(data) > 10_000


def test_an_svg_carries_its_characters_as_shapes(people: Network) -> None:
    root = ElementTree.fromstring(picture(people, "svg"))  # noqa: S314 - our own
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert not list(root.iter("{http://www.w3.org/2000/svg}text"))


@pytest.mark.parametrize("form", ["png", "svg"])
def test_the_same_network_gives_the_same_picture(people: Network, form: str) -> None:
    assert picture(people, form) == picture(people, form)


def test_the_fonts_have_all_characters_of_the_report(kg: KnowledgeGraph) -> None:
    names = "".join(str(data["label_zh"] + data["label_en"]) for _, data in kg.network("full").nodes(data=True))
    assert 1 <= len(font_files(names)) <= 2


def test_a_character_that_no_font_has_is_named_with_a_remedy() -> None:
    with pytest.raises(PictureError, match=r"no font here has \U0010fffd; install one, such as .*fonts-wqy-microhei"):
        picture(little("\U0010fffd"), "png")


def test_a_name_stands_beside_its_ties_where_it_can() -> None:
    """A name 40 wide and 10 high on its node at (100, 100): below, unless a tie goes there."""
    name, sheet = (80.0, 95.0, 120.0, 105.0), (200.0, 200.0)
    down, up = ((100.0, 100.0), (100.0, 0.0)), ((100.0, 100.0), (100.0, 200.0))
    assert room(name, 5, [], sheet) == room(name, 5, [], sheet, [up]) == (0, -12)
    assert room(name, 5, [], sheet, [down]) == (0, 12)
    assert room(name, 5, [], sheet, [down, up]) == (27, 0)
    assert room(name, 5, [(0, 0, 200, 94), (0, 106, 200, 200)], sheet, [down, up, (down[0], (200.0, 100.0))]) == (
        -27,
        0,
    )
    assert room(name, 5, [(0, 0, 200, 200)], sheet) is None


def test_names_that_find_no_room_are_counted() -> None:
    crowd = nx.relabel_nodes(nx.complete_graph(60), str)
    for data in crowd.nodes.values():
        data.update(label_zh="长三角生态绿色一体化发展示范区" * 2, label_en="x", class_zh="类", class_en="class")
    crowd.graph.update(label_zh="星", label_en="Star")
    for _, _, data in crowd.edges(data=True):
        data["weight"] = 1.0
    (names,) = drawn(crowd, Style("zh")).axes
    foot = drawn(crowd, Style("zh")).texts[0].get_text()
    assert foot.endswith(f"另有 {60 - len(names.texts)} 个名称因重叠未标出")
    assert 10 < len(names.texts) < 60
    assert "overlap" not in drawn(crowd, Style("en")).texts[0].get_text()


def test_an_empty_network_is_an_empty_picture() -> None:
    assert picture(nx.Graph(label_zh="空", label_en="Empty"), "png").startswith(b"\x89PNG")


def test_every_node_has_a_place_of_its_own(kg: KnowledgeGraph) -> None:
    for view in ("affiliation", "collaboration"):
        graph = kg.network(view)
        places = positions(graph)
        assert set(places) == set(graph)
        assert len(set(places.values())) == len(graph)
        assert places == positions(kg.network(view))


def test_components_stand_apart() -> None:
    graph = nx.Graph([("a", "b"), ("b", "c"), ("x", "y")])
    places = positions(graph)
    right = max(places[node][0] for node in "abc")
    below = min(places[node][1] for node in "abc")
    assert all(places[node][0] > right or places[node][1] < below for node in "xy")
