// The moving picture of a graph view: what is drawn, how it looks, and where new things find their place.
import cytoscape, { type Core, type ElementDefinition, type NodeSingular, type StylesheetJson } from "cytoscape";
import fcose from "cytoscape-fcose";
import { cut, wrapped } from "./words";

cytoscape.use(fcose);

export type Place = { x: number; y: number };
export type Thing = { iri: string; name: string; kind: string; place: Place; side: string; centre: boolean };
export type Tie = { id: string; source: string; target: string; name: string; symmetric: boolean };

/** Beyond so many things, looks yield to speed. */
const MANY = 300;
/** Up to so many ties each may show its name at once. */
const FEW = 14;

const inherited = (element: Element, name: string): string => getComputedStyle(element).getPropertyValue(name).trim();

const colours = new Map<string, string>();

/** The colour of a kind, as the page's own styles have it in this theme. */
function colourOf(kind: string): string {
  const known = colours.get(kind);
  if (known) return known;
  const probe = document.createElement("i");
  probe.dataset.kind = kind;
  document.body.append(probe);
  const colour = inherited(probe, "--kind") || inherited(document.body, "--muted");
  probe.remove();
  colours.set(kind, colour);
  return colour;
}

function look(): StylesheetJson {
  const page = (name: string): string => inherited(document.documentElement, name);
  const [ink, muted, raised, accent, lit] = ["--ink", "--muted", "--raised", "--accent", "--lit"].map(page) as [
    string,
    string,
    string,
    string,
    string,
  ];
  const family = page("--sans").replace(/\s+/g, " ");
  return [
    {
      selector: "node",
      style: {
        width: "data(size)",
        height: "data(size)",
        "background-color": "data(colour)",
        label: "data(label)",
        color: ink,
        "font-family": family,
        "font-size": "data(letter)",
        "line-height": 1.25,
        "text-wrap": "wrap",
        "text-max-width": "400px",
        "text-valign": "bottom",
        "text-margin-y": 5,
        "min-zoomed-font-size": 7,
        "text-background-color": raised,
        "text-background-opacity": 0.75,
        "text-background-padding": "1px",
      },
    },
    {
      selector: "node.right",
      style: { "text-halign": "right", "text-valign": "center", "text-margin-x": 5, "text-margin-y": 0 },
    },
    {
      selector: "node.left",
      style: { "text-halign": "left", "text-valign": "center", "text-margin-x": -5, "text-margin-y": 0 },
    },
    { selector: "node.centre", style: { "font-weight": "bold" } },
    {
      selector: "edge",
      style: {
        width: 1.3,
        "line-color": muted,
        "line-opacity": 0.5,
        "curve-style": "bezier",
        "target-arrow-shape": "triangle",
        "target-arrow-color": muted,
        "arrow-scale": 0.8,
        "target-distance-from-node": 2,
        "font-family": family,
        "font-size": 11,
        color: muted,
        "text-background-color": raised,
        "text-background-opacity": 0.9,
        "text-background-padding": "2px",
        "min-zoomed-font-size": 8,
      },
    },
    { selector: "edge.symmetric", style: { "target-arrow-shape": "none" } },
    { selector: "edge.named, edge.near, edge.chosen", style: { label: "data(name)" } },
    { selector: ".faded", style: { opacity: 0.22 } },
    { selector: "edge.near", style: { "line-opacity": 0.9, "line-color": accent, "target-arrow-color": accent } },
    {
      selector: "edge.chosen",
      style: { width: 3.5, "line-opacity": 1, "line-color": accent, "target-arrow-color": accent, color: ink },
    },
    {
      selector: "node.chosen",
      style: { "border-width": 3, "border-color": accent, "text-background-color": lit, "text-background-opacity": 1 },
    },
  ];
}

/** A picture in a box; many things are drawn with less detail while it moves. */
export function drawn(box: HTMLElement, number: number): Core {
  // Cytoscape would add a style element, which the page's policy forbids, unless one of this name is there.
  const stylesheet = document.createElement("link");
  stylesheet.id = "__________cytoscape_stylesheet";
  document.head.append(stylesheet);
  const many = number > MANY;
  const cy = cytoscape({
    container: box,
    style: look(),
    minZoom: 0.08,
    maxZoom: 4,
    boxSelectionEnabled: false,
    selectionType: "single",
    hideEdgesOnViewport: many,
    textureOnViewport: many,
    pixelRatio: many ? 1 : "auto",
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    colours.clear();
    cy.nodes().forEach((node) => void node.data("colour", colourOf(node.data("kind"))));
    cy.style(look());
  });
  return cy;
}

/** Takes up other things and ties: what stays keeps its place, what is new stands near what it was opened from. */
export function changed(cy: Core, things: Thing[], ties: Tie[], known: Map<string, Place>, from: string): void {
  const wanted = new Set([...things.map((thing) => thing.iri), ...ties.map((tie) => tie.id)]);
  const first = cy.nodes().empty();
  cy.batch(() => {
    cy.elements()
      .filter((element) => !wanted.has(element.id()))
      .remove();
    const fresh = things.filter((thing) => cy.getElementById(thing.iri).empty());
    cy.add(fresh.map((thing) => node(thing, first || known.has(thing.iri))));
    cy.add(ties.filter((tie) => cy.getElementById(tie.id).empty()).map(edge));
    for (const thing of things) cy.getElementById(thing.iri).toggleClass("centre", thing.centre);
    cy.edges().toggleClass("named", ties.length <= FEW);
    for (const each of cy.nodes().toArray()) weigh(each, ties.length > FEW);
    const homeless = fresh.filter((thing) => !known.has(thing.iri));
    for (const thing of fresh) cy.getElementById(thing.iri).position(known.get(thing.iri) ?? thing.place);
    if (!first && homeless.length) settle(cy, homeless, from);
  });
}

/** What has many ties is large and so is its name: it can be read when the whole is seen. */
function weigh(each: NodeSingular, many: boolean): void {
  const root = Math.sqrt(each.connectedEdges().length);
  const growth = many && !each.hasClass("left") && !each.hasClass("right") ? root : 1;
  each.data({ size: Math.min(11 + 2.5 * root, 34), letter: Math.min(11.5 + 2.2 * growth, 28) });
}

function node(thing: Thing, still: boolean): ElementDefinition {
  const lines = still && thing.side !== "below" ? [cut(thing.name)] : wrapped(thing.name);
  const label = lines.join("\n");
  const data = {
    id: thing.iri,
    name: thing.name,
    label,
    kind: thing.kind,
    colour: colourOf(thing.kind),
    size: 13,
    letter: 13,
  };
  return { data, classes: still ? thing.side : "below" };
}

function edge(tie: Tie): ElementDefinition {
  return { data: { ...tie }, classes: tie.symmetric ? "symmetric" : "" };
}

/** Finds room for what is new while everything else is held where it is. */
function settle(cy: Core, fresh: Thing[], from: string): void {
  const names = new Set(fresh.map((thing) => thing.iri));
  const held = cy.nodes().filter((each) => !names.has(each.id()));
  const centre = held.empty() ? { x: 0, y: 0 } : middle(held.boundingBox({ includeLabels: false }));
  const anchor = cy.nodes().filter((each) => each.id() === from);
  const at = anchor.empty() ? centre : anchor.position();
  const away = Math.atan2(at.y - centre.y, at.x - centre.x || 0.01);
  fresh.forEach((thing, number) => {
    const angle = away + ((number + 0.5) / fresh.length - 0.5) * Math.min(Math.PI * 1.6, fresh.length * 0.5);
    const far = 150 + 45 * (number % 3);
    cy.getElementById(thing.iri).position({ x: at.x + far * Math.cos(angle), y: at.y + far * Math.sin(angle) });
  });
  if (cy.nodes().length > MANY) return;
  const fixed: { nodeId: string; position: Place }[] = [];
  held.nodes().forEach((each) => void fixed.push({ nodeId: each.id(), position: { ...each.position() } }));
  arrange(cy, fixed.length ? { fixedNodeConstraint: fixed } : {});
  // The layout holds them among each other, and may shift the whole.
  const [one] = fixed;
  if (!one) return;
  const now = cy.getElementById(one.nodeId).position();
  cy.nodes().shift({ x: one.position.x - now.x, y: one.position.y - now.y });
  for (const { nodeId, position } of fixed) cy.getElementById(nodeId).position(position);
}

const middle = (box: { x1: number; x2: number; y1: number; y2: number }): Place => ({
  x: (box.x1 + box.x2) / 2,
  y: (box.y1 + box.y2) / 2,
});

/** Lays out anew from where things are, so that the same graph gives the same picture. */
export function arrange(cy: Core, more: object = {}): void {
  const options = {
    name: "fcose",
    randomize: false,
    animate: false,
    fit: false,
    quality: "proof",
    nodeDimensionsIncludeLabels: true,
    idealEdgeLength: 110,
    nodeRepulsion: 9000,
    ...more,
  };
  cy.layout(options).run();
}
