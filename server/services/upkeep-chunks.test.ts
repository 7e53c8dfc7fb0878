import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database, Sql } from '../store/database.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { createTestContext } from '../testing/test-context.ts';
import type { TestActor, TestContext } from '../testing/test-context.ts';
import { runUpkeep } from './upkeep.ts';

const YEAR_MS = 366 * 24 * 60 * 60_000;
const CHUNK = 2;

/** The columns that a row needs beside its team; of each table five rows are out of time. */
const outdated = {
  thread: `id, site, post, match, seen_by, seen_at, fence, deleted_at
    ) VALUES (?, 'old-' || ?, 'x', '{}', '{}', 'ada', 0, 7, 1`,
  reply: `id, thread_id, source, body, deleted_at) VALUES (?, 'old-' || ?, 'old-0', 'sent', '{}', 1`,
  library: `id, body, deleted_at) VALUES (?, 'old-' || ?, '{}', 1`,
  story: `id, body, deleted_at) VALUES (?, 'old-' || ?, '{}', 1`,
  brand: `id, body, deleted_at) VALUES (?, 'old-' || ?, '{}', 1`,
  invite: `invite_hash, role, created_at, expires_at) VALUES (?, 'old-' || ?, 'member', 0, 1`,
  audit: `id, at, action, target) VALUES (?, 'old-' || ?, 1, 'device.added', 'd'`,
};

onEachStore((kind) => {
  let context: TestContext;
  beforeAll(async () => {
    context = await createTestContext(kind);
  });
  afterAll(() => context.close());

  async function fill({ teamId, deviceId }: TestActor): Promise<void> {
    for (const [table, columns] of Object.entries(outdated)) {
      for (let n = 0; n < 5; n += 1) {
        await context.store.run(`INSERT INTO ${table} (team_id, ${columns})`, [teamId, `${n}`]);
      }
    }
    for (let mid = 1; mid <= 5; mid += 1) {
      await context.store.run(
        `INSERT INTO applied (team_id, device_id, mid, hash) VALUES (?, ?, ?, 'h')`,
        [teamId, deviceId, mid],
      );
    }
    await context.store.run(
      'UPDATE device SET last_mid = 20000, acked_mid = 20000 WHERE team_id = ?',
      [teamId],
    );
  }

  /** The store, noting how many rows each statement that deletes takes away. */
  function counting(store: Database, deleted: number[]): Database {
    const count = (sql: Sql): Sql => ({
      get: sql.get,
      async all(text, params) {
        const rows = await sql.all(text, params);
        if (text.startsWith('DELETE')) deleted.push(rows.length);
        return rows;
      },
      async run(text, params) {
        const rows = await sql.run(text, params);
        if (text.startsWith('DELETE')) deleted.push(rows);
        return rows;
      },
    });
    return {
      ...store,
      ...count(store),
      transaction: (work, key) => store.transaction((tx) => work(count(tx)), key),
    };
  }

  it('takes a chunk at a time of everything, until all of it is gone', async () => {
    const actor = await context.createTeam();
    const { teamId } = actor;
    context.clock.advance(YEAR_MS);
    await fill(actor);
    const deleted: number[] = [];
    const store = counting(context.store, deleted);
    const report = await runUpkeep({ ...context, store }, { teamId, chunk: CHUNK });
    expect(report).toMatchObject({ results: 5, invites: 5, audit: 5 });
    expect(Math.max(...deleted)).toBe(CHUNK);
    for (const table of [...Object.keys(outdated), 'applied']) {
      const left = await context.store.all(`SELECT * FROM ${table} WHERE team_id = ?`, [teamId]);
      expect([table, left]).toEqual([table, []]);
    }
    const team = await context.store.get('SELECT fence_base FROM team WHERE team_id = ?', [teamId]);
    expect(Number(team?.fence_base)).toBe(7);
  });
});
