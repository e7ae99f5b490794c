# Two passages changed places.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

DELETE DATA { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { <p0004> shkc:order 4 . <p0005> shkc:order 5 } } ;
INSERT DATA { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { <p0004> shkc:order 5 . <p0005> shkc:order 4 } }
