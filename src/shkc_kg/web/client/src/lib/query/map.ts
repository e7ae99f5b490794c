// An answer as a map: its places at their latitude and longitude, each with its name.
import * as Plot from "@observablehq/plot";
import type { Answer } from "./answer";
import { h, t } from "./dom";
import { hrefOf, named, namesOf } from "./names";
import { places } from "./places";

export async function map(answer: Answer): Promise<HTMLElement> {
  const spots = places(answer);
  await namesOf(spots.flatMap(({ iri }) => (iri ? [iri] : [])));
  const told = spots.map((spot) => ({ ...spot, name: spot.name || (spot.iri && named(spot.iri)) }));
  const middle = told.reduce((sum, { north }) => sum + north, 0) / told.length;
  const drawing = Plot.plot({
    className: "chart-plot",
    width: 860,
    height: 560,
    inset: 40,
    // A degree of longitude is narrower than one of latitude, the more so the farther north.
    aspectRatio: 1 / Math.cos((middle * Math.PI) / 180),
    x: { label: t("经度", "Longitude"), grid: true },
    y: { label: t("纬度", "Latitude"), grid: true },
    marks: [
      Plot.dot(told, { x: "east", y: "north", r: 5, fill: "var(--region)", href: (spot) => hrefOf(spot.iri) || null }),
      Plot.text(told, { x: "east", y: "north", text: "name", dy: -12 }),
    ],
  });
  for (const style of drawing.querySelectorAll("style")) style.remove();
  drawing.setAttribute("role", "img");
  drawing.setAttribute("aria-label", t(`地图上有 ${told.length} 处`, `A map of ${told.length} places`));
  return h("div", { class: "plot" }, drawing);
}
