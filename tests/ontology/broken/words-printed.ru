# A claim says what is not printed.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

DELETE DATA { GRAPH <p0002> { <p0002/c1> rdfs:label "居全国首位"@zh } } ;
INSERT DATA { GRAPH <p0002> { <p0002/c1> rdfs:label "居世界首位"@zh } }
