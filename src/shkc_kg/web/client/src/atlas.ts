// Maps in motion: a circle opens its entry in the list beside it, both light up together, and a map can be zoomed.

type View = { x: number; y: number; width: number; height: number };

const STEP = 0.7;
const CLOSEST = 12;

function zoomed(view: View, by: number, at: { x: number; y: number }): View {
  return {
    x: at.x - (at.x - view.x) * by,
    y: at.y - (at.y - view.y) * by,
    width: view.width * by,
    height: view.height * by,
  };
}

/** Keeps a view inside the whole map. */
function inside(view: View, whole: View): View {
  const width = Math.min(Math.max(view.width, whole.width / CLOSEST), whole.width);
  const height = (width * whole.height) / whole.width;
  const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), most);
  return { x: clamp(view.x, whole.width - width), y: clamp(view.y, whole.height - height), width, height };
}

function zoomable(figure: HTMLElement, svg: SVGSVGElement): void {
  const { width, height } = svg.viewBox.baseVal;
  const given = svg.getAttribute("viewBox") ?? "";
  const whole: View = { x: 0, y: 0, width, height };
  let view = whole;

  const show = (next: View): void => {
    view = inside(next, whole);
    const scale = view.width / whole.width;
    svg.setAttribute("viewBox", scale < 1 ? `${view.x} ${view.y} ${view.width} ${view.height}` : given);
    figure.classList.toggle("moved", view.width < whole.width);
    // Names and circles keep their size on the screen while the ground under them grows.
    for (const place of svg.querySelectorAll<SVGAElement>(".place")) {
      const circle = place.querySelector("circle");
      const [x, y] = [Number(circle?.getAttribute("cx")), Number(circle?.getAttribute("cy"))];
      place.setAttribute("transform", `translate(${x * (1 - scale)} ${y * (1 - scale)}) scale(${scale})`);
    }
  };
  const middle = (): { x: number; y: number } => ({ x: view.x + view.width / 2, y: view.y + view.height / 2 });
  const acts: Record<string, () => void> = {
    in: () => show(zoomed(view, STEP, middle())),
    out: () => show(zoomed(view, 1 / STEP, middle())),
    whole: () => show(whole),
  };
  for (const button of figure.querySelectorAll<HTMLElement>("[data-do]")) {
    button.addEventListener("click", () => acts[button.dataset.do ?? ""]?.());
  }
  const keys: Record<string, string> = { "+": "in", "=": "in", "-": "out", "0": "whole" };
  figure.addEventListener("keydown", (event) => {
    const act = acts[keys[event.key] ?? ""];
    if (act && !event.ctrlKey && !event.metaKey) act();
  });
  figure.addEventListener("dblclick", (event) => {
    const box = svg.getBoundingClientRect();
    const share = view.width / box.width;
    const at = { x: view.x + (event.clientX - box.x) * share, y: view.y + (event.clientY - box.y) * share };
    show(zoomed(view, STEP, at));
  });
  figure.addEventListener("pointermove", (event) => {
    if (!(event.buttons & 1) || view.width === whole.width) return;
    const share = view.width / svg.getBoundingClientRect().width;
    show({ ...view, x: view.x - event.movementX * share, y: view.y - event.movementY * share });
  });
}

function tied(figure: HTMLElement, list: HTMLElement): void {
  const entryOf = (code: string): HTMLDetailsElement | null => list.querySelector(`details[data-code="${code}"]`);
  const placeOf = (code: string): Element | null => figure.querySelector(`.place[data-code="${code}"]`);

  for (const place of figure.querySelectorAll<SVGAElement>(".place")) {
    const code = place.dataset.code ?? "";
    const hover = (here: boolean) => (): void => {
      entryOf(code)?.querySelector("summary")?.classList.toggle("hovered", here);
    };
    place.addEventListener("pointerenter", hover(true));
    place.addEventListener("pointerleave", hover(false));
    place.addEventListener("focus", hover(true));
    place.addEventListener("blur", hover(false));
    place.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      const entry = entryOf(code);
      if (!entry) return;
      for (const other of list.querySelectorAll("details")) other.open = other === entry;
      list.scrollTop = entry.offsetTop - list.offsetTop;
      if (!(event as PointerEvent).pointerType) entry.querySelector("summary")?.focus();
    });
  }
  for (const entry of list.querySelectorAll("details")) {
    entry.addEventListener("toggle", () => {
      placeOf(entry.dataset.code ?? "")?.classList.toggle("lit", entry.open);
    });
  }
}

document.body.classList.add("scripted");
for (const figure of document.querySelectorAll<HTMLElement>("[data-map]")) {
  const svg = figure.querySelector("svg");
  const list = figure.parentElement?.querySelector<HTMLElement>("[data-list]");
  const tools = figure.querySelector<HTMLElement>(".tools");
  if (!svg || !list || !tools) continue;
  tools.hidden = false;
  zoomable(figure, svg);
  tied(figure, list);
}
document.querySelector(".regions select")?.addEventListener("change", (event) => {
  (event.target as HTMLSelectElement).form?.submit();
});
