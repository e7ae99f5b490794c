# A passage is its own scope.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

INSERT DATA { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { <p0005> shkc:scope <p0005> } }
