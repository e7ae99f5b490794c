"use strict";
// The network as it was laid out when the page was made: moved, searched, filtered and asked for its sentences here.
const data = JSON.parse(document.getElementById("data").textContent);
const words = {
  zh: { other: "English", counts: (n, e) => `${n} 个节点，${e} 条关系`, ties: "关系", none: "背景知识，报告视为已知", hint: "点击节点，看它的关系及其原句。" },
  en: { other: "中文", counts: (n, e) => `${n} nodes, ${e} ties`, ties: "Ties", none: "background that the report takes for granted", hint: "Click a node for its ties and the sentences that state them." },
};
const svg = document.getElementById("sheet"), world = document.getElementById("world");
const card = document.getElementById("card"), legend = document.getElementById("legend");
let tongue = data.lang, chosen = null, view = { x: 0, y: 0, k: 1 };
const hidden = new Set();
const nodes = new Map(data.nodes.map((node) => [node.id, node]));
const near = new Map(data.nodes.map((node) => [node.id, new Set([node.id])]));
for (const tie of data.edges) { near.get(tie.source).add(tie.target); near.get(tie.target).add(tie.source); }

function make(tag, attributes = {}, text = "") {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  if (text) made.textContent = text;
  return made;
}
function html(tag, text = "", attributes = {}) {
  const made = document.createElement(tag);
  made.textContent = text;
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}
const label = (thing) => thing["label_" + tongue];

for (const tie of data.edges) {
  tie.drawn = make("path", { class: "tie", "stroke-width": 0.6 + 0.5 * Math.sqrt(tie.weight) });
  if (data.directed && !tie.symmetric) tie.drawn.setAttribute("marker-end", "url(#arrow)");
  world.append(tie.drawn);
}
for (const node of data.nodes) {
  const drawn = make("g", { class: "node", tabindex: 0, role: "button" });
  drawn.append(make("circle", { r: node.r, fill: node.colour }), make("text"), make("title"));
  drawn.addEventListener("pointerdown", (event) => grab(event, node));
  drawn.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") choose(node.id); });
  node.drawn = drawn;
  world.append(drawn);
}

function place() {
  for (const tie of data.edges) {
    const a = nodes.get(tie.source), b = nodes.get(tie.target);
    const dx = b.x - a.x, dy = b.y - a.y, far = Math.hypot(dx, dy) || 1, end = (far - b.r - 1) / far;
    const bend = tie.bend * 14, mx = (a.x + b.x) / 2 - (dy / far) * bend, my = (a.y + b.y) / 2 + (dx / far) * bend;
    tie.drawn.setAttribute("d", `M${a.x} ${a.y}Q${mx} ${my} ${a.x + dx * end} ${a.y + dy * end}`);
  }
  for (const node of data.nodes) node.drawn.setAttribute("transform", `translate(${node.x} ${node.y})`);
}
function move() {
  world.setAttribute("transform", `translate(${view.x} ${view.y}) scale(${view.k})`);
  name();
}
// Names keep their size on the screen, and are shifted inwards at its sides; where two would overlap, the one of the
// larger node stays.
function name() {
  const taken = [], size = 12, wide = svg.getBoundingClientRect().width;
  const order = data.nodes.filter((n) => !hidden.has(n.kind)).sort((a, b) => (b.id === chosen) - (a.id === chosen) || b.r - a.r);
  for (const node of order) {
    const text = node.drawn.querySelector("text"), width = [...label(node)].reduce((sum, c) => sum + (c > "\u2e80" ? size : size * 0.55), 0);
    const at = node.x * view.k + view.x, seen = at > 0 && at < wide;
    const shift = seen ? Math.max(0, width / 2 + 4 - at) - Math.max(0, at + width / 2 + 4 - wide) : 0;
    const x = node.x * view.k + shift, y = (node.y + node.r) * view.k + size, box = [x - width / 2, y - size, x + width / 2, y + 3];
    const clash = taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3]);
    text.classList.toggle("away", clash);
    if (clash) continue;
    taken.push(box);
    text.setAttribute("font-size", size / view.k);
    text.setAttribute("x", shift / view.k);
    text.setAttribute("y", node.r + size / view.k);
    text.style.strokeWidth = `${3 / view.k}px`;
  }
}
function whole() {
  const xs = data.nodes.map((n) => n.x), ys = data.nodes.map((n) => n.y), box = svg.getBoundingClientRect();
  if (!xs.length) return;
  const left = Math.min(...xs) - 60, top = Math.min(...ys) - 30, wide = Math.max(...xs) + 60 - left, high = Math.max(...ys) + 40 - top;
  view.k = Math.min(box.width / wide, box.height / high, 2);
  view.x = (box.width - wide * view.k) / 2 - left * view.k;
  view.y = (box.height - high * view.k) / 2 - top * view.k;
  move();
}
function show() {
  const lit = chosen && near.get(chosen), wanted = document.getElementById("search").value.trim().toLowerCase();
  const matches = (node) => wanted && [node.label_zh, node.label_en, node.id].some((name) => name.toLowerCase().includes(wanted));
  for (const node of data.nodes) {
    node.drawn.classList.toggle("dim", Boolean(lit) && !lit.has(node.id));
    node.drawn.classList.toggle("chosen", node.id === chosen);
    node.drawn.classList.toggle("found", Boolean(matches(node)));
    node.drawn.classList.toggle("away", hidden.has(node.kind));
    node.drawn.querySelector("text").textContent = label(node);
    node.drawn.querySelector("title").textContent = label(node);
    node.drawn.setAttribute("aria-label", label(node));
  }
  for (const tie of data.edges) {
    tie.drawn.classList.toggle("dim", Boolean(lit) && tie.source !== chosen && tie.target !== chosen);
    tie.drawn.classList.toggle("away", hidden.has(nodes.get(tie.source).kind) || hidden.has(nodes.get(tie.target).kind));
  }
  document.documentElement.lang = tongue;
  document.getElementById("counts").textContent = words[tongue].counts(data.nodes.length, data.edges.length);
  document.getElementById("tongue").textContent = words[tongue].other;
  explain();
  key();
  name();
}
function key() {
  legend.replaceChildren(...data.kinds.map((kind) => {
    const item = html("li"), button = html("button", "", { type: "button", "aria-pressed": String(!hidden.has(kind.id)) });
    button.append(html("span", "", { class: "dot", style: `background:${kind.colour}` }), label(kind));
    button.addEventListener("click", () => { if (!hidden.delete(kind.id)) hidden.add(kind.id); show(); });
    item.append(button);
    return item;
  }));
}
function explain() {
  card.replaceChildren();
  if (!chosen) { card.append(html("p", words[tongue].hint, { class: "soft" })); return; }
  const node = nodes.get(chosen), list = html("ul");
  card.append(html("h2", label(node)), html("p", node["class_" + tongue], { class: "soft" }));
  const link = html("a", node.iri, { href: node.iri });
  card.append(link, html("h2", words[tongue].ties), list);
  for (const tie of data.edges.filter((one) => one.source === chosen || one.target === chosen)) list.append(row(tie));
}
function row(tie) {
  const item = html("li"), out = tie.source === chosen, other = nodes.get(out ? tie.target : tie.source);
  const name = html("button", label(other), { type: "button", class: "link" });
  name.addEventListener("click", () => choose(other.id));
  const arrow = !data.directed || tie.symmetric ? " — " : out ? " → " : " ← ";
  item.append(html("span", label(tie) + arrow, { class: "soft" }), name);
  const said = tie.passages.filter((passage) => passage in data.sentences);
  for (const passage of said) {
    const quote = html("blockquote");
    quote.append(html("a", data.sentences[passage], { href: passage, lang: "zh" }));
    item.append(quote);
  }
  if (!said.length) item.append(html("blockquote", words[tongue].none));
  return item;
}
function choose(id) { chosen = chosen === id ? null : id; show(); }

function grab(event, node) {
  event.stopPropagation();
  const start = { x: event.clientX, y: event.clientY, nx: node.x, ny: node.y };
  let moved = false;
  follow((now) => {
    moved ||= Math.hypot(now.clientX - start.x, now.clientY - start.y) > 3;
    node.x = start.nx + (now.clientX - start.x) / view.k;
    node.y = start.ny + (now.clientY - start.y) / view.k;
    place();
    name();
  }, () => { if (!moved) choose(node.id); });
}
function follow(moving, done) {
  const stop = () => { window.removeEventListener("pointermove", moving); done(); };
  window.addEventListener("pointermove", moving);
  window.addEventListener("pointerup", stop, { once: true });
}
svg.addEventListener("pointerdown", (event) => {
  const start = { x: event.clientX - view.x, y: event.clientY - view.y };
  follow((now) => { view.x = now.clientX - start.x; view.y = now.clientY - start.y; move(); }, () => {});
});
svg.addEventListener("wheel", (event) => {
  event.preventDefault();
  const box = svg.getBoundingClientRect(), by = Math.exp(-event.deltaY / 400);
  const k = Math.min(Math.max(view.k * by, 0.1), 8), x = event.clientX - box.left, y = event.clientY - box.top;
  view.x = x - ((x - view.x) * k) / view.k;
  view.y = y - ((y - view.y) * k) / view.k;
  view.k = k;
  move();
}, { passive: false });
document.getElementById("search").addEventListener("input", show);
document.getElementById("whole").addEventListener("click", whole);
document.getElementById("tongue").addEventListener("click", () => { tongue = tongue === "zh" ? "en" : "zh"; show(); });
window.addEventListener("resize", whole);
place();
show();
whole();
