import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Change } from '#utils/sync/wire.ts';
import { createTeamFeed } from './team-feed.ts';

const aChange = (seq: number, age = 0): Change => ({
  seq,
  mark: `m${seq}-${age}`,
  kind: 'thread',
  id: `x:${seq}`,
  op: 'put',
  body: {},
});

/** A team's history, and what a feed passed on of it. */
function aFeed() {
  let history: Change[] = [];
  const passed: number[] = [];
  const froms: number[] = [];
  const marks: string[] = [];
  const pokes: number[] = [];
  const errors: unknown[] = [];
  let isBroken = false;
  let age = 0;
  const feed = createTeamFeed({
    load: async (after, limit) => {
      if (isBroken) throw new Error('no store');
      const changes = history.filter(({ seq }) => seq > after).slice(0, limit);
      return { changes, mark: markAt(after), serverTime: 0 };
    },
    send(from, changes) {
      froms.push(from.seq);
      marks.push(from.mark);
      passed.push(...changes.map(({ seq }) => seq));
    },
    poke: (head) => pokes.push(head),
    onError: (error) => errors.push(error),
  });
  const markAt = (seq: number) => (seq === 0 ? '' : (history[seq - 1]?.mark ?? null));
  return {
    feed,
    passed,
    froms,
    marks,
    /** What a commit tells the feed. */
    publish(changes: readonly Change[]) {
      feed.publish({ changes, mark: markAt((changes[0]?.seq ?? 1) - 1), serverTime: 0 });
    },
    /** Goes back to an earlier head; later numbers are given again, under marks of another history. */
    goBack(head: number) {
      history = history.slice(0, head);
      age += 1;
    },
    pokes,
    errors,
    /** Commits changes without telling anybody. */
    commit(count: number): Change[] {
      const from = history.length;
      const added = Array.from({ length: count }, (_, index) => aChange(from + index + 1, age));
      history.push(...added);
      return added;
    },
    breakStore: (is: boolean) => (isBroken = is),
    head: () => history.length,
    settle: () => new Promise((resolve) => setImmediate(resolve)),
  };
}

it('passes its own commits on without loading them', () => {
  const { commit, passed, froms, publish } = aFeed();
  publish(commit(2));
  publish(commit(1));
  expect([passed, froms]).toEqual([
    [1, 2, 3],
    [0, 2],
  ]);
});

it('loads what another process committed in between', async () => {
  const { commit, passed, settle, publish } = aFeed();
  publish(commit(1));
  commit(3);
  publish(commit(1));
  await settle();
  expect(passed).toEqual([1, 2, 3, 4, 5]);
});

it('tells nothing of what was before the first who joined', async () => {
  const { feed, commit, passed, pokes, settle, publish } = aFeed();
  commit(7);
  feed.note(7);
  await settle();
  publish(commit(1));
  expect([passed, pokes]).toEqual([[8], []]);
});

it('pokes when too much was missed, then goes on from there', async () => {
  const { feed, commit, passed, pokes, settle, publish } = aFeed();
  feed.note(0);
  commit(500);
  feed.note(500);
  await settle();
  publish(commit(1));
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
  const { feed, commit, passed, pokes, settle, publish, goBack } = aFeed();
  commit(9);
  feed.note(9);
  feed.restart(4);
  goBack(4);
  publish(commit(1));
  await settle();
  expect([pokes, passed]).toEqual([[4], [5]]);
});

it('tells with rows the mark that the history has at the place they follow', async () => {
  const { feed, commit, froms, marks, settle, publish } = aFeed();
  publish(commit(2));
  publish(commit(1));
  commit(1);
  feed.note(4);
  await settle();
  expect([froms, marks]).toEqual([
    [0, 2, 3],
    ['', 'm2-0', 'm3-0'],
  ]);
});

it.each(['its own', 'another process'])(
  'names no mark of a history that is gone, where %s gave its numbers again',
  async (who) => {
    const { feed, commit, froms, marks, settle, publish, goBack } = aFeed();
    publish(commit(100));
    expect(feed.reached()).toBe(100);
    // A failover to a standby that was behind, and before anybody has noticed the numbers are overtaken.
    goBack(95);
    const again = commit(5);
    if (who === 'its own') again.forEach((change) => publish([change]));
    else feed.note(100);
    const next = commit(1);
    if (who === 'its own') publish(next);
    else feed.note(101);
    await settle();
    expect([froms.at(-1), marks.at(-1)]).toEqual([100, 'm100-1']);
  },
);

it('pokes where the place that rows follow was dropped from the history', () => {
  const { feed, commit, passed, pokes, publish } = aFeed();
  publish(commit(2));
  feed.publish({ changes: commit(1), mark: null, serverTime: 0 });
  expect([passed, pokes]).toEqual([[1, 2], [3]]);
});

it('takes nothing that was asked for before it was started again', async () => {
  const { feed, commit, passed, pokes, settle, goBack } = aFeed();
  feed.note(0);
  commit(9);
  feed.note(9);
  goBack(0);
  feed.restart(0);
  await settle();
  expect([passed, pokes]).toEqual([[], [0]]);
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
      const { feed, commit, passed, head, settle, publish } = aFeed();
      feed.note(0);
      for (const { act, count } of steps) {
        if (act === 'own') publish(commit(count));
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
