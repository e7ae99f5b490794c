// The page's language, and elements made in one line.
export const lang: "zh" | "en" = document.documentElement.lang.startsWith("zh") ? "zh" : "en";

export const t = (zh: string, en: string): string => (lang === "zh" ? zh : en);

type Attributes = Record<string, string | boolean | EventListener | undefined>;
type Child = Node | string;

/** An element with attributes (a function listens, `false` and nothing are left out) and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value === true) element.setAttribute(name, "");
    else if (value) element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export function find<E extends HTMLElement>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`the page lacks ${selector}`);
  return found;
}
