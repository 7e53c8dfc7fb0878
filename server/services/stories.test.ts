/** What a team keeps of customers' stories, and what becomes of it when somebody has it erased. */
import { expect, it, onTestFinished } from 'vitest';
import type { Collection, Story } from '#utils/model/story.ts';
import type { Thread } from '#utils/model/thread.ts';
import type { RecordKind } from '#utils/sync/wire.ts';
import { tables } from '../backup/tables.ts';
import { aFollowUp, aPost, aReply, aSighting, aStory } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { fact, toOutcomes } from '../testing/test-device.ts';
import { startTestTeam } from '../testing/test-server.ts';
import type { TestTeam } from '../testing/test-server.ts';
import { withStore } from '../testing/with-store.ts';

onEachStore((store) => {
  async function aTeam() {
    const team = await startTestTeam({ store });
    onTestFinished(() => team.end());
    const load = async <T>(kind: RecordKind, id: string): Promise<T | undefined> => {
      const { rows } = await team.owner.snapshot();
      return rows.find((row) => row.kind === kind && row.id === id)?.body as T | undefined;
    };
    const tablesWith = async (word: string) =>
      withStore(team, async (sql) => {
        const found: string[] = [];
        for (const table of Object.keys(tables)) {
          const rows = await sql.all(`SELECT * FROM ${table}`);
          if (JSON.stringify(rows).includes(word)) found.push(table);
        }
        return found;
      });
    return { team, load, tablesWith };
  }
  const idOf = ({ joined }: TestTeam['owner']) => joined.member.id;

  it('lets two teammates change a story at once', async () => {
    const { team, load } = await aTeam();
    const { id } = aStory();
    await team.owner.push(fact('story.save', aStory({ tags: ['kettle'] })));
    await team.member.push(fact('story.edit', { id, addTags: ['lid'], campaign: 'spring' }));
    await team.lead.push(fact('story.edit', { id, removeTags: ['Kettle'], putInto: ['fair'] }));
    expect(await load<Story>('story', id)).toMatchObject({
      tags: ['lid'],
      campaign: 'spring',
      collections: ['fair'],
      savedBy: idOf(team.owner),
    });
  });

  it('stamps who noted a permission, and when, whatever a browser says', async () => {
    const { team, load } = await aTeam();
    const { id } = aStory();
    await team.owner.push(fact('story.save', aStory()));
    const evidence = { text: 'Sure, go ahead', permalink: 'https://x.com/lena_example/status/9' };
    await team.member.push(fact('story.consent', { id, state: 'granted', evidence }));
    const story = await load<Story>('story', id);
    expect(story?.permission).toBe('granted');
    expect(story?.consent).toEqual([
      { state: 'granted', evidence, by: idOf(team.member), at: expect.any(Number) },
    ]);
  });

  it('has nothing to say of a story that nobody saved', async () => {
    const { team } = await aTeam();
    const pushed = await team.member.push(
      fact('story.edit', { id: 'x:none', note: 'N' }),
      fact('story.consent', { id: 'x:none', state: 'asked' }),
      fact('story.notice', { id: 'x:none', change: { kind: 'deleted' } }),
    );
    expect(toOutcomes(pushed)).toEqual(['not_found', 'not_found', 'not_found']);
  });

  it('keeps stories whose collection has ended', async () => {
    const { team, load } = await aTeam();
    await team.lead.push(
      fact('collection.save', { id: 'fair', name: 'Fair', note: '' }),
      fact('story.save', aStory({ collections: ['fair'] })),
    );
    expect(await load<Collection>('collection', 'fair')).toMatchObject({ name: 'Fair' });
    await team.member.push(fact('collection.remove', { id: 'fair' }));
    expect(await load('collection', 'fair')).toBeUndefined();
    expect(await load<Story>('story', aStory().id)).toBeDefined();
  });

  it('keeps what the customer wrote after an answer, once', async () => {
    const { team, load } = await aTeam();
    await team.member.push(aSighting(), aReply());
    const told = fact('thread.followUp', { id: 'x:1', followUp: aFollowUp() });
    await team.member.push(told);
    const { next } = await team.owner.pull();
    await team.lead.push(told);
    expect((await team.owner.pull()).next).toEqual(next);
    expect((await load<Thread>('thread', 'x:1'))?.followUps).toEqual([aFollowUp()]);
  });

  const author = { handle: 'canary_lena' };
  const parts = [
    { id: 'x:900', from: 'team', handle: 'ada', text: 'Press it.', permalink: null, at: 1 },
    { id: 'x:901', from: 'customer', handle: 'mia', text: 'canary', permalink: null, at: 2 },
  ] as const;

  it('erases a post out of threads and stories of others, with every version of it', async () => {
    const { team, load, tablesWith } = await aTeam();
    await team.owner.push(
      aSighting(),
      aReply(),
      fact('thread.followUp', { id: 'x:1', followUp: aFollowUp({ text: 'canary' }) }),
      fact('story.save', aStory({ arc: [...parts] })),
    );
    const erased = await team.owner.ask('POST', '/v1/erase', { postKey: 'x:901' });
    expect(erased.status).toBe(200);
    expect(await tablesWith('canary')).toEqual([]);
    expect((await load<Thread>('thread', 'x:1'))?.followUps).toBeUndefined();
    expect((await load<Story>('story', aStory().id))?.arc).toEqual([parts[0]]);
    // Nobody brings it back.
    const again = await team.member.push(
      fact('thread.followUp', { id: 'x:1', followUp: aFollowUp({ text: 'canary' }) }),
      fact('story.notice', { id: aStory().id, arc: [...parts] }),
    );
    expect(toOutcomes(again)).toEqual(['erased', 'ok']);
    expect(await tablesWith('canary')).toEqual([]);
  });

  it('erases an author with stories and what they wrote after an answer', async () => {
    const { team, load, tablesWith } = await aTeam();
    const post = aPost({ id: 'own', author });
    await team.owner.push(
      aSighting({ author }),
      fact('thread.followUp', { id: 'x:1', followUp: aFollowUp({ text: 'canary' }) }),
      fact('story.save', { ...aStory(), id: 'x:own', post }),
      fact('story.save', aStory({ arc: [{ ...parts[1], handle: 'Canary_Lena' }] })),
    );
    await team.owner.ask('POST', '/v1/erase', { site: 'x', author: 'canary_lena' });
    expect(await tablesWith('canary')).toEqual([]);
    expect((await load<Story>('story', aStory().id))?.arc).toEqual([]);
    expect(await load('story', 'x:own')).toBeUndefined();
  });
});
