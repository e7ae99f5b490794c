"""Where the shipped files and the store are."""

from __future__ import annotations

from pathlib import Path

import pytest

from shkc_kg.resources import STORE_VARIABLE, data_dir, default_store, ontology_dir, queries_dir, resource_dir


def test_the_shipped_folders_are_found() -> None:
    assert [path.name for path in (data_dir(), ontology_dir(), queries_dir())] == ["data", "ontology", "queries"]
    assert (data_dir() / "reports" / "shanghai-2021" / "report.toml").is_file()


def test_a_folder_that_was_not_shipped_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="without its folder 'recipes'"):
        resource_dir("recipes")


def test_the_environment_names_the_store(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(STORE_VARIABLE, str(tmp_path))
    assert default_store() == tmp_path


def test_without_it_the_store_is_in_the_users_data_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv(STORE_VARIABLE, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_store().parts[-2:] == ("shkc-kg", "store")
