/**
 * Pages go by the order of ids, and databases order texts each in their own way: by bytes, or by the rules of a
 * language, where case and punctuation hardly count. In none of them may a page skip or repeat a row.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { copyTables, countRows, readTable } from '../backup/tables.ts';
import { needPostgres, onPostgres } from '../testing/on-each-store.ts';
import { createTestClock } from '../testing/test-server.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openPostgres } from './postgres.ts';
import { listRecords, saveDocument, scanRecords } from './records.ts';
import type { RecordRow } from './records.ts';
import { openSqlite } from './sqlite.ts';
import { insertTeam } from './teams.ts';

/** Ids that one order tells apart by nothing but their last difference, and that others scatter. */
const likes = [
  'a',
  'A',
  '-a',
  'a-',
  '_a',
  'a_',
  'a.',
  ' a',
  'á',
  'ä',
  'Ä',
  'z',
  'Z',
  '\u00ad',
  '\u200b',
];
const more = [
  'ß',
  'ss',
  'SS',
  'ﬁ',
  'fi',
  '鍋',
  '😀',
  '！',
  'x:1',
  'X:1',
  'x1',
  'x:10',
  'x:2',
  '%',
  "'",
  '~',
];
/** More than one chunk of a backup holds. */
const many = Array.from({ length: 230 }, (_, n) => `${n % 2 ? 'N' : 'n'}${n % 3 ? '-' : ''}${n}`);
const ids = [...likes, ...more, ...many];
const sorted = [...ids].sort();
const allOnce = [sorted, sorted, sorted, sorted];

async function fill(store: Database): Promise<Database> {
  await migrate(store);
  await insertTeam(store, { id: 't', name: 'Team', epoch: 'e' });
  await store.transaction(async (tx) => {
    for (const id of ids) {
      const entry = { id, kind: 'snippet', text: id, tags: [], at: 1, memberId: 'm' } as const;
      await saveDocument(tx, 't', 'library', { ...entry, tags: [] });
    }
  });
  return store;
}

async function listInPages(store: Database, limit: number): Promise<string[]> {
  const found: RecordRow[] = [];
  for (;;) {
    const page = await listRecords(store, 't', found.at(-1) ?? null, limit);
    found.push(...page);
    if (page.length < limit || found.length > ids.length) return found.map(({ id }) => id);
  }
}

/** The ids as pages of one, pages of seven, a scan and a backup give them, each sorted by bytes. */
async function readEachWay(store: Database): Promise<string[][]> {
  const scanned: string[] = [];
  for await (const { id } of scanRecords(store, 't', 'library', 'body')) scanned.push(String(id));
  const backed: string[] = [];
  for await (const rows of readTable(store, 'library')) {
    backed.push(...rows.map(({ id }) => String(id)));
  }
  const ways = [await listInPages(store, 1), await listInPages(store, 7), scanned, backed];
  return ways.map((way) => way.sort());
}

function aFile(): Database {
  const folder = mkdtempSync(join(tmpdir(), 'hearback-order-'));
  const store = openSqlite(join(folder, 'team.sqlite'), createTestClock());
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return store;
}

it('gives every row once from SQLite', async () => {
  expect(await readEachWay(await fill(aFile()))).toEqual(allOnce);
});

onPostgres(() => {
  async function aDatabase(language?: string): Promise<Database> {
    const store = await openPostgres(await (await needPostgres()).createDatabase(language));
    onTestFinished(() => store.close());
    return store;
  }

  it.each([undefined, 'en-US', 'sv-SE', 'en-US-u-ka-shifted-ks-level1'])(
    'gives every row once from PostgreSQL in the order %s',
    { timeout: 60_000 },
    async (language) => {
      expect(await readEachWay(await fill(await aDatabase(language)))).toEqual(allOnce);
    },
  );

  it(
    'moves every row from SQLite into a database of another order and out again',
    { timeout: 60_000 },
    async () => {
      const source = await fill(aFile());
      const target = await aDatabase('en-US');
      await migrate(target);
      await target.transaction((tx) => copyTables(source, tx));
      expect(await countRows(target)).toEqual(await countRows(source));
      expect(await readEachWay(target)).toEqual(allOnce);
      const back = aFile();
      await migrate(back);
      await back.transaction((tx) => copyTables(target, tx));
      expect(await readEachWay(back)).toEqual(allOnce);
    },
  );
});
