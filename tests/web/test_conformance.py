"""The server's examination of itself."""

from __future__ import annotations

import pytest
from tests.web.conftest import Server

from shkc_kg.web.conformance import Check, checks, judged
from shkc_kg.web.exchange import Answer


def test_the_server_passes_its_own_examination(server: Server) -> None:
    report = server.get("/conformance").json()
    assert [check for check in report["checks"] if not check["passed"]] == []
    assert report["passed"] == report["of"] == len(checks())


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_verdicts_have_a_page(server: Server, lang: str) -> None:
    answer = server.get("/conformance", headers={"accept": "text/html", "accept-language": lang})
    assert answer.text.count("<tr>") == len(checks()) + 1


def test_a_failure_would_be_told() -> None:
    told = judged(Check("x", "y", "/", 200, media="text/csv", holds="a", header="etag"), Answer(404, body=b"b"))
    assert len(told["faults"]) == 4
