# The part is larger than its whole.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX schema: <https://schema.org/>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

DELETE DATA { GRAPH <p0001> { <p0001/o1> schema:value 150.0 ; schema:measurementQualifier shkc:AtLeast } } ;
INSERT DATA { GRAPH <p0001> { <p0001/o1> schema:value 15.0 ; schema:measurementQualifier shkc:Exact } }
