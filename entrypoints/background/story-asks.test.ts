import { expect, test } from 'vitest';
import { aBrand, aStory } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Permission } from '#utils/model/story.ts';
import { toPermissionRequest } from '#utils/stories/ask-permission.ts';
import { toAskedFacts } from './story-asks.ts';

async function aTeam(permission: Permission = 'none') {
  const db = emptyDb();
  await db.brands.put({ id: 'acme', seq: 1, base: aBrand(), body: aBrand() });
  const story = aStory({ id: '1', permission });
  await db.stories.put({ id: story.id, savedAt: 1, seq: 1, base: story, body: story });
  return (text: string) =>
    toAskedFacts(db, 'x:1', { text, permalink: 'https://x.com/ana/status/2' });
}
const request = (lang: string) => toPermissionRequest({ lang, name: 'Lena', brand: 'Acme' });

test.each(['en', 'de', 'fr', 'es', 'nl'])(
  'the question in %s is noted with its link',
  async (lang) => {
    const look = await aTeam();
    expect(await look(request(lang))).toEqual([
      {
        kind: 'story.consent',
        args: {
          id: 'x:1',
          state: 'asked',
          evidence: { text: request(lang), permalink: 'https://x.com/ana/status/2' },
        },
      },
    ]);
  },
);

test('a question whose words somebody has changed is one too', async () => {
  const look = await aTeam();
  const changed = request('en').replace('made our day', 'was so kind');
  expect(await look(changed)).toHaveLength(1);
});

test.each([
  'Thank you, that made our day!',
  'Please press the base once. Does it switch off then?',
  'May I ask for the receipt? A photo here is enough.',
])('“%s” asks nothing of the kind', async (text) => {
  const look = await aTeam();
  expect(await look(text)).toEqual([]);
});

test.each(['asked', 'granted', 'declined', 'withdrawn'] as const)(
  'a story that is %s is not asked of again',
  async (permission) => {
    const look = await aTeam(permission);
    expect(await look(request('en'))).toEqual([]);
  },
);
