/** A JSON text as a value that nothing is known of; undefined when it is broken or longer than `max` units. */
export function parseJson(text: string | null | undefined, max = 2_000_000): unknown {
  if (!text || text.length > max) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What stands at a path of keys in such a value; undefined where the path ends early. */
export function atPath(value: unknown, ...keys: string[]): unknown {
  let current = value;
  for (const key of keys) {
    if (typeof current !== 'object' || current === null || !Object.hasOwn(current, key)) {
      return undefined;
    }
    current = (current as Record<string, unknown>)[key];
  }
  return current;
}

/** The value if it is text or a number, as text; null for anything else. */
export function toText(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return typeof value === 'number' ? String(value) : null;
}
