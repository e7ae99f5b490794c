// The graph view in motion. The address is its state and the server's page its only data: a change asks for the page
// of another address, takes over the parts that are marked for it, and draws what its list and its table hold.
import type { Core, EdgeSingular } from "cytoscape";
import { arrange, changed, drawn } from "./lib/graph";
import { suggest } from "./lib/naming";
import { tellThing, tellTie } from "./lib/panel";
import { save } from "./lib/save";
import { asSvg } from "./lib/svg";
import { get, itemOf, items, keyOf, read, rowOf, rows } from "./lib/ties/held";
import { places, recall, remember } from "./lib/ties/memory";
import { reveal, seen, towards, zoom } from "./lib/ties/sight";

const box = get("canvas");
const panel = get("chosen");

let cy: Core;
let chosen = "";

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
  if (chosen && show) reveal(cy, element.renderedBoundingBox({ includeLabels: false }));
}

const ARROWS: Record<string, [number, number]> = {
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
};

/** Keys that mean the same in the picture and in the list; whether one of them was pressed. */
function common(event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === "Enter") {
    if (itemOf(chosen)) turn(chosen);
  } else if (event.key === "+" || event.key === "=") zoom(cy, 1.25);
  else if (event.key === "-") zoom(cy, 0.8);
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
  choose(towards(cy, chosen, ...arrow));
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
  remember(cy);
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
  if (first) seen(cy);
  rows.forEach((row, number) => {
    row.tabIndex = number ? -1 : 0;
  });
  remember(cy);
  choose(chosen || from, false);
  const [all, seeable] = [cy.elements().boundingBox({}), cy.extent()];
  const outside = all.x1 < seeable.x1 || all.x2 > seeable.x2 || all.y1 < seeable.y1 || all.y2 > seeable.y2;
  if (from && !first && outside) cy.fit(undefined, 24);
  for (const button of document.querySelectorAll<HTMLElement>("#table [data-do]")) button.hidden = false;
  list.dataset.ready = "";
}

const paper = (): string => getComputedStyle(document.documentElement).getPropertyValue("--raised").trim();
const DOES: Record<string, () => void> = {
  fit: () => cy.fit(undefined, 30),
  in: () => zoom(cy, 1.25),
  out: () => zoom(cy, 0.8),
  arrange: () => {
    cy.nodes().removeClass("left right");
    arrange(cy);
    cy.fit(undefined, 30);
    remember(cy);
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
  cy.on("dragfree", "node", () => remember(cy));
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
