# A stated class stands among the inferred ones.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX g: <https://w3id.org/shkc/graph/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

INSERT DATA { GRAPH g:inferred { id:静安区 a shkc:District } }
