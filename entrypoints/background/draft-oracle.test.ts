/**
 * A page may own its content script and try drafts by the hundred: what it hears of them must tell it nothing of
 * customers, answers and teammates on other sites (reliability.md T11).
 */
import { describe, expect, test } from 'vitest';
import { aBrand, aLibraryEntry, aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Sender } from '#utils/messages/receive.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import { createDraftHandlers } from './handlers/drafts.ts';

const panel: Sender = { kind: 'page', tabId: null, origin: null };
const forumOf = (host: string): Sender => ({
  kind: 'content',
  tabId: 1,
  origin: `https://${host}`,
});
const forumPost = (id: string, handle: string): Post =>
  aPost({ site: 'generic', id, permalink: null, author: { handle } });
const said = 'Please rinse the steam hole at the top of the handle and it stops again.';

/** A thread on one.example that is written in, a customer and an answer on each of `hosts`. */
async function aWorker(hosts: readonly string[]) {
  const db = emptyDb();
  await db.brands.put({ id: 'acme', seq: 1, base: aBrand(), body: aBrand() });
  const see = (post: Post) => {
    const body = aThread({ id: toPostKey(post), post });
    const row = { seq: 1, seenAt: 1, outcome: 'open', holder: '', body, base: body } as const;
    return db.threads.put({ id: body.id, ...row });
  };
  await see(forumPost('one.example/t/1', 'lena'));
  for (const host of hosts) {
    await see(forumPost(`${host}/t/9`, 'zoe_secret'));
    const text = said;
    const body = aLibraryEntry({
      id: `generic:${host}/t/9#2`,
      kind: 'reply',
      text,
      at: Date.now(),
    });
    await db.library.put({ id: body.id, seq: 1, at: body.at, body, base: body });
  }
  const member = {
    id: 'ana',
    name: 'Ana',
    role: 'member' as const,
    handles: [{ site: 'x' as const, handle: 'zoe_secret' }],
  };
  const drafts = createDraftHandlers({ db });
  const threadId = 'generic:one.example/t/1';
  return {
    hire: () => db.members.put({ id: 'ana', seq: 1, base: member, body: member }),
    hear: async (text: string, sender: Sender) => {
      const name = sender.kind === 'page' ? 'draft.check' : 'draft.save';
      return (await drafts[name]({ threadId, text }, sender)).map((one) => one.text);
    },
  };
}

describe('a page that tries drafts', () => {
  const own = forumOf('one.example');

  test('hears nothing of customers on another site', async () => {
    const { hear } = await aWorker(['two.example']);
    expect(await hear('As I told @zoe_secret before', own)).toEqual([]);
    expect(await hear('As I told @zoe_secret before', panel)).toEqual([
      expect.stringContaining('another thread'),
    ]);
  });

  test('hears nothing of answers on another site', async () => {
    const { hear } = await aWorker(['two.example']);
    expect(await hear(said, own)).toEqual([]);
    expect(await hear(said, panel)).toEqual([expect.stringContaining('nearly the same text')]);
  });

  test('hears of both on its own site', async () => {
    const { hear } = await aWorker(['one.example']);
    expect(await hear('As I told @zoe_secret before', own)).toHaveLength(1);
    expect(await hear(said, own)).toHaveLength(1);
  });

  test('does not hear whose handle on another site is a teammate’s', async () => {
    const { hear, hire } = await aWorker(['one.example']);
    await hire();
    expect(await hear('As I told @zoe_secret before', own)).toHaveLength(1);
    expect(await hear('As I told @zoe_secret before', panel)).toEqual([]);
  });

  test('is not answered more often than anybody pauses, in all of its tabs together', async () => {
    const { hear } = await aWorker(['one.example']);
    const heard: string[][] = [];
    for (let tabId = 0; tabId < 40; tabId += 1) heard.push(await hear(said, { ...own, tabId }));
    const answered = heard.filter((lines) => lines.length > 0).length;
    expect(answered).toBeGreaterThanOrEqual(30);
    expect(answered).toBeLessThan(40);
  });
});
