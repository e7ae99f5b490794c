// What the editor offers while a query is typed: classes, properties and things of this graph, under either language's name.
import { h, lang } from "./dom";
import { compact, vocabulary } from "./names";

export type Offer = { text: string; name: string; more: string };
export type Position = "class" | "property" | "thing";

const MOST = 40;

type Term = { iri: string; zh: string; en: string; count?: number };

/** The offers for what is typed at a place of a query. */
export async function offers(typed: string, position: Position, forced: boolean): Promise<Offer[]> {
  if (position === "thing") return things(typed, forced);
  const { classes, properties } = await vocabulary();
  return terms(position === "class" ? classes : properties, typed);
}

function terms(known: Term[], typed: string): Offer[] {
  const wanted = typed.replace(/^</, "").toLowerCase();
  const [prefix, local] = wanted.includes(":") ? (wanted.split(/:(.*)/s) as [string, string]) : ["", wanted];
  const ranked = known.flatMap((term) => {
    const text = compact(term.iri) ?? `<${term.iri}>`;
    const [space, name] = text.toLowerCase().split(/:(.*)/s) as [string, string | undefined];
    if (prefix && space !== prefix) return [];
    const heard = [name ?? space, term.zh, term.en.toLowerCase()];
    const rank = heard.some((each) => each.startsWith(local)) ? 0 : heard.some((each) => each.includes(local)) ? 1 : 2;
    return rank === 2 ? [] : [{ rank, offer: offer(text, term) }];
  });
  return ranked
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map((each) => each.offer);
}

const offer = (text: string, { zh, en, count }: Term): Offer => ({
  text,
  name: lang === "zh" ? zh || en : en || zh,
  more: count === undefined ? "" : count.toLocaleString(),
});

/** Things by any of their names, pinyin too; unasked only where Chinese is typed or the prefix of things. */
async function things(typed: string, forced: boolean): Promise<Offer[]> {
  const name = typed.replace(/^(id:|<)/, "");
  if (!name || !(forced || typed.startsWith("id:") || /\p{Script=Han}/u.test(name))) return [];
  const response = await fetch(`/api/search?${new URLSearchParams({ q: name.slice(0, 100), limit: "20" })}`);
  if (!response.ok) return [];
  const { results } = (await response.json()) as { results: (Term & { type: string })[] };
  return results
    .filter(({ type }) => type.startsWith("shkc:"))
    .map((each) => ({ ...offer(compact(each.iri) ?? `<${each.iri}>`, each), more: each.type }));
}

/** An offer as a line of the list. */
export function drawn(element: HTMLElement, { text, name, more }: Offer): void {
  element.append(
    h("span", { class: "offer" }, text),
    h("span", { class: "offer-name" }, name),
    h("span", { class: "offer-more" }, more),
  );
}
