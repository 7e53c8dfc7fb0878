/** What a browser tells of erased posts and authors must not have the lasting effect of an erasure. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aPost, aReply, aSighting, aSnippet } from '#server/testing/builders.ts';
import { onEachStore } from '#server/testing/on-each-store.ts';
import { fact, toOutcomes } from '#server/testing/test-device.ts';
import { startTestTeam } from '#server/testing/test-server.ts';
import type { TestTeam } from '#server/testing/test-server.ts';
import { withStore } from '#server/testing/with-store.ts';

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

  describe('a post that the adapter for all sites reads again', () => {
    const WORDS = 'Canary words of Lena\nabout her kettle';
    const again = (text: string) =>
      aPost({ site: 'generic', id: `x.com/${text.length}`, permalink: null, text });
    const aStoryOf = (post: ReturnType<typeof aPost>) =>
      fact('story.save', {
        id: `generic:${post.id}`,
        post,
        note: '',
        tags: [],
        permission: 'none',
      });

    it('does not come back under its other key', async () => {
      await team.lead.push(aSighting({ id: '2', text: WORDS }));
      await eraseTroll();
      const post = again(' canary words of LENA about  her kettle');
      const pushed = await team.member.push(aSighting(post), aStoryOf(post));
      expect(toOutcomes(pushed)).toEqual(['erased', 'erased']);
    });

    it('is taken where many people write the same, and where it says something else', async () => {
      await team.lead.push(aSighting({ id: '2', text: 'Acme, thank you' }));
      await eraseTroll();
      const pushed = await team.member.push(
        aSighting(again('Acme, thank you')),
        aSighting(again('My Acme kettle is somebody else’s')),
      );
      expect(toOutcomes(pushed)).toEqual(['ok', 'ok']);
    });

    it('bars no post of a site with keys of its own', async () => {
      await team.lead.push(aSighting({ id: '2', text: WORDS }));
      await eraseTroll();
      expect(toOutcomes(await team.member.push(aSighting({ id: '3', text: WORDS })))).toEqual([
        'ok',
      ]);
    });
  });

  it('knows answers to an erased author’s post for what they are', async () => {
    await eraseAuthor();
    const told = await team.member.push(
      aSighting({ id: '1', author: gone }),
      aReply({ id: 'x:951', threadId: 'x:1' }),
      aSnippet('x:951'),
    );
    expect(toOutcomes(told)).toEqual(['erased', 'erased', 'erased']);
  });

  describe('a quote of an erased post', () => {
    const WORDS = 'Canary words of Lena\nabout her kettle';

    /** Somebody else's post that quotes; a fuller reading, unless it says how long it is. */
    const aQuoting = (text: string, reading: { truncated?: boolean; quotes?: string } = {}) =>
      aPost({
        id: 'q',
        author: { handle: 'mia' },
        text,
        ...(reading.truncated === true ? { truncated: true } : {}),
        quoted: { author: 'Lena, who has many names', text: reading.quotes ?? WORDS },
      });

    const aStoryOf = (post: ReturnType<typeof aPost>) =>
      fact('story.save', { id: 'x:q', post, note: '', tags: [], permission: 'none' });

    async function erase(post: Parameters<typeof aSighting>[0]): Promise<void> {
      await team.lead.push(aSighting({ id: '1', ...post }));
      await team.lead.ask('POST', '/v1/erase', { postKey: 'x:1' });
    }

    /** What the team has, in its tables and in what it is told, in small letters. */
    async function readAll(): Promise<string> {
      const rows = await withStore(team, async (sql) => [
        await sql.all('SELECT * FROM change'),
        await sql.all('SELECT * FROM thread'),
        await sql.all('SELECT * FROM story'),
        await sql.all('SELECT * FROM suppressed'),
      ]);
      return JSON.stringify([rows, await team.owner.snapshot()]).toLowerCase();
    }

    it('does not come back with a fuller reading of the post that quotes it', async () => {
      await team.lead.push(aSighting(aQuoting('Look', { truncated: true })));
      await erase({ text: WORDS });
      const fuller = aQuoting('Look at this', {
        quotes: ' canary words of LENA about  her kettle',
      });
      const pushed = await team.member.push(aSighting(fuller), aStoryOf(fuller));
      expect(toOutcomes(pushed)).toEqual(['ok', 'ok']);
      const all = await readAll();
      expect(all).toContain('look at this');
      expect(all).not.toContain('canary');
    });

    it('does not come back where a part alone was quoted', async () => {
      const quotes = 'words of Lena\nabout her';
      await team.lead.push(aSighting(aQuoting('Look', { truncated: true, quotes })));
      await erase({ text: WORDS });
      await team.member.push(aSighting(aQuoting('Look at this', { quotes })));
      expect(await readAll()).not.toContain('lena\\nabout');
    });

    it('does not come in with a post that nobody had seen, whichever version it has', async () => {
      await team.lead.push(aSighting({ id: '1', text: WORDS, truncated: true }));
      await erase({ text: `${WORDS}, all of it`, title: 'A canary about a kettle of hers' });
      for (const quotes of [WORDS, `${WORDS}, all of it`, 'A canary about a kettle of hers']) {
        const post = { ...aQuoting('Look at this', { quotes }), id: quotes.length.toString() };
        expect(toOutcomes(await team.member.push(aSighting(post)))).toEqual(['ok']);
      }
      expect(await readAll()).not.toContain('canary');
    });

    it('stays where many people write the same, and where it says something else', async () => {
      await erase({ text: 'Thank you' });
      for (const quotes of ['Thank you', 'Canary words of somebody else']) {
        const post = { ...aQuoting('Look at this', { quotes }), id: quotes.length.toString() };
        await team.member.push(aSighting(post));
        expect(await readAll()).toContain(quotes.toLowerCase());
      }
    });
  });
});
