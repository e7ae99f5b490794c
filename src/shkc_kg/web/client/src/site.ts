// What every page does: a theme that follows the reader's choice lives in the markup, so nothing is needed yet.
export {};
