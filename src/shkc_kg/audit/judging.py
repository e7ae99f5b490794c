"""The verdict on a stated number and what was counted or computed against it."""

from __future__ import annotations

from decimal import Decimal

from shkc_kg.audit.lists import Listed
from shkc_kg.model import Bound, Observation, Verdict

__all__ = ["Judgement", "judge", "least", "most"]

Judgement = tuple[Verdict, str, str]

_INEXACT = (Bound.ABOUT, Bound.NEARLY, Bound.VAGUE)


def least(stated: Observation) -> Decimal:
    """The least that a stated number allows."""
    return stated.minimum if stated.minimum is not None else stated.value or Decimal(0)


def most(stated: Observation) -> Decimal:
    """The most that a stated number allows; without an upper bound, infinity."""
    if stated.maximum is not None:
        return stated.maximum
    return Decimal("Infinity") if stated.bound is Bound.AT_LEAST else stated.value or Decimal(0)


def judge(stated: Observation, found: Listed) -> Judgement | None:
    """Whether a list has as many members as its count says; ``None`` where words were listed that may be no members."""
    fewest, greatest = Decimal(found.fewest), Decimal(found.most)
    if stated.bound in _INEXACT:
        return Verdict.UNDECIDED, "所述之数不是确数", "the stated number is not exact"
    if found.open:
        return _open(stated, found)
    if fewest <= most(stated) and greatest >= least(stated):
        return Verdict.AGREES, "所列与所述之数相符", "as many are named as stated"
    if greatest < least(stated) and found.collective:
        return (
            Verdict.UNDECIDED,
            "所列少于所述之数，但其中有一名可指多处",
            "fewer are named than stated, but one of the names may stand for several",
        )
    if not found.named:
        return None
    side = ("少于", "fewer") if greatest < least(stated) else ("多于", "more")
    return Verdict.DISAGREES, f"所列{side[0]}所述之数", f"{side[1]} are named than stated"


def _open(stated: Observation, found: Listed) -> Judgement | None:
    """A list that ends in 等 may stop anywhere up to the stated number, and never go beyond it."""
    if found.fewest > most(stated):
        if not found.named:
            return None
        return Verdict.DISAGREES, "以“等”结尾的所列已多于所述之数", "the list ends in 等 and names more than stated"
    if stated.bound is Bound.EXACT and found.fewest <= most(stated) <= found.most:
        return Verdict.AGREES, "所列与所述之数相符", "as many are named as stated"
    return Verdict.UNDECIDED, "所列以“等”结尾，只举其中几个", "the list is open: it names only some"
