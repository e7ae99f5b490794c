// What part of the picture is seen, and what lies where in it.
import type { Core } from "cytoscape";

/** Smaller than so, names can't be read; larger than so, there is nothing to gain. */
const LEAST = 0.62;
const MOST = 1.4;

/** Moves the picture just so far that what was chosen can be seen. */
export function reveal(cy: Core, at: { x1: number; x2: number; y1: number; y2: number }): void {
  const [x, y] = [(at.x1 + at.x2) / 2, (at.y1 + at.y2) / 2];
  const [wide, high] = [cy.width(), cy.height()];
  const inside = x > 20 && x < wide - 20 && y > 20 && y < high - 20;
  if (!inside) cy.panBy({ x: wide / 2 - x, y: high / 2 - y });
}

/** The tied thing that lies most nearly in a direction from the chosen one. */
export function towards(cy: Core, chosen: string, dx: number, dy: number): string {
  const here = cy.getElementById(chosen);
  if (here.empty() || !here.isNode()) return cy.nodes(".centre").first().id() ?? cy.nodes().first().id() ?? "";
  const from = here.position();
  let best = { iri: chosen, cost: Number.POSITIVE_INFINITY };
  here
    .neighborhood()
    .nodes()
    .forEach((other) => {
      const [x, y] = [other.position().x - from.x, other.position().y - from.y];
      const [along, across] = [x * dx + y * dy, Math.abs(x * dy - y * dx)];
      const cost = along + 2 * across;
      if (along > 0 && across <= 2 * along && cost < best.cost) best = { iri: other.id(), cost };
    });
  return best.iri;
}

/** Enlarges the picture about its middle. */
export function zoom(cy: Core, by: number): void {
  cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}

/** All of it where that can be read, else the part with the most ties. */
export function seen(cy: Core): void {
  cy.fit(undefined, 24);
  if (cy.zoom() > MOST) {
    cy.zoom(MOST);
    cy.center();
  } else if (cy.zoom() < LEAST) {
    const parts = cy.elements().components();
    const largest = parts.reduce((best, part) => (part.length > best.length ? part : best));
    cy.fit(largest, 24);
    if (cy.zoom() > MOST) cy.zoom(MOST);
    cy.center(largest);
  }
}
