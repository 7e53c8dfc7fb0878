/** A snippet is asked for by its name behind a slash. `from`: where the slash stands. */
export interface Slash {
  from: number;
  query: string;
}

// A slash at the beginning of a word: neither “and/or” nor an address.
const SLASH = /(?<=^|\s)\/(?<query>\p{L}[\p{L}\p{M}\p{N}'’-]{0,30})$/u;
const LOOKED_AT = 40;

/** The snippet that is being asked for at the caret; null where none is. */
export function findSlash(text: string, caret: number): Slash | null {
  const start = Math.max(0, caret - LOOKED_AT);
  const found = SLASH.exec(text.slice(start, caret));
  const query = found?.groups?.['query'];
  // What was cut off may have been the word that the slash stands in.
  if (!found || query === undefined || (start > 0 && found.index === 0)) return null;
  return { from: start + found.index, query };
}
