# The same number is stated twice.

BASE <https://w3id.org/shkc/report/demo-2021/01/>

INSERT { GRAPH <p0002> { <p0002/o2> ?p ?o } } WHERE { GRAPH <p0002> { <p0002/o1> ?p ?o } }
