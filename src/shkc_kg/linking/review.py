"""Walks a person through the candidates, thing by thing; each answer is kept before the next question is asked."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Final

from shkc_kg.linking.candidate import Source
from shkc_kg.linking.proposals import Proposal, Weighed, weigh
from shkc_kg.linking.sssom import CLOSE, EXACT

__all__ = ["HELP", "Judgement", "Review"]

HELP: Final = (
    "1 the same · c1 close · n none of these · s skip · /text other words · m more · ? help · q quit\n"
    "1 就是它 · c1 近似 · n 都不是 · s 跳过 · /文字 换词再找 · m 更多 · ? 帮助 · q 结束"
)
_PAGE: Final = 6


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a person said of a candidate: its predicate, or that it is another thing (empty)."""

    proposal: Proposal
    weighed: Weighed
    predicate: str


Keep = Callable[[Sequence[Judgement]], None]


class _Quit(Exception):  # noqa: N818 - no error
    """The person wants to stop."""


@dataclass
class Review:
    """A walk through proposals. ``ask`` gets an answer (an empty one skips), ``say`` shows lines, ``keep`` saves."""

    source: Source
    ask: Callable[[str], str]
    say: Callable[[str], None]
    keep: Keep
    rejected: frozenset[tuple[str, str]] = frozenset()
    answered: int = field(default=0, init=False)

    def walk(self, proposals: Iterable[Proposal]) -> int:
        """Asks about each proposal that has a candidate; gives how many were answered. Ends early on ``q``."""
        try:
            for proposal in proposals:
                if any(one.barred is None for one in proposal.ranked):
                    self._ask_about(proposal)
        except _Quit:
            pass
        return self.answered

    def _ask_about(self, proposal: Proposal) -> None:
        self._introduce(proposal)
        shown: list[Weighed] = []
        rest: Iterator[Weighed] = iter(proposal.ranked)
        while True:
            shown += self._show(rest, len(shown))
            rest, done = self._answered(proposal, shown, rest)
            if done:
                return

    def _answered(
        self, proposal: Proposal, shown: list[Weighed], rest: Iterator[Weighed]
    ) -> tuple[Iterator[Weighed], bool]:
        """Asks until there is something new to show, or nothing more to ask."""
        while True:
            answer = self.ask("1, c1, n, s, /text, m, ?, q").strip()
            if answer == "q":
                raise _Quit
            if answer in ("", "s"):
                return rest, True
            if answer == "m":
                return rest, False
            if answer.startswith("/") and answer[1:].strip():
                shown.clear()
                return self._searched(proposal, answer[1:].strip()), False
            if answer == "n":
                self._keep([Judgement(proposal, one, "") for one in shown if one.barred is None])
                return rest, True
            chosen = self._chosen(answer, shown)
            if chosen is not None:
                self._keep([Judgement(proposal, chosen, CLOSE if answer.startswith("c") else EXACT)])
                return rest, True
            self.say(HELP)

    def _chosen(self, answer: str, shown: Sequence[Weighed]) -> Weighed | None:
        number = answer.removeprefix("c").strip()
        if not (number.isascii() and number.isdigit() and 0 < int(number) <= len(shown)):
            return None
        one = shown[int(number) - 1]
        if one.barred is not None:
            self.say(f"never: {one.barred}")
            return None
        return one

    def _keep(self, judgements: Sequence[Judgement]) -> None:
        if judgements:
            self.keep(judgements)
            self.answered += 1

    def _searched(self, proposal: Proposal, text: str) -> Iterator[Weighed]:
        for candidate in self.source.search(text):
            yield weigh(proposal.subject, candidate, self.source.space, self.rejected)

    def _introduce(self, proposal: Proposal) -> None:
        subject = proposal.subject
        others = [name for name in subject.written if name != subject.label]
        self.say("")
        self.say(f"{subject.label}  {' · '.join(others)}  [{subject.kinds[0]}]".rstrip())
        self.say(f"   {proposal.outcome}: {proposal.why}")

    def _show(self, rest: Iterator[Weighed], count: int) -> list[Weighed]:
        page = list(islice(rest, _PAGE))
        for number, one in enumerate(page, count + 1):
            found = one.candidate
            why = f"never: {one.barred}" if one.barred else "; ".join(one.reasons)
            self.say(f"{number:>3} {one.score:>5.1f}  {found.name}  {found.description}".rstrip())
            self.say(f"           {found.iri}  {why}".rstrip())
        if not page:
            self.say("           no more candidates · 没有更多候选")
        return page
