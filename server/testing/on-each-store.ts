import { afterAll, describe } from 'vitest';
import { findPostgres } from '#scripts/postgres.ts';
import { startPrivatePostgres } from './private-postgres.ts';
import type { PrivatePostgres } from './private-postgres.ts';

export type StoreKind = 'sqlite' | 'postgres';

/** Whether PostgreSQL can be started here; `hearback` is tested on SQLite alone where not. */
export const hasPostgres = findPostgres() !== null;

const missing = hasPostgres ? '' : ' (left out: no initdb and postgres on this machine)';

/** Runs a suite on both stores: whatever holds on one must hold on the other. */
export function onEachStore(suite: (store: StoreKind) => void): void {
  describe('on SQLite', () => {
    suite('sqlite');
  });
  onPostgres(() => suite('postgres'));
}

/** A suite that only PostgreSQL is asked. */
export function onPostgres(suite: () => void): void {
  describe.skipIf(!hasPostgres)(`on PostgreSQL${missing}`, () => {
    afterAll(async () => {
      await (await running)?.end();
      running = null;
    });
    suite();
  });
}

let running: Promise<PrivatePostgres> | null = null;

/** The PostgreSQL of this test file, started when first asked for; within `onPostgres` or `onEachStore`. */
export function needPostgres(): Promise<PrivatePostgres> {
  running ??= startPrivatePostgres();
  return running;
}
