# There is a graph that the model does not know.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX g: <https://w3id.org/shkc/graph/>
PREFIX id: <https://w3id.org/shkc/id/>
PREFIX schema: <https://schema.org/>

INSERT DATA { GRAPH g:scratch { id:王敏 schema:about id:静安区 } }
