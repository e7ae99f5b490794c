"""Who is tied to whom: the graph as networks of networkx, measured, searched for paths, drawn and written out."""
