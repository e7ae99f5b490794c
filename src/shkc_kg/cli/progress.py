"""The stages of a build as a bar on the terminal; where no terminal is, nothing."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from tqdm import tqdm

from shkc_kg.stages import Progress

__all__ = ["progress_bar"]


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A function to tell stages to; the bar goes when all is done, so that only the result stays on the screen."""
    layout = "{desc:<12.12} {bar} {n_fmt}/{total_fmt} {elapsed}"
    with tqdm(file=sys.stderr, disable=not sys.stderr.isatty(), leave=False, bar_format=layout) as bar:

        def show(stage: str, done: int, total: int) -> None:
            bar.total, bar.n = total, done
            bar.set_description_str(stage)

        yield show
