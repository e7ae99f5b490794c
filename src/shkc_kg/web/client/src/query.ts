// The query page: an editor that is fetched when the page stands, answers below it, and the examples beside it.
import { type Answer, ask, Refusal } from "./lib/query/answer";
import { find, h, lang, t } from "./lib/query/dom";
import type { Editor } from "./lib/query/editor";
import { forget, history as past, remember } from "./lib/query/history";
import { learnPrefixes } from "./lib/query/names";
import { problem, unreachable } from "./lib/query/problem";
import { show, type View } from "./lib/query/results";

const form = find<HTMLFormElement>("#ask");
const field = find<HTMLTextAreaElement>("#query");
const box = find("#editor");
const said = find("#said");
const stop = find<HTMLButtonElement>("#stop");
const permalink = find<HTMLAnchorElement>("#permalink");

let editor: Editor | undefined;
let view: View = (form.dataset.view as View | undefined) ?? "table";
let running: AbortController | undefined;
let wrong: Refusal["told"] = {};

const query = (): string => editor?.text() ?? field.value;

/** The address that brings this query and view back. */
function address(): string {
  return `/query?${new URLSearchParams({ query: query().trim(), view })}`;
}

function linked(): void {
  permalink.href = address();
}

/** The address bar follows what is shown, as far as addresses go. */
function visited(): void {
  linked();
  if (permalink.href.length < 8000) window.history.replaceState(null, "", permalink.href);
}

async function run(): Promise<void> {
  running?.abort();
  const mine = new AbortController();
  running = mine;
  const asked = query();
  busy(true);
  wrong = {};
  remember(asked);
  drawHistory();
  try {
    const answer = await ask(asked, mine.signal);
    await learnPrefixes();
    await show(answer, view, (chosen) => {
      view = chosen;
      visited();
    });
    said.replaceChildren(summary(answer));
    visited();
  } catch (error) {
    if (mine !== running) return;
    failed(error);
  } finally {
    if (mine === running) busy(false);
  }
}

function summary({ form: kind, rows, seconds }: Answer): string {
  const time = `${seconds.toLocaleString(undefined, { maximumFractionDigits: seconds < 1 ? 3 : 1 })} ${t("秒", "s")}`;
  if (kind === "yes") return time;
  const count = rows.length.toLocaleString();
  return kind === "graph"
    ? t(`${count} 条三元组，${time}`, `${count} triples, ${time}`)
    : t(`${count} 行，${time}`, `${count} rows, ${time}`);
}

function failed(error: unknown): void {
  find("#answer").hidden = true;
  if (error instanceof DOMException && error.name === "AbortError") {
    said.replaceChildren(t("已停止。", "Stopped."));
    return;
  }
  if (!(error instanceof Refusal)) {
    said.replaceChildren(unreachable());
    return;
  }
  said.replaceChildren(problem(error));
  wrong = error.told;
  marked();
}

/** Marks the place that the server named, once there is an editor to mark it in. */
function marked(): void {
  const { line, column, detail } = wrong;
  if (line && column) editor?.mark(line, column, detail ?? "");
}

function busy(now: boolean): void {
  stop.hidden = !now;
  form.toggleAttribute("aria-busy", now);
  if (now) said.replaceChildren(t("正在查询…", "Asking…"));
}

function drawHistory(): void {
  const ran = past();
  const list = find("#history ol");
  const put = (text: string) => () => {
    if (editor) editor.put(text);
    else field.value = text;
    linked();
  };
  const when = new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", { dateStyle: "short", timeStyle: "short" });
  const item = ({ query: text, at }: { query: string; at: string }): HTMLElement => {
    const button = h(
      "button",
      { type: "button", class: "bare", click: put(text) },
      text.trim().replace(/\s+/g, " ").slice(0, 160),
    );
    return h("li", {}, button, " ", h("small", { class: "quiet" }, when.format(new Date(at))));
  };
  list.replaceChildren(...ran.map(item));
  find("#history").hidden = ran.length === 0;
}

/** Examples whose name, words or tags hold what is typed. */
function narrowed(text: string): void {
  const wanted = text.trim().toLowerCase();
  let some = false;
  for (const topic of document.querySelectorAll<HTMLDetailsElement>(".topic")) {
    const items = [...topic.querySelectorAll<HTMLElement>("li")];
    for (const item of items) item.hidden = !item.dataset.words?.toLowerCase().includes(wanted);
    topic.hidden = items.every((item) => item.hidden);
    if (wanted) topic.open = !topic.hidden;
    some ||= !topic.hidden;
  }
  find(".questions .none").hidden = some;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  void run();
});
field.addEventListener("input", linked);
field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void run();
});
stop.addEventListener("click", () => running?.abort());
find("#history button").addEventListener("click", () => {
  forget();
  drawHistory();
});

find("form .plain").hidden = true;
find(".keys").hidden = false;
permalink.hidden = false;
const search = document.querySelector<HTMLInputElement>("#find");
if (search?.parentElement) {
  search.parentElement.hidden = false;
  search.addEventListener("input", () => narrowed(search.value));
}
linked();
drawHistory();
if (form.dataset.view) void run();

const { opened } = await import("./lib/query/editor");
editor = opened(field, box, () => void run(), linked);
marked();
