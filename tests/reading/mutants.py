"""Texts spoilt at random, from a seed: the same seed gives the same texts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random
from typing import Final

from shkc_kg.model import Observation, Reading, Span

__all__ = ["MUTATIONS", "faults", "mutants"]

_SCRIPTS: Final = (
    "Привет, мир! ",
    "こんにちは、世界。",
    "안녕하세요 2021년 ",
    "مرحبا بالعالم ٢٠٢١ ",
    "नमस्ते १२३ ",
    "👩‍🔬🇨🇳🧪",
    "a\u0301\u200b\u200f\ufeff\x00",
    "𠮷𡃁𪚥",
    "\t\t\r\n\v\f\u2028",
    "$34 . 7 \\%$ **a**b**",
)


def _lines_gone(text: str, chance: Random) -> str:
    lines = text.split("\n")
    return "\n".join(line for line in lines if chance.random() > 0.15)


def _lines_moved(text: str, chance: Random) -> str:
    lines = text.split("\n")
    chance.shuffle(lines)
    return "\n".join(lines)


def _lines_joined(text: str, chance: Random) -> str:
    return "".join(char if char != "\n" or chance.random() > 0.5 else chance.choice(" \t　") for char in text)


def _characters_swapped(text: str, chance: Random) -> str:
    held = list(text)
    for _ in range(len(held) // 10 + 1):
        one, other = chance.randrange(len(held)), chance.randrange(len(held))
        held[one], held[other] = held[other], held[one]
    return "".join(held)


def _characters_doubled(text: str, chance: Random) -> str:
    return "".join(char * (2 if chance.random() < 0.05 else 1) for char in text)


def _marks_changed(text: str, chance: Random) -> str:
    marks = "，。；：、“”《》()（）*-—◆\n\t 1一百%"
    return "".join(chance.choice(marks) if char in marks and chance.random() < 0.4 else char for char in text)


def _cut_off(text: str, chance: Random) -> str:
    begin = chance.randrange(len(text))
    return text[begin : chance.randrange(begin, len(text)) + 1]


def _foreign(text: str, chance: Random) -> str:
    held = text
    for _ in range(8):
        at = chance.randrange(len(held) + 1)
        held = held[:at] + chance.choice(_SCRIPTS) + held[at:]
    return held


def _digits_everywhere(text: str, chance: Random) -> str:
    return "".join(char + (chance.choice("0123456789万亿百%") if chance.random() < 0.1 else "") for char in text)


def _one_line(text: str, chance: Random) -> str:
    return text.replace("\n", "") * chance.choice((1, 2, 3))


MUTATIONS: Final[tuple[Callable[[str, Random], str], ...]] = (
    _lines_gone,
    _lines_moved,
    _lines_joined,
    _characters_swapped,
    _characters_doubled,
    _marks_changed,
    _cut_off,
    _foreign,
    _digits_everywhere,
    _one_line,
)


def mutants(text: str, number: int, seed: int, window: int | None = None) -> Iterator[tuple[str, str]]:
    """``number`` spoilt texts, each with what was done; of random parts of ``window`` characters, if given."""
    chance = Random(seed)  # noqa: S311 - a seed that gives the same texts again is what is wanted
    for count in range(number):
        begin = chance.randrange(max(1, len(text) - window)) if window else 0
        part = text[begin : begin + window] if window else text
        mutation = MUTATIONS[count % len(MUTATIONS)]
        yield mutation.__name__, mutation(part, chance)


def faults(reading: Reading) -> Iterator[str]:
    """What of a reading does not hold against its text: offsets, places, passages that are not there."""
    original = reading.chapter.source.original
    passages = {passage.id: passage for passage in reading.chapter.passages}
    seen: set[str] = set()
    for passage in reading.chapter.passages:
        if any(original[place] != char for place, char in zip(passage.offsets, passage.text, strict=True)):
            yield f"{passage.id} has characters that its offsets don't lead to"
        if list(passage.offsets) != sorted(set(passage.offsets)):
            yield f"{passage.id} has offsets out of order"
        if not seen.issuperset(passage.scope):
            yield f"{passage.id} hangs from a passage below it, or from none"
        seen.add(passage.id)
    places: list[tuple[str, str, Span]] = [("mention", m.passage, m.span) for m in reading.mentions]
    places += [("date", d.passage, d.span) for d in reading.dates]
    places += [("unread", u.passage, u.span) for u in reading.unread]
    for fact in reading.facts:
        places += [("evidence", fact.evidence.passage, span) for span in fact.evidence.spans]
        if isinstance(fact, Observation):
            places.append(("number", fact.evidence.passage, fact.span))
        yield from (f"scope {key} is no passage" for key in fact.evidence.scope if key not in passages)
    for what, key, span in places:
        extent = passages[key].extent
        if not extent.begin <= span.begin < span.end <= extent.end:
            yield f"{what} {span} lies outside {key}"
    known = {thing.name for thing in reading.things}
    yield from (f"{m.thing} is mentioned and no thing" for m in reading.mentions if m.thing not in known)
