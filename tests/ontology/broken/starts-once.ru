# Another passage says another day.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

INSERT DATA { GRAPH <p0000> { id:创新论坛 schema:startDate "2021-05-30"^^xsd:date } }
