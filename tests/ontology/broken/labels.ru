# A thing has two names in English.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX g: <https://w3id.org/shkc/graph/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>

INSERT DATA { GRAPH g:reference { id:上海市 rdfs:label "City of Shanghai"@en } }
