// Files that the browser makes.

/** Offers some content as a file. */
export function save(name: string, content: Blob): void {
  const way = document.createElement("a");
  way.href = URL.createObjectURL(content);
  way.download = name;
  way.click();
  setTimeout(() => URL.revokeObjectURL(way.href), 10_000);
}
