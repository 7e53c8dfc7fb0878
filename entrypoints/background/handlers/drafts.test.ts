import { afterEach, describe, expect, test, vi } from 'vitest';
import { aBrand, aLibraryEntry, aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Sender } from '#utils/messages/receive.ts';
import { browser } from '#utils/platform/browser.ts';
import { loadSplit, saveDraft, saveSplit } from '#utils/db/drafts.ts';
import { createServices } from '../services.ts';
import { createDraftHandlers } from './drafts.ts';
import { createThreadHandlers } from './threads.ts';

const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const onReddit: Sender = { kind: 'content', tabId: 2, origin: 'https://www.reddit.com' };
const panel: Sender = { kind: 'page', tabId: null, origin: null };
const threadId = 'x:1';

afterEach(() => vi.restoreAllMocks());

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

afterEach(() => {
  vi.restoreAllMocks();
});

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

  test('is known as the part of the panel’s draft that was sent', async () => {
    const { db, threads } = await aWorkerWithMention();
    const parts = ['Hold the button', 'Then let go'].map((text) => ({ text, used: 15 }));
    await saveDraft(db, threadId, 'Hold the button. Then let go');
    await saveSplit(db, threadId, { parts, limit: 20 });
    const post = aPost({ id: '2', parentId: '1', text: 'Hold the button', permalink: null });
    await threads['reply.report']({ replies: [{ threadId, post, source: 'sent' }] }, onX);
    expect((await loadSplit(db, threadId))?.parts[0]?.isSent).toBe(true);
  });

  test('never waits to be sent to the team', async () => {
    const { db, drafts } = await aWorkerWithMention();
    const before = await db.outbox.count();
    await drafts['draft.save']({ threadId, text: 'Hold the button' }, onX);
    expect(await db.outbox.count()).toBe(before);
  });
});

describe('a draft that is too long', () => {
  const text = 'Take off the lid first. Then rinse the kettle with lemon juice.';
  const split = async (threadId: string, rule: object | null) => {
    const { db, drafts } = await aWorkerWithMention();
    const body = aThread({ id: 'reddit:1', post: aPost({ site: 'reddit', id: '1' }) });
    const row = { seq: 1, seenAt: 1, outcome: 'open', holder: '', body, base: body } as const;
    await db.threads.put({ id: body.id, ...row });
    vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue(
      (rule
        ? { ok: true, value: rule }
        : { ok: false, error: { code: 'gone', message: '' } }) as never,
    );
    return drafts['draft.split']({ threadId, tabId: 1, text }, panel);
  };

  test('is cut by the count of its site', async () => {
    expect(await split('x:1', { count: 'weighted', limit: 40 })).toEqual({
      parts: [
        { text: 'Take off the lid first.', used: 23 },
        { text: 'Then rinse the kettle with lemon juice.', used: 39 },
      ],
      limit: 40,
      isThreaded: true,
    });
  });

  test('is for one post where nobody answers in several', async () => {
    const offer = await split('reddit:1', { count: 'graphemes', limit: 40 });
    expect(offer).toMatchObject({ isThreaded: false });
  });

  test('is not cut while its page is not open', async () => {
    expect((await split('x:1', null)).parts).toEqual([]);
    expect((await split('x:99', { count: 'weighted', limit: 40 })).parts).toEqual([]);
  });
});

describe('what speaks against a draft', () => {
  const ask = 'Sorry to hear that. What is your phone number?';

  test('is said when it is kept, in two lines at most', async () => {
    const { drafts } = await aWorkerWithMention();
    const advice = await drafts['draft.save']({ threadId, text: ask }, onX);
    expect(advice.map(({ text }) => text)).toEqual([expect.stringMatching(/private message/u)]);
    expect(advice[0]?.isWarning).toBe(true);
    const more = `${ask} Mail me at ben@private.example, we promise your money back, see http://acme.example.`;
    expect(await drafts['draft.save']({ threadId, text: more }, onX)).toHaveLength(2);
  });

  test('is said in the panel, and nothing of it in a frame', async () => {
    const { db, drafts } = await aWorkerWithMention();
    const framed = 'disqus:disqus.com/1';
    const body = aThread({ id: framed, post: aPost({ site: 'disqus', id: 'disqus.com/1' }) });
    await db.threads.put({
      id: framed,
      seq: 1,
      seenAt: 1,
      outcome: 'open',
      holder: '',
      body,
      base: body,
    });
    const frame: Sender = { kind: 'frame', tabId: 1, frameId: 3, origin: 'https://disqus.com' };
    expect(await drafts['draft.save']({ threadId: framed, text: ask }, frame)).toEqual([]);
    expect(await drafts['draft.load']({ threadId: framed }, panel)).toMatchObject({ text: ask });
    expect(await drafts['draft.check']({ threadId: framed, text: ask }, panel)).toHaveLength(1);
  });

  test('is the answer that somebody else got lately, and the one that stands here', async () => {
    const { db, drafts } = await aWorkerWithMention();
    const text = 'Please rinse the steam hole at the top of the handle and it stops again.';
    const check = async () =>
      (await drafts['draft.check']({ threadId, text: `Hi Lena! ${text}` }, panel)).map(
        (one) => one.text,
      );
    expect(await check()).toEqual([]);
    const body = aLibraryEntry({ id: 'x:77', kind: 'reply', text, at: Date.now() });
    await db.library.put({ id: body.id, seq: 1, at: body.at, body, base: body });
    // What is compared with is kept for a minute: another worker life begins anew.
    const [said] = await createDraftHandlers({ db })['draft.check']({ threadId, text }, panel);
    expect(said?.text).toMatch(/nearly the same text/u);
  });

  test('is nothing for a post that is no mention, nor for an empty draft', async () => {
    const { drafts } = await aWorkerWithMention();
    expect(await drafts['draft.check']({ threadId: 'x:99', text: ask }, panel)).toEqual([]);
    expect(await drafts['draft.check']({ threadId, text: '  ' }, panel)).toEqual([]);
  });
});
