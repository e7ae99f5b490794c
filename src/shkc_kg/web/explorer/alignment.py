"""Where the characters of a passage's clean text stand in the original, of which cleaning only leaves characters out."""

from __future__ import annotations

from collections.abc import Collection

__all__ = ["aligned"]


def aligned(
    clean: str, original: str, begin: int = 0, end: int | None = None, outside: Collection[int] = ()
) -> tuple[int, ...]:
    """The place in the original of each character of a clean text, the first that is left, never one ``outside``.

    Where cleaning did more than leave out (a letter's width was changed), a character has no place: ``-1``.

    >>> aligned("25家", "**25**家"), aligned("2家", "12**2**家", 1, outside={1}), aligned("(甲)", "（甲)")
    ((2, 3, 6), (4, 7), (-1, 1, 2))
    """
    places: list[int] = []
    at = begin
    for letter in clean:
        found = original.find(letter, at, end)
        while found in outside:
            found = original.find(letter, found + 1, end)
        places.append(found)
        at = found + 1 if found >= 0 else at
    return tuple(places)
