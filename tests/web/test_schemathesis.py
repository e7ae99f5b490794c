# ruff: noqa: ANN401 - what schemathesis makes is not typed
"""schemathesis over every operation that ``/openapi.json`` describes, over a real socket."""

from __future__ import annotations

import os
from collections import Counter
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from tests.web.conftest import There

METHODS = ("get", "head", "post", "put", "delete", "options", "patch")
schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed (extra: test)")

# A fifth of all requests that nobody thought of; see test_fuzz.py.
SHARE = int(os.environ.get("SHKC_KG_FUZZ", "400")) // 5


def test_no_operation_answers_with_a_mistake_of_ours(there: There) -> None:
    schema = schemathesis.openapi.from_dict(there.get("/openapi.json").json())
    operations = [result.ok() for result in schema.get_all_operations()]
    told = {(method, path) for path, item in schema.raw_schema["paths"].items() for method in item if method in METHODS}
    assert len(operations) == len(told)
    asked: Counter[tuple[str, str]] = Counter()
    for operation in operations:
        ask_each(operation, there.url.rstrip("/"), -(-SHARE // len(operations)), asked)
    assert set(asked) == told


def ask_each(operation: Any, base: str, times: int, asked: Counter[tuple[str, str]]) -> None:
    """Asks what schemathesis makes of one operation; notes in ``asked`` how often."""

    @settings(
        max_examples=times,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(operation.as_strategy())
    def each(case: Any) -> None:
        asked[case.method.lower(), operation.path] += 1
        answer = case.call(base_url=base, timeout=30)
        assert answer.status_code != 500, (case.method, case.formatted_path, answer.text)
        assert "Traceback" not in answer.text

    each()
