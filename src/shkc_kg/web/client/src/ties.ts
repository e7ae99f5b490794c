// The graph view in motion. The address is its state and the server's page its only data: a change asks for the page
// of another address, takes over the parts that are marked for it, and draws what its list and its table hold.
import type { Core, EdgeSingular } from "cytoscape";
import { arrange, changed, drawn, type Place, type Thing, type Tie } from "./lib/graph";
import { suggest } from "./lib/naming";
import { tellThing, tellTie } from "./lib/panel";
import { asSvg } from "./lib/svg";

const get = <E extends HTMLElement>(id: string): E => document.getElementById(id) as E;
const box = get("canvas");
const panel = get("chosen");

let items: HTMLElement[] = [];
let rows: HTMLTableRowElement[] = [];
let cy: Core;
let chosen = "";
const places = new Map<string, Place>();

const keyOf = (row: HTMLElement): string =>
  [row.dataset.source, row.dataset.relation, row.dataset.target]
    .map((part) => encodeURIComponent(part ?? ""))
    .join(" ");

function read(): { things: Thing[]; ties: Tie[] } {
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

/** What a view is about; its things keep their places under this name while the reader's session lasts. */
function subject(): string {
  const asked = new URL(location.href).searchParams;
  return `ties ${asked.get("from") ?? ""}>${asked.get("to") ?? ""} ${asked.get("view") ?? ""} ${asked.get("thing") ?? ""}`;
}

function remember(): void {
  cy.nodes().forEach((node) => void places.set(node.id(), { ...node.position() }));
  sessionStorage.setItem(subject(), JSON.stringify([...places]));
}

function recall(): void {
  try {
    const kept: [string, Place][] = JSON.parse(sessionStorage.getItem(subject()) ?? "[]");
    for (const [iri, place] of kept) places.set(iri, place);
  } catch {
    sessionStorage.removeItem(subject());
  }
}

/** The list of things as one stop of the keyboard, in which arrow keys walk. */
function listed(): HTMLElement {
  const list = document.createElement("ul");
  const plain = get("thinglist");
  list.className = "things";
  list.id = "walk";
  list.tabIndex = 0;
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", plain.dataset.label ?? "");
  items.forEach((item, number) => {
    const option = document.createElement("li");
    const name = document.createElement("span");
    name.className = "thing";
    name.dataset.kind = item.dataset.kind;
    name.textContent = item.dataset.name ?? "";
    option.id = `thing-${number}`;
    option.dataset.iri = item.dataset.iri;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    if ("centre" in item.dataset) option.dataset.centre = "";
    const kind = item.querySelector(".kind");
    option.append(name, ...(kind ? [" ", kind.cloneNode(true)] : []));
    option.addEventListener("click", () => choose(item.dataset.iri ?? ""));
    option.addEventListener("dblclick", () => turn(item.dataset.iri ?? ""));
    list.append(option);
  });
  list.addEventListener("keydown", walked);
  plain.hidden = true;
  plain.before(list);
  return list;
}

const itemOf = (iri: string): HTMLElement | undefined => items.find((item) => item.dataset.iri === iri);
const rowOf = (key: string): HTMLTableRowElement | undefined => rows.find((row) => keyOf(row) === key);

/** Opens or closes a thing: the page says by which address. */
function turn(iri: string): void {
  const way = itemOf(iri)?.querySelector<HTMLAnchorElement>("a.turn");
  if (way) void go(way.href, iri);
}

/** Chooses a thing or a tie in picture, list, table and panel alike. */
function choose(id: string, show = true): void {
  const element = cy.getElementById(id);
  chosen = element.empty() ? "" : id;
  cy.batch(() => {
    cy.elements().removeClass("chosen near faded");
    if (element.empty()) return;
    element.addClass("chosen");
    if (element.isNode()) element.connectedEdges().addClass("near");
    const tied = cy
      .getElementById(id)
      .closedNeighborhood()
      .union((element as unknown as EdgeSingular).connectedNodes());
    cy.elements().difference(tied).addClass("faded");
  });
  for (const row of rows) row.setAttribute("aria-selected", String(keyOf(row) === chosen));
  const list = get("walk");
  list.removeAttribute("aria-activedescendant");
  for (const option of list.children) {
    const here = (option as HTMLElement).dataset.iri === chosen;
    option.setAttribute("aria-selected", String(here));
    if (here) {
      list.setAttribute("aria-activedescendant", option.id);
      list.scrollTop = Math.max(0, (option as HTMLElement).offsetTop - list.offsetTop - list.clientHeight / 2);
    }
  }
  panel.hidden = !chosen;
  const [item, row] = [itemOf(chosen), rowOf(chosen)];
  if (item) tellThing(panel, item, element.connectedEdges().length);
  if (row) tellTie(panel, row);
  if (chosen && show) reveal(element.renderedBoundingBox({ includeLabels: false }));
}

/** Moves the picture just so far that what was chosen can be seen. */
function reveal(at: { x1: number; x2: number; y1: number; y2: number }): void {
  const [x, y] = [(at.x1 + at.x2) / 2, (at.y1 + at.y2) / 2];
  const [wide, high] = [cy.width(), cy.height()];
  const inside = x > 20 && x < wide - 20 && y > 20 && y < high - 20;
  if (!inside) cy.panBy({ x: wide / 2 - x, y: high / 2 - y });
}

/** The tied thing that lies most nearly in a direction from the chosen one. */
function towards(dx: number, dy: number): string {
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

const ARROWS: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

function zoom(by: number): void {
  cy.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
}

/** Keys that mean the same in the picture and in the list; whether one of them was pressed. */
function common(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === "Enter") {
    if (itemOf(chosen)) turn(chosen);
  } else if (event.key === "+" || event.key === "=") zoom(1.25);
  else if (event.key === "-") zoom(0.8);
  else if (event.key === "0") cy.fit(undefined, 30);
  else if (event.key === "Escape") choose("");
  else return false;
  event.preventDefault();
  return true;
}

function moved(event: KeyboardEvent): void {
  const arrow = ARROWS[event.key];
  if (common(event) || !arrow) return;
  event.preventDefault();
  choose(towards(...arrow));
}

/** In the list: up and down walk through the things, left and right through the ties of the one that was chosen. */
function walked(event: KeyboardEvent): void {
  if (common(event) || !(ARROWS[event.key] || event.key === "Home" || event.key === "End")) return;
  event.preventDefault();
  if (event.key === "Home" || event.key === "End") {
    around = items.at(event.key === "Home" ? 0 : -1)?.dataset.iri ?? "";
    choose(around);
    return;
  }
  const step = event.key === "ArrowDown" || event.key === "ArrowRight" ? 1 : -1;
  if (event.key === "ArrowUp" || event.key === "ArrowDown") {
    const at = items.findIndex((item) => item.dataset.iri === (itemOf(chosen) ? chosen : around));
    const next = at < 0 ? 0 : Math.min(Math.max(at + step, 0), items.length - 1);
    around = items[next]?.dataset.iri ?? "";
    choose(around);
    return;
  }
  if (itemOf(chosen)) around = chosen;
  const ties = rows.filter((row) => row.dataset.source === around || row.dataset.target === around).map(keyOf);
  const at = ties.indexOf(chosen);
  const next = ties[at < 0 ? (step > 0 ? 0 : ties.length - 1) : (at + step + ties.length) % ties.length];
  if (next) choose(next);
}
let around = "";

/** Asks for the page of another address and shows what it holds. */
async function go(address: string, from = "", push = true): Promise<void> {
  const answer = await fetch(address, { headers: { accept: "text/html" } });
  if (!answer.ok) {
    location.assign(address);
    return;
  }
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  remember();
  const field = (document.activeElement as HTMLSelectElement | null)?.closest("#filters select")?.getAttribute("name");
  const walking = document.activeElement?.id === "walk";
  if (push) history.pushState(null, "", address);
  for (const old of document.querySelectorAll("[data-swap]")) {
    const other = page.getElementById(old.id);
    if (other) old.replaceWith(document.importNode(other, true));
  }
  document.title = page.title;
  draw(from);
  if (field) document.querySelector<HTMLElement>(`#filters [name=${field}]`)?.focus();
  if (walking) get("walk").focus({ preventScroll: true });
}

/** Draws what the list and the table of the page hold, and makes both answer. */
function draw(from = ""): void {
  const { things, ties } = read();
  get("still").hidden = true;
  const first = cy.nodes().empty();
  changed(cy, things, ties, places, from);
  const list = listed();
  if (first) seen();
  rows.forEach((row, number) => {
    row.tabIndex = number ? -1 : 0;
  });
  remember();
  choose(chosen || from, false);
  const [all, seeable] = [cy.elements().boundingBox({}), cy.extent()];
  const outside = all.x1 < seeable.x1 || all.x2 > seeable.x2 || all.y1 < seeable.y1 || all.y2 > seeable.y2;
  if (from && !first && outside) cy.fit(undefined, 24);
  for (const button of document.querySelectorAll<HTMLElement>("#table [data-do]")) button.hidden = false;
  list.dataset.ready = "";
}

/** All of it where that can be read, else the part with the most ties. */
function seen(): void {
  cy.fit(undefined, 24);
  if (cy.zoom() > 1.4) {
    cy.zoom(1.4);
    cy.center();
  } else if (cy.zoom() < LEAST) {
    const parts = cy.elements().components();
    const largest = parts.reduce((best, part) => (part.length > best.length ? part : best));
    cy.fit(largest, 24);
    if (cy.zoom() > 1.4) cy.zoom(1.4);
    cy.center(largest);
  }
}
const LEAST = 0.62;

function save(name: string, content: Blob): void {
  const way = document.createElement("a");
  way.href = URL.createObjectURL(content);
  way.download = name;
  way.click();
  setTimeout(() => URL.revokeObjectURL(way.href), 10_000);
}

const paper = (): string => getComputedStyle(document.documentElement).getPropertyValue("--raised").trim();
const DOES: Record<string, () => void> = {
  fit: () => cy.fit(undefined, 30),
  in: () => zoom(1.25),
  out: () => zoom(0.8),
  arrange: () => {
    cy.nodes().removeClass("left right");
    arrange(cy);
    cy.fit(undefined, 30);
    remember();
  },
  png: () => save("network.png", cy.png({ output: "blob", full: true, scale: 2, maxWidth: 8000, bg: paper() })),
  svg: () => save("network.svg", new Blob([asSvg(cy, paper(), document.title)], { type: "image/svg+xml" })),
};

function clicked(event: MouseEvent): void {
  const target = event.target as Element;
  const act = target.closest<HTMLElement>("[data-do]")?.dataset.do;
  if (act) DOES[act]?.();
  const way = target.closest<HTMLAnchorElement>("a[data-turn]");
  if (way && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    void go(way.href, chosen);
  }
  const row = target.closest<HTMLTableRowElement>("#table tbody tr");
  if (row && !target.closest("a")) row.focus();
}

function rowed(event: KeyboardEvent): void {
  const row = (event.target as Element).closest<HTMLTableRowElement>("#table tbody tr");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!row || !step || event.target !== row) return;
  event.preventDefault();
  rows[rows.indexOf(row) + step]?.focus();
}

function start(): void {
  document.body.classList.add("scripted");
  for (const id of ["canvas", "tools", "keys"]) get(id).hidden = false;
  recall();
  cy = drawn(box, document.querySelectorAll("#thinglist > li").length);
  cy.on("tap", (event) => choose(event.target === cy ? "" : event.target.id(), false));
  cy.on("dbltap", "node", (event) => turn(event.target.id()));
  cy.on("dragfree", "node", remember);
  draw();
  box.addEventListener("keydown", moved);
  document.addEventListener("click", clicked);
  document.addEventListener("keydown", rowed);
  document.addEventListener("input", (event) => void suggest(event));
  document.addEventListener("focusin", (event) => {
    const row = (event.target as Element).closest<HTMLTableRowElement>("#table tbody tr");
    if (row && event.target === row) {
      for (const each of rows) each.tabIndex = each === row ? 0 : -1;
      choose(keyOf(row));
    }
  });
  document.addEventListener("change", (event) => {
    const form = (event.target as Element).closest<HTMLFormElement>("#filters");
    if (!form) return;
    const pairs = [...new FormData(form)].filter(([, value]) => value) as [string, string][];
    void go(`/network?${new URLSearchParams(pairs)}`);
  });
  addEventListener("popstate", () => void go(location.href, "", false));
}

start();
