"""Date expressions and what they are resolved to."""
