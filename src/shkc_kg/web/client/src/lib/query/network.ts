// An answer as a graph: triples, or rows that name two things, drawn as the graph view draws them.
import { changed, drawn, type Thing, type Tie } from "../graph";
import type { Answer, Row } from "./answer";
import { h, t } from "./dom";
import { hrefOf, kindOf, named, namesOf } from "./names";

const MOST = 600;
const PAIRS = [
  ["subject", "object", "predicate"],
  ["s", "o", "p"],
  ["source", "target", "relation"],
] as const;

type Ends = { from: string; to: string; by: string };

/** The columns that make the ties: by their names, else the first two that hold IRIs; nothing where there are none. */
function ends(answer: Answer): Ends | undefined {
  const known = PAIRS.find(([from, to]) => answer.columns.includes(from) && answer.columns.includes(to));
  if (known) return { from: known[0], to: known[1], by: answer.columns.includes(known[2]) ? known[2] : "" };
  const [from, to] = answer.columns.filter((column) => answer.rows.some((row) => row[column]?.type === "uri"));
  return from && to ? { from, to, by: "" } : undefined;
}

const iri = (row: Row, column: string): string => (row[column]?.type === "uri" ? (row[column]?.value ?? "") : "");

function ties(answer: Answer, { from, to, by }: Ends): Tie[] {
  return answer.rows
    .map((row, order) => ({
      id: `tie ${order}`,
      source: iri(row, from),
      target: iri(row, to),
      name: by ? iri(row, by) : "",
      symmetric: !by,
    }))
    .filter(({ source, target }) => source && target);
}

/** The things at the ends of ties, on a circle to begin with. */
function things(of: Tie[]): Thing[] {
  const iris = [...new Set(of.flatMap(({ source, target }) => [source, target]))];
  const radius = 20 * iris.length;
  return iris.map((each, order) => {
    const angle = (2 * Math.PI * order) / iris.length;
    const place = { x: radius * Math.cos(angle), y: radius * Math.sin(angle) };
    return { iri: each, name: named(each), kind: kindOf(each), place, side: "below", centre: false };
  });
}

export async function network(answer: Answer): Promise<HTMLElement> {
  const columns = ends(answer);
  const all = columns ? ties(answer, columns) : [];
  const shown = all.slice(0, MOST);
  await namesOf(shown.flatMap(({ source, target, name }) => [source, target, ...(name ? [name] : [])]));
  const more = all.length > MOST ? t(`，共 ${all.length} 条`, ` of ${all.length}`) : "";
  const told = t(`${shown.length} 条关系`, `${shown.length} ties`) + more;
  const chosen = h("p", { class: "chosen-node", role: "status" }, told);
  const name = t("结果的关系图；表中有同样的内容", "Graph of the results; the table has the same content");
  const box = h("div", { class: "network", role: "img", "aria-label": name });
  requestAnimationFrame(() => draw(box, shown, chosen));
  return h("div", {}, box, chosen);
}

function draw(box: HTMLElement, shown: Tie[], chosen: HTMLElement): void {
  const nodes = things(shown);
  const cy = drawn(box, nodes.length);
  const edges = shown.map((tie) => ({ ...tie, name: tie.name && named(tie.name) }));
  changed(cy, nodes, edges, new Map(), "");
  // An answer often falls into many pieces, which this layout packs side by side.
  cy.layout({ name: "cose", animate: false, randomize: false, nodeDimensionsIncludeLabels: true }).run();
  cy.fit(undefined, 30);
  cy.on("tap", "node", ({ target }) => {
    const of: string = target.id();
    const kind = kindOf(of) || undefined;
    chosen.replaceChildren(h("a", { href: hrefOf(of) || undefined, class: "thing", "data-kind": kind }, named(of)));
  });
}
