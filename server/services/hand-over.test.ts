import { afterAll, beforeAll, expect, it } from 'vitest';
import { CLAIM_LEASE_MS } from '#utils/sync/wire.ts';
import type { ClaimRequest } from '#utils/sync/wire.ts';
import { aSighting } from '../testing/builders.ts';
import type { TestDevice } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { listAuditOf } from '../testing/with-store.ts';

let team: TestTeam;
let threads = 0;
beforeAll(async () => {
  team = await startTestTeam({ sweepEveryMs: 20 });
});
afterAll(() => team.end());

async function seeThread(): Promise<string> {
  threads += 1;
  await team.owner.push(aSighting({ id: `t${threads}` }));
  return `x:t${threads}`;
}

const idOf = (device: TestDevice) => device.joined.member.id;

const listAudit = (target: string) => listAuditOf(team, target);

const take = (device: TestDevice, threadId: string) => device.claim({ action: 'take', threadId });

async function claimed(): Promise<ClaimRequest & { fence: number }> {
  const threadId = await seeThread();
  await take(team.member, threadId);
  return { action: 'handOver', threadId, fence: 1, to: idOf(team.lead), note: 'Knows kettles' };
}

it('gives the thread to the teammate with the note, under a new fence and lease', async () => {
  const request = await claimed();
  team.clock.advance(60_000);
  expect(await team.member.claim(request)).toMatchObject({
    granted: true,
    claim: {
      memberId: idOf(team.lead),
      fence: 2,
      from: idOf(team.member),
      note: 'Knows kettles',
      leaseUntil: team.clock.now() + CLAIM_LEASE_MS,
    },
  });
  const { threadId } = request;
  expect((await team.member.claim({ action: 'renew', threadId, fence: 1 })).granted).toBe(false);
  expect((await team.lead.claim({ action: 'renew', threadId, fence: 2 })).granted).toBe(true);
});

it('happens once when its answer was lost', async () => {
  const request = await claimed();
  const first = await team.member.claim(request);
  const { next } = await team.owner.pull();
  expect(await team.member.claim(request)).toEqual(first);
  const { changes } = await team.owner.pull(next);
  expect(changes.filter(({ id }) => id === request.threadId)).toEqual([]);
  expect((await listAudit(request.threadId)).map(({ action }) => action)).toEqual([
    'claim.handedOver',
  ]);
});

it('is refused under an older fence', async () => {
  const request = await claimed();
  await team.lead.claim({ action: 'takeOver', threadId: request.threadId });
  const answer = await team.member.claim({ ...request, to: idOf(team.owner) });
  expect(answer).toMatchObject({ granted: false, claim: { fence: 2 } });
});

it('keeps no note after the claim was given back', async () => {
  const request = await claimed();
  const { threadId } = request;
  await team.member.claim(request);
  await team.lead.claim({ action: 'release', threadId, fence: 2 });
  const { claim } = await take(team.lead, threadId);
  expect(claim).not.toHaveProperty('note');
  expect(claim).not.toHaveProperty('from');
});

it('keeps no note after the lease ran out', async () => {
  const request = await claimed();
  await team.member.claim(request);
  team.clock.advance(CLAIM_LEASE_MS);
  expect((await take(team.owner, request.threadId)).claim).not.toHaveProperty('note');
});

it('lets a lead assign a free thread', async () => {
  const threadId = await seeThread();
  const request = { action: 'handOver', threadId, fence: 0, to: idOf(team.member) } as const;
  expect(await team.lead.claim(request)).toMatchObject({ granted: true, claim: { fence: 1 } });
});

it.each([
  ['a stranger', { to: 'nobody' }, 404],
  ['a stranger with a hostile id', { to: 'no\0body' }, 404],
  ['nobody', { to: undefined }, 400],
  ['no known fence', { fence: undefined }, 400],
])('is answered as wrong to %s', async (_, wrong, status) => {
  const request = { ...(await claimed()), ...wrong };
  expect((await team.member.ask('POST', '/v1/claims', request)).status).toBe(status);
});

it('is answered as wrong to oneself', async () => {
  const request = { ...(await claimed()), to: idOf(team.member) };
  expect((await team.member.ask('POST', '/v1/claims', request)).status).toBe(400);
});
