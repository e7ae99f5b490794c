// The page's language, and names cut into lines: a Chinese character takes two columns.
const chinese = document.documentElement.lang.startsWith("zh");

export const t = (zh: string, en: string): string => (chinese ? zh : en);

const wide = (character: string): number => ((character.codePointAt(0) ?? 0) > 0x2e80 ? 2 : 1);

/** The pieces that a line may be broken between: words, and single Chinese characters. */
const pieces = (text: string): string[] => text.match(/[\u2e80-\u{3ffff}]|[^\s\u2e80-\u{3ffff}]+\s*|\s+/gu) ?? [];

/** A name on lines of at most so many columns; what does not fit on three is cut. */
export function wrapped(name: string, columns = 22): string[] {
  const lines: string[] = [];
  let line = "";
  let used = 0;
  for (const piece of pieces(name)) {
    const width = [...piece.trimEnd()].reduce((sum, character) => sum + wide(character), 0);
    if (line && used + width > columns) {
      lines.push(line.trimEnd());
      line = "";
      used = 0;
    }
    line += piece;
    used += [...piece].reduce((sum, character) => sum + wide(character), 0);
  }
  lines.push(line.trimEnd());
  return lines.length > 3 ? [...lines.slice(0, 2), `${lines[2]}…`] : lines;
}

/** A name on one line of at most so many columns. */
export function cut(name: string, columns = 30): string {
  let used = 0;
  let kept = "";
  for (const character of name) {
    used += wide(character);
    if (used > columns) return `${kept.trimEnd()}…`;
    kept += character;
  }
  return name;
}
