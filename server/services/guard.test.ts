import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLAIM_LEASE_MS, guardResponseSchema } from '#utils/sync/wire.ts';
import type { GuardRequest } from '#utils/sync/wire.ts';
import { aReply, aSighting } from '../testing/builders.ts';
import { fact } from '../testing/test-device.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { goLive } from '../testing/test-socket.ts';

let team: TestTeam;
let threads = 0;
beforeAll(async () => {
  team = await startTestTeam();
});
afterAll(() => team.end());

async function seeThread(): Promise<string> {
  threads += 1;
  await team.owner.push(aSighting({ id: `g${threads}` }));
  return `x:g${threads}`;
}

async function guard(device: TestDevice, threadId: string, knownReplyIds: string[] = []) {
  const request: GuardRequest = { threadId, knownReplyIds };
  const { status, body } = await device.ask('POST', '/v1/guard', request);
  expect(status).toBe(200);
  return guardResponseSchema.parse(body);
}

it('says that a fresh thread is clear', async () => {
  const threadId = await seeThread();
  expect(await guard(team.member, threadId)).toEqual({
    claim: null,
    fence: 0,
    outcome: 'open',
    replies: [],
    presence: [],
    serverTime: team.clock.now(),
  });
});

it('names who holds the thread, until the lease runs out', async () => {
  const threadId = await seeThread();
  const { claim } = await team.lead.claim({ action: 'take', threadId });
  expect(await guard(team.member, threadId)).toMatchObject({ claim, fence: 1 });
  team.clock.advance(CLAIM_LEASE_MS);
  expect(await guard(team.member, threadId)).toMatchObject({ claim: null, fence: 1 });
});

it('says what became of the thread', async () => {
  const threadId = await seeThread();
  await team.lead.push(fact('thread.setOutcome', { id: threadId, outcome: 'settled', reason: '' }));
  expect((await guard(team.member, threadId)).outcome).toBe('settled');
});

it('tells the replies that the asker does not know, oldest first', async () => {
  const threadId = await seeThread();
  await team.lead.push(
    aReply({ id: 'x:late', threadId, at: 3 }),
    aReply({ id: 'x:early', threadId, at: 1 }),
    aReply({ id: 'x:known', threadId, at: 2 }),
  );
  const { replies } = await guard(team.member, threadId, ['x:known', 'x:never']);
  expect(replies.map(({ id }) => id)).toEqual(['x:early', 'x:late']);
});

it('finds a hundred unknown replies behind a hundred known ones', async () => {
  const threadId = await seeThread();
  const ids = Array.from({ length: 220 }, (_, n) => `x:many-${n}`);
  for (const part of [ids.slice(0, 110), ids.slice(110)]) {
    await team.lead.push(...part.map((id, n) => aReply({ id, threadId, at: n })));
  }
  const { replies } = await guard(team.member, threadId, ids.slice(0, 100));
  expect(new Set(replies.map(({ id }) => id))).toEqual(new Set(ids.slice(100, 200)));
});

it('names teammates who type there, not the asker, not who only looks', async () => {
  const threadId = await seeThread();
  const sockets = [];
  for (const [device, kind] of [
    [team.owner, 'looking'],
    [team.lead, 'typing'],
    [team.member, 'typing'],
  ] as const) {
    const socket = await goLive(device);
    socket.send({ type: 'presence', threadId, kind });
    sockets.push(socket);
  }
  await expect
    .poll(async () => (await guard(team.member, threadId)).presence)
    .toMatchObject([{ memberId: team.lead.joined.member.id, threadId, kind: 'typing' }]);
  for (const { ws } of sockets) ws.terminate();
});

it('writes nothing', async () => {
  const threadId = await seeThread();
  const { next } = await team.owner.pull();
  await guard(team.member, threadId);
  expect(await team.owner.pull(next)).toEqual({ changes: [], next });
});

it.each(['x:never', 'x:g1\0'])('knows nothing of the thread %j', async (threadId) => {
  const answer = await team.member.ask('POST', '/v1/guard', { threadId, knownReplyIds: [] });
  expect(answer.status).toBe(404);
});

it.each([
  { threadId: 'x:1' },
  { threadId: 'x:1', knownReplyIds: Array.from({ length: 101 }, String) },
  { threadId: 'x:1', knownReplyIds: [], more: 1 },
])('calls %o a bad request', async (body) => {
  expect((await team.member.ask('POST', '/v1/guard', body)).status).toBe(400);
});
