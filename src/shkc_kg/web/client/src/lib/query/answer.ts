// A query's answer: a table, yes or no, or triples; a refusal is an error of its own, told as the server told it.
import { triplesOf } from "./ntriples";

export type Term = { type: string; value: string; datatype?: string; "xml:lang"?: string };
export type Row = Record<string, Term | undefined>;
export type Triple = [Term, Term, Term];

export type Answer = {
  query: string;
  form: "table" | "graph" | "yes";
  columns: string[];
  rows: Row[];
  yes: boolean;
  raw: string;
  media: string;
  seconds: number;
};

type Told = { type?: string; title?: string; detail?: string; status?: number; line?: number; column?: number };

/** What the server answered instead of data (RFC 9457); `code` is the last part of the problem's type. */
export class Refusal extends Error {
  readonly code: string;
  readonly told: Told;
  readonly retry: number;

  constructor(told: Told, retry: number) {
    super(told.detail ?? told.title ?? "");
    this.code = (told.type ?? "").split("#")[1] ?? "";
    this.told = told;
    this.retry = retry;
  }
}

const ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9";
/** Longer addresses than this go as a form. */
const LONGEST = 6000;

function request(query: string): [string, RequestInit] {
  const form = new URLSearchParams({ query });
  const address = `/sparql?${form}`;
  return address.length < LONGEST ? [address, {}] : ["/sparql", { method: "POST", body: form }];
}

export async function ask(query: string, signal: AbortSignal): Promise<Answer> {
  const started = performance.now();
  const [address, how] = request(query);
  const response = await fetch(address, { ...how, headers: { accept: ACCEPT }, signal });
  const raw = await response.text();
  if (!response.ok) throw refusal(response, raw);
  const media = (response.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const seconds = (performance.now() - started) / 1000;
  const common = { query, raw, media, seconds };
  if (media === "application/n-triples") return { ...common, ...asTable(triplesOf(raw)) };
  return { ...common, ...fromResults(JSON.parse(raw)) };
}

function refusal(response: Response, raw: string): Refusal {
  const retry = Number(response.headers.get("retry-after")) || 0;
  try {
    return new Refusal(JSON.parse(raw) as Told, retry);
  } catch {
    return new Refusal(
      { title: `HTTP ${response.status}`, detail: response.statusText, status: response.status },
      retry,
    );
  }
}

type Results = { head: { vars?: string[] }; boolean?: boolean; results?: { bindings: Row[] } };

function fromResults(told: Results): Pick<Answer, "form" | "columns" | "rows" | "yes"> {
  if (told.boolean !== undefined) return { form: "yes", columns: [], rows: [], yes: told.boolean };
  return { form: "table", columns: told.head.vars ?? [], rows: told.results?.bindings ?? [], yes: false };
}

function asTable(triples: Triple[]): Pick<Answer, "form" | "columns" | "rows" | "yes"> {
  const rows = triples.map(([subject, predicate, object]) => ({ subject, predicate, object }));
  return { form: "graph", columns: ["subject", "predicate", "object"], rows, yes: false };
}
