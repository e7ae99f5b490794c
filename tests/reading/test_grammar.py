"""Verbs of the lexicon, and the names that stand as subject and object of them."""

from __future__ import annotations

import pytest

from shkc_kg.model import Source
from shkc_kg.reading import read as read_all
from shkc_kg.reading.classes import BODIES, FACILITIES, INSTITUTIONS
from shkc_kg.reading.grammar import names_after, names_before, verbs
from shkc_kg.reading.lines.document import chapter_of
from shkc_kg.reading.names import names_of
from shkc_kg.reading.names.resolve import EVENT_CLASSES, key_of
from shkc_kg.reading.scene import Scene, scenes_of
from shkc_kg.reading.setting.context import setting_of

FRAMES = ("hold", "found", "come", "publish", "support")
THINGS = INSTITUTIONS | FACILITIES | EVENT_CLASSES


def scene_of(text: str) -> Scene:
    """The scene of a text of one sentence, told of 江苏省 in 2021."""
    source = Source("x", "01", text, "", "", 2021, "江苏省")
    passages = chapter_of(source, lambda _: False, lambda _: False).passages
    names = names_of(passages, {p.id: "江苏省" for p in passages}, 2021)
    regions = {p.id: key_of("江苏省") for p in passages}
    (scene,) = scenes_of(passages, names, setting_of(source, passages).clocks, regions)
    return scene


def found(text: str) -> list[str]:
    return [verb.word for verb in verbs(scene_of(text), *FRAMES)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("紫金山实验室揭牌。", ["揭牌"]),
        ("紫金山实验室未揭牌。", []),
        ("紫金山实验室尚未建成。", []),
        ("会议没有召开。", []),
        ("紫金山实验室建成的平台。", []),
        ("新闻发布会。", []),
        ("承办方负责。", []),
        ("以“落户南京”为题。", []),
    ],
)
def test_a_verb_counts_where_it_is_a_predicate_outside_quotes_and_not_denied(text: str, expected: list[str]) -> None:
    assert found(text) == expected


def before(text: str, word: str) -> list[str]:
    scene = scene_of(text)
    return [scene.name(n.key) for n in names_before(scene, scene.text.index(word), THINGS)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("紫金山实验室揭牌。", "揭牌", ["紫金山实验室"]),
        ("紫金山实验室、姑苏实验室等平台于4月正式揭牌。", "揭牌", ["紫金山实验室", "姑苏实验室"]),
        ("上海天文馆在苏州工业园区揭牌。", "揭牌", ["上海天文馆"]),
        ("服务在紫金山实验室、姑苏实验室启用。", "启用", []),
        ("姑苏实验室团队揭牌。", "揭牌", []),
    ],
)
def test_the_subject_is_the_list_before_the_verb_and_no_adjunct(text: str, word: str, expected: list[str]) -> None:
    assert before(text, word) == expected


def after(text: str, word: str, *, listed: bool = False) -> list[str]:
    scene = scene_of(text)
    at = scene.text.index(word) + len(word)
    return [scene.name(n.key) for n in names_after(scene, at, THINGS | BODIES, listed=listed)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("支持紫金山实验室、姑苏实验室建设。", "支持", ["紫金山实验室", "姑苏实验室"]),
        ("建成全国首个高水平的紫金山实验室。", "建成", ["紫金山实验室"]),
        ("支持企业与紫金山实验室合作。", "支持", []),
        ("建立长三角合作机制。", "建立", []),
        ("支持高校,紫金山实验室揭牌。", "支持", []),
    ],
)
def test_the_object_is_the_list_behind_the_verb_within_its_clause(text: str, word: str, expected: list[str]) -> None:
    assert after(text, word) == expected


def test_members_that_are_no_names_are_passed_over_only_where_a_list_is_asked_for() -> None:
    text = "举办路演活动近30场、江苏发展大会。"
    assert (after(text, "举办"), after(text, "举办", listed=True)) == ([], ["江苏发展大会"])


def test_a_passage_without_full_stops_is_read_in_the_end() -> None:
    assert read_all(Source("x", "01", "紫金山实验室揭牌," * 400, "", "", 2021, "江苏省")).facts
