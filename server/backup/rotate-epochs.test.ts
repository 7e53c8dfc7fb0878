import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Actor } from '../services/actor.ts';
import { decideClaim } from '../services/claims.ts';
import { insertDevice } from '../store/devices.ts';
import { saveMember } from '../store/members.ts';
import { insertThread } from '../store/threads.ts';
import { aMatch, aPost, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { createTestContext } from '../testing/test-context.ts';
import type { TestActor, TestContext } from '../testing/test-context.ts';
import { rotateEpochs } from './rotate-epochs.ts';

const threadId = 'x:1';

onEachStore((kind) => {
  let context: TestContext;
  beforeAll(async () => {
    context = await createTestContext(kind);
  });
  afterAll(() => context.close());

  async function createTeam(): Promise<{ owner: TestActor; bob: Actor }> {
    const owner = await context.createTeam();
    const { teamId } = owner;
    const bob: Actor = { teamId, memberId: 'bob', deviceId: 'of-bob', role: 'member' };
    await context.store.transaction(async (tx) => {
      await saveMember(tx, teamId, { id: 'bob', name: 'Bob', role: 'member', handles: [] });
      await insertDevice(tx, { ...bob, name: '', tokenHash: `${teamId} bob` });
    });
    await owner.push(aSighting({ id: '1' }));
    return { owner, bob };
  }

  /** Puts threads and the team's counters back to where they were now, as a restored copy does. */
  async function copy({ teamId }: Actor): Promise<() => Promise<void>> {
    const [team, threads] = [
      await context.store.get('SELECT fence_base FROM team WHERE team_id = ?', [teamId]),
      await context.store.all('SELECT * FROM thread WHERE team_id = ?', [teamId]),
    ];
    return () =>
      context.store.transaction(async (tx) => {
        await tx.run('UPDATE team SET fence_base = ? WHERE team_id = ?', [
          team?.fence_base ?? 0,
          teamId,
        ]);
        await tx.run('DELETE FROM thread WHERE team_id = ?', [teamId]);
        for (const row of threads) {
          const columns = Object.keys(row);
          await tx.run(
            `INSERT INTO thread (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
            Object.values(row),
          );
        }
        await rotateEpochs(tx);
      });
  }

  const take = async (actor: Actor) =>
    (await decideClaim(context, actor, { action: 'take', threadId })).claim?.fence ?? 0;

  it('gives no fence of the lost history again, nor of one that the same copy was lost to', async () => {
    const { owner, bob } = await createTeam();
    const restore = await copy(owner);
    const fences = [await take(owner)];
    for (const actor of [bob, owner]) {
      context.clock.advance(1_000);
      await restore();
      fences.push(await take(actor));
    }
    expect(fences).toEqual(fences.toSorted((one, other) => one - other));
    expect(new Set(fences).size).toBe(3);
  });

  it('leaps even where the clock says less than the fences', async () => {
    const { owner, bob } = await createTeam();
    const far = context.clock.now() * 2;
    await context.store.run('UPDATE thread SET fence = ? WHERE team_id = ?', [far, owner.teamId]);
    const restore = await copy(owner);
    const lost = await take(owner);
    await restore();
    expect(await take(bob)).toBeGreaterThan(lost + 1_000);
  });

  it('begins above them with a thread that only the lost history had seen', async () => {
    const { owner, bob } = await createTeam();
    await context.store.run('DELETE FROM thread WHERE team_id = ?', [owner.teamId]);
    const see = () =>
      insertThread(context.store, owner.teamId, {
        id: threadId,
        post: aPost({ id: '1' }),
        match: aMatch(),
        seenBy: owner.memberId,
      });
    const restore = await copy(owner);
    await see();
    const lost = await take(owner);
    await restore();
    await see();
    expect(await take(bob)).toBeGreaterThan(lost);
  });

  it('leaves a claim that runs to its holder, under its fence, until it is passed on', async () => {
    const { owner, bob } = await createTeam();
    const fence = await take(owner);
    await (
      await copy(owner)
    )();
    const renewed = await decideClaim(context, owner, { action: 'renew', threadId, fence });
    expect(renewed).toMatchObject({ granted: true, claim: { fence } });
    const handOver = { action: 'handOver', threadId, fence, to: bob.memberId } as const;
    const passed = await decideClaim(context, owner, handOver);
    expect(passed).toMatchObject({ granted: true, claim: { memberId: 'bob' } });
    expect(passed.claim?.fence).toBeGreaterThan(fence + 1_000);
    // Its answer was lost.
    expect(await decideClaim(context, owner, handOver)).toEqual(passed);
  });
});
