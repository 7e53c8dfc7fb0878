import { expect, test } from 'vitest';
import { aBrand, aLibraryEntry, aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { DEFAULT_GUIDE } from '#utils/model/default-guide.ts';
import type { Guide } from '#utils/model/guide.ts';
import type { Post } from '#utils/model/post.ts';
import { createSuggestionHandlers } from './handlers/suggestions.ts';
import { createThreadHandlers } from './handlers/threads.ts';
import { createServices } from './services.ts';

const threadId = 'x:1';
const panel = { kind: 'page', tabId: null, origin: null } as const;
const onX = { kind: 'content', tabId: 1, origin: 'https://x.com' } as const;

/** What is suggested for a post, from one snippet and under a guide. */
async function suggest(text: string, guide: Partial<Guide>, post: Partial<Post> = {}) {
  const db = emptyDb();
  await db.brands.put({ id: 'acme', seq: 1, base: aBrand(), body: aBrand() });
  const entry = aLibraryEntry({
    kind: 'snippet',
    title: 'Kettle stopped boiling',
    tags: ['kettle', 'stopped', 'boiling'],
    question: 'My kettle stopped in the middle of boiling',
    text,
  });
  await db.library.put({ id: entry.id, seq: 2, base: entry, body: entry, at: entry.at });
  const body = { ...DEFAULT_GUIDE, ...guide };
  await db.guides.put({ id: 'guide', seq: 3, base: body, body });
  const services = createServices(db);
  const { match } = aThread();
  await createThreadHandlers(services)['mention.report'](
    { mentions: [{ threadId, post: aPost(post), match }] },
    onX,
  );
  return createSuggestionHandlers(services)['suggestion.list']({ threadId }, panel);
}

test('a suggestion reads as if written to this customer, and says why', async () => {
  const found = await suggest(
    'Please hold the button of the kettle, and do not lift the lid 😊. See {link}.',
    { signature: '– Acme Care' },
    { text: 'Hi! My Acme kettle stopped in the middle of boiling. What now?' },
  );
  expect(found.map(({ text, changes }) => ({ text, changes }))).toEqual([
    {
      text: 'Hi Ada, please hold the button of the kettle, and do not lift the lid. See https://acme.example. – Acme Care',
      changes: [
        'No emoji: they used none',
        'Greets back, as they did',
        'Signed – Acme Care, team’s guide',
      ],
    },
  ]);
});

test('a text that fits stays as it is', async () => {
  const text = 'Please hold the button of the kettle.';
  expect((await suggest(text, {}))[0]).toMatchObject({ text, changes: [] });
});
