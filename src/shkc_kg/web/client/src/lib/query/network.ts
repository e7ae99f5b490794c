// An answer as a graph: triples, or rows that name two things.
import cytoscape from "cytoscape";
import type { Answer, Row } from "./answer";
import { h, t } from "./dom";
import { hrefOf, kindOf, named, namesOf } from "./names";

const MOST = 600;
const PAIRS = [
  ["subject", "object", "predicate"],
  ["s", "o", "p"],
  ["source", "target", "relation"],
] as const;

export type Ends = { from: string; to: string; by: string };

/** The columns that make the ties: by their names, else the first two that hold IRIs; nothing where there are none. */
export function ends(answer: Answer): Ends | undefined {
  const named = PAIRS.find(([from, to]) => answer.columns.includes(from) && answer.columns.includes(to));
  if (named) return { from: named[0], to: named[1], by: answer.columns.includes(named[2]) ? named[2] : "" };
  const [from, to] = answer.columns.filter((column) => answer.rows.some((row) => row[column]?.type === "uri"));
  return from && to ? { from, to, by: "" } : undefined;
}

type Tie = { source: string; target: string; label: string };

function ties(answer: Answer, { from, to, by }: Ends): Tie[] {
  const iri = (row: Row, column: string): string => (row[column]?.type === "uri" ? (row[column]?.value ?? "") : "");
  return answer.rows
    .map((row) => ({ source: iri(row, from), target: iri(row, to), label: by ? iri(row, by) : "" }))
    .filter(({ source, target }) => source && target);
}

export async function network(answer: Answer): Promise<HTMLElement> {
  const columns = ends(answer);
  const all = columns ? ties(answer, columns) : [];
  const drawn = all.slice(0, MOST);
  await namesOf(drawn.flatMap(({ source, target, label }) => [source, target, ...(label ? [label] : [])]));
  const box = h("div", {
    class: "network",
    role: "img",
    "aria-label": t("结果的关系图；表中有同样的内容", "Graph of the results; the table has the same content"),
  });
  const told =
    t(`${drawn.length} 条关系`, `${drawn.length} ties`) +
    (all.length > MOST ? t(`，共 ${all.length} 条`, ` of ${all.length}`) : "");
  const chosen = h("p", { class: "chosen-node", role: "status" }, told);
  requestAnimationFrame(() => draw(box, drawn, chosen));
  return h("div", {}, box, chosen);
}

const style = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** The colour of a kind, as the page's own styles have it in this theme. */
function colour(iri: string): string {
  const probe = h("i", { "data-kind": kindOf(iri) });
  document.body.append(probe);
  const found = getComputedStyle(probe).getPropertyValue("--kind").trim() || style("--muted");
  probe.remove();
  return found;
}

function draw(box: HTMLElement, drawn: Tie[], chosen: HTMLElement): void {
  // Cytoscape adds a style element, which the page's policy forbids, unless one of this name is there.
  document.head.append(h("link", { id: "__________cytoscape_stylesheet" }));
  const iris = [...new Set(drawn.flatMap(({ source, target }) => [source, target]))];
  const nodes = iris.map((id) => ({ data: { id, label: named(id), colour: colour(id) } }));
  const edges = drawn.map((tie, order) => ({
    data: { id: `tie${order}`, ...tie, label: tie.label && named(tie.label) },
  }));
  const cy = cytoscape({
    container: box,
    elements: [...nodes, ...edges],
    layout: {
      name: "cose",
      animate: false,
      randomize: true,
      nodeDimensionsIncludeLabels: true,
      idealEdgeLength: () => 90,
    },
    style: looks(edges.length < 80),
    minZoom: 0.1,
    maxZoom: 4,
  });
  cy.on("tap", "node", ({ target }) => {
    const iri: string = target.id();
    chosen.replaceChildren(h("a", { href: hrefOf(iri) || "#", class: "thing", "data-kind": kindOf(iri) }, named(iri)));
  });
}

const looks = (labelled: boolean): cytoscape.StylesheetJson => [
  {
    selector: "node",
    style: {
      label: "data(label)",
      width: 16,
      height: 16,
      color: style("--ink"),
      "background-color": "data(colour)",
      "font-size": 14,
      "font-family": style("--sans").replace(/\s+/g, " "),
      "text-valign": "bottom",
      "text-margin-y": 4,
      "text-wrap": "ellipsis",
      "text-max-width": "140px",
    },
  },
  {
    selector: "edge",
    style: {
      width: 1.4,
      "line-color": style("--muted"),
      "line-opacity": 0.6,
      "curve-style": "bezier",
      "target-arrow-shape": "triangle",
      "target-arrow-color": style("--muted"),
      "arrow-scale": 0.9,
      ...(labelled ? { label: "data(label)" } : {}),
      color: style("--muted"),
      "font-size": 11,
      "text-rotation": "autorotate",
      "text-background-color": style("--raised"),
      "text-background-opacity": 0.9,
    },
  },
];
