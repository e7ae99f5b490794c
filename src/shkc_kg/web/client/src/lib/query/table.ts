// An answer as a table: sorted by a click on a column's name, a page at a time, things under their names.
import type { Answer, Row, Term } from "./answer";
import { h, lang, t } from "./dom";
import { hrefOf, kindOf, named, namesOf, short } from "./names";

const PAGE = 50;
const collator = new Intl.Collator(lang === "zh" ? "zh-Hans" : "en", { numeric: true });
const NUMERIC = /#(integer|decimal|double|float|int|long|short|byte|nonNegativeInteger|positiveInteger)$/;

export const isNumber = (term: Term | undefined): boolean => Boolean(term?.datatype && NUMERIC.test(term.datatype));

function compared(a: Term | undefined, b: Term | undefined): number {
  if (!a || !b) return Number(!a) - Number(!b);
  if (isNumber(a) && isNumber(b)) return Number(a.value) - Number(b.value);
  return collator.compare(shown(a), shown(b));
}

const shown = (term: Term): string => (term.type === "uri" ? named(term.value) : term.value);

/** A term as a reader sees it; what an IRI is stands in its title, a language where not all of its column is in it. */
function cell(term: Term | undefined, shared: string): Node {
  if (!term) return document.createTextNode("");
  if (term.type === "uri") return link(term.value);
  const language = term["xml:lang"];
  const text = h("span", language ? { lang: language === "zh" ? "zh-Hans" : language } : {}, term.value);
  const mark = language ? `@${language}` : "";
  return mark && mark !== shared ? h("span", {}, text, " ", h("small", { class: "quiet" }, mark)) : text;
}

function link(iri: string): Node {
  const href = hrefOf(iri);
  const text = named(iri);
  const zh = /\p{Script=Han}/u.test(text) && lang === "en" ? { lang: "zh-Hans" } : {};
  if (!href) return h("span", zh, text);
  const kind = kindOf(iri);
  return h("a", { href, title: short(iri), class: "thing", ...zh, ...(kind ? { "data-kind": kind } : {}) }, text);
}

export function table(answer: Answer): HTMLElement {
  let rows = answer.rows;
  let page = 0;
  let by = "";
  let down = false;
  const box = h("div", { class: "result-table" });

  const tongue = (column: string): string => {
    const found = new Set(answer.rows.map((row) => row[column]?.["xml:lang"] ?? ""));
    return found.size === 1 && !found.has("") ? `@${[...found][0]}` : "";
  };

  const sort = (column: string): void => {
    down = by === column && !down;
    by = column;
    page = 0;
    const sign = down ? -1 : 1;
    rows = answer.rows.toSorted((a, b) => sign * compared(a[column], b[column]));
    void draw().then(() => box.querySelector<HTMLElement>(`[aria-sort] button`)?.focus());
  };

  const turn = (to: number): void => {
    page = to;
    void draw().then(() => box.querySelector<HTMLElement>(".scroll")?.focus());
  };

  const draw = async (): Promise<void> => {
    const seen = rows.slice(page * PAGE, (page + 1) * PAGE);
    await namesOf(iris(seen));
    const head = answer.columns.map((column) =>
      heading(column, tongue(column), by === column, down, () => sort(column)),
    );
    const body = seen.map((row) => h("tr", {}, ...answer.columns.map((column) => data(row[column], tongue(column)))));
    const grid = h("table", {}, h("thead", {}, h("tr", {}, ...head)), h("tbody", {}, ...body));
    const scroll = h("div", {
      class: "scroll",
      tabindex: "0",
      role: "region",
      "aria-label": t("结果表", "Result table"),
    });
    scroll.append(grid);
    box.replaceChildren(scroll, ...(rows.length > PAGE ? [pager(page, rows.length, turn)] : []));
  };
  void draw();
  return box;
}

const iris = (rows: Row[]): string[] =>
  rows.flatMap((row) => Object.values(row)).flatMap((term) => (term?.type === "uri" ? [term.value] : []));

function heading(column: string, mark: string, sorted: boolean, down: boolean, click: () => void): HTMLElement {
  const arrow = h("span", { class: "arrow", "aria-hidden": "true" }, sorted ? (down ? "↓" : "↑") : "↕");
  const button = h(
    "button",
    { type: "button", class: "bare", click },
    column,
    h("small", { class: "quiet" }, mark),
    arrow,
  );
  return h("th", { scope: "col", ...(sorted ? { "aria-sort": down ? "descending" : "ascending" } : {}) }, button);
}

const data = (term: Term | undefined, mark: string): HTMLElement =>
  h("td", isNumber(term) ? { class: "number" } : {}, cell(term, mark));

function pager(page: number, length: number, turn: (to: number) => void): HTMLElement {
  const last = Math.ceil(length / PAGE) - 1;
  const to = (label: string, target: number): HTMLElement =>
    h("button", { type: "button", disabled: target < 0 || target > last, click: () => turn(target) }, label);
  const here = `${page * PAGE + 1}–${Math.min((page + 1) * PAGE, length)} / ${length}`;
  const name = { class: "pager", "aria-label": t("翻页", "Pages") };
  return h("nav", name, to(t("上一页", "Previous"), page - 1), h("span", {}, here), to(t("下一页", "Next"), page + 1));
}
