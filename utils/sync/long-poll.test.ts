import { expect, test } from 'vitest';
import { startLongPoll } from './long-poll.ts';
import type { Cursor } from './wire.ts';
import type { WaitResponse } from './wire-live.ts';

/** A browser that asks a server for news until `answers` run out; whether each is pulled after is up to `pull`. */
async function poll(answers: Partial<WaitResponse>[], pull: (cursor: Cursor) => Cursor) {
  let cursor: Cursor = { epoch: 'e', seq: 100, mark: 'm' };
  const said: string[] = [];
  await new Promise<void>((resolve) => {
    startLongPoll({
      now: () => 0,
      cursor: async () => cursor,
      async wait() {
        const answer = answers.shift();
        if (!answer) throw new Error('nothing more to ask');
        said.push('asked');
        return { head: 100, presence: [], presenceMark: 'x', serverTime: 0, ...answer };
      },
      async pull() {
        said.push('pulled');
        cursor = pull(cursor);
      },
      onFrame: () => undefined,
      onDown: resolve as () => void,
    });
  });
  return said;
}

const stay = (cursor: Cursor) => cursor;

test('a server that went back in time is pulled from, and not asked again at once in vain', async () => {
  const back = Array.from({ length: 9 }, () => ({ head: 95 }));
  expect(await poll(back, stay)).toEqual(['asked', 'pulled']);
});

test('another epoch is a reason to pull, though the head is the same', async () => {
  const other = { epoch: 'other', head: 100 };
  const reload = () => ({ epoch: 'other', seq: 100, mark: 'other' });
  expect(await poll([other, other], reload)).toEqual(['asked', 'pulled', 'asked']);
});

test('the same number under another mark is another place', async () => {
  const remark = (cursor: Cursor) => ({ ...cursor, mark: 'other' });
  expect(await poll([{ head: 95 }], remark)).toEqual(['asked', 'pulled']);
});

test('no news is asked again without a pull', async () => {
  expect(await poll([{ epoch: 'e' }, {}], stay)).toEqual(['asked', 'asked']);
});
