"""Brings the lists that are kept by hand into their canonical form: sorted, no alias said twice.

python tools/gazetteer/tidy.py            after an edit in data/gazetteer
"""

from __future__ import annotations

from table import LISTS, read, write

MADE = frozenset({"countries", "divisions", "universities", "world"})

if __name__ == "__main__":
    for path in sorted(LISTS.glob("*.tsv")):
        if path.stem not in MADE:
            write(path, read(path))
