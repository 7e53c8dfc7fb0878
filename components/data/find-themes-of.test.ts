import { beforeEach, expect, it, vi } from 'vitest';
import { aPost, aStory, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Thread } from '#utils/model/thread.ts';
import { findThemesOf, StoppedError } from './find-themes-of.ts';

const judged = vi.hoisted(() => vi.fn<(threadIds: readonly string[]) => object>());
vi.mock(import('#utils/messages/send.ts'), () => ({
  send: (async (_name: string, { threadIds }: { threadIds: string[] }) =>
    judged(threadIds)) as never,
}));

const DAY = 24 * 60 * 60_000;
const until = Date.UTC(2026, 10, 1);
const period = { from: until - 28 * DAY, until };
const quiet = { onProgress: () => undefined, isOver: () => false };

const hinges = [
  'hinge of the lid broke',
  'my lid hinge snapped',
  'lid hinge is loose',
  'hinge lid gone',
];
const orders = [
  'where is my order',
  'order has not arrived',
  'my order is late',
  'no order yet, late',
];

async function aTeam() {
  const db = emptyDb();
  const threads = [...hinges, ...orders].flatMap((text, at) =>
    [0, 1, 2].map((copy) =>
      aThread({
        id: `x:${at}-${copy}`,
        post: aPost({
          id: `${at}-${copy}`,
          text: `${text} ${['today', 'again', 'sadly'][copy]}`,
          time: null,
        }),
        seenAt: until - (at + copy + 1) * DAY,
      }),
    ),
  );
  const put = (thread: Thread) =>
    db.threads.put({
      id: thread.id,
      seq: 1,
      base: thread,
      body: thread,
      outcome: thread.outcome,
      seenAt: thread.seenAt,
      holder: '',
    });
  await Promise.all(threads.map(put));
  return { db, put, threads };
}

beforeEach(() => {
  judged.mockReset().mockReturnValue({});
});

it('groups what is about the same, and knows which posts', async () => {
  const { db } = await aTeam();
  for (const id of ['0-0', '1-0', 'no-mention']) {
    const story = aStory({
      post: aPost({ id, time: null }),
      tags: ['hinge'],
      permission: 'granted',
      savedAt: until - DAY,
    });
    await db.stories.put({
      id: story.id,
      seq: 1,
      base: story,
      body: story,
      savedAt: story.savedAt,
    });
  }
  const told: number[] = [];
  const found = await findThemesOf(db, period, { ...quiet, onProgress: (done) => told.push(done) });
  const sets = found.themes.themes.map(({ ids }) => new Set(ids.map((id) => id.slice(2, 3))));
  expect(found.themes.posts).toBe(25);
  expect(sets.some((set) => set.has('0') && !set.has('4'))).toBe(true);
  expect(sets.some((set) => set.has('4') && !set.has('0'))).toBe(true);
  expect(found.themes.tags.map(({ label }) => label)).toEqual(['hinge']);
  expect(found.themes.tags[0]?.count).toBe(3);
  expect(found.timeOf('x:0-0')).toBe(until - DAY);
  expect(told.at(-1)).toBeGreaterThan(0.9);
});

it('leaves out praise, as far as it is known, and what was set aside', async () => {
  judged.mockImplementation((ids) =>
    Object.fromEntries(
      ids.filter((id) => id.startsWith('x:0')).map((id) => [id, { intent: 'praise' }]),
    ),
  );
  const { db, put, threads } = await aTeam();
  const [first] = threads.slice(3);
  if (first) await put({ ...first, outcome: 'setAside' });
  const found = await findThemesOf(db, period, quiet);
  expect(found.themes.posts).toBe(20);
});

it('does not ask what a person has said already', async () => {
  const { db, put, threads } = await aTeam();
  const [first] = threads;
  if (first) await put({ ...first, label: { intent: 'complaint', by: 'ana', at: 1 } });
  await findThemesOf(db, period, quiet);
  expect(judged.mock.calls.flatMap(([ids]) => ids)).toHaveLength(23);
});

it('stops when it is not wanted any more', async () => {
  const { db } = await aTeam();
  await expect(findThemesOf(db, period, { ...quiet, isOver: () => true })).rejects.toBeInstanceOf(
    StoppedError,
  );
});
