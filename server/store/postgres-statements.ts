import { createHash } from 'node:crypto';
import type { SqlValue } from './database.ts';

/** String literals, quoted names, and the parameters between them. */
const PARTS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g;
const translated = new Map<string, string>();

/** A statement with `?` as PostgreSQL wants it: `$1`, `$2` … The statements of a server are few, so all are kept. */
export function toNumbered(sql: string): string {
  const known = translated.get(sql);
  if (known !== undefined) return known;
  let count = 0;
  const text = sql.replaceAll(PARTS, (part) => (part === '?' ? `$${(count += 1)}` : part));
  translated.set(sql, text);
  return text;
}

/** A value that any column takes: PostgreSQL has no NUL in texts, and would refuse the whole statement. */
export function toStorable(value: SqlValue): SqlValue {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}

/** The number of an advisory lock. Two names that share one by accident only wait for each other. */
export function toLockNumber(name: string): bigint {
  return createHash('sha256').update(name).digest().readBigInt64BE();
}
