import { insertRows, readTable, tables } from '../backup/tables.ts';
import type { Database, Row, SqlValue } from '../store/database.ts';
import type { StoreKind } from './on-each-store.ts';

/** In every text of the twin. */
export const TWIN_CANARY = 'canary-of-the-twin';
/** Stands before every other team in the order of ids. */
const TWIN_ID = '!twin';
const YEAR_MS = 365 * 24 * 60 * 60_000;

/** What the twin has instead, by column: nothing of it may ever show, nothing of it may ever change. */
const otherwise: Record<string, (value: SqlValue) => SqlValue> = {
  team_id: () => TWIN_ID,
  name: () => TWIN_CANARY,
  epoch: () => 'epoch-of-the-twin',
  mark: () => TWIN_CANARY,
  body: toCanary,
  post: toCanary,
  match: toCanary,
  role: () => 'owner',
  outcome_reason: () => TWIN_CANARY,
  claim_note: () => TWIN_CANARY,
  retention_days: () => 365,
  suppression_key: () => 'another key',
  refusal: () => JSON.stringify({ code: 'invalid', message: TWIN_CANARY }),
  last_mid: (value) => Number(value) + 9,
  // Long ago, so that what goes by age would take it first, but never by a sweep of all teams.
  at: toLongAgo,
  created_at: toLongAgo,
  seen_at: toLongAgo,
  expires_at: toLongAgo,
  lease_until: (value) => value && Number(value) + 10 * YEAR_MS,
};

/**
 * A second team with the same ids, numbers and secrets in every table, but other contents, whose rows a statement
 * without `team_id` meets before those of the team.
 */
export async function addTwin(store: Database, kind: StoreKind, teamId: string): Promise<void> {
  for (const table of Object.keys(tables)) {
    const rows = await readTeam(store, table, teamId);
    await insertRows(store, table, rows.map(toTwin));
    // Rows are met in the order in which they were written.
    const behind = kind === 'sqlite' ? 'rowid = rowid + 1000000' : 'team_id = team_id';
    await store.run(`UPDATE ${table} SET ${behind} WHERE team_id = ?`, [teamId]);
  }
}

/** All rows of the twin, by table. */
export async function readTwin(store: Database): Promise<Record<string, Row[]>> {
  const found: Record<string, Row[]> = {};
  for (const table of Object.keys(tables)) found[table] = await readTeam(store, table, TWIN_ID);
  return found;
}

async function readTeam(store: Database, table: string, teamId: string): Promise<Row[]> {
  const all: Row[] = [];
  for await (const rows of readTable(store, table)) all.push(...rows);
  return all.filter(({ team_id }) => team_id === teamId);
}

function toTwin(row: Row): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      otherwise[column] ? otherwise[column](value) : value,
    ]),
  );
}

function toCanary(value: SqlValue): SqlValue {
  return typeof value === 'string' ? value.replaceAll(/Acme|Example/g, TWIN_CANARY) : value;
}

function toLongAgo(value: SqlValue): SqlValue {
  return value === null ? null : Number(value) - YEAR_MS;
}
