"""``shkc-kg coverage`` on a text."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from shkc_kg.cli import run

TEXT = "2021年，上海市新增外资研发中心25家。\n\n馆内展出陨石标本，供观众观赏。\n"
Output = Callable[..., str]


@pytest.fixture
def output(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> Output:
    file = tmp_path / "text.txt"
    file.write_text(TEXT, encoding="utf-8")

    def call(*arguments: str) -> str:
        with pytest.raises(SystemExit) as left:
            run(["coverage", str(file), *arguments])
        assert left.value.code == 0
        return capfdbinary.readouterr().out.decode()

    return call


def test_the_summary_names_each_class_and_lists_what_was_left(output: Output) -> None:
    lines = output().splitlines()
    assert lines[0] == f"text/text: {len(TEXT)} characters"
    assert [line.split()[0] for line in lines[1:6]] == ["evidence", "mention", "structure", "rhetoric", "unread"]
    assert any("馆内展出陨石标本" in line for line in lines[8:])


def test_json_holds_text_and_stretches(output: Output) -> None:
    (told,) = json.loads(output("--format", "json"))
    assert told["text"] == TEXT
    assert sum(told["counts"].values()) == told["characters"] == len(TEXT)
    assert round(sum(told["percent"].values()), 2) == 100


def test_the_page_is_written_beside_the_summary(output: Output, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    assert output("--html", str(file))
    assert "陨石标本" in file.read_text(encoding="utf-8")
