# The passage does not name the place.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH <p0005> { id:创新论坛 schema:location id:静安区 } }
