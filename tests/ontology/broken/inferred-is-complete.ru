# The reasoner was not asked.

BASE <https://w3id.org/shkc/report/demo-2021/01/>
PREFIX g: <https://w3id.org/shkc/graph/>

CLEAR GRAPH g:inferred
