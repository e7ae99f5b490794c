"""The colours that tell kinds of nodes apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

__all__ = ["OTHER", "palette"]

# Eight that people who see few colours can tell apart (after Okabe and Ito), and two that print well beside them.
_COLOURS: Final = (
    "#0072B2",
    "#D55E00",
    "#009E73",
    "#CC79A7",
    "#E69F00",
    "#56B4E9",
    "#8C6D31",
    "#7B5EA7",
    "#4D4D4D",
    "#B2182B",
)
OTHER: Final = "#BBBBBB"


def palette(kinds: Iterable[str]) -> dict[str, str]:
    """A colour for each kind, the commonest first; those beyond the tenth share :data:`OTHER`.

    >>> palette(["District", "City", "District"])
    {'District': '#0072B2', 'City': '#D55E00'}
    """
    common = [kind for kind, _ in sorted(Counter(kinds).items(), key=lambda pair: (-pair[1], pair[0]))]
    return {kind: _COLOURS[place] if place < len(_COLOURS) else OTHER for place, kind in enumerate(common)}
