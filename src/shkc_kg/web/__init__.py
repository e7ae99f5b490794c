"""Publishes a built graph: SPARQL endpoint, linked data, dumps and pages."""

from __future__ import annotations

from shkc_kg.web.limits import Limits
from shkc_kg.web.serve import AddressError, serve

__all__ = ["AddressError", "Limits", "serve"]
