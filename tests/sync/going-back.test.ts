import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aTimeMachine } from '#tests/support/a-time-machine.ts';
import { aBrowser, ends, seeing } from '#tests/support/a-team.ts';
import { adoptAccount } from '#utils/db/account.ts';
import { loadMeta, loadSyncState } from '#utils/db/meta.ts';
import type { Mutation } from '#utils/sync/wire.ts';

type World = Awaited<ReturnType<typeof aTimeMachine>>;
type Browser = World['owner'];

/** Exchanges until nothing waits any more; a server that is restored again in between takes one more round. */
async function settle(...browsers: Browser[]) {
  for (const { engine } of [...browsers, ...browsers]) await engine.sync();
}

/** The next push reaches the server, but its answer is lost. */
function loseNextAnswer({ line }: Browser) {
  const through = line.fetch;
  line.fetch = async (url, init) => {
    const response = await fetch(url, init);
    if (!url.includes('/v1/push')) return response;
    line.fetch = through;
    throw new TypeError('connection reset');
  };
}

describe('a server that was restored', () => {
  test('is told again what it had answered, once', async () => {
    const world = await aTimeMachine();
    const { owner, member } = world;
    await owner.record([seeing('1')]);
    await settle(owner, member);
    const copy = world.copy();
    await owner.record([seeing('2'), seeing('3')]);
    await member.record([seeing('4')]);
    await settle(owner, member);
    await world.restore(copy);
    await owner.record([seeing('5')]);
    await settle(owner, member);
    expect(world.threadIds()).toEqual(['x:1', 'x:2', 'x:3', 'x:4', 'x:5']);
    expect(world.effects().every(({ times }) => times === 1)).toBe(true);
    for (const { db } of [owner, member]) {
      expect((await db.threads.toCollection().primaryKeys()).length).toBe(5);
      expect(await db.outbox.count()).toBe(0);
      expect((await loadSyncState(db)).cursor.epoch).toBe('restored-1');
    }
  });

  test('is noticed by its marks where nobody said so', async () => {
    const world = await aTimeMachine();
    const { owner, member } = world;
    const copy = world.copy();
    await owner.record([seeing('1')]);
    await settle(owner, member);
    await world.restore(copy, false);
    // Another history grows over the place where this browser stands.
    await member.record([seeing('2'), seeing('3'), seeing('4')]);
    await settle(member, owner, member);
    expect(world.threadIds()).toEqual(['x:1', 'x:2', 'x:3', 'x:4']);
    expect(await owner.db.threads.count()).toBe(4);
  });

  test('is noticed by a missing number where the cursor still fits', async () => {
    const world = await aTimeMachine();
    const { owner } = world;
    await settle(owner);
    const copy = world.copy();
    const pull = owner.line.fetch;
    owner.line.fetch = (url, init) =>
      url.includes('/v1/pull') ? Promise.reject(new TypeError('away')) : pull(url, init);
    await owner.record([seeing('1')]);
    await owner.engine.sync();
    expect(await owner.db.outbox.count()).toBe(0);
    owner.line.fetch = pull;
    await world.restore(copy, false);
    await owner.record([seeing('2')]);
    await settle(owner);
    expect(world.threadIds()).toEqual(['x:1', 'x:2']);
  });

  test('never makes own facts disappear meanwhile', async () => {
    const world = await aTimeMachine();
    const { owner } = world;
    await settle(owner);
    const copy = world.copy();
    await owner.record([seeing('1')]);
    await settle(owner);
    await world.restore(copy);
    let isSeenAway = false;
    const through = owner.line.fetch;
    owner.line.fetch = async (url, init) => {
      const response = await through(url, init);
      isSeenAway ||= (await owner.db.threads.get('x:1')) === undefined;
      return response;
    };
    await settle(owner);
    expect(isSeenAway).toBe(false);
  });

  test('does not tell a person twice why something was refused', async () => {
    const world = await aTimeMachine();
    const { member } = world;
    await settle(member);
    const copy = world.copy();
    await member.record([{ kind: 'brand.remove', args: { id: 'acme' } }, seeing('1')]);
    await settle(member);
    await world.restore(copy);
    await settle(member);
    expect(await member.db.refused.count()).toBe(1);
    expect(world.threadIds()).toEqual(['x:1']);
  });
});

/** What Ben tells about a thread. */
const answering = (threadId: string): Mutation => ({
  kind: 'reply.record',
  args: {
    id: 'x:r1',
    threadId,
    handle: 'ben',
    text: 'Press once.',
    permalink: null,
    at: 1,
    source: 'sent',
  },
});
const settling = (id: string): Mutation => ({
  kind: 'thread.setOutcome',
  args: { id, outcome: 'settled', reason: '' },
});

describe('a thread that a restored server has forgotten', () => {
  /** Ana sees a thread, Ben answers and closes it, then the server is as it was before. */
  async function aForgottenThread(isNoticed = true) {
    const world = await aTimeMachine();
    const { owner, member } = world;
    await settle(owner, member);
    const copy = world.copy();
    await owner.record([seeing('1')]);
    await settle(owner, member);
    await member.record([answering('x:1'), settling('x:1')]);
    await settle(member, owner);
    await world.restore(copy, isNoticed);
    return world;
  }

  test.each([true, false])('is told by whoever answered it (noticed: %s)', async (isNoticed) => {
    const world = await aForgottenThread(isNoticed);
    const { owner, member } = world;
    if (!isNoticed) await member.record([seeing('2')]);
    await settle(member);
    expect(world.query('SELECT id FROM reply')).toEqual([{ id: 'x:r1' }]);
    expect(world.query("SELECT outcome FROM thread WHERE id = 'x:1'")).toEqual([
      { outcome: 'settled' },
    ]);
    await settle(owner, member);
    expect(await member.db.refused.count()).toBe(0);
    for (const { db } of [owner, member]) {
      expect(await db.replies.count()).toBe(1);
      expect((await db.threads.get('x:1'))?.body).toMatchObject({
        outcome: 'settled',
        seenBy: member.memberId,
      });
    }
  });

  test('stays as it is where whoever saw it tells it first', async () => {
    const world = await aForgottenThread();
    const { owner, member } = world;
    await settle(owner);
    const before = world.query('SELECT id, seen_by, seen_at FROM thread');
    await settle(member, owner);
    expect(world.query('SELECT id, seen_by, seen_at FROM thread')).toEqual(before);
    expect(world.query('SELECT id FROM reply')).toEqual([{ id: 'x:r1' }]);
  });

  test('is told with an answer that had not reached the server yet', async () => {
    const world = await aTimeMachine();
    const { owner, member } = world;
    await settle(owner, member);
    const copy = world.copy();
    await owner.record([seeing('1')]);
    await settle(owner, member);
    await world.restore(copy);
    await member.record([answering('x:1')]);
    await settle(member);
    expect(await member.db.refused.count()).toBe(0);
    expect(world.query('SELECT id FROM reply')).toEqual([{ id: 'x:r1' }]);
  });

  test('does not come back when the team has had it erased since', async () => {
    const world = await aForgottenThread();
    const { owner, member } = world;
    const client = await owner.engine.client();
    await client?.erase({ postKey: 'x:1' });
    await settle(member, owner);
    expect(world.threadIds()).toEqual([]);
    expect(await member.db.refused.count()).toBe(0);
    expect(JSON.stringify(await member.db.sent.toArray())).not.toContain('x:1');
  });

  test('is told by a member who joins again, whose device was forgotten too', async () => {
    const world = await aTimeMachine();
    const { owner } = world;
    await owner.record([seeing('1')]);
    await settle(owner);
    const { db, engine, record, memberId } = await aBrowser(world.server(), 'Cleo');
    await engine.sync();
    await record([answering('x:1')]);
    await engine.sync();
    const account = await loadMeta(db, 'account');
    const me = await db.members.get(memberId);
    if (!account || !me) throw new Error('not joined');
    await adoptAccount(db, { ...account, epoch: 'restored' }, me.body);
    expect((await db.outbox.toArray()).map(({ mutation }) => mutation.kind)).toEqual([
      'thread.see',
      'reply.record',
    ]);
  });
});

type Step =
  | { act: 'record'; who: 0 | 1; many: number }
  | { act: 'sync'; who: 0 | 1 }
  | { act: 'lose'; who: 0 | 1 }
  | { act: 'copy' }
  | { act: 'restore'; which: number; isNoticed: boolean };

const who = fc.constantFrom<0 | 1>(0, 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('record'), who, many: fc.nat(3) }) },
  { weight: 4, arbitrary: fc.record({ act: fc.constant('sync'), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('lose'), who }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('copy') }) },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constant('restore'),
      which: fc.nat(3),
      isNoticed: fc.boolean(),
    }),
  },
) as fc.Arbitrary<Step>;

// P11 (reliability.md §4.10): with every device alive, no fact is lost and none has its effect twice.
test('no order of facts, lost answers, copies or restores loses or doubles a fact', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
      const world = await aTimeMachine();
      const browsers = [world.owner, world.member] as const;
      await settle(...browsers);
      const copies = [world.copy()];
      let count = 0;
      for (const one of steps) {
        switch (one.act) {
          case 'record':
            for (let n = 0; n <= one.many; n += 1) {
              count += 1;
              await browsers[one.who].record([seeing(`${1_000 + count}`)]);
            }
            break;
          case 'sync':
            await browsers[one.who].engine.sync();
            break;
          case 'lose':
            loseNextAnswer(browsers[one.who]);
            await browsers[one.who].engine.sync();
            browsers[one.who].line.fetch = (url, init) => fetch(url, init);
            break;
          case 'copy':
            copies.push(world.copy());
            break;
          case 'restore':
            await world.restore(copies[one.which % copies.length] ?? '', one.isNoticed);
            break;
        }
      }
      // One more fact each: a browser learns from a number that the server misses, if from nothing else.
      for (const browser of browsers) {
        count += 1;
        await browser.record([seeing(`${1_000 + count}`)]);
      }
      await settle(...browsers);
      expect(world.threadIds()).toHaveLength(count);
      expect(world.effects().filter(({ times }) => times !== 1)).toEqual([]);
      for (const { db } of browsers) {
        expect(await db.outbox.count()).toBe(0);
        expect(await db.threads.count()).toBe(count);
      }
      for (const end of ends.splice(0).reverse()) await end();
    }),
    { numRuns: 12 },
  );
}, 120_000);
