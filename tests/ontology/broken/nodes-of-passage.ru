# An observation is named after another passage.

BASE <https://w3id.org/shkc/report/demo-2021/01/>

DELETE { GRAPH <p0005> { <p0005/o1> ?p ?o } } INSERT { GRAPH <p0005> { <p0002/o7> ?p ?o } } WHERE { GRAPH <p0005> { <p0005/o1> ?p ?o } }
