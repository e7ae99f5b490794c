"""A table's head over several lines: which columns the words of a further line stand below, and what spans them."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from shkc_kg.reading.tables.columns import Cell, Column, bare, printed

__all__ = ["below", "unspanned"]


def below(columns: Sequence[Column], cells: Sequence[Cell]) -> tuple[Column, ...] | None:
    """The columns with the words of a further line of the head; a corner that spans both lines has no words in it.

    ``甲市|申请||授权|`` above ``总量|发明|总量|发明`` has 申请 stand over two columns; where the empty cells were lost,
    twice as many cells as heads share them evenly. None where the line fits in no way.
    """
    said = [cell for cell in printed(cells) if cell.text.strip()]
    if not columns or not said:
        return None
    spanned = _spanned(columns)
    if not cells[0].text.strip() and len(printed(cells)) <= len(columns):
        places: Sequence[int] = [i for i, cell in enumerate(printed(cells)) if cell.text.strip()]
    elif len(said) == len(spanned) and _are_told_apart(columns, spanned, said):
        places = spanned
    elif len(said) > len(columns):
        return _shared(columns, said)
    else:
        shift = len(columns) - len(said) if len(said) >= len(columns) - 1 else 1
        places = range(shift, shift + len(said))
    return _joined(columns, dict(zip(places, said, strict=False)))


def _owners(columns: Sequence[Column]) -> Iterator[int]:
    """For each column the one whose words stand over it: its own, or the next to the left that has some."""
    owner = 0
    for i, column in enumerate(columns):
        owner = i if column.text or not owner else owner
        yield owner


def _spanned(columns: Sequence[Column]) -> list[int]:
    """The columns below words that span several."""
    owners = list(_owners(columns))
    return [i for i, owner in enumerate(owners) if owner and owners.count(owner) > 1]


def _are_told_apart(columns: Sequence[Column], places: Sequence[int], said: Sequence[Cell]) -> bool:
    """Whether no two cells below the same words say the same: 上半年|上半年 stand below two heads."""
    owners = list(_owners(columns))
    pairs = [(owners[i], cell.text.strip()) for i, cell in zip(places, said, strict=True)]
    return len(set(pairs)) == len(pairs)


def _joined(columns: Sequence[Column], words: dict[int, Cell]) -> tuple[Column, ...]:
    owners = list(_owners(columns))
    return tuple(
        _with(columns[owners[i]] if i in words and not one.text else one, words.get(i)) for i, one in enumerate(columns)
    )


def _with(column: Column, cell: Cell | None) -> Column:
    if cell is None:
        return column
    said, passages = bare(cell.text), (*column.passages, cell.scene.passage.id)
    return replace(column, text=column.text + said, passages=passages) if said else column


def _shared(columns: Sequence[Column], said: Sequence[Cell]) -> tuple[Column, ...] | None:
    """The columns where each head but the corner stands over as many cells of the line below."""
    corner, *heads = [column for column in columns if column.text]
    if len(heads) < 2 or len(said) % len(heads):
        return None
    each = len(said) // len(heads)
    over = itertools.chain.from_iterable([head] * each for head in heads)
    return (corner, *(_with(head, cell) for head, cell in zip(over, said, strict=True)))


def unspanned(columns: Sequence[Column]) -> tuple[Column, ...]:
    """The columns without the empty ones at the end, which only close the line of the head."""
    end = len(columns)
    while end and not columns[end - 1].text:
        end -= 1
    return tuple(columns[:end])
