import type { Answer } from './test-device.ts';

/** Ids, marks, tokens, epochs, hashes. */
const RANDOM = /^(?:[\da-f]{64}|[\w-]{11}|[\w-]{16}|[\w-]{36}|[\w-]{16}\.[\w-]{43})$/;
/** Lists whose order is that of random ids, where a clock that stands still tells no other. */
const UNORDERED = new Set(['rows', 'devices', 'entries', 'members']);

/**
 * Makes answers of two runs comparable, byte by byte: everything random has the number of its appearance for a name.
 * One comparer for each run; what it is shown first is numbered first.
 */
export function createComparer(): (answer: Partial<Answer>) => string {
  const names = new Map<string, string>();
  function name(text: string): string {
    if (!RANDOM.test(text)) return text;
    const known = names.get(text) ?? `random ${names.size}`;
    names.set(text, known);
    return known;
  }
  function walk(value: unknown): unknown {
    if (typeof value === 'string') return name(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    const parts = Object.entries(value).map(([key, part]) => [
      key,
      UNORDERED.has(key) && Array.isArray(part) ? sortRows(part) : walk(part),
    ]);
    return Object.fromEntries(parts);
  }
  /** By what is not random in them, and only then named. */
  function sortRows(rows: readonly unknown[]): unknown[] {
    const blind = (_: string, part: unknown) =>
      typeof part === 'string' && RANDOM.test(part) ? (names.get(part) ?? '') : part;
    return rows
      .map((row) => ({ row, order: JSON.stringify(row, blind) }))
      .sort((a, b) => (a.order < b.order ? -1 : 1))
      .map(({ row }) => walk(row));
  }
  return ({ status, body, headers }) => {
    const kept = [...(headers ?? [])].filter(([header]) => header !== 'date');
    return JSON.stringify([status, walk(body), kept]);
  };
}
