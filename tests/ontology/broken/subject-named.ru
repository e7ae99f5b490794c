# The passage does not name who hosts.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

INSERT DATA { GRAPH <p0005> { id:示范大学 shkc:supports id:创新论坛 } }
