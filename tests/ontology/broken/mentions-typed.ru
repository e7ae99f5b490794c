# A mention refers to something without a class.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX itsrdf: <http://www.w3.org/2005/11/its/rdf#>

DELETE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?m itsrdf:taIdentRef id:王敏 } } INSERT { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?m itsrdf:taIdentRef id:王明 } } WHERE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?m itsrdf:taIdentRef id:王敏 } }
