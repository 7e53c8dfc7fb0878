/** A reply stands in one thread: in its body, in answers about threads, and when the thread is erased. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { guardResponseSchema } from '#utils/sync/wire.ts';
import { aReply, aSighting } from '#server/testing/builders.ts';
import { onEachStore } from '#server/testing/on-each-store.ts';
import { startTestTeam } from '#server/testing/test-server.ts';
import type { TestTeam } from '#server/testing/test-server.ts';
import { withStore } from '#server/testing/with-store.ts';

onEachStore((store) => {
  let team: TestTeam;
  beforeEach(async () => {
    team = await startTestTeam({ store });
    await team.lead.push(aSighting({ id: '1' }), aSighting({ id: '2' }));
  });
  afterEach(() => team.end());

  async function listIn(threadId: string): Promise<string[]> {
    const { body } = await team.owner.ask('POST', '/v1/guard', { threadId, knownReplyIds: [] });
    return guardResponseSchema.parse(body).replies.map(({ id }) => id);
  }
  const seen = aReply({ id: 'x:900', threadId: 'x:1', source: 'seen' });
  const sent = aReply({ id: 'x:900', threadId: 'x:2', source: 'sent', text: 'My own words.' });

  it('moves to the thread it was sent in from the one it was read in', async () => {
    await team.lead.push(seen);
    await team.member.push(sent);
    expect([await listIn('x:1'), await listIn('x:2')]).toEqual([[], ['x:900']]);
  });

  it.each(['sent', 'seen'] as const)(
    'stays where it was sent when it is %s elsewhere',
    async (source) => {
      await team.member.push(sent);
      await team.lead.push(aReply({ id: 'x:900', threadId: 'x:1', source }));
      expect([await listIn('x:1'), await listIn('x:2')]).toEqual([[], ['x:900']]);
    },
  );

  it('stays where it was read first when it is read elsewhere', async () => {
    await team.lead.push(seen, aReply({ id: 'x:900', threadId: 'x:2', source: 'seen' }));
    expect([await listIn('x:1'), await listIn('x:2')]).toEqual([['x:900'], []]);
  });

  it('goes with the thread that it moved to when that is erased', async () => {
    await team.lead.push(seen);
    await team.member.push(sent);
    await team.lead.ask('POST', '/v1/erase', { postKey: 'x:2' });
    const left = await withStore(team, async (sql) => [
      ...(await sql.all('SELECT body FROM reply')),
      ...(await sql.all('SELECT body FROM change')),
    ]);
    expect(JSON.stringify(left)).not.toContain('My own words.');
  });
});
