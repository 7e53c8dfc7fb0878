/** Erasing what stands in older versions alone: the records themselves are clean by now, and stay. */
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aPost, aReply, aSighting } from '../testing/builders.ts';
import { onEachStore } from '../testing/on-each-store.ts';
import { createTestContext } from '../testing/test-context.ts';
import type { TestActor, TestContext } from '../testing/test-context.ts';
import { fact } from '../testing/test-device.ts';
import { eraseFromConsole } from './erasure.ts';

const HANDLE = 'canary_lena';
const author = { handle: HANDLE };
const WORDS = 'canary words of somebody about her kettle';
const byPost = { postKey: 'x:1' };
const byAuthor = { site: 'x', author: HANDLE };

const anEntry = (id: string, question: string) =>
  fact('library.save', { id, kind: 'snippet', text: 'Hi', question, tags: [], at: 1 });

const aQuoting = (quoted: { author: string; text: string } | null, text: string) =>
  aSighting({
    id: 'q',
    author: { handle: 'mia' },
    text,
    ...(quoted ? { quoted, truncated: true } : {}),
  });

onEachStore((kind) => {
  let context: TestContext;
  let actor: TestActor;
  beforeAll(async () => {
    context = await createTestContext(kind);
  });
  beforeEach(async () => {
    actor = await context.createTeam();
    await actor.push(aSighting({ id: '1', text: WORDS, author }));
  });
  afterAll(() => context.close());

  const listChanges = () =>
    context.store.all('SELECT id, op, reason, body FROM change WHERE team_id = ? ORDER BY seq', [
      actor.teamId,
    ]);

  /** What the history has of a record. */
  const listVersions = async (id: string) =>
    (await listChanges()).filter((change) => change.id === id).map(({ op }) => op);

  const hasCanary = async () => JSON.stringify(await listChanges()).includes('canary');

  it.each([
    ['a post', byPost],
    ['an author', byAuthor],
  ])('finds an entry of the library that had the words once: %s', async (_, request) => {
    await actor.push(anEntry('s', WORDS), anEntry('other', 'a'));
    await actor.push(anEntry('s', 'Where is the lid?'), anEntry('other', 'b'));
    expect(await listVersions('s')).toEqual(['put', 'put']);
    expect(await eraseFromConsole(context, actor.teamId, request)).toEqual({ erased: 1 });
    expect(await hasCanary()).toBe(false);
    // The entry is told once more as it stands, so that whoever comes from an older place misses nothing.
    expect(await listVersions('s')).toEqual(['put']);
    expect(await listVersions('other')).toEqual(['put', 'put']);
    const kept = await context.store.get(
      `SELECT body FROM library WHERE team_id = ? AND id = 's' AND deleted_at IS NULL`,
      [actor.teamId],
    );
    expect(kept?.body).toContain('Where is the lid?');
  });

  it('leaves an entry gone that was removed since', async () => {
    await actor.push(anEntry('s', WORDS));
    await actor.push(anEntry('s', 'Where is the lid?'));
    await actor.push(fact('library.remove', { id: 's' }));
    await eraseFromConsole(context, actor.teamId, byPost);
    expect(await hasCanary()).toBe(false);
    expect(await listVersions('s')).toEqual(['del']);
  });

  it.each([
    ['by its words', byPost, { author: 'Lena', text: WORDS }],
    ['by whom it names', byAuthor, { author: HANDLE, text: 'Hello' }],
  ])('finds a thread that quoted it once, %s', async (_, request, quoted) => {
    await actor.push(aQuoting(quoted, 'Look'));
    await actor.push(aQuoting(null, 'Look at this, Acme'));
    expect(await eraseFromConsole(context, actor.teamId, request)).toEqual({ erased: 1 });
    expect(await hasCanary()).toBe(false);
    expect(await listVersions('x:q')).toEqual(['put']);
  });

  it('finds a thread and an answer that were read as the author’s once', async () => {
    const id = { id: 'x:r2', threadId: 'x:2' };
    await actor.push(
      aSighting({ id: '2', text: 'Look', truncated: true, author }),
      aReply({ ...id, source: 'seen', handle: HANDLE }),
    );
    await actor.push(
      aSighting({ id: '2', text: 'Look at this', author: { handle: 'mia' } }),
      aReply({ ...id, source: 'sent', handle: 'acme' }),
    );
    expect(await eraseFromConsole(context, actor.teamId, byAuthor)).toEqual({ erased: 1 });
    expect(await hasCanary()).toBe(false);
    expect(await listVersions('x:2')).toEqual(['put']);
    expect(await listVersions('x:r2')).toEqual(['put']);
  });

  it('finds what repeats an older version of the post itself', async () => {
    const first = aPost({ id: '3', author, text: `${WORDS}, as it was`, truncated: true });
    await actor.push(aSighting(first), anEntry('s', first.text));
    await actor.push(
      aSighting({
        id: '3',
        author,
        text: 'Something else, and longer than what was read of it before',
      }),
    );
    expect(await eraseFromConsole(context, actor.teamId, { postKey: 'x:3' })).toEqual({
      erased: 2,
    });
    expect(await listVersions('s')).toEqual(['del']);
  });

  it('finds a story that was removed with a quote in it', async () => {
    const post = aPost({
      id: 'q',
      author: { handle: 'mia' },
      quoted: { author: 'L', text: WORDS },
    });
    await actor.push(
      fact('story.save', { id: 'x:q', post, note: '', tags: [], permission: 'none' }),
      fact('story.remove', { id: 'x:q' }),
    );
    await eraseFromConsole(context, actor.teamId, byPost);
    const stories = await context.store.all('SELECT * FROM story WHERE team_id = ?', [
      actor.teamId,
    ]);
    expect(JSON.stringify(stories)).not.toContain('canary');
    expect(await hasCanary()).toBe(false);
  });

  it('looks through a history of more than one page', { timeout: 60_000 }, async () => {
    await actor.push(anEntry('early', WORDS));
    await actor.push(anEntry('early', 'a'));
    for (let round = 0; round < 12; round += 1) {
      await actor.push(...Array.from({ length: 50 }, (_, n) => anEntry(`${round}-${n}`, 'b')));
    }
    await actor.push(anEntry('late', WORDS));
    await actor.push(anEntry('late', 'a'));
    await eraseFromConsole(context, actor.teamId, byPost);
    expect(await hasCanary()).toBe(false);
  });
});
