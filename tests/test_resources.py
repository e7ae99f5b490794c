"""Where the shipped files are."""

from __future__ import annotations

import pytest

from shkc_kg.resources import data_dir, ontology_dir, queries_dir, resource_dir


def test_the_shipped_folders_are_found() -> None:
    assert [path.name for path in (data_dir(), ontology_dir(), queries_dir())] == ["data", "ontology", "queries"]
    assert (data_dir() / "reports" / "shanghai-2021" / "report.toml").is_file()


def test_a_folder_that_was_not_shipped_is_named() -> None:
    with pytest.raises(FileNotFoundError, match="without its folder 'recipes'"):
        resource_dir("recipes")
