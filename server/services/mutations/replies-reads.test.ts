/** What taking a reply costs must not depend on what its thread holds already. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Database, Row, Sql } from '#server/store/database.ts';
import { aReply, aSighting } from '#server/testing/builders.ts';
import { onEachStore } from '#server/testing/on-each-store.ts';
import { createTestContext } from '#server/testing/test-context.ts';
import type { TestContext } from '#server/testing/test-context.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { pushFacts } from '../push.ts';

/** As the store, but counts the rows and characters that transactions read. */
function counting(store: Database) {
  const read = { statements: 0, rows: 0, characters: 0 };
  function note(rows: readonly Row[]): void {
    read.statements += 1;
    read.rows += rows.length;
    for (const row of rows) read.characters += JSON.stringify(row).length;
  }
  const count = (tx: Sql): Sql => ({
    ...tx,
    async all(sql, params) {
      const rows = await tx.all(sql, params);
      note(rows);
      return rows;
    },
    async get(sql, params) {
      const row = await tx.get(sql, params);
      note(row === null ? [] : [row]);
      return row;
    },
  });
  const counted: Database = {
    ...store,
    transaction: (work, key) => store.transaction((tx) => work(count(tx)), key),
  };
  return { read, store: counted };
}

onEachStore((kind) => {
  let context: TestContext;
  beforeAll(async () => {
    context = await createTestContext(kind);
  });
  afterAll(() => context.close());

  /** What ten short replies read in a thread that holds so many long ones. */
  async function readIn(longReplies: number, reply: Parameters<typeof aReply>[0]) {
    const actor = await context.createTeam();
    const text = 'long '.repeat(1_900);
    const many = (count: number, start: number, more: Parameters<typeof aReply>[0]) =>
      Array.from({ length: count }, (_, n) => aReply({ ...reply, ...more, id: `x:${start + n}` }));
    let mid = 0;
    const push = (store: Database, facts: readonly Mutation[]) =>
      pushFacts({ ...context, store }, actor, {
        epoch: `epoch-${actor.teamId}`,
        ackMid: 0,
        mutations: facts.map((mutation) => ({ mid: (mid += 1), mutation })),
      });
    await push(context.store, [aSighting({ id: '1' }), ...many(longReplies, 200, { text })]);
    const { read, store } = counting(context.store);
    await push(store, many(10, 500, {}));
    return read;
  }

  it.each([
    ['a teammate’s reply', { source: 'sent' } as const],
    ['an unknown handle’s reply', { source: 'seen', handle: 'acme_help' } as const],
  ])('reads one other row at most for %s', async (_, reply) => {
    const { characters, ...among50 } = await readIn(50, reply);
    const { statements, rows } = await readIn(20, reply);
    expect(among50).toEqual({ statements, rows });
    // Ten times one long reply, and what there is beside.
    expect(characters).toBeLessThan(150_000);
  });
});
