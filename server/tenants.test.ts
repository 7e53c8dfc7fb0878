import { afterAll, beforeAll, expect, it } from 'vitest';
import { pushResponseSchema } from '#utils/sync/wire.ts';
import { openStore } from './listen.ts';
import { inviteFromConsole } from './services/invites.ts';
import { insertTeam } from './store/teams.ts';
import { aBrand, aReply, aSighting } from './testing/builders.ts';
import { onEachStore } from './testing/on-each-store.ts';
import { fact, joinAs, toOutcomes } from './testing/test-device.ts';
import type { Answer, TestDevice } from './testing/test-device.ts';
import { startTestTeam } from './testing/test-server.ts';
import type { TestTeam } from './testing/test-server.ts';
import { goLive } from './testing/test-socket.ts';

const CANARY = 'canary-of-team-b';

onEachStore((store) => {
  let a: TestTeam;
  let b: TestDevice;
  beforeAll(async () => {
    a = await startTestTeam({ store });
    const data = await openStore(a, a.clock);
    await insertTeam(data, { id: 'team-b', name: CANARY, epoch: 'epoch-b' });
    const { link } = await inviteFromConsole(data, 'team-b', 'lead', a.server.url);
    await data.close();
    b = await joinAs(link, CANARY);
    await b.push(
      aSighting({ id: 'shared', text: CANARY }),
      aSighting({ id: 'only-b', text: CANARY }),
      aReply({ id: 'x:reply-b', threadId: 'x:only-b', text: CANARY }),
      fact('brand.save', aBrand({ id: 'brand-b', name: CANARY })),
    );
    await b.claim({ action: 'take', threadId: 'x:only-b' });
  });
  afterAll(() => a.end());

  it('answers another team’s ids as if they did not exist', async () => {
    const { next: before } = await b.pull();
    const { epoch } = a.owner.joined;
    const push = (...mutations: unknown[]) => ({
      epoch,
      ackMid: 0,
      mutations: mutations.map((mutation, index) => ({ mid: a.owner.mid + index + 1, mutation })),
    });
    const id = 'x:only-b';
    const member = b.joined.member.id;
    const answers: Answer[] = [
      await a.owner.ask('GET', `/v1/pull?epoch=epoch-b&seq=0&mark=`),
      await a.owner.ask('GET', `/v1/pull?epoch=${epoch}&seq=0&mark=`),
      await a.owner.ask('GET', '/v1/snapshot'),
      await a.owner.ask('POST', '/v1/claims', { action: 'take', threadId: id }),
      await a.owner.ask('POST', '/v1/claims', { action: 'release', threadId: id, fence: 1 }),
      await a.owner.ask('GET', '/v1/me'),
      await a.owner.ask(
        'POST',
        '/v1/push',
        push(
          aReply({ id: 'x:a', threadId: id }),
          fact('thread.setOutcome', { id, outcome: 'settled', reason: '' }),
          fact('thread.confirm', { id }),
          fact('member.update', { id: member, name: 'Taken', handles: [] }),
          fact('brand.remove', { id: 'brand-b' }),
        ),
      ),
    ];
    expect(JSON.stringify(answers.map(({ body }) => body))).not.toContain(CANARY);
    const pushed = pushResponseSchema.parse(answers.at(-1)?.body);
    expect(toOutcomes(pushed)).toEqual(['not_found', 'not_found', 'not_found', 'not_found', 'ok']);
    expect((await b.pull()).next).toEqual(before);
  });

  it('keeps the same post apart in each team', async () => {
    await a.member.push(aSighting({ id: 'shared', text: 'Seen by team A' }));
    await a.member.claim({ action: 'take', threadId: 'x:shared' });
    const own = await b.claim({ action: 'take', threadId: 'x:shared' });
    expect(own).toMatchObject({ granted: true, claim: { fence: 1 } });
  });

  it('numbers the changes of each team on their own', async () => {
    const { changes } = await b.pull();
    expect(changes.map(({ seq }) => seq)).toEqual(changes.map((_, index) => index + 1));
  });

  it('tells nobody live of another team', async () => {
    const live = await goLive(a.owner);
    await b.push(aSighting({ id: 'live-b', text: CANARY }));
    const socketB = await goLive(b);
    socketB.send({ type: 'presence', threadId: 'x:1', kind: 'typing' });
    await a.member.push(aSighting({ id: 'live-a' }));
    const { changes } = await live.next('changes');
    expect(changes.map(({ id }) => id)).toEqual(['x:live-a']);
    expect(live.waiting('presence')).toEqual([]);
  });

  it('lets no token of one team be used with the name of another', async () => {
    const secret = b.joined.token.split('.')[1] ?? '';
    const forged = `${a.owner.joined.team.id}.${secret}`;
    const response = await fetch(`${a.server.url}/v1/me`, {
      headers: { authorization: `Bearer ${forged}` },
    });
    expect(response.status).toBe(401);
  });
});
