# The whole is a part of its part.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

INSERT DATA { GRAPH <p0001> { <p0001/o1> shkc:partOfObservation <p0001/o2> } }
