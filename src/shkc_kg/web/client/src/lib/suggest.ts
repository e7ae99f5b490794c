// Suggestions for a search field: a combobox with a list of names, grouped by kind, as ARIA's authoring practices describe it.

type Names = { zh: string; en: string };
type Result = Names & { page: string; name: string; kind: Names; group: Names & { name: string } };

const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
const other = lang === "zh" ? "en" : "zh";

export function suggest(input: HTMLInputElement): void {
  const box = list(input);
  let options: HTMLElement[] = [];
  let at = -1;
  let asked = "";

  const close = () => {
    box.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
    at = -1;
  };

  // Whoever puts the list away does not want the answer that is still under way.
  const dismiss = () => {
    asked = "";
    close();
  };

  const choose = (next: number) => {
    options[at]?.setAttribute("aria-selected", "false");
    at = next;
    const chosen = options[at];
    if (!chosen) {
      input.removeAttribute("aria-activedescendant");
      return;
    }
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen.id);
  };

  const show = (results: Result[], text: string) => {
    options = fill(box, results, text);
    close();
    if (options.length) {
      box.hidden = false;
      input.setAttribute("aria-expanded", "true");
    }
    box.dataset.for = text;
  };

  const ask = async () => {
    const text = input.value.trim();
    asked = text;
    if (!text) return close();
    const answer = await fetch(`/api/search?${new URLSearchParams({ q: text, limit: "12" })}`);
    // Only the answer to what stands in the field now is of use; a refusal leaves the form as it is.
    const { results } = answer.ok ? await answer.json() : { results: [] };
    if (answer.ok && asked === text) show(results, text);
  };

  const keys: Record<string, () => boolean> = {
    ArrowDown: () => move(1),
    ArrowUp: () => move(-1),
    Enter: () => go(),
    Escape: () => {
      const open = !box.hidden;
      dismiss();
      return open;
    },
  };
  const move = (step: number) => {
    if (box.hidden || !options.length) return false;
    const places = options.length + 1; // the field itself is one of the stops
    choose(((at + 1 + step + places) % places) - 1);
    return true;
  };
  const go = () => {
    const chosen = box.hidden ? undefined : options[at];
    if (!chosen?.dataset.page) return false;
    location.assign(chosen.dataset.page);
    return true;
  };

  input.addEventListener("input", () => void ask());
  input.addEventListener("keydown", (event) => {
    if (!event.isComposing && keys[event.key]?.()) event.preventDefault();
  });
  input.addEventListener("blur", dismiss);
  // The field keeps the focus, so that a press on an option does not close the list before it counts.
  box.addEventListener("pointerdown", (event) => event.preventDefault());
  box.addEventListener("click", (event) => {
    const page = (event.target as Element).closest<HTMLElement>("[role=option]")?.dataset.page;
    if (page) location.assign(page);
  });
}

function list(input: HTMLInputElement): HTMLElement {
  const box = document.createElement("div");
  box.className = "suggestions";
  box.id = `${input.id}-list`;
  box.hidden = true;
  box.setAttribute("role", "listbox");
  box.setAttribute("aria-label", lang === "zh" ? "名称" : "Names");
  input.setAttribute("role", "combobox");
  input.setAttribute("aria-autocomplete", "list");
  input.setAttribute("aria-expanded", "false");
  input.setAttribute("aria-controls", box.id);
  input.after(box);
  return box;
}

// The options by kind, kinds in the order of their best name; what comes out is the options in the order shown.
function fill(box: HTMLElement, results: Result[], text: string): HTMLElement[] {
  const groups = new Map<string, Result[]>();
  for (const result of results) groups.set(result.group.name, [...(groups.get(result.group.name) ?? []), result]);
  const options: HTMLElement[] = [];
  const parts = [...groups.values()].map((held, number) => {
    const group = element("div", "suggestion-group");
    const head = element("div", "suggestion-head", held[0]?.group[lang] ?? "");
    head.id = `${box.id}-group-${number}`;
    group.setAttribute("role", "group");
    group.setAttribute("aria-labelledby", head.id);
    group.append(head, ...held.map((result) => option(box, result, text, options)));
    return group;
  });
  box.replaceChildren(...parts);
  return options;
}

function option(box: HTMLElement, result: Result, text: string, options: HTMLElement[]): HTMLElement {
  const item = element("div", "suggestion");
  item.id = `${box.id}-${options.length}`;
  item.dataset.page = result.page;
  item.dataset.kind = result.group.name;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  const main = element("span", "suggestion-name");
  main.append(...marked(result[lang] || result[other], text));
  const also = element("small", "quiet");
  const names = [result[other], result.name].filter((name) => name && name !== result[lang]);
  also.append(...marked([...new Set(names)].join(" · "), text));
  item.append(main, also, element("small", "suggestion-kind", result.kind[lang]));
  options.push(item);
  return item;
}

// A name with what was typed marked in it, as text nodes: nothing of a name is ever read as markup.
function marked(name: string, text: string): Node[] {
  const found = name.toLowerCase().indexOf(text.toLowerCase());
  if (found < 0) return [document.createTextNode(name)];
  const end = found + text.length;
  const parts = [name.slice(0, found), name.slice(found, end), name.slice(end)];
  return [
    document.createTextNode(parts[0] ?? ""),
    element("mark", "", parts[1]),
    document.createTextNode(parts[2] ?? ""),
  ];
}

function element(tag: string, name: string, text = ""): HTMLElement {
  const made = document.createElement(tag);
  if (name) made.className = name;
  made.textContent = text;
  return made;
}
