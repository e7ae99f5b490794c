// What every page does: search fields suggest names while one types.
import { suggest } from "./lib/suggest";

for (const input of document.querySelectorAll<HTMLInputElement>("form.search input[type=search]")) suggest(input);
