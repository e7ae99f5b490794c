# A fact stands in the document's graph.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { id:王敏 schema:affiliation id:静安大学 } }
