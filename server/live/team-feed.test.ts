import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '#utils/sync/wire.ts';
import { createTeamFeed } from './team-feed.ts';

const aChange = (seq: number): Change => ({
  seq,
  mark: `m${seq}`,
  kind: 'thread',
  id: `x:${seq}`,
  op: 'put',
  body: {},
});

/** A team's history, and what a feed passed on of it. */
function aFeed() {
  const history: Change[] = [];
  const passed: number[] = [];
  const froms: number[] = [];
  const pokes: number[] = [];
  const errors: unknown[] = [];
  let isBroken = false;
  const feed = createTeamFeed({
    load: async (after, limit) => {
      if (isBroken) throw new Error('no store');
      const changes = history.filter(({ seq }) => seq > after).slice(0, limit);
      return { changes, serverTime: 0 };
    },
    send(from, changes) {
      froms.push(from);
      passed.push(...changes.map(({ seq }) => seq));
    },
    poke: (head) => pokes.push(head),
    onError: (error) => errors.push(error),
  });
  return {
    feed,
    passed,
    froms,
    pokes,
    errors,
    /** Commits changes without telling anybody. */
    commit(count: number): Change[] {
      const from = history.length;
      const added = Array.from({ length: count }, (_, index) => aChange(from + index + 1));
      history.push(...added);
      return added;
    },
    breakStore: (is: boolean) => (isBroken = is),
    head: () => history.length,
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

it('passes its own commits on without loading them', () => {
  const { feed, commit, passed, froms } = aFeed();
  feed.publish(commit(2), 0);
  feed.publish(commit(1), 0);
  expect([passed, froms]).toEqual([
    [1, 2, 3],
    [0, 2],
  ]);
});

it('loads what another process committed in between', async () => {
  const { feed, commit, passed, settle } = aFeed();
  feed.publish(commit(1), 0);
  commit(3);
  feed.publish(commit(1), 0);
  await settle();
  expect(passed).toEqual([1, 2, 3, 4, 5]);
});

it('tells nothing of what was before the first who joined', async () => {
  const { feed, commit, passed, pokes, settle } = aFeed();
  commit(7);
  feed.note(7);
  await settle();
  feed.publish(commit(1), 0);
  expect([passed, pokes]).toEqual([[8], []]);
});

it('pokes when too much was missed, then goes on from there', async () => {
  const { feed, commit, passed, pokes, settle } = aFeed();
  feed.note(0);
  commit(500);
  feed.note(500);
  await settle();
  feed.publish(commit(1), 0);
  expect([passed, pokes]).toEqual([[501], [500]]);
});

it('tries again at the next head after the store failed', async () => {
  const { feed, commit, passed, errors, breakStore, settle } = aFeed();
  feed.note(0);
  commit(2);
  breakStore(true);
  feed.note(2);
  await settle();
  breakStore(false);
  feed.note(2);
  await settle();
  expect([passed, errors.length]).toEqual([[1, 2], 1]);
});

it('starts again when the history was replaced', async () => {
  const { feed, commit, passed, pokes, settle } = aFeed();
  commit(9);
  feed.note(9);
  feed.restart(4);
  feed.publish([aChange(5)], 0);
  await settle();
  expect([pokes, passed]).toEqual([[4], [5]]);
});

it('passes every change on once and in order, however news of it comes', async () => {
  const step = fc.oneof(
    fc.record({ act: fc.constant('own' as const), count: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ act: fc.constant('others' as const), count: fc.integer({ min: 1, max: 4 }) }),
    fc.record({ act: fc.constant('hint' as const), count: fc.nat(3) }),
    fc.record({ act: fc.constant('wait' as const), count: fc.constant(0) }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const { feed, commit, passed, head, settle } = aFeed();
      feed.note(0);
      for (const { act, count } of steps) {
        if (act === 'own') feed.publish(commit(count), 0);
        else if (act === 'others') commit(count);
        // Hints may be old.
        else if (act === 'hint') feed.note(Math.max(0, head() - count));
        else await settle();
      }
      feed.note(head());
      await settle();
      expect(passed).toEqual(Array.from({ length: head() }, (_, index) => index + 1));
    }),
  );
});
