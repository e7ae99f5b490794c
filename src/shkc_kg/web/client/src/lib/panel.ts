// What is told beside the picture of what was chosen in it, taken from the page's own list and table.
import { t } from "./words";

function link(text: string, href: string): HTMLAnchorElement {
  const made = document.createElement("a");
  made.textContent = text;
  made.href = href;
  return made;
}

/** Tells of a thing by what its entry in the list holds, and how many of its ties are shown. */
export function tellThing(panel: HTMLElement, item: HTMLElement, number: number): void {
  const heading = document.createElement("h3");
  const acts = document.createElement("p");
  const page = item.querySelector<HTMLAnchorElement>("a.thing");
  const way = item.querySelector<HTMLAnchorElement>("a.turn");
  if (page) heading.append(page.cloneNode(true));
  const kind = item.querySelector(".kind");
  if (kind) heading.append(" ", kind.cloneNode(true));
  const said = document.createElement("p");
  said.className = "quiet";
  said.textContent = t(`图中有 ${number} 条关系`, number === 1 ? "1 tie shown" : `${number} ties shown`);
  acts.className = "acts";
  if (way) acts.append(way.cloneNode(true));
  acts.append(link(t("只看它", "This alone"), `/network?${new URLSearchParams({ thing: item.dataset.iri ?? "" })}`));
  if (page) acts.append(link(t("它的页面", "Its page"), page.href));
  panel.replaceChildren(heading, said, acts);
}

/** Tells of a tie by what its row of the table holds: its ends, its relation, its sentences. */
export function tellTie(panel: HTMLElement, row: HTMLTableRowElement): void {
  const heading = document.createElement("h3");
  const [from, relation, to, told] = [...row.cells];
  const middle = document.createElement("span");
  middle.className = "relation";
  middle.append(...[...(relation?.childNodes ?? [])].map((child) => child.cloneNode(true)));
  heading.append(
    ...[from, to]
      .map((cell) => cell?.querySelector("a")?.cloneNode(true) ?? "")
      .flatMap((end, at) => (at ? [middle, end] : [end])),
  );
  panel.replaceChildren(heading, ...[...(told?.childNodes ?? [])].map((child) => child.cloneNode(true)));
}
