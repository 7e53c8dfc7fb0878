import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Role } from '#utils/model/team.ts';
import type { ClaimRequest } from '#utils/sync/wire.ts';
import { insertDevice, revokeDevice } from '../store/devices.ts';
import { saveMember } from '../store/members.ts';
import { loadRecord } from '../store/records.ts';
import { aBrand, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { createTestContext } from '../testing/test-context.ts';
import type { TestActor, TestContext } from '../testing/test-context.ts';
import { fact } from '../testing/test-device.ts';
import type { Actor } from './actor.ts';
import { decideClaim } from './claims.ts';
import { removeTeammate, setRole } from './members.ts';
import { pushFacts } from './push.ts';

/** A token is looked at before the request waits for its turn in the team's line. */
onEachStore((kind) => {
  let context: TestContext;
  beforeAll(async () => {
    context = await createTestContext(kind);
  });
  afterAll(() => context.close());

  const threadId = 'x:1';

  async function createTeam(): Promise<TestActor> {
    const owner = await context.createTeam();
    await owner.push(aSighting({ id: '1' }));
    return owner;
  }

  async function admit({ teamId }: Actor, memberId: string, role: Role): Promise<Actor> {
    const deviceId = `device-of-${memberId}`;
    await context.store.transaction(async (tx) => {
      await saveMember(tx, teamId, { id: memberId, name: memberId, role, handles: [] });
      const tokenHash = `${teamId} ${memberId}`;
      await insertDevice(tx, { teamId, deviceId, memberId, name: '', tokenHash });
    });
    return { teamId, memberId, deviceId, role };
  }

  async function readHolder({ teamId }: Actor): Promise<unknown> {
    const sql = 'SELECT holder FROM thread WHERE team_id = ? AND id = ?';
    return (await context.store.get(sql, [teamId, threadId]))?.holder;
  }

  it.each(['take', 'takeOver'] as const)(
    'grants nothing by %s to who was removed since the token was looked at',
    async (action) => {
      const owner = await createTeam();
      const bob = await admit(owner, 'bob', 'lead');
      await removeTeammate(context, owner, 'bob');
      await expect(decideClaim(context, bob, { action, threadId })).rejects.toMatchObject({
        body: { code: 'unauthorized' },
      });
      expect(await readHolder(owner)).toBeNull();
    },
  );

  it('grants nothing to a device that was revoked since', async () => {
    const owner = await createTeam();
    const bob = await admit(owner, 'bob', 'member');
    await context.store.transaction((tx) => revokeDevice(tx, bob.teamId, bob.deviceId));
    const asked = decideClaim(context, bob, { action: 'take', threadId });
    await expect(asked).rejects.toMatchObject({ body: { code: 'unauthorized' } });
    expect(await readHolder(owner)).toBeNull();
  });

  it.each([
    { action: 'takeOver', threadId },
    { action: 'handOver', threadId, fence: 1, to: 'cem' },
  ] satisfies ClaimRequest[])(
    'refuses $action of the claim of somebody else to who is no lead any more',
    async (request) => {
      const owner = await createTeam();
      const bob = await admit(owner, 'bob', 'lead');
      await admit(owner, 'cem', 'member');
      await decideClaim(context, owner, { action: 'take', threadId });
      await setRole(context, owner, { memberId: 'bob', role: 'member' });
      expect(await decideClaim(context, bob, request)).toMatchObject({
        granted: false,
        claim: { memberId: owner.memberId },
      });
      expect(await readHolder(owner)).toBe(owner.memberId);
    },
  );

  it('refuses what only leads decide to who is no lead any more', async () => {
    const owner = await createTeam();
    const bob = await admit(owner, 'bob', 'lead');
    await setRole(context, owner, { memberId: 'bob', role: 'member' });
    const mutations = [{ mid: 1, mutation: fact('brand.save', aBrand()) }];
    const request = { epoch: `epoch-${bob.teamId}`, ackMid: 0, mutations };
    const { results } = await pushFacts(context, bob, request);
    expect(results).toMatchObject([{ mid: 1, ok: false, refusal: { code: 'forbidden' } }]);
    expect(await loadRecord(context.store, bob.teamId, 'brand', 'acme')).toBeNull();
  });
});
