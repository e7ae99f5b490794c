# A stock lost its date.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX schema: <https://schema.org/>

DELETE DATA { GRAPH <p0002> { <p0002/o1> schema:observationDate "2021-12-31" } }
