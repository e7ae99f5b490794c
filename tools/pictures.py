"""Draws the pictures of the README from a graph built of the shipped report.

    .venv/bin/python tools/pictures.py STORE

``make readme`` does it, together with the README's tour.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Final

FOLDER: Final = Path(__file__).parent.parent / "docs" / "img"
# A picture, and what ``shkc-kg network`` is told to draw it.
PICTURES: Final = {
    "network-affiliation.png": ("affiliation",),
    "network-collaboration.png": ("collaboration",),
}


def main(store: str) -> None:
    """Draw them all."""
    command = Path(sys.executable).parent / "shkc-kg"
    for name, view in PICTURES.items():
        drawn = subprocess.run(
            [command, "network", *view, "--format", "png", "--store", store], stdout=subprocess.PIPE, check=True
        )
        (FOLDER / name).write_bytes(drawn.stdout)


if __name__ == "__main__":
    main(sys.argv[1])
