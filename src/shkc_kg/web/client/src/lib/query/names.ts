// What IRIs are called: compact, and with the names that the graph gives them.
import { lang } from "./dom";

type Named = { zh: string; en: string; page: string; kind: string };
type Counted = { iri: string; count: number; zh: string; en: string };
export type Vocabulary = { prefixes: Record<string, string>; classes: Counted[]; properties: Counted[] };

const json = async <T>(address: string, otherwise: T): Promise<T> => {
  const response = await fetch(address).catch(() => undefined);
  return response?.ok ? ((await response.json()) as T) : otherwise;
};

let asked: Promise<Vocabulary> | undefined;

/** Prefixes, classes and properties of this graph, asked for once. */
export const vocabulary = (): Promise<Vocabulary> => {
  asked ??= json<Vocabulary>("/api/vocabulary", { prefixes: {}, classes: [], properties: [] });
  return asked;
};

let prefixes: [string, string][] = [];

/** Takes up the prefixes, the longest namespace first. */
export const learnPrefixes = async (): Promise<void> => {
  prefixes = Object.entries((await vocabulary()).prefixes).sort(([, a], [, b]) => b.length - a.length);
};

const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_.\-·]*$/u;

/** `schema:location` for an IRI with a known namespace, else `undefined`; as it could stand in a query. */
export function compact(iri: string): string | undefined {
  const found = prefixes.find(([, space]) => iri.startsWith(space));
  if (!found) return undefined;
  const local = iri.slice(found[1].length);
  return PLAIN.test(local) && !local.endsWith(".") ? `${found[0]}:${local}` : undefined;
}

export const short = (iri: string): string => {
  const found = prefixes.find(([, space]) => iri.startsWith(space));
  return found ? `${found[0]}:${iri.slice(found[1].length)}` : iri;
};

const known = new Map<string, Named | undefined>();
const BATCH = 25;

/** The names of some IRIs, as far as the graph has any. */
export async function namesOf(iris: Iterable<string>): Promise<Map<string, Named | undefined>> {
  const fresh = [...new Set(iris)].filter((iri) => !known.has(iri));
  const batches = Array.from({ length: Math.ceil(fresh.length / BATCH) }, (_, n) =>
    fresh.slice(n * BATCH, (n + 1) * BATCH),
  );
  await Promise.all(
    batches.map(async (batch) => {
      const given = new URLSearchParams(batch.map((iri) => ["iri", iri]));
      const found = await json<Record<string, Named>>(`/api/names?${given}`, {});
      for (const iri of batch) known.set(iri, found[iri]);
    }),
  );
  return known;
}

export const named = (iri: string): string => {
  const found = known.get(iri);
  return (found && (lang === "zh" ? found.zh || found.en : found.en || found.zh)) || short(iri);
};

/** Where a link to an IRI leads: our own page of it where there is one, else the IRI if it is one of the web. */
export const hrefOf = (iri: string): string => known.get(iri)?.page || (/^https?:\/\//.test(iri) ? iri : "");

export const kindOf = (iri: string): string => known.get(iri)?.kind ?? "";
