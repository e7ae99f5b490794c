# A number is printed otherwise than it says.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

DELETE DATA { GRAPH <p0002> { <p0002/o1> shkc:printedAs "506" } } ;
INSERT DATA { GRAPH <p0002> { <p0002/o1> shkc:printedAs "560" } }
