// A refusal as a reader sees it: what it is, what the server said, and what to do.
import type { Refusal } from "./answer";
import { h, t } from "./dom";

type Words = [zh: string, en: string];
type Advice = { title: Words; todo: Words };

const narrow: Words = ["缩小范围，或加上 LIMIT。", "Narrow it, or add a LIMIT."];
const again: Words = ["稍等几秒再运行一次。", "Wait some seconds and run it again."];

const ADVICE: Record<string, Advice> = {
  "malformed-query": {
    title: ["语句有误", "Malformed query"],
    todo: ["改正标出的地方。", "Mend the place that is marked."],
  },
  service: {
    title: ["不转发 SERVICE", "SERVICE is refused"],
    todo: [
      "在自己的电脑上运行联邦查询，把本站作为其中一个端点。",
      "Run the federated query on your own machine, with this server as one of its endpoints.",
    ],
  },
  "service-unknown": {
    title: ["不转发给这个服务", "This SERVICE is refused"],
    todo: ["在自己的电脑上运行联邦查询。", "Run the federated query on your own machine."],
  },
  update: {
    title: ["只读，不接受更新", "Updates are refused"],
    todo: ["用 SELECT、ASK、CONSTRUCT 或 DESCRIBE。", "Use SELECT, ASK, CONSTRUCT or DESCRIBE."],
  },
  deadline: { title: ["超时：没有算完", "Time is up: not finished"], todo: narrow },
  "out-of-memory": { title: ["内存不足：没有算完", "Out of memory: not finished"], todo: narrow },
  "too-many-rows": {
    title: ["行数太多", "Too many rows"],
    todo: ["加上 LIMIT 和 OFFSET 分批取，或下载整个数据集。", "Add LIMIT and OFFSET, or download the whole dataset."],
  },
  "too-large": {
    title: ["结果太大", "Answer too large"],
    todo: ["加上 LIMIT 和 OFFSET 分批取，或下载整个数据集。", "Add LIMIT and OFFSET, or download the whole dataset."],
  },
  rate: { title: ["查询太频繁", "Too many queries"], todo: again },
  busy: { title: ["服务器正忙", "The server is busy"], todo: again },
  stopping: { title: ["服务器正在停止", "The server is being stopped"], todo: again },
  "worker-lost": { title: ["查询被中断", "The query was interrupted"], todo: again },
  nesting: { title: ["嵌套太深", "Nested too deeply"], todo: ["拆成几个查询。", "Split it into several queries."] },
  "too-complex": {
    title: ["查询太复杂", "Query too complex"],
    todo: ["拆成几个查询。", "Split it into several queries."],
  },
  evaluation: {
    title: ["无法求值", "Can't be evaluated"],
    todo: ["看看服务器的说明，改写这一处。", "See what the server says, and rewrite that place."],
  },
  "content-too-large": { title: ["查询太长", "Query too long"], todo: ["缩短查询。", "Shorten it."] },
};

export function problem(refusal: Refusal): HTMLElement {
  const { told, code, retry } = refusal;
  const advice = ADVICE[code];
  const title = advice ? t(...advice.title) : (told.title ?? t("没有得到答案", "No answer"));
  const seconds = retry ? t(`（${retry} 秒后）`, ` (after ${retry} s)`) : "";
  const place = told.line ? t(`（第 ${told.line} 行第 ${told.column} 列）`, "") : "";
  const status = told.status ? h("code", {}, `${told.status} ${code}`) : "";
  return h(
    "div",
    { class: "problem", role: "alert" },
    h("p", {}, h("strong", {}, title), " ", status),
    ...(told.detail ? [h("p", { lang: "en", class: "detail" }, told.detail)] : []),
    ...(advice ? [h("p", {}, t(...advice.todo), place, seconds)] : []),
  );
}

/** What is shown where the server could not be reached at all. */
export const unreachable = (): HTMLElement =>
  h(
    "div",
    { class: "problem", role: "alert" },
    h("p", {}, h("strong", {}, t("连不上服务器", "The server can't be reached"))),
    h("p", {}, t(...again)),
  );
