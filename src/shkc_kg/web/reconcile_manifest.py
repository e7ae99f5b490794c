"""What the reconciliation service says of itself."""

from __future__ import annotations

import re
from importlib.metadata import version
from typing import Any, Final

from shkc_kg.names import DEFAULT_BASE
from shkc_kg.web.exchange import Request
from shkc_kg.web.reconcile_query import MOST_QUERIES
from shkc_kg.web.reconcile_values import SETTINGS

__all__ = ["manifest"]

_HOST: Final = re.compile(r"[\w.:\[\]-]{1,255}", re.ASCII)


def manifest(base: str, request: Request) -> dict[str, Any]:
    """The manifest, with addresses as the client of this request sees them; ``base`` is that of the graph's IRIs."""
    root = f"{_root(request)}/reconcile"
    return {
        "versions": ["0.2"],
        "name": "上海科技创新知识图谱 · Shanghai science and technology knowledge graph",
        "identifierSpace": f"{base}id/",
        "schemaSpace": f"{DEFAULT_BASE}ontology#Thing",
        "documentation": f"{_root(request)}/ontology",
        "serviceVersion": version("shkc-kg"),
        "defaultTypes": [{"id": "shkc:Thing", "name": "事物 thing"}],
        "view": {"url": f"{root}/view?id={{{{id}}}}"},
        "feature_view": {"url": f"{root}/feature?id={{{{id}}}}"},
        "preview": {"url": f"{root}/preview?id={{{{id}}}}", "width": 430, "height": 300},
        "suggest": {
            name: {"service_url": root, "service_path": f"/suggest/{name}"} for name in ("entity", "property", "type")
        },
        "extend": {
            "propose_properties": {"service_url": root, "service_path": "/properties"},
            "property_settings": SETTINGS,
        },
        "batchSize": MOST_QUERIES,
    }


def _root(request: Request) -> str:
    """The address that the client used for this server; only a plain host name gets into the answer."""
    host = request.header(b"host") or ""
    scheme = "https" if request.header(b"x-forwarded-proto") == "https" else "http"
    return f"{scheme}://{host}" if _HOST.fullmatch(host) else ""
