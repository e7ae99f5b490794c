# 逾150 does not guarantee 160.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH <p0001> { <p0001/o1> schema:minValue 150.0 } } ;
INSERT DATA { GRAPH <p0001> { <p0001/o1> schema:minValue 160.0 } }
