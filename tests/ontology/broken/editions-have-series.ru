# An edition lost its series.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH <p0001> { id:创新论坛 schema:superEvent id:论坛系列 } }
