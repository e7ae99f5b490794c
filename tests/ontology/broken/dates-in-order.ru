# The forum ends before it starts.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX schema: <https://schema.org/>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>

DELETE DATA { GRAPH <p0001> { id:创新论坛 schema:endDate "2021-06-04"^^xsd:date } } ;
INSERT DATA { GRAPH <p0001> { id:创新论坛 schema:endDate "2021-05"^^xsd:gYearMonth } } ;
DELETE DATA { GRAPH <p0001> { id:创新论坛 schema:startDate "2021-05-31"^^xsd:date } } ;
INSERT DATA { GRAPH <p0001> { id:创新论坛 schema:startDate "2021-06-01"^^xsd:date } }
