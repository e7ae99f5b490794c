"""Scenes: what headings give to the passages below them."""

from __future__ import annotations

from tests.reading.texts import source

from shkc_kg.reading.calendar.clock import Clock
from shkc_kg.reading.lines.document import chapter_of
from shkc_kg.reading.names import names_of
from shkc_kg.reading.names.cards import is_institution_line
from shkc_kg.reading.names.persons import is_person_line
from shkc_kg.reading.scene import Scene, scenes_of

TEXT = """各区科技创新

2021年工作扎实推进，成效明显。

静安

推进集聚发展，建设创新园区。

浦江创新论坛成功举办

5月31日开幕，参会200人，第4届世界人工智能大会同期举行。

5月

- 8日上海科技节举办
"""


def scenes(text: str = TEXT) -> dict[str, Scene]:
    chapter = chapter_of(source(text), is_person_line, is_institution_line)
    names = names_of(chapter.passages, {p.id: "上海市" for p in chapter.passages}, 2021)
    clocks = {p.id: Clock(year=2021) for p in chapter.passages}
    found = scenes_of(chapter.passages, names, clocks, {p.id: "上海市" for p in chapter.passages})
    return {scene.text: scene for scene in found}


def test_a_heading_that_is_a_place_gives_it_to_the_text_below() -> None:
    scene = scenes()["推进集聚发展,建设创新园区。"]
    assert scene.place is not None
    assert scene.name(scene.place.key) == "静安区"
    assert scene.subject == scene.place


def test_a_heading_about_an_event_gives_a_subject_and_no_place() -> None:
    scene = next(s for text, s in scenes().items() if text.startswith("5月31日"))
    assert scene.subject is not None
    assert scene.name(scene.subject.key) == "浦江创新论坛"
    assert scene.headings[0] == "浦江创新论坛成功举办"


def test_a_heading_without_a_thing_gives_none() -> None:
    scene = scenes()["2021年工作扎实推进,成效明显。"]
    assert (scene.subject, scene.place) == (None, None)


def test_a_month_above_dates_the_days_below() -> None:
    scene = scenes()["8日上海科技节举办"]
    assert [date.edtf for date in scene.dates] == ["2021-05-08"]


def test_numbers_inside_names_are_none_but_for_their_ordinal() -> None:
    scene = next(s for text, s in scenes().items() if text.startswith("5月31日"))
    assert [scene.text[n.begin : n.end] for n in scene.numbers if n.kind != "ordinal"] == ["200"]


def test_outer_names_of_a_stretch_are_found_by_class() -> None:
    scene = next(s for text, s in scenes().items() if text.startswith("5月31日"))
    assert [n.cls for n in scene.between(0, len(scene.text))] == ["Conference"]
    assert scene.between(0, 8) == ()
    assert scene.between(0, len(scene.text), {"Forum"}) == ()


def test_evidence_points_into_the_original() -> None:
    scene = scenes()["推进集聚发展,建设创新园区。"]
    begin = TEXT.index("推进集聚")
    assert scene.evidence("rule", (0, 4)).spans[0].begin == begin
    assert scene.evidence("rule").spans == (scene.passage.extent,)


def test_the_nearest_heading_with_a_place_gives_it_and_a_citys_designation_is_none() -> None:
    text = (
        "国际科技创新中心建设\n\n研发投入稳步增长，成效明显。\n\n◆ 青浦区：打造创新高地\n\n推进集聚发展，建设创新园区。"
    )
    above, below = (scenes(text)[t] for t in ("研发投入稳步增长,成效明显。", "推进集聚发展,建设创新园区。"))
    assert (above.subject, above.place) == (None, None)
    assert below.place is not None
    assert below.name(below.place.key) == "青浦区"
