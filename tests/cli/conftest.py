"""Command lines as a user types them, run in this process, or in one of their own where that matters."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from shkc_kg.cli import run

SHKC_KG = Path(sys.executable).with_name("shkc-kg")
CHAPTER = """\
第1章 宁波科技合作

1.1 研发机构

2022年，宁波市新增外资研发中心25家，累计认定外资研发中心506家。
5月，甬江创新论坛在宁波举办，主题为“智汇甬江”。
2022年，宁波市研发投入超500亿元。
5月，甬江创新论坛在宁波举办。

1.2 人才

张三 浙江大学
"""
MANIFEST = """\
title_zh = "2022年宁波科技报告"
title_en = "Ningbo Report 2022"
region = "宁波市"
year = 2022
publisher_zh = "宁波市科学技术局"
publisher_en = "Ningbo Science and Technology Bureau"
licence_zh = "为测试而写"
licence_en = "written for tests"

[[chapters]]
id = "01"
file = "01.txt"
title_zh = "宁波科技合作"
title_en = "Cooperation in Ningbo"
"""


@dataclass(frozen=True)
class Done:
    """What a command left: its exit code, its data, its words."""

    code: int
    out: str
    err: str

    @property
    def line(self) -> str:
        """Its words, which are one line."""
        assert self.err.count("\n") == 1, self.err
        assert self.err.startswith("shkc-kg: ")
        return self.err.removeprefix("shkc-kg: ").rstrip("\n")


Command = Callable[..., Done]


def run_process(folder: Path, arguments: tuple[str | Path, ...], stdin: bytes, environment: Mapping[str, str]) -> Done:
    """One command line, run in a folder by a process of its own."""
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data")}
    done = subprocess.run(
        [SHKC_KG, *map(str, arguments)],
        cwd=folder,
        input=stdin,
        env={**os.environ, **home, **environment},
        capture_output=True,
        check=False,
    )
    return Done(done.returncode, done.stdout.decode(), done.stderr.decode())


@pytest.fixture
def shkc_kg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Command:
    """Run ``shkc-kg`` with arguments (and standard input, and environment) in an empty folder."""
    monkeypatch.delenv("SHKC_KG_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def command(*arguments: str | Path, stdin: bytes = b"", **environment: str) -> Done:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin)))
            for name, value in environment.items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as left:
                run([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capfdbinary.readouterr()
        assert isinstance(left.value.code, int)
        return Done(left.value.code, out.decode(), err.decode())

    return command


@pytest.fixture
def process(tmp_path: Path) -> Command:
    """The same in a process of its own, for what is settled when Python starts."""
    return lambda *arguments, stdin=b"", **environment: run_process(tmp_path, arguments, stdin, environment)


@pytest.fixture(scope="session")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one small report."""
    folder = tmp_path_factory.mktemp("reports")
    report = folder / "ningbo-2022"
    report.mkdir()
    (report / "report.toml").write_text(MANIFEST, encoding="utf-8")
    (report / "01.txt").write_text(CHAPTER, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def store(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the graph built from it."""
    folder = tmp_path_factory.mktemp("store")
    done = run_process(folder, ("build", "--reports", reports, "--out", folder / "kg"), b"", {})
    assert (done.code, done.err) == (0, "")
    return folder / "kg"
