"""Whose a figure is: the body, project, event or place that it is said of."""
