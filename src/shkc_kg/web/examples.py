"""The example queries, as the pages and the API show them."""

from shkc_kg.examples import Example, examples, read_example

__all__ = ["Example", "examples", "read_example"]
