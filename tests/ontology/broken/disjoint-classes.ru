# A district is called a functional zone too.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

INSERT DATA { GRAPH <p0004> { id:静安区 a shkc:FunctionalZone } }
