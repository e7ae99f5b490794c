# A thing has no name.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX schema: <https://schema.org/>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

INSERT DATA { GRAPH <p0002> { id:上海市 schema:about [ a shkc:District ] } }
