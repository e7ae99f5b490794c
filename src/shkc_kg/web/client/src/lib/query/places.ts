// The rows of an answer that say where something is: a latitude and a longitude, or a point in WKT.
import type { Answer, Row } from "./answer";

export type Spot = { name: string; iri: string; east: number; north: number };

const POINT = /^(?:<[^>]+>\s*)?POINT\s*\(\s*(-?[\d.]+)\s+(-?[\d.]+)\s*\)$/i;
const NORTH = /^lat(itude)?$/i;
const EAST = /^(lng|lon|long|longitude)$/i;

function spot(row: Row, columns: string[]): Omit<Spot, "name" | "iri"> | undefined {
  const value = (wanted: RegExp): number =>
    Number(row[columns.find((column) => wanted.test(column)) ?? ""]?.value ?? Number.NaN);
  const point = columns.map((column) => POINT.exec(row[column]?.value ?? "")).find(Boolean);
  const [east, north] = point ? [Number(point[1]), Number(point[2])] : [value(EAST), value(NORTH)];
  return Math.abs(north) <= 90 && Math.abs(east) <= 180 ? { east, north } : undefined;
}

export function places(answer: Answer): Spot[] {
  return answer.rows.flatMap((row) => {
    const found = spot(row, answer.columns);
    if (!found) return [];
    const terms = answer.columns.map((column) => row[column]);
    const iri = terms.find((term) => term?.type === "uri")?.value ?? "";
    const name = terms.find((term) => term?.type === "literal" && !term.datatype)?.value ?? "";
    return [{ ...found, name, iri }];
  });
}
