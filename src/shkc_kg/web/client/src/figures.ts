// Figures without empty parameters in their address, and sentences that close on Escape or on a click elsewhere.

const form = document.querySelector<HTMLFormElement>("form.facets");

form?.addEventListener("formdata", ({ formData }) => {
  for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
});

const opened = () => document.querySelectorAll<HTMLDetailsElement>("details.proof[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const each of opened()) {
    each.open = false;
    each.querySelector("summary")?.focus();
  }
});

document.addEventListener("click", ({ target }) => {
  for (const each of opened()) if (!(target instanceof Node && each.contains(target))) each.open = false;
});

export {};
