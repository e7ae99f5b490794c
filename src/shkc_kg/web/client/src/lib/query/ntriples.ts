// Reads N-Triples as this server writes them: one triple a line.
import type { Term, Triple } from "./answer";

const TERM = /<([^>]*)>|_:(\S+)|"((?:[^"\\]|\\.)*)"(?:@([\w-]+)|\^\^<([^>]*)>)?/gu;
const ESCAPES: Record<string, string> = { t: "\t", b: "\b", n: "\n", r: "\r", f: "\f" };

const unescaped = (text: string): string =>
  text.replace(/\\(?:u([\dA-F]{4})|U([\dA-F]{8})|(.))/giu, (_, short, long, other) =>
    other ? (ESCAPES[other] ?? other) : String.fromCodePoint(Number.parseInt(short ?? long, 16)),
  );

function term([, iri, blank, text, language, datatype]: RegExpMatchArray): Term {
  if (iri !== undefined) return { type: "uri", value: unescaped(iri) };
  if (blank !== undefined) return { type: "bnode", value: blank };
  const literal: Term = { type: "literal", value: unescaped(text ?? "") };
  if (language) literal["xml:lang"] = language;
  if (datatype) literal.datatype = datatype;
  return literal;
}

export function triplesOf(text: string): Triple[] {
  return text.split("\n").flatMap((line) => {
    const [subject, predicate, object] = [...line.matchAll(TERM)].map(term);
    return subject && predicate && object ? [[subject, predicate, object] as Triple] : [];
  });
}
