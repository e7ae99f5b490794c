// An answer under several views, of which those are offered that it can be seen in; heavy ones are fetched when chosen.
import type { Answer } from "./answer";
import { find, h, t } from "./dom";
import { places } from "./places";
import { isNumber, table } from "./table";

export type View = "table" | "chart" | "graph" | "map" | "raw";

const NAMES: Record<View, [zh: string, en: string]> = {
  table: ["表", "Table"],
  chart: ["图表", "Chart"],
  graph: ["关系图", "Graph"],
  map: ["地图", "Map"],
  raw: ["原始响应", "Raw response"],
};
/** More characters than this are not put on the screen; the downloads have all. */
const MOST_RAW = 200_000;

const TABLES = { csv: "CSV", tsv: "TSV", json: "JSON", xml: "XML" };
const GRAPHS = { ttl: "Turtle", nt: "N-Triples", rdf: "RDF/XML", jsonld: "JSON-LD", trig: "TriG", nq: "N-Quads" };

const iris = (answer: Answer): string[] =>
  answer.columns.filter((column) => answer.rows.some((row) => row[column]?.type === "uri"));

/** The views in which an answer says something. */
export function views(answer: Answer): View[] {
  if (answer.form === "yes") return ["table", "raw"];
  const numbers = answer.columns.some((column) => answer.rows.some((row) => isNumber(row[column])));
  return [
    "table",
    ...(numbers ? (["chart"] as const) : []),
    ...(answer.form === "graph" || iris(answer).length > 1 ? (["graph"] as const) : []),
    ...(places(answer).length ? (["map"] as const) : []),
    "raw",
  ];
}

async function shown(answer: Answer, view: View): Promise<Node> {
  if (view === "raw") return raw(answer);
  if (answer.form === "yes") return h("p", { class: "yes" }, answer.yes ? t("是", "Yes") : t("否", "No"));
  if (!answer.rows.length)
    return h("p", {}, t("没有结果：查询运行了，没有什么符合。", "No rows: the query ran, and nothing matches."));
  if (view === "chart") return (await import("./chart")).chart(answer);
  if (view === "graph") return (await import("./network")).network(answer);
  if (view === "map") return (await import("./map")).map(answer);
  return table(answer);
}

function raw({ raw: text, media }: Answer): HTMLElement {
  const cut = text.length > MOST_RAW;
  const more = cut
    ? [h("p", { class: "quiet" }, t("只显示开头；下载可得全部。", "Only the beginning; the downloads have all."))]
    : [];
  return h("div", {}, h("p", { class: "quiet" }, media), h("pre", { tabindex: "0" }, text.slice(0, MOST_RAW)), ...more);
}

/** Shows an answer in a view, and offers the others; `changed` is told of each choice. */
export async function show(answer: Answer, wanted: View, changed: (view: View) => void): Promise<void> {
  const offered = views(answer);
  const view = offered.includes(wanted) ? wanted : "table";
  const button = (each: View): HTMLElement =>
    h(
      "button",
      { type: "button", "aria-pressed": String(each === view), click: () => void turn(each) },
      t(...NAMES[each]),
    );
  const turn = async (to: View): Promise<void> => {
    changed(to);
    await show(answer, to, changed);
    find<HTMLElement>("#answer .views [aria-pressed=true]").focus();
  };
  find("#answer .views").replaceChildren(...offered.map(button));
  find("#answer").hidden = false;
  const place = find("#shown");
  place.dataset.view = view;
  place.replaceChildren(await shown(answer, view));
  find("#answer .downloads").replaceChildren(t("下载 ", "Download "), ...downloads(answer));
}

function downloads(answer: Answer): (Node | string)[] {
  const formats = answer.form === "graph" ? GRAPHS : answer.form === "yes" ? { json: "JSON", xml: "XML" } : TABLES;
  return Object.entries(formats).flatMap(([format, name]) => [download(answer.query, format, name), " "]);
}

/** A download is a form, so that a query of any length has one. */
function download(query: string, format: string, name: string): HTMLElement {
  const hidden = (name: string, value: string): HTMLElement => h("input", { type: "hidden", name, value });
  const address = `/sparql?${new URLSearchParams({ query, format })}`;
  if (address.length < 6000) return h("a", { href: address, download: `results.${format}` }, name);
  return h(
    "form",
    { action: "/sparql", method: "post", class: "download" },
    hidden("query", query),
    hidden("format", format),
    h("button", { class: "bare" }, name),
  );
}
