# A relation leads to something of which nothing is said.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH <p0003> { id:王敏 schema:affiliation id:无名大学 } }
