// The reader with a script: choosing shows facts and lights characters in place, and the address says what is shown.
// Without it every link leads to a page that the server made of the same parts.

interface Span {
  begin: number;
  end: number;
}

const reader = document.querySelector<HTMLElement>(".reader");
const panel = document.querySelector<HTMLElement>("#facts");

if (reader && panel) start(reader, panel);

function start(page: HTMLElement, facts: HTMLElement): void {
  const text = page.querySelector<HTMLElement>(".text");
  if (!text) return;
  const choose = chooser(page, text, facts);
  page.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("a[href]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = new URL(link.href);
    if (!isHere(page, to) || !chooses(to, link)) return;
    event.preventDefault();
    // A fragment alone would choose its passage; without a script it brings the reader back to where she was.
    if (link.matches(".close")) to.hash = "";
    history.pushState(null, "", to);
    choose(to, true);
  });
  page.addEventListener("keydown", (event) => {
    const close = facts.querySelector<HTMLAnchorElement>(".close");
    if (event.key === "Escape" && close) close.click();
  });
  addEventListener("popstate", () => choose(new URL(location.href), false));
  // An address that names a passage in its fragment alone has its facts too.
  const here = new URL(location.href);
  if (!here.searchParams.size && document.getElementById(here.hash.slice(1))?.matches(".passage")) choose(here, false);
  const chosen = facts.querySelector<HTMLElement>(".chosen-facts");
  if (chosen?.dataset.chosen) show(text, chosen);
  watch(page, text);
}

/** Whether a link leads to this chapter, seen in the same way. */
function isHere(page: HTMLElement, to: URL): boolean {
  const layer = new URL(location.href).searchParams.get("layer");
  return (
    to.pathname === new URL(page.dataset.here ?? "", location.href).pathname && to.searchParams.get("layer") === layer
  );
}

function chooses(to: URL, link: HTMLElement): boolean {
  return ["fact", "thing", "passage", "at"].some((name) => to.searchParams.has(name)) || link.matches(".close");
}

/** What shows the facts of an address; a slow answer to an earlier choice is dropped. */
function chooser(page: HTMLElement, text: HTMLElement, facts: HTMLElement): (to: URL, focus: boolean) => void {
  let asked = 0;
  return async (to, focus) => {
    const turn = ++asked;
    const answer = await fetch(question(to), { headers: { accept: "text/html" } });
    const html = await answer.text();
    if (turn !== asked) return;
    // The server's own page, made of the same template as without a script; its text is escaped there.
    const parsed = new DOMParser().parseFromString(html, "text/html").querySelector(".chosen-facts");
    if (!parsed) {
      location.assign(to);
      return;
    }
    const before = facts.querySelector<HTMLElement>(".chosen-facts")?.dataset.passage;
    facts.replaceChildren(parsed);
    const chosen = parsed as HTMLElement;
    facts.toggleAttribute("data-open", Boolean(chosen.dataset.chosen));
    facts.scrollTop = 0;
    show(text, chosen);
    markCurrent(page, to);
    if (!focus) return;
    if (chosen.dataset.chosen) chosen.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
    else
      document
        .getElementById(before ?? "")
        ?.querySelector<HTMLElement>(".no")
        ?.focus({ preventScroll: true });
  };
}

function question(to: URL): URL {
  const asked = new URL(to);
  const key = to.hash.slice(1);
  if (!asked.searchParams.size && key) asked.searchParams.set("passage", key);
  asked.searchParams.set("only", "facts");
  asked.hash = "";
  return asked;
}

function markCurrent(page: HTMLElement, to: URL): void {
  const id = to.searchParams.get("fact");
  for (const fact of page.querySelectorAll<HTMLElement>(".fact")) {
    if (fact.dataset.fact === id) fact.setAttribute("aria-current", "true");
    else fact.removeAttribute("aria-current");
  }
}

/** Lights what was chosen and brings it into view. */
function show(text: HTMLElement, chosen: HTMLElement): void {
  unlight(text);
  for (const passage of text.querySelectorAll(".passage.here, .passage.scope"))
    passage.classList.remove("here", "scope");
  const passage = document.getElementById(chosen.dataset.passage ?? "");
  passage?.classList.add("here");
  const fact = chosen.dataset.chosen === "fact" ? chosen.querySelector<HTMLElement>(".fact") : null;
  for (const key of fact?.dataset.scope?.split(" ") ?? []) document.getElementById(key)?.classList.add("scope");
  const spans = parsed(chosen.dataset.spans ?? "");
  if (spans.length) for (const each of text.querySelectorAll<HTMLElement>(".passage")) light(each, spans);
  const target = passage?.querySelector("mark.chosen") ?? passage;
  if (target && !visible(target)) target.scrollIntoView({ block: "center" });
}

function visible(element: Element): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  return top >= 0 && bottom <= innerHeight * 0.5;
}

function parsed(spans: string): Span[] {
  return spans.split(" ").flatMap((pair) => {
    const [begin, end] = pair.split("-").map(Number);
    return begin !== undefined && end !== undefined && begin < end ? [{ begin, end }] : [];
  });
}

function unlight(text: HTMLElement): void {
  for (const mark of text.querySelectorAll("mark.chosen")) {
    const parent = mark.parentNode;
    mark.replaceWith(...mark.childNodes);
    parent?.normalize();
  }
}

/**
 * Wraps the characters of some spans. The text of a passage's element is its stretch of the original, so a place in the
 * one is a place in the other; places count code points, which JavaScript's strings do not.
 */
function light(passage: HTMLElement, spans: Span[]): void {
  const begin = Number(passage.dataset.begin);
  const end = Number(passage.dataset.end);
  const inside = spans.filter((span) => span.begin < end && begin < span.end);
  if (!inside.length) return;
  let at = begin;
  for (const node of textNodes(passage)) {
    const characters = [...node.data];
    // From behind, so that what is cut off does not move what is still to be cut.
    for (const span of inside.toReversed()) {
      const from = Math.max(span.begin - at, 0);
      const to = Math.min(span.end - at, characters.length);
      if (from < to) wrap(node, characters, from, to, at);
    }
    at += characters.length;
  }
}

function textNodes(passage: HTMLElement): Text[] {
  const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
  const found: Text[] = [];
  while (walker.nextNode()) found.push(walker.currentNode as Text);
  return found;
}

function wrap(node: Text, characters: string[], from: number, to: number, at: number): void {
  const units = (upTo: number) => characters.slice(0, upTo).join("").length;
  const range = document.createRange();
  range.setStart(node, units(from));
  range.setEnd(node, units(to));
  const mark = document.createElement("mark");
  mark.className = "chosen";
  mark.dataset.begin = String(at + from);
  mark.dataset.end = String(at + to);
  range.surroundContents(mark);
}

/** Marks in the contents where the reader is. */
function watch(page: HTMLElement, text: HTMLElement): void {
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of page.querySelectorAll<HTMLAnchorElement>(".toc a")) links.set(link.hash.slice(1), link);
  const seen = new IntersectionObserver(
    (entries) => {
      for (const { isIntersecting, target } of entries) {
        const link = links.get(target.id);
        if (!isIntersecting || !link) continue;
        for (const other of links.values()) other.removeAttribute("aria-current");
        link.setAttribute("aria-current", "true");
        keepInView(link);
      }
    },
    { rootMargin: "0px 0px -75% 0px" },
  );
  for (const heading of text.querySelectorAll(".passage")) if (links.has(heading.id)) seen.observe(heading);
}

/** Scrolls the contents alone, not the page. */
function keepInView(link: HTMLElement): void {
  const list = link.closest<HTMLElement>(".toc");
  if (!list || list.scrollHeight <= list.clientHeight) return;
  const top = link.offsetTop - list.offsetTop;
  if (top < list.scrollTop || top > list.scrollTop + list.clientHeight - 60) list.scrollTop = top - 60;
}
