/** What a browser tells of erased posts and authors must not have the lasting effect of an erasure. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { aPost, aReply, aSighting, aSnippet } from '#server/testing/builders.ts';
import { onEachStore } from '#server/testing/on-each-store.ts';
import { fact, toOutcomes } from '#server/testing/test-device.ts';
import { startTestTeam } from '#server/testing/test-server.ts';
import type { TestTeam } from '#server/testing/test-server.ts';

const gone = { handle: 'gone_example' };

onEachStore((store) => {
  let team: TestTeam;
  beforeEach(async () => {
    team = await startTestTeam({ store });
  });
  afterEach(() => team.end());

  const eraseTroll = () => team.lead.ask('POST', '/v1/erase', { postKey: 'x:2' });
  const eraseAuthor = () => team.lead.ask('POST', '/v1/erase', { site: 'x', author: gone.handle });

  it('bars no record whose key an answer to an erased post takes', async () => {
    await team.lead.push(aSighting({ id: '1' }), aSighting({ id: '2' }), aSnippet('snip'));
    await eraseTroll();
    const forged = await team.member.push(
      aReply({ id: 'x:1', threadId: 'x:2' }),
      aReply({ id: 'snip', threadId: 'x:2' }),
      aReply({ id: 'x:3', threadId: 'x:2' }),
    );
    expect(toOutcomes(forged)).toEqual(['erased', 'erased', 'erased']);
    const after = await team.lead.push(
      aSighting({ id: '1' }),
      aSighting({ id: '3' }),
      aReply({ id: 'x:951', threadId: 'x:1' }),
      aSnippet('snip'),
      fact('story.save', {
        id: 'x:1',
        post: aPost({ id: '1' }),
        note: '',
        tags: [],
        permission: 'none',
      }),
    );
    expect(toOutcomes(after)).toEqual(['ok', 'ok', 'ok', 'ok', 'ok']);
  });

  it('bars no copy of an answer that the team has', async () => {
    await team.lead.push(aSighting({ id: '1' }), aSighting({ id: '2' }));
    await team.lead.push(aReply({ id: 'x:900', threadId: 'x:1' }));
    await eraseTroll();
    await team.member.push(aReply({ id: 'x:900', threadId: 'x:2' }));
    expect(toOutcomes(await team.lead.push(aSnippet('x:900')))).toEqual(['ok']);
  });

  it('bars the copy of an answer that was not kept', async () => {
    await team.lead.push(aSighting({ id: '2' }));
    await eraseTroll();
    const late = await team.member.push(
      aReply({ id: 'x:951', threadId: 'x:2' }),
      aSnippet('x:951'),
    );
    expect(toOutcomes(late)).toEqual(['erased', 'erased']);
  });

  it.each(['before', 'after'])(
    'bars no post that is said to be an erased author’s %s it is known',
    async (when) => {
      if (when === 'after') await team.lead.push(aSighting({ id: '1' }));
      await eraseAuthor();
      const forged = await team.member.push(aSighting({ id: '1', author: gone }));
      expect(toOutcomes(forged)).toEqual(['erased']);
      const honest = await team.lead.push(
        aSighting({ id: '1' }),
        aReply({ id: 'x:951', threadId: 'x:1' }),
        aSnippet('x:951'),
      );
      expect(toOutcomes(honest)).toEqual(['ok', 'ok', 'ok']);
    },
  );

  it('knows answers to an erased author’s post for what they are', async () => {
    await eraseAuthor();
    const told = await team.member.push(
      aSighting({ id: '1', author: gone }),
      aReply({ id: 'x:951', threadId: 'x:1' }),
      aSnippet('x:951'),
    );
    expect(toOutcomes(told)).toEqual(['erased', 'erased', 'erased']);
  });
});
