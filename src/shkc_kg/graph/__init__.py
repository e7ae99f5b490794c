"""Readings become quads, are reasoned over and checked; the folder that knows RDF."""
