# A mention quotes other characters than stand there.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>

DELETE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?m nif:anchorOf ?a } } INSERT { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?m nif:anchorOf "徐汇区" } } WHERE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?m nif:anchorOf ?a ; itsrdf:taIdentRef id:静安区 } }
