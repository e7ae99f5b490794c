// An answer as a chart: bars by a name, or a line over time, from the columns that suit; others can be chosen.
import * as Plot from "@observablehq/plot";
import type { Answer, Row } from "./answer";
import { h, t } from "./dom";
import { named, namesOf } from "./names";
import { isNumber } from "./table";

const DATE = /^\d{4}(-\d\d){0,2}$/;
const MOST = 60;

const held = (answer: Answer, column: string): Row[] => answer.rows.filter((row) => row[column]);

const numeric = (answer: Answer, column: string): boolean =>
  held(answer, column).length > 0 && held(answer, column).every((row) => isNumber(row[column]));

const dated = (answer: Answer, column: string): boolean =>
  held(answer, column).length > 0 && held(answer, column).every((row) => DATE.test(row[column]?.value ?? ""));

const variety = (answer: Answer, column: string): number => new Set(answer.rows.map((row) => row[column]?.value)).size;

/** The columns that a chart can show: what is measured, and what it is measured of; nothing where none is a number. */
export function measures(answer: Answer): string[] {
  return answer.columns.filter((column) => numeric(answer, column) && !dated(answer, column));
}

export async function chart(answer: Answer): Promise<HTMLElement> {
  const values = measures(answer);
  const others = answer.columns.filter((column) => !values.includes(column));
  const times = others.filter((column) => dated(answer, column) && variety(answer, column) > 2);
  await namesOf(answer.rows.flatMap((row) => others.flatMap((o) => (row[o]?.type === "uri" ? [row[o].value] : []))));
  const place = h("div", { class: "plot" });
  const x = choice(t("按", "By"), others.length ? others : answer.columns, () => draw());
  const y = choice(t("数值", "Value"), values, () => draw());
  x.value = times[0] ?? others.toSorted((a, b) => variety(answer, b) - variety(answer, a))[0] ?? x.value;

  const draw = (): void => place.replaceChildren(plot(answer, x.value, y.value, times.includes(x.value)));
  draw();
  return h("div", {}, h("p", { class: "axes" }, wrapped(x), wrapped(y)), place);
}

const wrapped = (select: HTMLSelectElement): HTMLElement => h("label", {}, `${select.title} `, select);

function choice(title: string, columns: string[], change: () => void): HTMLSelectElement {
  return h("select", { title, change }, ...columns.map((column) => h("option", {}, column)));
}

const label = (row: Row, column: string): string => {
  const term = row[column];
  return term?.type === "uri" ? named(term.value) : (term?.value ?? "");
};

function plot(answer: Answer, x: string, y: string, timed: boolean): Element {
  const rows = held(answer, y).map((row) => ({ x: label(row, x), y: Number(row[y]?.value) }));
  return timed ? line(rows, x, y) : bars(rows, y);
}

type Point = { x: string; y: number };

const options = { className: "chart-plot", style: { background: "none", fontSize: "13px" } };

function line(rows: Point[], x: string, y: string): Element {
  const points = rows.map((row) => ({ ...row, x: new Date(row.x) })).sort((a, b) => Number(a.x) - Number(b.x));
  const marks = [
    Plot.ruleY([0]),
    Plot.line(points, { x: "x", y: "y", stroke: "var(--number)", strokeWidth: 2 }),
    Plot.dot(points, { x: "x", y: "y", fill: "var(--number)", tip: true }),
  ];
  return bare(
    Plot.plot({ ...options, width: 860, x: { label: x, type: "utc" }, y: { label: y, grid: true, zero: true }, marks }),
  );
}

function bars(rows: Point[], y: string): Element {
  const shown = rows.slice(0, MOST).map((row, order) => ({ ...row, key: `${order}` }));
  const cut = (key: string): string => ellipsis(shown[Number(key)]?.x ?? "");
  const marks = [
    Plot.barX(shown, { x: "y", y: "key", fill: "var(--number)" }),
    Plot.text(shown, { x: "y", y: "key", text: (row: Point) => row.y.toLocaleString(), textAnchor: "start", dx: 4 }),
    Plot.ruleX([0]),
  ];
  const size = { width: 860, height: 60 + shown.length * 24, marginLeft: 250, marginRight: 70 };
  const axes = { x: { label: y, grid: true }, y: { type: "band" as const, label: null, tickFormat: cut, tickSize: 0 } };
  const drawn = bare(Plot.plot({ ...options, ...size, ...axes, marks }));
  if (rows.length <= MOST) return drawn;
  return h(
    "div",
    {},
    drawn,
    h("p", { class: "quiet" }, t(`前 ${MOST} 个，共 ${rows.length} 个`, `The first ${MOST} of ${rows.length}`)),
  );
}

const ellipsis = (text: string): string =>
  text.length > 20 && /\p{Script=Han}/u.test(text) ? `${text.slice(0, 19)}…` : text.slice(0, 36);

/** The drawing without its style element, which the page's policy forbids; query.css has these rules. */
function bare(drawing: Element): Element {
  for (const style of drawing.querySelectorAll("style")) style.remove();
  drawing.setAttribute("role", "img");
  drawing.setAttribute(
    "aria-label",
    t("结果的图，与表中数值相同", "Chart of the results; the table has the same values"),
  );
  return drawing;
}
