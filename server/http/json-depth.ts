/** How deep a body may nest; the deepest of ours has six levels. */
export const DEPTH_MAX = 12;

/**
 * Whether JSON text nests deeper than `DEPTH_MAX`, found in one pass without building anything. Of text that is not
 * JSON it says something or other.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at];
    if (isInString) {
      if (letter === '\\') at += 1;
      else if (letter === '"') isInString = false;
    } else if (letter === '"') isInString = true;
    else if (letter === '{' || letter === '[') {
      depth += 1;
      if (depth > DEPTH_MAX) return true;
    } else if (letter === '}' || letter === ']') depth -= 1;
  }
  return false;
}
