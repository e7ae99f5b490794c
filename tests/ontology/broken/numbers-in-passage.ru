# A number stands in another passage than the one that states it.

BASE <https://w3id.org/shkc/report/demo-2021/01/>

DELETE { GRAPH <p0002> { <p0002/o1> ?p ?o } } INSERT { GRAPH <p0004> { <p0002/o1> ?p ?o } } WHERE { GRAPH <p0002> { <p0002/o1> ?p ?o } }
