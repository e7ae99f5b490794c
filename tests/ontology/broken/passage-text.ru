# A passage's text has a word that the original has not.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>

DELETE DATA { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { <p0004> nif:isString "示范大学拟与静安区共建研究院。" } } ;
INSERT DATA { GRAPH <https://w3id.org/shkc/report/demo-2021/01> { <p0004> nif:isString "示范大学拟与静安区共同建设研究院。" } }
