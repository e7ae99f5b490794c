# The original was changed after it was hashed.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>

DELETE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { <https://w3id.org/shkc/report/demo-2021/01> nif:isString ?t } } INSERT { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { <https://w3id.org/shkc/report/demo-2021/01> nif:isString ?more } } WHERE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { <https://w3id.org/shkc/report/demo-2021/01> nif:isString ?t } BIND(CONCAT(?t, "。") AS ?more) }
