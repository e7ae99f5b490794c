# A place is written as text.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH <p0001> { id:创新论坛 schema:location "静安区"@zh } }
