// The picture as an SVG of its own, drawn from the places that things have now.
import type { Core } from "cytoscape";

const SPACE = "http://www.w3.org/2000/svg";

function made(name: string, attributes: Record<string, string | number>, text = ""): SVGElement {
  const element = document.createElementNS(SPACE, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text) element.textContent = text;
  return element;
}

const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The text of an SVG file of all that the picture holds. */
export function asSvg(cy: Core, background: string, title: string): string {
  const box = cy.elements().boundingBox({});
  const view = [box.x1 - 20, box.y1 - 20, box.w + 40, box.h + 40].map(rounded);
  const root = made("svg", { xmlns: SPACE, viewBox: view.join(" "), width: view[2] ?? 0, height: view[3] ?? 0 });
  root.append(made("title", {}, title));
  root.append(made("rect", { x: view[0] ?? 0, y: view[1] ?? 0, width: "100%", height: "100%", fill: background }));
  const lines = made("g", { "stroke-width": 1.3, "font-size": 11, "text-anchor": "middle" });
  cy.edges().forEach((edge) => void lines.append(...stroke(edge)));
  const dots = made("g", { "font-size": 13 });
  cy.nodes().forEach((node) => void dots.append(...dot(node)));
  root.append(lines, dots);
  return new XMLSerializer().serializeToString(root);
}

function stroke(edge: ReturnType<Core["edges"]>[number]): SVGElement[] {
  const [from, to, at] = [edge.sourceEndpoint(), edge.targetEndpoint(), edge.midpoint()];
  const colour = edge.style("line-color") as string;
  const path = `M${rounded(from.x)} ${rounded(from.y)}Q${[
    2 * at.x - (from.x + to.x) / 2,
    2 * at.y - (from.y + to.y) / 2,
    to.x,
    to.y,
  ]
    .map(rounded)
    .join(" ")}`;
  const line = made("path", { d: path, fill: "none", stroke: colour, "stroke-opacity": 0.7 });
  const arrow = edge.hasClass("symmetric") ? [] : [head(at, to, colour)];
  const shown = edge.style("label") as string;
  const name = shown ? [made("text", { x: rounded(at.x), y: rounded(at.y - 3), fill: colour }, shown)] : [];
  return [line, ...arrow, ...name];
}

function head(from: { x: number; y: number }, to: { x: number; y: number }, colour: string): SVGElement {
  const turn = (Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI;
  const move = `translate(${rounded(to.x)} ${rounded(to.y)}) rotate(${rounded(turn)})`;
  return made("path", { d: "M0 0-7-3.5-7 3.5z", fill: colour, transform: move });
}

function dot(node: ReturnType<Core["nodes"]>[number]): SVGElement[] {
  const { x, y } = node.position();
  const radius = node.width() / 2;
  const side = node.hasClass("right") ? "right" : node.hasClass("left") ? "left" : "below";
  const circle = made("circle", { cx: rounded(x), cy: rounded(y), r: radius, fill: node.data("colour") });
  const letter = node.data("letter") as number;
  const step = letter * 1.25;
  const lines = (node.data("label") as string).split("\n");
  const across = side === "right" ? x + radius + 5 : side === "left" ? x - radius - 5 : x;
  const down = side === "below" ? y + radius + 3 + letter : y + 4.5 - ((lines.length - 1) * step) / 2;
  const anchor = { right: "start", left: "end", below: "middle" }[side];
  const text = made("text", { fill: node.style("color"), "text-anchor": anchor, "font-size": letter });
  if (node.hasClass("centre")) text.setAttribute("font-weight", "bold");
  lines.forEach((line, number) => {
    text.append(made("tspan", { x: rounded(across), y: rounded(down + step * number) }, line));
  });
  return [circle, text];
}
