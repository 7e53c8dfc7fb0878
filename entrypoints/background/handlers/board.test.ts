import { expect, test } from 'vitest';
import { aBoardView } from '#tests/support/board-builders.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { createBoardHandlers } from './board.ts';

test('what is done to many threads is told of each, in one go', async () => {
  const told: Mutation[][] = [];
  const handlers = createBoardHandlers({ record: async (facts) => void told.push([...facts]) });
  const page = { kind: 'page' } as never;
  await handlers['queue.route'](
    {
      changes: [
        { id: 'x:1', deskId: 'press' },
        { id: 'x:2', assignee: null },
      ],
    },
    page,
  );
  await handlers['queue.snooze']({ changes: [{ id: 'x:1', until: 9 }] }, page);
  await handlers['queue.close']({ changes: [{ id: 'x:1', outcome: 'open', reason: '' }] }, page);
  await handlers['view.save'](aBoardView(), page);
  await handlers['view.remove']({ id: 'late' }, page);
  expect(told).toEqual([
    [
      { kind: 'thread.route', args: { id: 'x:1', deskId: 'press' } },
      { kind: 'thread.route', args: { id: 'x:2', assignee: null } },
    ],
    [{ kind: 'thread.snooze', args: { id: 'x:1', until: 9 } }],
    [{ kind: 'thread.setOutcome', args: { id: 'x:1', outcome: 'open', reason: '' } }],
    [{ kind: 'view.save', args: aBoardView() }],
    [{ kind: 'view.remove', args: { id: 'late' } }],
  ]);
});
