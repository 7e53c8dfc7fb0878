import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../clock.ts';
import type { Database } from '../store/database.ts';
import { openPostgres } from '../store/postgres.ts';
import { openSqlite } from '../store/sqlite.ts';
import { needPostgres } from './on-each-store.ts';
import type { StoreKind } from './on-each-store.ts';

/** An empty database of its own, without tables; closing it removes it. Within `onEachStore`. */
export async function openDatabase(store: StoreKind, clock: Clock): Promise<Database> {
  if (store === 'postgres') {
    return openPostgres(await (await needPostgres()).createDatabase(), clock);
  }
  const folder = mkdtempSync(join(tmpdir(), 'hearback-store-'));
  const database = openSqlite(join(folder, 'team.sqlite'), clock);
  return {
    ...database,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
