"""Papers without title marks."""

from __future__ import annotations

import pytest

from shkc_kg.reading.names.untitled import untitled_papers


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("湖滨市印发关于促进开发区改革和创新发展实施方案的通知", ["关于促进开发区改革和创新发展实施方案"]),
        ("先后出台关于加快培育科技型企业的实施意见。", ["关于加快培育科技型企业的实施意见"]),
        ("听取关于加快培育科技型企业的意见", []),
        ("印发《关于加快培育科技型企业的意见》", []),
    ],
)
def test_what_is_issued_is_a_paper(text: str, found: list[str]) -> None:
    assert [one.label for one in untitled_papers(text)] == found
