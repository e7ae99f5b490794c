# A passage ends one character too late.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>

DELETE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { <p0004> nif:endIndex ?e } } INSERT { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { <p0004> nif:endIndex ?later } } WHERE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { <p0004> nif:endIndex ?e } BIND(?e + 1 AS ?later) }
