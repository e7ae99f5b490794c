"""Weighs the candidates for a thing, and proposes one only where nothing speaks against it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from shkc_kg.linking.candidate import Candidate, Source
from shkc_kg.linking.forbidden import forbidden
from shkc_kg.linking.likeness import HOW, Likeness, likeness
from shkc_kg.linking.names import Name
from shkc_kg.linking.spaces import Space
from shkc_kg.linking.subjects import Subject
from shkc_kg.names import iri_to_uri

__all__ = ["Outcome", "Proposal", "Weighed", "decide", "propose", "weigh"]


class Outcome(StrEnum):
    """What came of looking for a thing."""

    PROPOSED = "proposed"
    UNSURE = "unsure"
    FORBIDDEN = "forbidden"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Weighed:
    """A candidate with its score from 0 to 100, the reasons for it, and why it is forbidden, if it is."""

    candidate: Candidate
    score: float
    reasons: tuple[str, ...]
    barred: str | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A thing, its candidates (best first), what came of them, and why; ``chosen`` only where one is proposed."""

    subject: Subject
    ranked: tuple[Weighed, ...]
    outcome: Outcome
    why: str

    @property
    def chosen(self) -> Weighed | None:
        return self.ranked[0] if self.outcome is Outcome.PROPOSED else None


_SURE: Final = 90.0
_AHEAD: Final = 5.0
# A service that is sure knows names that it does not show us.
_SERVICE_IS_SURE: Final = 80.0
_AGAINST: Final = 30.0
_NOTHING: Final = Likeness(0, "")


def propose(source: Source, subjects: Sequence[Subject], rejected: frozenset[tuple[str, str]]) -> Iterator[Proposal]:
    """What a source has for each subject, in their order; ``rejected`` are pairs of URIs that a person turned down."""
    for subject, candidates in source.candidates(subjects):
        weighed = (weigh(subject, one, source.space, rejected) for one in candidates)
        yield decide(subject, [one for one in weighed if one.score or one.barred])


def decide(subject: Subject, weighed: Iterable[Weighed]) -> Proposal:
    """The best candidate if it is the only one that fits well, and more than its name speaks for it."""
    ranked = tuple(sorted(weighed, key=lambda one: (one.barred is not None, -one.score, one.candidate.iri)))
    free = [one for one in ranked if one.barred is None]
    if not free:
        outcome = Outcome.FORBIDDEN if ranked else Outcome.NOTHING
        return Proposal(subject, ranked, outcome, ranked[0].barred or "" if ranked else "no candidates")
    why = _doubt(subject, free)
    return Proposal(subject, ranked, Outcome.UNSURE if why else Outcome.PROPOSED, why or "; ".join(free[0].reasons))


def _doubt(subject: Subject, free: Sequence[Weighed]) -> str:
    """Why none of the candidates is proposed; empty where the first one is."""
    best = free[0]
    if subject.is_person:
        return "a name alone never identifies a person"
    if best.score < _SURE:
        return f"the best candidate has {best.score:g} of {_SURE:g} points"
    rivals = [one for one in free[1:] if best.score - one.score < _AHEAD]
    if rivals:
        return f"{len(rivals) + 1} candidates are as good as each other"
    if subject.is_region and not best.candidate.is_in(subject.places) and not _same_country(subject, best.candidate):
        return "nothing says that it is the place of that name"
    return ""


def weigh(
    subject: Subject, candidate: Candidate, space: Space, rejected: frozenset[tuple[str, str]] = frozenset()
) -> Weighed:
    """How well a candidate fits, by names, type and place, with the reasons."""
    how = _likest(subject, candidate)
    score, reasons = how.score, [HOW[how.how][1]] if how.how else []
    if candidate.sure and score < _SERVICE_IS_SURE:
        score = _SERVICE_IS_SURE
        reasons.append("the service is sure")
    for fits, reason, otherwise in (_type(subject, candidate, space), _place(subject, candidate)):
        if fits is not None:
            score -= 0 if fits else _AGAINST
            reasons.append(reason if fits else otherwise)
    barred = forbidden(subject, candidate)
    if barred is None and (iri_to_uri(subject.iri), iri_to_uri(candidate.iri)) in rejected:
        barred = "turned down by a person"
    return Weighed(candidate, max(0.0, score), tuple(reasons), barred)


def _likest(subject: Subject, candidate: Candidate) -> Likeness:
    """The best likeness of any written name of one to any name of the other; a label counts for more than an alias."""
    found = [
        hit if text == candidate.name or hit.score < 98 else Likeness(98, "same_alias")
        for name in subject.names
        if name.kind in ("label", "alias")
        for text in candidate.written
        if (hit := likeness(text, Name(name.text, name.kind))) is not None
    ]
    return max(found, default=_NOTHING)


Fit = tuple[bool | None, str, str]


def _type(subject: Subject, candidate: Candidate, space: Space) -> Fit:
    """Whether the type fits; where a space has types without end, another type may be a narrower one."""
    wanted = space.types(subject.kinds)
    fits = any(one == type_ or ("." in one and type_.startswith(one)) for one in wanted for type_ in candidate.types)
    known = bool(wanted) and bool(candidate.types) and (fits or space.closed)
    return fits if known else None, "of the right type", f"of another type ({' '.join(sorted(candidate.types))})"


def _place(subject: Subject, candidate: Candidate) -> Fit:
    """Whether the place fits: one of the regions is the same, or, where none is known, the country."""
    if candidate.is_in(subject.places | subject.place_links):
        return True, "in the same region", ""
    where = candidate.description or candidate.country or "elsewhere"
    if subject.country and len(candidate.country) == 2:
        # Regions below the country that differ outweigh a country that is the same: 宝山 is also in Heilongjiang.
        same = candidate.country == subject.country and not (subject.is_region and candidate.places)
        return same, "in the same country", f"elsewhere ({where})"
    if subject.place_links and candidate.country:
        return False, "", f"elsewhere ({where})"
    return None, "", ""


def _same_country(subject: Subject, candidate: Candidate) -> bool:
    return bool(subject.country) and subject.country == candidate.country and not candidate.places
