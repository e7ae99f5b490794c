// The queries that a reader ran in this browser, kept in this browser only.
const KEY = "shkc.queries";
const MOST = 50;

export type Ran = { query: string; at: string };

export function history(): Ran[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter((each) => typeof each?.query === "string") : [];
  } catch {
    return [];
  }
}

export function remember(query: string): void {
  const kept = [{ query, at: new Date().toISOString() }, ...history().filter((each) => each.query !== query)];
  try {
    localStorage.setItem(KEY, JSON.stringify(kept.slice(0, MOST)));
  } catch {
    // A browser that keeps nothing, or whose space is full, forgets; the query ran all the same.
  }
}

export const forget = (): void => localStorage.removeItem(KEY);
