import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Sql } from '../store/database.ts';
import { aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { createTestContext } from '../testing/test-context.ts';
import type { TestContext } from '../testing/test-context.ts';
import { decideClaim } from './claims.ts';

/** What three servers under 20,000 calls showed once: the check of one order (tests/simulation/linearizability). */
onEachStore((kind) => {
  let context: TestContext;
  beforeAll(async () => {
    context = await createTestContext(kind);
  });
  afterAll(() => context.close());

  it('grants anew to whom a lease ran out on between two statements', async () => {
    const owner = await context.createTeam();
    await owner.push(aSighting({ id: '1' }));
    const wish = { action: 'take', threadId: 'x:1' } as const;
    const first = await decideClaim(context, owner, wish);
    let isOver = false;
    /** Lets the lease run out once the first try to grant has failed. */
    const late = (tx: Sql): Sql => ({
      all: (sql, params) => tx.all(sql, params),
      run: (sql, params) => tx.run(sql, params),
      async get(sql, params) {
        const row = await tx.get(sql, params);
        if (!isOver && sql.startsWith('UPDATE thread SET holder = ?') && row === null) {
          isOver = true;
          await tx.run('UPDATE thread SET lease_until = db_now() - 1 WHERE team_id = ?', [
            owner.teamId,
          ]);
        }
        return row;
      },
    });
    const { store } = context;
    const transaction: typeof store.transaction = (work, key) =>
      store.transaction((tx) => work(late(tx)), key);
    const lateContext = { ...context, store: Object.assign(Object.create(store), { transaction }) };
    const second = await decideClaim(lateContext, owner, wish);
    expect(isOver).toBe(true);
    expect(second).toMatchObject({
      granted: true,
      claim: { memberId: owner.memberId, fence: (first.claim?.fence ?? 0) + 1 },
    });
  });
});
