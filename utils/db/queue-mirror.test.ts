import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { aReply, aThread } from '#tests/support/builders.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import { mirrorQueue } from './queue-mirror.ts';
import type { QueueMirror } from './queue-mirror.ts';
import { HearbackDb } from './schema.ts';

let db: HearbackDb;
let mirror: QueueMirror;
let count = 0;

const putThread = (part: Partial<Thread> & { id: string }) => {
  const { id, seenAt, outcome, ...rest } = aThread(part as Parameters<typeof aThread>[0]);
  const body = { id, seenAt, outcome, ...rest };
  return db.threads.put({ id, seq: 1, body, base: body, seenAt, outcome, holder: '' });
};
const putReply = (part: Partial<Reply>) => {
  const body = aReply(part);
  return db.replies.put({ id: body.id, seq: 1, body, base: body, threadId: body.threadId });
};
const begin = () =>
  mirrorQueue(db, {
    onChange: () => undefined,
    onError: (error) => {
      throw error;
    },
    giveWay: async () => undefined,
  });
const whole = () => vi.waitFor(() => expect(mirror.isWhole()).toBe(true));
const ids = () => [...mirror.entries.keys()].sort();

beforeEach(() => {
  db = new HearbackDb(`queue-${count++}`);
});
afterEach(async () => {
  mirror.close();
  await db.delete();
});

it('reads the open threads with their replies, the oldest first', async () => {
  for (let at = 0; at < 150; at += 1) await putThread({ id: `x:${at}`, seenAt: at });
  await putThread({ id: 'x:done', outcome: 'settled' });
  await putReply({ id: 'x:901', threadId: 'x:7', at: 2 });
  await putReply({ id: 'x:900', threadId: 'x:7', at: 1 });
  mirror = begin();
  await whole();
  expect(mirror.entries.size).toBe(150);
  expect([...mirror.entries.keys()][0]).toBe('x:0');
  expect(mirror.entries.get('x:7')?.replies.map(({ id }) => id)).toEqual(['x:900', 'x:901']);
  expect(mirror.isCut()).toBe(false);
});

it('reads all of those that were seen in one moment', async () => {
  for (let at = 0; at < 130; at += 1) await putThread({ id: `x:${at}`, seenAt: 7 });
  await putThread({ id: 'x:later', seenAt: 8 });
  mirror = begin();
  await whole();
  expect(mirror.entries.size).toBe(131);
});

it('follows threads that come, change, close and go', async () => {
  await putThread({ id: 'x:1' });
  await putThread({ id: 'x:2' });
  mirror = begin();
  await whole();
  await putThread({ id: 'x:3' });
  await putThread({ id: 'x:1', snooze: { until: 9, by: 'ana', at: 1 } });
  await putThread({ id: 'x:2', outcome: 'settled' });
  await vi.waitFor(() => expect(ids()).toEqual(['x:1', 'x:3']));
  expect(mirror.entries.get('x:1')?.thread.snooze?.until).toBe(9);
  await db.threads.delete('x:3');
  await vi.waitFor(() => expect(ids()).toEqual(['x:1']));
});

it('follows replies that come and go', async () => {
  await putThread({ id: 'x:1' });
  mirror = begin();
  await whole();
  await putReply({ id: 'x:900', threadId: 'x:1' });
  await vi.waitFor(() => expect(mirror.entries.get('x:1')?.replies).toHaveLength(1));
  await db.replies.delete('x:900');
  await vi.waitFor(() => expect(mirror.entries.get('x:1')?.replies).toHaveLength(0));
});

it('adds those that are closed once they are wanted', async () => {
  await putThread({ id: 'x:1' });
  await putThread({ id: 'x:2', outcome: 'settled' });
  await putThread({ id: 'x:3', outcome: 'setAside' });
  mirror = begin();
  await whole();
  expect(ids()).toEqual(['x:1']);
  mirror.wantClosed();
  await vi.waitFor(() => expect(ids()).toEqual(['x:1', 'x:2', 'x:3']));
  await whole();
});

it('is emptied with the tables', async () => {
  await putThread({ id: 'x:1' });
  mirror = begin();
  await whole();
  await db.threads.clear();
  await vi.waitFor(() => expect(ids()).toEqual([]));
});
