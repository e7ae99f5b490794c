"""IRIs as people write them, for reports and messages."""

from __future__ import annotations

from shkc_kg.names import PREFIXES

__all__ = ["compact"]


def compact(iri: str) -> str:
    """The IRI with the longest prefix that fits, or unchanged where none does.

    >>> compact("https://schema.org/about"), compact("https://w3id.org/shkc/id/复旦大学"), compact("urn:a")
    ('schema:about', 'id:复旦大学', 'urn:a')
    """
    fitting = [(len(base), prefix) for prefix, base in PREFIXES.items() if iri.startswith(base)]
    if not fitting:
        return iri
    length, prefix = max(fitting)
    return f"{prefix}:{iri[length:]}"
