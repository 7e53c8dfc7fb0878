import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Thread } from '#utils/model/thread.ts';
import { CLAIM_LEASE_MS } from '#utils/sync/wire.ts';
import type { ClaimRequest } from '#utils/sync/wire.ts';
import { aSighting } from '../testing/builders.ts';
import { fact, joinAs } from '../testing/test-device.ts';
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

it('grants a free thread and tells the team', async () => {
  const threadId = await seeThread();
  const { granted, claim } = await take(team.member, threadId);
  expect(granted).toBe(true);
  expect(claim).toMatchObject({ memberId: team.member.joined.member.id, fence: 1 });
  const { changes } = await team.owner.pull();
  expect(changes.at(-1)).toMatchObject({ id: threadId, body: { claim, fence: 1 } });
});

it('answers a second claimer with the holder', async () => {
  const threadId = await seeThread();
  const first = await take(team.member, threadId);
  expect(await take(team.lead, threadId)).toMatchObject({ granted: false, claim: first.claim });
});

it('grants the same claim when a lost answer is asked for again', async () => {
  const threadId = await seeThread();
  const first = await take(team.member, threadId);
  expect((await take(team.member, threadId)).claim?.fence).toBe(first.claim?.fence);
});

it('belongs to the member: another device of theirs has it too, and may renew it', async () => {
  const threadId = await seeThread();
  const memberId = idOf(team.member);
  const { body } = await team.member.ask('POST', '/v1/invites', { memberId });
  const laptop = await joinAs((body as { link: string }).link, 'Cem Example');
  const { claim } = await take(team.member, threadId);
  expect(await take(laptop, threadId)).toMatchObject({ granted: true, claim: { fence: 1 } });
  const fence = claim?.fence ?? 0;
  const renewed = await laptop.claim({ action: 'renew', threadId, fence });
  expect(renewed).toMatchObject({ granted: true, claim: { memberId, fence } });
});

it('renews after the lease ran out while nobody took it', async () => {
  const threadId = await seeThread();
  await take(team.member, threadId);
  team.clock.advance(CLAIM_LEASE_MS + 1);
  const renewed = await team.member.claim({ action: 'renew', threadId, fence: 1 });
  expect(renewed).toMatchObject({ granted: true, claim: { fence: 1 } });
});

it('renews no more once somebody else has it', async () => {
  const threadId = await seeThread();
  await take(team.member, threadId);
  team.clock.advance(CLAIM_LEASE_MS);
  expect(await take(team.lead, threadId)).toMatchObject({ granted: true, claim: { fence: 2 } });
  const late = await team.member.claim({ action: 'renew', threadId, fence: 1 });
  expect(late).toMatchObject({ granted: false, claim: { fence: 2 } });
});

it('frees a released thread, also when the release is repeated', async () => {
  const threadId = await seeThread();
  await take(team.member, threadId);
  const release = { action: 'release', threadId, fence: 1 } as const;
  expect(await team.member.claim(release)).toMatchObject({ granted: true, claim: null });
  expect(await team.member.claim(release)).toMatchObject({ granted: true, claim: null });
  expect(await take(team.lead, threadId)).toMatchObject({ granted: true, claim: { fence: 2 } });
  expect(await team.member.claim(release)).toMatchObject({ granted: false });
});

it('lets leads and the owner take over, a member only after the lease', async () => {
  const threadId = await seeThread();
  const takeOver = { action: 'takeOver', threadId } as const;
  await take(team.lead, threadId);
  expect((await team.member.claim(takeOver)).granted).toBe(false);
  expect(await team.owner.claim(takeOver)).toMatchObject({ granted: true, claim: { fence: 2 } });
  expect(await team.lead.claim(takeOver)).toMatchObject({ granted: true, claim: { fence: 3 } });
  team.clock.advance(CLAIM_LEASE_MS);
  expect(await team.member.claim(takeOver)).toMatchObject({ granted: true, claim: { fence: 4 } });
});

it('names from whom a claim was taken over, until it is given back', async () => {
  const threadId = await seeThread();
  await take(team.member, threadId);
  const { claim } = await team.lead.claim({ action: 'takeOver', threadId });
  expect(claim?.from).toBe(idOf(team.member));
  await team.lead.claim({ action: 'release', threadId, fence: 2 });
  expect((await take(team.member, threadId)).claim).not.toHaveProperty('from');
});

it('names nobody when a lease ran out before the next one takes the thread', async () => {
  const threadId = await seeThread();
  await take(team.member, threadId);
  team.clock.advance(CLAIM_LEASE_MS);
  expect((await take(team.lead, threadId)).claim).not.toHaveProperty('from');
});

/** Who may do what to a claim that somebody holds; `own` asks with the present fence. */
const matrix = {
  take: { holder: true, member: false, lead: false, owner: false },
  renew: { holder: true, member: false, lead: false, owner: false },
  release: { holder: true, member: false, lead: false, owner: false },
  takeOver: { holder: true, member: false, lead: true, owner: true },
  handOver: { holder: true, member: false, lead: true, owner: true },
} satisfies Record<ClaimRequest['action'], Record<string, boolean>>;

it.each(
  Object.entries(matrix).flatMap(([action, roles]) =>
    Object.entries(roles).map(([role, isGranted]) => ({ action, role, isGranted })),
  ),
)('answers $action by the $role while it is held: $isGranted', async (asked) => {
  const threadId = await seeThread();
  const holder = await joinAs((await team.server.invite('member')).link, 'Eve Example');
  const receiver = await joinAs((await team.server.invite('member')).link, 'Fay Example');
  await take(holder, threadId);
  const devices: Record<string, TestDevice> = { ...team, holder } as never;
  const action = asked.action as ClaimRequest['action'];
  const handOver = action === 'handOver' ? { to: idOf(receiver), note: '' } : {};
  const request = { action, threadId, fence: 1, ...handOver };
  expect((await devices[asked.role]?.claim(request))?.granted).toBe(asked.isGranted);
});

it('writes down every take-over and hand-over with who did it', async () => {
  const threadId = await seeThread();
  await take(team.member, threadId);
  await team.lead.claim({ action: 'takeOver', threadId });
  await team.lead.claim({ action: 'handOver', threadId, fence: 2, to: idOf(team.owner) });
  expect(await listAudit(threadId)).toEqual([
    { action: 'claim.takenOver', member_id: idOf(team.lead) },
    { action: 'claim.handedOver', member_id: idOf(team.lead) },
  ]);
});

it('never has two holders while the clock of the database is set back', async () => {
  const threadId = await seeThread();
  await take(team.member, threadId);
  team.clock.advance(CLAIM_LEASE_MS);
  expect(await take(team.lead, threadId)).toMatchObject({ granted: true, claim: { fence: 2 } });
  team.clock.advance(-10_000);
  expect((await team.member.claim({ action: 'renew', threadId, fence: 1 })).granted).toBe(false);
  expect((await take(team.member, threadId)).granted).toBe(false);
  expect((await team.lead.claim({ action: 'renew', threadId, fence: 2 })).granted).toBe(true);
});

it('grants a lease that was told to have run out, though the clock was set back since', async () => {
  const threadId = await seeThread();
  await take(team.member, threadId);
  const { next } = await team.owner.pull();
  team.clock.advance(CLAIM_LEASE_MS);
  await expect
    .poll(async () => (await team.owner.pull(next)).changes.map(({ id }) => id))
    .toContain(threadId);
  team.clock.advance(-10_000);
  expect(await take(team.lead, threadId)).toMatchObject({ granted: true, claim: { fence: 2 } });
  expect((await team.member.claim({ action: 'renew', threadId, fence: 1 })).granted).toBe(false);
});

it('grants nothing on a thread that is closed', async () => {
  const threadId = await seeThread();
  await take(team.member, threadId);
  const close = fact('thread.setOutcome', { id: threadId, outcome: 'settled', reason: '' });
  await team.member.push(close);
  expect(await take(team.lead, threadId)).toMatchObject({ granted: false, claim: null });
});

it('asks for the fence of what is renewed or released', async () => {
  const threadId = await seeThread();
  const { status } = await team.member.ask('POST', '/v1/claims', { action: 'renew', threadId });
  expect(status).toBe(400);
});

it('knows no claim on an unknown thread', async () => {
  const body = { action: 'take', threadId: 'x:never' };
  expect((await team.member.ask('POST', '/v1/claims', body)).status).toBe(404);
});

it('tells the team when a lease has run out, and whose it was until somebody takes the thread', async () => {
  const threadId = await seeThread();
  const { claim } = await take(team.member, threadId);
  const { next } = await team.owner.pull();
  team.clock.advance(CLAIM_LEASE_MS);
  await expect
    .poll(async () => {
      const { changes } = await team.owner.pull(next);
      return changes.filter(({ id }) => id === threadId).map(({ body }) => (body as Thread).claim);
    })
    .toEqual([null]);
  const load = async () =>
    (await team.owner.pull(next)).changes.findLast(({ id }) => id === threadId)?.body as Thread;
  expect((await load()).lapsed).toEqual({
    memberId: idOf(team.member),
    since: claim?.since,
    leaseUntil: claim?.leaseUntil,
  });
  await take(team.lead, threadId);
  expect(await load()).not.toHaveProperty('lapsed');
});

it('never grants one thread twice, however many ask at once', { timeout: 60_000 }, async () => {
  const claimers = await Promise.all(
    Array.from({ length: 32 }, async (_, n) =>
      joinAs((await team.server.invite('member')).link, `Claimer ${n}`),
    ),
  );
  for (let round = 0; round < 6; round += 1) {
    const threadId = await seeThread();
    for (let turn = 1; turn <= 3; turn += 1) {
      const answers = await Promise.all(claimers.map((device) => take(device, threadId)));
      const winner = answers.findIndex(({ granted }) => granted);
      expect(answers.filter(({ granted }) => granted)).toHaveLength(1);
      expect(new Set(answers.map(({ claim }) => claim?.memberId))).toEqual(
        new Set([claimers[winner]?.joined.member.id]),
      );
      expect(answers[winner]?.claim?.fence).toBe(turn);
      await claimers[winner]?.claim({ action: 'release', threadId, fence: turn });
    }
  }
});
