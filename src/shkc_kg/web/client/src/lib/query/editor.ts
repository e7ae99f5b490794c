// The editor: YASQE in place of the text field, with our own completion, and errors marked where the server found them.
import Yasqe from "@zazuko/yasqe";
import { drawn, type Offer, offers, type Position } from "./completion";
import { learnPrefixes } from "./names";

export type Editor = {
  text: () => string;
  put: (query: string) => void;
  mark: (line: number, column: number, title: string) => void;
  focus: () => void;
};

type Place = { line: number; ch: number };
type Token = {
  string: string;
  start: number;
  end: number;
  type?: string | null;
  state: { possibleCurrent: string[]; lastProperty: string };
};
type Hint = { text: string; displayText?: string; render?: (element: HTMLElement) => void };
type Mark = { clear: () => void };

/** What is used of YASQE, which is a CodeMirror 5. */
type Yasqed = {
  getValue: () => string;
  setValue: (text: string) => void;
  getCompleteToken: () => Token;
  getPreviousNonWsToken: (line: number, token: Token) => Token;
  autocomplete: (unasked?: boolean) => void;
  getDoc: () => { getCursor: () => Place; setCursor: (place: Place) => void };
  getTokenAt: (place: Place) => Token;
  getLine: (line: number) => string;
  markText: (from: Place, to: Place, options: object) => Mark;
  on: (event: string, run: () => void) => void;
  focus: () => void;
  getInputField: () => HTMLElement;
  getWrapperElement: () => HTMLElement;
};

let forced = false;
let offered: Offer[] = [];

const completer = {
  name: "graph",
  bulk: false,
  autoShow: true,
  isValidCompletionPosition: (yasqe: Yasqed): boolean => position(yasqe) !== undefined,
  get: async (yasqe: Yasqed, token: Token): Promise<string[]> => {
    const here = position(yasqe);
    offered = here ? await offers(token.string.trim(), here, forced) : [];
    return offered.map((offer) => offer.text);
  },
  postprocessHints: (_: Yasqed, hints: Hint[]): Hint[] =>
    hints.map((hint, order) => ({ ...hint, render: (element) => drawn(element, offered[order] as Offer) })),
};

/** What may stand where the cursor is; nothing within variables, text and remarks. */
function position(yasqe: Yasqed): Position | undefined {
  const token = yasqe.getCompleteToken();
  const typed = token.string.trim();
  if (/^[?$"'#]/.test(typed) || token.type === "string" || token.type === "comment") return undefined;
  const before = yasqe.getPreviousNonWsToken(yasqe.getDoc().getCursor().line, token);
  if (/^(a|rdf:type)$/.test(before.string.trim())) return typed || forced ? "class" : undefined;
  if (!typed && !forced) return undefined;
  if (token.state.possibleCurrent.includes("a")) return "property";
  return forced || /^(id:.|<)/.test(typed) || /\p{Script=Han}/u.test(typed) ? "thing" : undefined;
}

/** Puts the editor in the place of a text field; `run` is what Ctrl-Enter does, Escape leads on to what follows. */
export function opened(field: HTMLTextAreaElement, box: HTMLElement, run: () => void, changed: () => void): Editor {
  void learnPrefixes();
  Yasqe.registerAutocompleter(completer as never, false);
  const had = document.activeElement === field;
  field.hidden = true;
  const yasqe = new Yasqe(box, options(field.value.trimEnd(), run) as never) as unknown as Yasqed;
  const input = yasqe.getInputField();
  input.setAttribute("aria-label", document.querySelector("label[for=query]")?.textContent ?? "SPARQL");
  input.setAttribute("aria-describedby", "leave");
  let mark: Mark | undefined;
  yasqe.on("change", () => {
    mark?.clear();
    field.value = yasqe.getValue();
    changed();
  });
  if (had) yasqe.focus();
  return {
    text: () => yasqe.getValue(),
    put: (query) => yasqe.setValue(query),
    focus: () => yasqe.focus(),
    mark: (line, column, title) => {
      mark?.clear();
      mark = marked(yasqe, line - 1, column - 1, title);
    },
  };
}

function marked(yasqe: Yasqed, line: number, ch: number, title: string): Mark {
  const text = yasqe.getLine(line) ?? "";
  // At the end of a line there is nothing to mark but what stands before.
  const at = ch < text.length ? ch : Math.max(0, text.trimEnd().length - 1);
  const end = Math.max(at + 1, yasqe.getTokenAt({ line, ch: at + 1 }).end);
  yasqe.getDoc().setCursor({ line, ch: at });
  return yasqe.markText({ line, ch: at }, { line, ch: end }, { className: "squiggle", attributes: { title } });
}

function options(value: string, run: () => void): object {
  // What stands next after the editor takes the focus, so that Tab goes on from there.
  const leave = (): void => document.getElementById("leave")?.focus();
  const complete = (yasqe: Yasqed): void => {
    forced = true;
    yasqe.autocomplete();
    setTimeout(() => {
      forced = false;
    }, 500);
  };
  return {
    value,
    collapsePrefixesOnLoad: true,
    persistenceId: null,
    consumeShareLink: null,
    createShareableLink: null,
    showQueryButton: false,
    resizeable: false,
    syntaxErrorCheck: false,
    editorHeight: "auto",
    viewportMargin: Number.POSITIVE_INFINITY,
    autocompleters: ["variables", "graph"],
    extraKeys: { "Ctrl-Enter": run, "Cmd-Enter": run, "Ctrl-Space": complete, "Ctrl-S": () => undefined, Esc: leave },
  };
}
