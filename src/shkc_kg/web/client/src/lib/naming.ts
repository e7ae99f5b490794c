// Names for what is being typed, from the server's own search.
import { t } from "./words";

/** Suggests names for what is typed. */
export async function suggest(event: Event): Promise<void> {
  const typed = (event.target as HTMLInputElement).value.trim();
  if (!typed || !(event.target as HTMLElement).matches("[list=names]")) return;
  const answer = await fetch(`/api/search?${new URLSearchParams({ q: typed, limit: "10" })}`);
  if (!answer.ok) return;
  const { results }: { results: { zh: string; en: string; name: string }[] } = await answer.json();
  document.getElementById("names")?.replaceChildren(
    ...results.map((found) => {
      const option = document.createElement("option");
      option.value = t(found.zh, found.en || found.zh);
      if (found.name !== option.value) option.label = `${option.value} · ${found.name}`;
      return option;
    }),
  );
}
