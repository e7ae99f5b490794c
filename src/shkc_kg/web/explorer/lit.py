"""A sentence with some of its characters lit: where characters of the original stand in the clean text."""

from __future__ import annotations

from dataclasses import dataclass

from shkc_kg.web.explorer.alignment import aligned

__all__ = ["Lit", "light"]


@dataclass(frozen=True, slots=True)
class Lit:
    """A sentence in three: what stands before the lit characters, these, and what follows; unlit where not found."""

    before: str
    lit: str = ""
    after: str = ""

    @property
    def text(self) -> str:
        """The whole sentence."""
        return self.before + self.lit + self.after


def light(clean: str, original: str, begin: int, end: int) -> Lit:
    """The clean sentence with the characters lit that stand at ``begin`` to ``end`` of its original.

    Cleaning only leaves characters out. What does not align, or would light other characters than the original's, is
    not lit.

    >>> light("新增25家,共25家。", "新增**25**家,共**25**家。", 13, 15)
    Lit(before='新增25家,共', lit='25', after='家。')
    """
    places = aligned(clean, original)
    inside = [at for at, place in enumerate(places) if begin <= place < end]
    if not inside or -1 in places:
        return Lit(clean)
    first, last = inside[0], inside[-1] + 1
    if clean[first] != original[begin] or clean[last - 1] != original[end - 1]:
        return Lit(clean)
    return Lit(clean[:first], clean[first:last], clean[last:])
