# An interval runs backwards.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

DELETE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?d shkc:edtf ?v } } INSERT { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?d shkc:edtf "2021-06-04/2021-05-31" } } WHERE { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { ?d shkc:edtf ?v } }
