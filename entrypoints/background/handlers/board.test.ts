import { expect, test, vi } from 'vitest';
import { aBoardView, aDesk, aPartner } from '#tests/support/board-builders.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import { createBoardHandlers } from './board.ts';

/** As far as it is asked who one is. */
const aTeam = (role: string) => ({
  engine: { context: async () => ({ memberId: 'me', now: 0 }) },
  db: { members: { get: async () => ({ body: { role } }) } },
});

test('desks and rules are made by leads, and who may not is told so at once', async () => {
  const record = vi.fn<(facts: readonly Mutation[]) => Promise<void>>(async () => undefined);
  const page = { kind: 'page' } as never;
  const asMember = createBoardHandlers({ ...aTeam('member'), record } as never);
  await expect(asMember['desk.save'](aDesk(), page)).rejects.toThrow('Only a lead');
  await expect(asMember['desk.remove']({ id: 'support' }, page)).rejects.toThrow('Only a lead');
  await expect(asMember['routing.save']({ rules: [] }, page)).rejects.toThrow('Only a lead');
  expect(record).not.toHaveBeenCalled();
  const asLead = createBoardHandlers({ ...aTeam('lead'), record } as never);
  await asLead['desk.save'](aDesk(), page);
  await asLead['desk.remove']({ id: 'support' }, page);
  await asLead['routing.save']({ rules: [] }, page);
  expect(record.mock.calls).toEqual([
    [[{ kind: 'desk.save', args: aDesk() }]],
    [[{ kind: 'desk.remove', args: { id: 'support' } }]],
    [[{ kind: 'routing.save', args: { id: 'routing', rules: [] } }]],
  ]);
});

test('what is done to many threads is told of each, in one go', async () => {
  const told: Mutation[][] = [];
  const handlers = createBoardHandlers({
    ...aTeam('lead'),
    record: async (facts: readonly Mutation[]) => void told.push([...facts]),
  } as never);
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
  await handlers['partner.save'](aPartner(), page);
  await handlers['partner.remove']({ id: 'grid' }, page);
  expect(told).toEqual([
    [
      { kind: 'thread.route', args: { id: 'x:1', deskId: 'press' } },
      { kind: 'thread.route', args: { id: 'x:2', assignee: null } },
    ],
    [{ kind: 'thread.snooze', args: { id: 'x:1', until: 9 } }],
    [{ kind: 'thread.setOutcome', args: { id: 'x:1', outcome: 'open', reason: '' } }],
    [{ kind: 'view.save', args: aBoardView() }],
    [{ kind: 'view.remove', args: { id: 'late' } }],
    [{ kind: 'partner.save', args: aPartner() }],
    [{ kind: 'partner.remove', args: { id: 'grid' } }],
  ]);
});
