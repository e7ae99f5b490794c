# A number that was read is listed as unread.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX g: <https://w3id.org/shkc/graph/>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
PREFIX shkc: <https://w3id.org/shkc/ontology#>

INSERT { GRAPH g:notes { <unread=1,2> a shkc:UnreadSpan ; shkc:unreadKind "number" ; nif:referenceContext <p0002> ; nif:beginIndex ?b ; nif:endIndex ?e } } WHERE { GRAPH <p0002> { <p0002/o1> nif:beginIndex ?b ; nif:endIndex ?e } }
