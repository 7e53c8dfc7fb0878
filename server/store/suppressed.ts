/** What was erased is remembered as HMAC alone, under a key of the team, so that it is not taken in again. */
import { createHmac, randomBytes } from 'node:crypto';
import type { Sql } from './database.ts';

/**
 * A post by its key, or an author on a site: what a lead had erased; and the words of it, which no quote brings back.
 * The other two follow from what a browser tells of records that never were taken in, and so bar nothing but what is
 * said: answers to a post that is not there, and the library's copy of an answer.
 */
export type Suppressible =
  | { postKey: string }
  | { site: string; author: string }
  | { words: string }
  | { answersTo: string }
  | { copyOf: string };

/** Remembers something for good; its HMAC. */
export async function suppress(tx: Sql, teamId: string, what: Suppressible): Promise<string> {
  const hash = toHash(await needSuppressionKey(tx, teamId), what);
  await tx.run(
    `INSERT INTO suppressed (team_id, hash, at) VALUES (?, ?, db_now())
     ON CONFLICT (team_id, hash) DO NOTHING`,
    [teamId, hash],
  );
  return hash;
}

/** Whether any of these was erased; `key` is the team's. */
export async function isSuppressed(
  sql: Sql,
  teamId: string,
  key: string | null,
  ...any: Suppressible[]
): Promise<boolean> {
  if (key === null) return false;
  for (const what of any) {
    const row = await sql.get('SELECT 1 AS known FROM suppressed WHERE team_id = ? AND hash = ?', [
      teamId,
      toHash(key, what),
    ]);
    if (row) return true;
  }
  return false;
}

/** A handle as it is compared: people write it with and without `@`, and in any case. */
export function toHandleKey(handle: string): string {
  return handle.trim().replace(/^@/, '').toLowerCase();
}

/** Words as they are compared: pages break and space them in many ways. */
export function toWordsKey(words: string): string {
  return words.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, ' ').trim();
}

/** The key of what the team had erased; null when none was needed yet. */
export async function loadSuppressionKey(sql: Sql, teamId: string): Promise<string | null> {
  const row = await sql.get('SELECT suppression_key FROM team WHERE team_id = ?', [teamId]);
  return row === null || row.suppression_key === null ? null : String(row.suppression_key);
}

/** The team's key, made when it is first needed. */
export async function needSuppressionKey(tx: Sql, teamId: string): Promise<string> {
  await tx.run(
    'UPDATE team SET suppression_key = ? WHERE team_id = ? AND suppression_key IS NULL',
    [randomBytes(32).toString('hex'), teamId],
  );
  return (await loadSuppressionKey(tx, teamId)) ?? '';
}

/** Hashes of everything that the team had erased. */
export async function listSuppressed(sql: Sql, teamId: string): Promise<Set<string>> {
  const rows = await sql.all('SELECT hash FROM suppressed WHERE team_id = ?', [teamId]);
  return new Set(rows.map(({ hash }) => String(hash)));
}

/** Gives a team the key that it has elsewhere; false when it has another one of its own. */
export async function takeOverSuppressionKey(
  tx: Sql,
  teamId: string,
  key: string,
): Promise<boolean> {
  await tx.run(
    'UPDATE team SET suppression_key = ? WHERE team_id = ? AND suppression_key IS NULL',
    [key, teamId],
  );
  return (await loadSuppressionKey(tx, teamId)) === key;
}

/** Remembers what was remembered elsewhere under the same key. */
export async function keepSuppressed(
  tx: Sql,
  teamId: string,
  rows: readonly { hash: string; at: number }[],
): Promise<void> {
  for (const { hash, at } of rows) {
    await tx.run(
      `INSERT INTO suppressed (team_id, hash, at) VALUES (?, ?, ?)
       ON CONFLICT (team_id, hash) DO NOTHING`,
      [teamId, hash, at],
    );
  }
}

/** The HMAC of something under the team's key. */
export function toHash(key: string, what: Suppressible): string {
  return createHmac('sha256', key).update(toName(what)).digest('hex');
}

function toName(what: Suppressible): string {
  if ('postKey' in what) return `post|${what.postKey}`;
  if ('answersTo' in what) return `answers|${what.answersTo}`;
  if ('copyOf' in what) return `copy|${what.copyOf}`;
  if ('words' in what) return `words|${toWordsKey(what.words)}`;
  return `author|${what.site}|${toHandleKey(what.author)}`;
}
