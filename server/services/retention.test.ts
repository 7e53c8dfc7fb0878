import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Change } from '#utils/sync/wire.ts';
import { aPost, aReply, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { createTestContext } from '../testing/test-context.ts';
import type { TestActor, TestContext } from '../testing/test-context.ts';
import { readOracle } from '../testing/test-reader.ts';
import { fact } from '../testing/test-device.ts';
import { decideClaim } from './claims.ts';
import { pullChanges } from './pull.ts';
import { runUpkeep } from './upkeep.ts';

const DAY_MS = 24 * 60 * 60_000;

onEachStore((kind) => {
  let context: TestContext;
  beforeAll(async () => {
    context = await createTestContext(kind);
  });
  afterAll(() => context.close());

  const upkeep = ({ teamId }: TestActor) => runUpkeep(context, { teamId, chunk: 3 });

  async function pullAll(actor: TestActor): Promise<Change[]> {
    const cursor = { epoch: `epoch-${actor.teamId}`, seq: 0, mark: '' };
    return (await pullChanges(context, actor, cursor, 500)).changes;
  }

  async function lookAt(actor: TestActor, id: string) {
    return context.store.get('SELECT * FROM thread WHERE team_id = ? AND id = ?', [
      actor.teamId,
      id,
    ]);
  }

  it('takes old threads with their replies away, words and all, not what was saved', async () => {
    const actor = await context.createTeam();
    const text = 'canary of an old thread';
    await actor.push(
      aSighting({ text }),
      aSighting({ text: `${text} edited`, truncated: true, id: '2' }),
      aReply({ text: 'canary of a reply' }),
      fact('thread.setOutcome', { id: 'x:1', outcome: 'settled', reason: 'canary' }),
      fact('story.save', {
        id: 'x:1',
        post: aPost(),
        note: 'Kept',
        tags: [],
        permission: 'none',
      }),
      fact('library.save', { id: 'x:900', kind: 'reply', text: 'Kept', tags: [], at: 1 }),
    );
    context.clock.advance(90 * DAY_MS + 1);
    expect(await upkeep(actor)).toMatchObject({ retired: 2 });
    expect(Object.keys(await readOracle(context, actor.teamId))).toEqual([
      'library x:900',
      'member ada',
      'story x:1',
    ]);
    for (const table of ['thread', 'reply', 'change']) {
      const rows = await context.store.all(`SELECT * FROM ${table} WHERE team_id = ?`, [
        actor.teamId,
      ]);
      expect(JSON.stringify(rows)).not.toContain('canary');
    }
    const gone = (await pullAll(actor)).filter(({ op }) => op === 'del');
    expect(gone.map(({ id, reason }) => [id, reason]).sort()).toEqual([
      ['x:1', 'retention'],
      ['x:2', 'retention'],
      ['x:900', 'retention'],
    ]);
  });

  it('leaves what somebody holds until they give it back', async () => {
    const actor = await context.createTeam();
    await actor.push(aSighting());
    context.clock.advance(100 * DAY_MS);
    await decideClaim(context, actor, { action: 'take', threadId: 'x:1' });
    expect(await upkeep(actor)).toMatchObject({ retired: 0 });
    await decideClaim(context, actor, { action: 'release', threadId: 'x:1', fence: 1 });
    expect(await upkeep(actor)).toMatchObject({ retired: 1 });
  });

  it('lets a thread that is seen again come back under a higher fence', async () => {
    const actor = await context.createTeam();
    await actor.push(aSighting());
    await decideClaim(context, actor, { action: 'take', threadId: 'x:1' });
    context.clock.advance(91 * DAY_MS);
    await upkeep(actor);
    await actor.push(aSighting({ text: 'Acme again' }));
    expect(await readOracle(context, actor.teamId)).toMatchObject({
      'thread x:1': { post: { text: 'Acme again' }, fence: 1, claim: null },
    });
    const { claim } = await decideClaim(context, actor, { action: 'take', threadId: 'x:1' });
    expect(claim?.fence).toBe(2);
  });

  it('gives no fence twice, even once nothing is left of the thread', async () => {
    const actor = await context.createTeam();
    await actor.push(aSighting());
    await decideClaim(context, actor, { action: 'take', threadId: 'x:1' });
    context.clock.advance(91 * DAY_MS);
    await upkeep(actor);
    context.clock.advance(91 * DAY_MS);
    await upkeep(actor);
    expect(await lookAt(actor, 'x:1')).toBeNull();
    await actor.push(aSighting());
    const { claim } = await decideClaim(context, actor, { action: 'take', threadId: 'x:1' });
    expect(claim?.fence).toBe(2);
  });

  it('is as long as the team has it', async () => {
    const actor = await context.createTeam();
    await context.store.run('UPDATE team SET retention_days = 7 WHERE team_id = ?', [actor.teamId]);
    await actor.push(aSighting());
    context.clock.advance(8 * DAY_MS);
    expect(await upkeep(actor)).toMatchObject({ retired: 1 });
    expect((await lookAt(actor, 'x:1'))?.post).toBe('{}');
  });
});
