import { afterEach, beforeEach, expect, it } from 'vitest';
import { PRESENCE_TTL_MS } from '#utils/sync/wire.ts';
import { waitResponseSchema } from '#utils/sync/wire-live.ts';
import type { WaitRequest, WaitResponse } from '#utils/sync/wire-live.ts';
import { aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { goLive } from '../testing/test-socket.ts';

async function wait(device: TestDevice, known: Partial<WaitRequest> = {}): Promise<WaitResponse> {
  const { next: cursor } = await device.pull();
  const request = { cursor, presence: [], presenceMark: '', ...known };
  const { status, body } = await device.ask('POST', '/v1/wait', request);
  if (status !== 200) throw new Error(`${status}`);
  return waitResponseSchema.parse(body);
}

onEachStore((store) => {
  let team: TestTeam;
  beforeEach(async () => {
    team = await startTestTeam({ store });
  });
  afterEach(() => team.end());

  it('answers at once who is behind', async () => {
    const { head } = await team.member.push(aSighting());
    const cursor = { epoch: team.owner.joined.epoch, seq: 0, mark: '' };
    const answer = await wait(team.owner, { cursor });
    expect(answer).toMatchObject({ head, epoch: team.owner.joined.epoch });
  });

  it('answers at once who does not know who is present', async () => {
    expect((await wait(team.owner)).presence).toEqual([]);
  });

  it('answers at the next change', async () => {
    const { presenceMark } = await wait(team.owner);
    const waiting = wait(team.owner, { presenceMark });
    const live = await goLive(team.lead);
    const { head } = await team.member.push(aSighting());
    await live.next('changes');
    expect((await waiting).head).toBe(head);
  });

  it('tells sockets where it is, and hears where they are', async () => {
    const live = await goLive(team.lead);
    const here = { threadId: 'x:1', kind: 'typing' as const };
    const { presenceMark } = await wait(team.owner, { presence: [here] });
    expect(await live.next('presence')).toMatchObject({
      ...here,
      memberId: team.owner.joined.member.id,
    });
    const waiting = wait(team.owner, { presence: [here], presenceMark });
    await live.next('presence');
    live.send({ type: 'presence', threadId: 'x:1', kind: 'looking' });
    const answer = await waiting;
    expect(answer.presence).toMatchObject([{ threadId: 'x:1', kind: 'looking' }]);
    expect(answer.presenceMark).not.toBe(presenceMark);
  });

  it('leaves what a later request no longer names, and dies 30 s after the last', async () => {
    const live = await goLive(team.lead);
    const at = (threadId: string) => [{ threadId, kind: 'looking' as const }];
    await wait(team.owner, { presence: at('x:1') });
    expect(await live.next('presence')).toMatchObject({ threadId: 'x:1', kind: 'looking' });
    await wait(team.owner, { presence: at('x:2') });
    expect(await live.next('presence')).toMatchObject({ threadId: 'x:2', kind: 'looking' });
    expect(await live.next('presence')).toMatchObject({ threadId: 'x:1', kind: 'gone' });
    team.clock.advance(PRESENCE_TTL_MS);
    expect(await live.next('presence')).toMatchObject({ threadId: 'x:2', kind: 'gone' });
  });

  it('ends with the device', async () => {
    const { presenceMark } = await wait(team.member);
    const waiting = wait(team.member, { presenceMark });
    await team.member.ask('POST', '/v1/leave', {});
    await expect(waiting).rejects.toThrow('401');
  });

  it('answers the oldest of more than three', async () => {
    const { presenceMark } = await wait(team.member);
    const { next: cursor } = await team.member.pull();
    const waits = [1, 2, 3, 4].map(() => wait(team.member, { presenceMark, cursor }));
    expect((await Promise.race(waits)).head).toBe(cursor.seq);
    await team.owner.push(aSighting());
    await Promise.all(waits);
  });
});

it('answers without news when the time is over', async () => {
  const team = await startTestTeam({ waitMs: 20 });
  const { presenceMark } = await wait(team.owner);
  const { next } = await team.owner.pull();
  expect((await wait(team.owner, { presenceMark })).head).toBe(next.seq);
  await team.end();
});
