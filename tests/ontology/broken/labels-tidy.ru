# A name has kept its bold marks.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>

INSERT DATA { GRAPH <p0002> { id:上海市 skos:altLabel "**全市**"@zh } }
