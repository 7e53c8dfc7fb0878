import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { aPost, aReply, aStory, aThread, at } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import { toPersonJson, toPersonMarkdown } from '#utils/people/person-file.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import type { Story } from '#utils/model/story.ts';
import { collectPerson } from './person-records.ts';
import type { HearbackDb } from './schema.ts';

async function put(
  db: HearbackDb,
  {
    threads = [],
    replies = [],
    stories = [],
  }: Partial<Record<'threads', Thread[]>> & {
    replies?: Reply[];
    stories?: Story[];
  },
): Promise<void> {
  await db.threads.bulkPut(
    threads.map((body) => ({
      id: body.id,
      seq: 1,
      base: body,
      body,
      outcome: body.outcome,
      seenAt: body.seenAt,
      holder: '',
    })),
  );
  await db.replies.bulkPut(
    replies.map((body) => ({ id: body.id, threadId: body.threadId, seq: 1, base: body, body })),
  );
  await db.stories.bulkPut(
    stories.map((body) => ({ id: body.id, savedAt: body.savedAt, seq: 1, base: body, body })),
  );
}

const lena = aPost({ id: '1', author: { handle: 'Lena' }, text: 'canary-post' });

it('finds all that is of a person, whatever the case of the handle', async () => {
  const db = emptyDb();
  await put(db, {
    threads: [
      aThread({
        id: 'x:1',
        post: lena,
        followUps: [{ id: 'x:5', text: 'canary-word', permalink: null, at }],
        route: { note: 'canary-note', by: 'ana', at },
        outcomeReason: 'canary-reason',
      }),
      aThread({
        id: 'x:2',
        post: aPost({ id: '2', quoted: { author: '@lena', text: 'canary-quote' } }),
      }),
      aThread({ id: 'reddit:1', post: { ...lena, site: 'reddit', text: 'other-site' } }),
    ],
    replies: [
      aReply({ id: 'x:9', threadId: 'x:1', text: 'canary-answer' }),
      aReply({ id: 'x:8', threadId: 'x:2', handle: 'LENA', text: 'canary-own-answer' }),
      aReply({ id: 'x:7', threadId: 'x:2', text: 'answer-to-others' }),
    ],
    stories: [
      aStory({
        post: lena,
        note: 'canary-story',
        tags: ['canary-tag'],
        consent: [
          {
            state: 'granted',
            by: 'ana',
            at,
            evidence: { text: 'canary-consent', permalink: null },
          },
        ] as never,
      }),
    ],
  });
  await db.library.put({
    id: 'x:9',
    at,
    seq: 1,
    base: { id: 'x:9', question: 'canary-question' },
    body: { id: 'x:9', kind: 'reply', question: 'canary-question' },
  } as never);
  await db.drafts.put({ threadId: 'x:1', text: 'canary-draft', at });
  const records = await collectPerson(db, 'x', '@lena');
  const { text } = toPersonJson({ ...records, pictures: [] }, at);
  for (const canary of [
    'post',
    'word',
    'note',
    'reason',
    'quote',
    'answer',
    'own-answer',
    'story',
    'tag',
    'consent',
    'question',
    'draft',
  ]) {
    expect(text).toContain(`canary-${canary}`);
  }
  expect(text).not.toContain('other-site');
  expect(text).not.toContain('answer-to-others');
  const readable = toPersonMarkdown({ ...records, pictures: [] }, 'X', at).text;
  for (const canary of ['post', 'word', 'note', 'quote', 'answer', 'story', 'tag', 'consent']) {
    expect(readable).toContain(`canary-${canary}`);
  }
});

it('holds what is theirs and nothing of anybody else', async () => {
  const handle = fc.constantFrom('lena', 'LENA', 'tom', 'lena_2');
  const some = fc.array(
    fc.record({ site: fc.constantFrom('x', 'reddit'), handle, hasStory: fc.boolean() }),
    { maxLength: 8 },
  );
  await fc.assert(
    fc.asyncProperty(some, async (posts) => {
      const db = emptyDb();
      const threads = posts.map(({ site, handle: who }, nth) =>
        aThread({
          id: `${site}:${nth}`,
          post: aPost({
            site: site as 'x',
            id: `${nth}`,
            author: { handle: who },
            text: `words-${nth}-end`,
          }),
        }),
      );
      const stories = threads
        .filter((_thread, nth) => posts[nth]?.hasStory)
        .map(({ post }) => aStory({ post, note: `note-${post.id}-end` }));
      await put(db, { threads, stories });
      const records = await collectPerson(db, 'x', 'lena');
      const { text } = toPersonJson({ ...records, pictures: [] }, at);
      posts.forEach(({ site, handle: who, hasStory }, nth) => {
        const isTheirs = site === 'x' && who.toLowerCase() === 'lena';
        expect(text.includes(`words-${nth}-end`)).toBe(isTheirs);
        expect(text.includes(`note-${nth}-end`)).toBe(isTheirs && hasStory);
      });
      await db.delete();
    }),
    { numRuns: 30 },
  );
});
