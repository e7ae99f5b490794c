# A mention is tied to the wrong passage.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>

DELETE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?m nif:referenceContext ?p } } INSERT { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?m nif:referenceContext <p0005> } } WHERE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?m nif:referenceContext ?p ; itsrdf:taIdentRef id:王敏 } }
