# A forum is called an event as well.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

INSERT DATA { GRAPH <p0001> { id:创新论坛 a shkc:Event } }
