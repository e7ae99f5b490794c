"""The stages of a build as somebody watches them: which runs, which are done, how long each took."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from time import perf_counter

__all__ = ["Progress", "Stages"]

# Called with the name of the stage that begins (empty at the end), how many are done, and how many there are.
Progress = Callable[[str, int, int], None]


def _nobody(stage: str, done: int, total: int) -> None:
    """What is told when nobody watches."""


@dataclass(slots=True)
class Stages:
    """The stages in their order; ``seconds`` fills as they pass."""

    names: Sequence[str]
    progress: Progress | None = None
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def run(self, name: str) -> Iterator[None]:
        """Tell that a stage begins, and note how long it took when it ends well."""
        tell = self.progress or _nobody
        tell(name, len(self.seconds), len(self.names))
        start = perf_counter()
        yield
        self.seconds[name] = round(perf_counter() - start, 3)
        if len(self.seconds) == len(self.names):
            tell("", len(self.names), len(self.names))
