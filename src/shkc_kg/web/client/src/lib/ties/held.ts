// What the page of a graph view holds: its things in a list and its ties in a table, which are the only data of the picture.
import type { Thing, Tie } from "../graph";

export const get = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;

export let items: HTMLElement[] = [];
export let rows: HTMLTableRowElement[] = [];

export const keyOf = (row: HTMLElement): string =>
  [row.dataset.source, row.dataset.relation, row.dataset.target]
    .map((part) => encodeURIComponent(part ?? ""))
    .join(" ");

/** Reads anew what the page holds. */
export function read(): { things: Thing[]; ties: Tie[] } {
  items = [...document.querySelectorAll<HTMLElement>("#thinglist > li")];
  rows = [...document.querySelectorAll<HTMLTableRowElement>("#table tbody tr")];
  const things = items.map(({ dataset }) => ({
    iri: dataset.iri ?? "",
    name: dataset.name ?? "",
    kind: dataset.kind ?? "",
    place: { x: Number(dataset.x), y: Number(dataset.y) },
    side: dataset.side ?? "below",
    centre: "centre" in dataset,
  }));
  const ties = rows.map((row) => ({
    id: keyOf(row),
    source: row.dataset.source ?? "",
    target: row.dataset.target ?? "",
    name: row.dataset.name ?? "",
    symmetric: "symmetric" in row.dataset,
  }));
  return { things, ties };
}

export const itemOf = (iri: string): HTMLElement | undefined => items.find((item) => item.dataset.iri === iri);
export const rowOf = (key: string): HTMLTableRowElement | undefined => rows.find((row) => keyOf(row) === key);
