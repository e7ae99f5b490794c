"""Numbers as printed: value, unit, bound; and digits that state no quantity."""
