"""A built graph on disk: where it is, how it is replaced in one step, and how it is opened or sent elsewhere."""
