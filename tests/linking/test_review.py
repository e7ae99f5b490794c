"""A person walks through candidates; what was answered is on the disk before the next question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest

from shkc_kg.graph.sssom import read_match_set
from shkc_kg.linking.candidate import Candidate
from shkc_kg.linking.names import names_of
from shkc_kg.linking.proposals import Proposal, decide, weigh
from shkc_kg.linking.review import Judgement, Review
from shkc_kg.linking.spaces import Space, space_of
from shkc_kg.linking.sssom import Line, judged, read_lines, rejections, table, write_table
from shkc_kg.linking.subjects import Subject
from shkc_kg.names import DEFAULT_BASE, Namer

ROR = space_of("https://ror.org/")


def candidate(id_: str, name: str) -> Candidate:
    return Candidate(id_, f"{ROR.iri}{id_}", name)


def proposal(label: str, *ids: str) -> Proposal:
    subject = Subject(Namer().thing(label), label, names_of(label), ("University",))
    return decide(subject, [weigh(subject, candidate(id_, f"{label}{id_}"), ROR) for id_ in ids])


class Elsewhere:
    """A source that finds what is typed, ten times."""

    space: Space = ROR

    def candidates(self, subjects: Sequence[Subject]) -> Iterator[tuple[Subject, tuple[Candidate, ...]]]:
        raise NotImplementedError

    def search(self, text: str) -> Iterator[Candidate]:
        return (candidate(f"{text}{number}", text) for number in range(10))


class Person:
    """Gives the answers one by one; when there are no more, interrupts as Ctrl-C does."""

    def __init__(self, path: Path, *answers: str) -> None:
        self.path, self.answers, self.shown = path, iter(answers), list[str]()
        self.lines: list[Line] = read_lines(path)

    def ask(self, _hint: str) -> str:
        for answer in self.answers:
            return answer
        raise KeyboardInterrupt

    def keep(self, judgements: Sequence[Judgement]) -> None:
        self.lines += [
            judged(
                one.proposal.subject,
                one.weighed,
                DEFAULT_BASE,
                ROR,
                predicate=one.predicate,
                reviewer="甲\t乙",
                day=date(2026, 1, 2),
            )
            for one in judgements
        ]
        write_table(self.path, table(self.lines, DEFAULT_BASE, ROR))

    def walk(self, *proposals: Proposal) -> int:
        return Review(Elsewhere(), self.ask, self.shown.append, self.keep).walk(proposals)


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    return tmp_path / "links" / "ror.sssom.tsv"


def decisions(path: Path) -> list[tuple[str, str, str]]:
    """Label, predicate (with *not* where it is negated) and identifier of each row."""
    return [
        (m.label, ("not " if m.negated else "") + m.row["predicate_id"], m.row["object_id"])
        for m in read_match_set(path).matches
    ]


Walk = Callable[..., tuple[int, list[tuple[str, str, str]]]]


def test_accept_close_reject_and_skip(kept: Path) -> None:
    person = Person(kept, "2", "c1", "n", "s", "", "q")
    walked = person.walk(*(proposal(label, "a", "b") for label in "甲乙丙丁戊己庚"))
    assert walked == 3
    assert decisions(kept) == [
        ("丙", "not skos:exactMatch", "ror:a"),
        ("丙", "not skos:exactMatch", "ror:b"),
        ("乙", "skos:closeMatch", "ror:a"),
        ("甲", "skos:exactMatch", "ror:b"),
    ]


def test_ctrl_c_loses_nothing(kept: Path) -> None:
    person = Person(kept, "1", "1")
    with pytest.raises(KeyboardInterrupt):
        person.walk(proposal("甲", "a"), proposal("乙", "b"), proposal("丙", "c"))
    assert [label for label, _, _ in decisions(kept)] == ["乙", "甲"]
    with pytest.raises(KeyboardInterrupt):
        Person(kept, "1").walk(proposal("丙", "c"), proposal("丁", "d"))
    assert [label for label, _, _ in decisions(kept)] == ["丙", "乙", "甲"]


def test_each_answer_is_written_before_the_next_question(kept: Path) -> None:
    seen: list[int] = []

    class Watching(Person):
        def ask(self, hint: str) -> str:
            seen.append(len(decisions(kept)) if kept.exists() else 0)
            return super().ask(hint)

    Watching(kept, "1", "n", "q").walk(proposal("甲", "a"), proposal("乙", "b"), proposal("丙", "c"))
    assert seen == [0, 1, 2]


def test_what_can_not_be_understood_shows_the_help_and_asks_again(kept: Path) -> None:
    person = Person(kept, "?", "0", "3", "x", "c", "/", "²", "1")
    assert person.walk(proposal("甲", "a", "b")) == 1
    assert sum("close" in line for line in person.shown) == 7


def test_other_words_are_searched_and_paged(kept: Path) -> None:
    person = Person(kept, "/复旦", "m", "m", "8")
    person.walk(proposal("甲", "a"))
    assert decisions(kept) == [("甲", "skos:exactMatch", "ror:%E5%A4%8D%E6%97%A67")]
    assert any("no more candidates" in line for line in person.shown)


def test_what_is_forbidden_is_shown_and_can_not_be_chosen(kept: Path) -> None:
    subject = Subject(Namer().thing("UNDP"), "UNDP", names_of("UNDP"), ("InternationalOrganization",))
    forbidden, free = candidate("01h409w36", "UNDP"), candidate("x", "UNDP")
    both = decide(subject, [weigh(subject, one, ROR) for one in (forbidden, free)])
    person = Person(kept, "2", "n")
    person.walk(both)
    assert any("never: a withdrawn ROR record" in line for line in person.shown)
    assert decisions(kept) == [("UNDP", "not skos:exactMatch", "ror:x")]


def test_a_thing_with_none_but_look_alikes_is_not_asked_about(kept: Path) -> None:
    subject = Subject(Namer().thing("UNDP"), "UNDP", names_of("UNDP"), ("InternationalOrganization",))
    only = decide(subject, [weigh(subject, candidate("01h409w36", "UNDP"), ROR)])
    assert Person(kept).walk(only, proposal("甲")) == 0


def test_a_rejection_is_remembered(kept: Path) -> None:
    Person(kept, "n", "q").walk(proposal("甲", "a"), proposal("乙", "b"))
    turned_down = rejections(kept)
    again = weigh(proposal("甲").subject, candidate("a", "甲"), ROR, turned_down)
    assert again.barred == "turned down by a person"


def test_the_file_says_who_when_and_how(kept: Path) -> None:
    Person(kept, "1", "q").walk(proposal("甲", "a"), proposal("乙", "b"))
    (line,) = read_lines(kept)
    assert line["mapping_justification"] == "semapv:ManualMappingCuration"
    assert (line["reviewer_label"], line["mapping_date"], line["mapping_tool"]) == (
        "甲 乙",
        "2026-01-02",
        "shkc-kg link",
    )
