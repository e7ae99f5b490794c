# A gender is stated and not printed.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH <p0003> { id:王敏 schema:gender schema:Female } } ;
INSERT DATA { GRAPH <p0003> { id:王敏 schema:gender schema:Male } }
