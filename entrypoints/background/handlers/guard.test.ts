import { describe, expect, test } from 'vitest';
import { aReply } from '#tests/support/builders.ts';
import { aTeam, seeing } from '#tests/support/a-team.ts';
import { loadThreadViews } from '#utils/db/thread-views.ts';
import type { Sender } from '#utils/messages/receive.ts';
import type { Mutation } from '#utils/sync/wire.ts';
import type { Services } from '../services.ts';
import { createGuardHandlers } from './guard.ts';

const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const onReddit: Sender = { kind: 'content', tabId: 2, origin: 'https://www.reddit.com' };
const ask = { threadId: 'x:1', phase: 'send' } as const;

const answering = (id: string): Mutation => {
  const { memberId: _, ...args } = aReply({ id: `x:${id}`, source: 'sent' });
  return { kind: 'reply.record', args };
};

/** Two teammates who both know the thread; the second one's page asks. */
async function aTeamWithThread() {
  const team = await aTeam();
  const { owner, member } = team;
  await owner.record([seeing('1')]);
  await owner.engine.sync();
  await member.engine.sync();
  const views: Services['views'] = async (ids) =>
    loadThreadViews(member.db, ids, {
      connection: await member.engine.connection(),
      presenceOf: () => [],
    });
  const guard = createGuardHandlers({ engine: member.engine, views });
  return { ...team, guard };
}

describe('the guard of a page', () => {
  test('tells an answer that this browser has not heard of, and takes it in', async () => {
    const { owner, member, guard } = await aTeamWithThread();
    await owner.record([answering('2')]);
    await owner.engine.sync();
    const { outcome, view } = await guard['reply.guard'](ask, onX);
    expect(outcome).toBe('answered');
    expect(view?.replies.map(({ id }) => id)).toEqual(['x:2']);
    await expect.poll(() => member.db.replies.count()).toBe(1);
  });

  test('tells a claim that was granted meanwhile', async () => {
    const { owner, guard } = await aTeamWithThread();
    const client = await owner.engine.client();
    await client?.claim({ action: 'take', threadId: 'x:1' });
    const { view } = await guard['reply.guard'](ask, onX);
    expect(view?.thread.claim?.memberId).toBe(owner.memberId);
  });

  test('says that nobody answered when the server is away', async () => {
    const { close, guard } = await aTeamWithThread();
    await close();
    const { outcome, view } = await guard['reply.guard'](ask, onX);
    expect(outcome).toBe('noAnswer');
    expect(view?.thread.id).toBe('x:1');
  });

  test('speaks of its own site only', async () => {
    const { guard } = await aTeamWithThread();
    await expect(guard['reply.guard'](ask, onReddit)).rejects.toThrow(/own site/u);
  });
});
