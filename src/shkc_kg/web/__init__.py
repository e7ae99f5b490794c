"""Publishes a built graph: SPARQL endpoint, linked data, dumps and pages.

Nothing is imported here: the workshop is of this package too, and every worker forked from it pays for each megabyte.
"""
