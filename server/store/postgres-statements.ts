import { createHash } from 'node:crypto';
import type { SqlValue } from './database.ts';

/** String literals, quoted names, and the parameters between them. */
const PARTS = /'(?:[^']|'')*'|"(?:[^"]|"")*"|\?/g;
/** The statements of a server are few, so all are kept. */
const prepared = new Map<string, { name?: string; text: string }>();

/** A statement with `?` as PostgreSQL wants it: `$1`, `$2` … */
export function toNumbered(sql: string): string {
  let count = 0;
  return sql.replaceAll(PARTS, (part) => (part === '?' ? `$${(count += 1)}` : part));
}

/**
 * A statement as the driver takes it. One with parameters has a name, under which each connection keeps it parsed;
 * others are migrations and the like, which run once.
 */
export function toPrepared(sql: string): { name?: string; text: string } {
  const known = prepared.get(sql);
  if (known) return known;
  const text = toNumbered(sql);
  const statement = text === sql ? { text } : { name: `s${prepared.size}`, text };
  prepared.set(sql, statement);
  return statement;
}

/** A value that any column takes: PostgreSQL has no NUL in texts, and would refuse the whole statement. */
export function toStorable(value: SqlValue): SqlValue {
  return typeof value === 'string' ? value.replaceAll('\0', '\uFFFD') : value;
}

/** The number of an advisory lock. Two names that share one by accident only wait for each other. */
export function toLockNumber(name: string): bigint {
  return createHash('sha256').update(name).digest().readBigInt64BE();
}
