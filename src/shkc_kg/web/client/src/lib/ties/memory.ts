// Where things were left: it holds from view to view, and for each view while the reader's session lasts.
import type { Core } from "cytoscape";
import type { Place } from "../graph";

export const places = new Map<string, Place>();

/** What a view is about; its things keep their places under this name while the reader's session lasts. */
function subject(): string {
  const asked = new URL(location.href).searchParams;
  return `ties ${asked.get("from") ?? ""}>${asked.get("to") ?? ""} ${asked.get("view") ?? ""} ${asked.get("thing") ?? ""}`;
}

/** Keeps where things are now. */
export function remember(cy: Core): void {
  cy.nodes().forEach((node) => void places.set(node.id(), { ...node.position() }));
  sessionStorage.setItem(subject(), JSON.stringify([...places]));
}

/** Takes up where things were when the view was left. */
export function recall(): void {
  try {
    const kept: [string, Place][] = JSON.parse(sessionStorage.getItem(subject()) ?? "[]");
    for (const [iri, place] of kept) places.set(iri, place);
  } catch {
    sessionStorage.removeItem(subject());
  }
}
