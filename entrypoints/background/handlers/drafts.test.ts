import { describe, expect, test } from 'vitest';
import { aBrand, aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Sender } from '#utils/messages/receive.ts';
import { createServices } from '../services.ts';
import { createDraftHandlers } from './drafts.ts';
import { createThreadHandlers } from './threads.ts';

const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const onReddit: Sender = { kind: 'content', tabId: 2, origin: 'https://www.reddit.com' };
const panel: Sender = { kind: 'page', tabId: null, origin: null };
const threadId = 'x:1';

async function aWorkerWithMention() {
  const db = emptyDb();
  await db.brands.put({ id: 'acme', seq: 1, base: aBrand(), body: aBrand() });
  const services = createServices(db);
  const threads = createThreadHandlers(services);
  const drafts = createDraftHandlers(services);
  const { match } = aThread();
  await threads['mention.report']({ mentions: [{ threadId, post: aPost(), match }] }, onX);
  return { db, drafts, threads };
}

describe('the draft of a reply box', () => {
  test('is there again for its page, for the panel too', async () => {
    const { drafts } = await aWorkerWithMention();
    await drafts['draft.save']({ threadId, text: 'Hold the but' }, onX);
    expect((await drafts['draft.load']({ threadId }, onX))?.text).toBe('Hold the but');
    expect((await drafts['draft.load']({ threadId }, panel))?.text).toBe('Hold the but');
  });

  test('is neither read nor written nor forgotten by another site', async () => {
    const { drafts } = await aWorkerWithMention();
    await drafts['draft.save']({ threadId, text: 'Hold the button' }, onX);
    const asks = [
      () => drafts['draft.save']({ threadId, text: 'other' }, onReddit),
      () => drafts['draft.load']({ threadId }, onReddit),
      () => drafts['draft.forget']({ threadId }, onReddit),
    ];
    for (const ask of asks) await expect(ask()).rejects.toThrow(/own site/u);
    expect((await drafts['draft.load']({ threadId }, onX))?.text).toBe('Hold the button');
  });

  test('is not kept for a post that is no mention', async () => {
    const { db, drafts } = await aWorkerWithMention();
    await drafts['draft.save']({ threadId: 'x:99', text: 'private' }, onX);
    expect(await db.drafts.count()).toBe(0);
  });

  test('is not taken from a page that saves in a loop', async () => {
    const { drafts } = await aWorkerWithMention();
    const save = (at: number) => drafts['draft.save']({ threadId, text: `${at}` }, onX);
    const saves = Array.from({ length: 60 }, (_, at) => save(at));
    const outcomes = await Promise.allSettled(saves);
    expect(outcomes.filter(({ status }) => status === 'rejected').length).toBeGreaterThan(20);
  });

  test('is forgotten when the reply was sent', async () => {
    const { drafts, threads } = await aWorkerWithMention();
    await drafts['draft.save']({ threadId, text: 'Hold the button' }, onX);
    const post = aPost({ id: '2', parentId: '1', text: 'Hold the button', permalink: null });
    await threads['reply.report']({ replies: [{ threadId, post, source: 'sent' }] }, onX);
    expect(await drafts['draft.load']({ threadId }, onX)).toBeNull();
  });

  test('never waits to be sent to the team', async () => {
    const { db, drafts } = await aWorkerWithMention();
    const before = await db.outbox.count();
    await drafts['draft.save']({ threadId, text: 'Hold the button' }, onX);
    expect(await db.outbox.count()).toBe(before);
  });
});
