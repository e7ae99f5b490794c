# A mention stands in the graph of facts.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>

INSERT DATA { GRAPH <p0004> { <char=1,2> itsrdf:taIdentRef id:静安区 } }
