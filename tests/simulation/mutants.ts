/** The product with one well-known mistake each: the checks must catch every one of them. */
import 'fake-indexeddb/auto';
import { hashSecret } from '#server/auth.ts';
import type { Sql } from '#server/store/database.ts';
import { changeSyncState, loadSyncState } from '#utils/db/meta.ts';
import { putBase, recordTables } from '#utils/db/records.ts';
import { dropThreads } from '#utils/db/room.ts';
import { createSyncEngine } from '#utils/sync/engine.ts';
import { recordKinds } from '#utils/sync/wire.ts';
import type { RecordKind } from '#utils/sync/wire.ts';
import { rewriteStatements } from './linearizability/rewritten-store.ts';
import type { Mutant } from './world.ts';

const RETENTION_MS = 90 * 24 * 3_600_000;

/** Looks which threads are free, and sets the claim later, in the transaction. */
export const checkThenSet: Mutant = {
  wrapStore: (store) => ({
    ...store,
    async transaction(work, serialKey) {
      const rows = await store.all(
        'SELECT id FROM thread WHERE holder IS NULL OR lapsed = 1 OR lease_until <= db_now()',
      );
      const free = new Set(rows.map(({ id }) => id));
      const set = (tx: Sql): Sql => ({
        ...tx,
        async get(sql, params = []) {
          const isGrant = sql.includes('lapsed = 1 OR lease_until');
          if (isGrant && !free.has(params[6] ?? null)) return null;
          return tx.get(
            isGrant ? sql.replace('AND (holder IS NULL OR', 'AND (1 = 1 OR') : sql,
            params,
          );
        },
      });
      return store.transaction((tx) => work(set(tx)), serialKey);
    },
  }),
};

/** Gives a claim back whatever fence is named. */
export const noFence: Mutant = {
  wrapStore: (store) =>
    rewriteStatements(store, (sql) =>
      sql.replace('AND (? = -1 OR fence = ?)', 'AND (? = -1 OR ? >= 0)'),
    ),
};

/** Answers while the commit is still under way. */
export const ackBeforeCommit: Mutant = {
  wrapStore: (store) => ({
    ...store,
    transaction: (work) =>
      new Promise((resolve, reject) => {
        const slow = store.transaction(async (tx) => {
          const value = await work(tx);
          resolve(value);
          for (let turn = 0; turn < 40; turn += 1) await tx.get('SELECT 1 AS one');
        });
        slow.catch(reject);
      }),
  }),
};

/** Takes every push for a new one, whatever its numbers say. */
export const noDedupe: Mutant = {
  wrapApp: (fetch, look) => async (request) => {
    if (!request.url.endsWith('/v1/push')) return fetch(request);
    const token = request.headers.get('authorization')?.slice('Bearer '.length) ?? '';
    const row = look((file) =>
      file.prepare('SELECT last_mid FROM device WHERE token_hash = ?').get(hashSecret(token)),
    );
    const body = (await request.json()) as { mutations: { mid: number }[] };
    const shift = Number(row?.last_mid) + 1 - (body.mutations[0]?.mid ?? 1);
    for (const mutation of body.mutations) mutation.mid += shift;
    const { url, headers } = request;
    const response = await fetch(
      new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }),
    );
    const answer = (await response.json()) as { results?: { mid: number }[] };
    for (const result of answer.results ?? []) result.mid -= shift;
    return Response.json(answer, { status: response.status });
  },
};

/** Saves the cursor of a page before the page, in a transaction of its own. */
export const cursorApart: Mutant = {
  createEngine(options) {
    const engine = createSyncEngine(options);
    const { db } = options;
    const pullApart = async () => {
      const client = await engine.client();
      const { cursor } = await loadSyncState(db);
      if (!client || cursor.mark === '') return;
      const page = await client.pull(cursor, 500);
      await changeSyncState(db, { cursor: page.next });
      const context = await engine.context();
      for (const { kind, id, seq, body } of page.changes) {
        if (!(recordKinds as string[]).includes(kind)) continue;
        await db.transaction('rw', [...recordTables(db), db.outbox], () =>
          putBase(db, kind as RecordKind, id, seq, body as never, context),
        );
      }
    };
    const sync = () => pullApart().then(engine.sync, engine.sync);
    return { ...engine, sync, connect: () => void sync() };
  },
};

/** A restored server goes on under its old epoch and does not look at marks. */
export const epochIgnored: Mutant = {
  keepsEpoch: true,
  wrapStore: (store) =>
    rewriteStatements(store, (sql) =>
      sql.replace('SELECT mark FROM change WHERE', 'SELECT mark FROM change WHERE 1 = 0 AND'),
    ),
};

/** A restored server counts fences on from where its copy had come to. */
export const fencesAgain: Mutant = {
  wrapStore: (store) =>
    rewriteStatements(store, (sql) =>
      sql.replace('SET fence_base = ? WHERE', 'SET fence_base = 0 * ? WHERE'),
    ),
};

/** A browser lets go of what is old by its own clock. */
export const ownClockUpkeep: Mutant = {
  createEngine(options) {
    const engine = createSyncEngine(options);
    const sync = async () => {
      await engine.sync();
      await dropThreads(options.db, options.now() - RETENTION_MS, () => false);
    };
    return { ...engine, sync };
  },
};

/** Leases are counted by the clock of the browser that asks. */
export const wallClockLease: Mutant = { usesBrowserClock: true };
