import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Sender } from '#utils/messages/receive.ts';
import { browser } from '#utils/platform/browser.ts';
import { loadPageState } from '../page-memory.ts';
import { createServices } from '../services.ts';
import { createPageHandlers } from './pages.ts';

const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const onReddit: Sender = { kind: 'content', tabId: 1, origin: 'https://www.reddit.com' };
const panel: Sender = { kind: 'page', tabId: null, origin: null };
const page = { site: 'x', ownSite: 'x' } as const;
const redditPage = { site: 'reddit', ownSite: 'reddit' } as const;

beforeEach(async () => {
  vi.restoreAllMocks();
  await browser.storage.session.clear();
  vi.spyOn(browser.action, 'setBadgeText').mockResolvedValue(undefined);
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue(undefined);
});

async function aWorker() {
  const db = emptyDb();
  const body = aThread({ post: aPost() });
  await db.threads.put({
    id: 'x:1',
    seq: 1,
    base: body,
    body,
    seenAt: 1,
    outcome: 'open',
    holder: '',
  });
  return createPageHandlers(createServices(db), () => undefined);
}

/** The tab holds a content script that answers, or (false) none. */
function tabAnswers(is: boolean) {
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async () => {
    if (!is) throw new Error('Receiving end does not exist.');
    return { ok: true, value: { count: 'graphemes', limit: null } } as never;
  });
}

describe('a page', () => {
  test('is not given the roster of a site that it only says to be', async () => {
    const worker = await aWorker();
    await expect(worker['page.hello'](page, onReddit)).rejects.toThrow(/own site/u);
    expect(await loadPageState(1)).toBeNull();
  });

  test('is not of another site than that of its address', async () => {
    const worker = await aWorker();
    const hello = worker['page.hello']({ site: 'generic', ownSite: 'reddit' }, onX);
    await expect(hello).rejects.toThrow(/own site/u);
    expect(await loadPageState(1)).toBeNull();
  });

  test('stays one of its own site where the adapter of all sites reads it', async () => {
    const worker = await aWorker();
    await worker['page.hello']({ site: 'generic', ownSite: 'x' }, onX);
    expect(await loadPageState(1)).toMatchObject({ site: 'generic', ownSite: 'x' });
  });

  test('shows threads of its own site only', async () => {
    const worker = await aWorker();
    await worker['page.hello'](page, onX);
    const threadIds = ['x:1', 'reddit:t3_1'];
    await worker['page.threads']({ threadIds, account: 'ana' }, onX);
    expect(await loadPageState(1)).toMatchObject({ threadIds: ['x:1'], account: 'ana' });
  });

  test('that the tab has left says nothing of the next one', async () => {
    const worker = await aWorker();
    await worker['page.hello'](page, onX);
    await worker['page.hello'](redditPage, onReddit);
    await worker['page.threads']({ threadIds: ['x:1'], account: null }, onX);
    expect(await loadPageState(1)).toMatchObject({ site: 'reddit', threadIds: [] });
  });

  test('is asked for a hello where it is not known', async () => {
    const worker = await aWorker();
    const told = worker['page.threads']({ threadIds: [], account: null }, onX);
    await expect(told).rejects.toMatchObject({ code: 'no_hello' });
  });

  test('keeps nothing to be sent before it has said hello, nor after its tab has gone on', async () => {
    const worker = await aWorker();
    const intent = { threadId: 'x:1', target: aPost(), text: 'Hold the button.', proof: {} };
    const unknown = worker['reply.intend'](intent, onX);
    await expect(unknown).rejects.toMatchObject({ code: 'no_hello' });
    await worker['page.hello'](page, onX);
    await worker['reply.intend'](intent, onX);
    await worker['page.hello'](redditPage, onReddit);
    await expect(worker['reply.intend'](intent, onX)).rejects.toMatchObject({ code: 'no_hello' });
  });

  test('may not open the panel on a thread of another site', async () => {
    const worker = await aWorker();
    const opened = worker['panel.open']({ threadId: 'x:1' }, onReddit);
    await expect(opened).rejects.toThrow(/own site/u);
  });

  test('is given a draft for what it shows, not one for another page', async () => {
    const worker = await aWorker();
    await worker['page.hello'](page, onX);
    await worker['page.threads']({ threadIds: ['x:1'], account: null }, onX);
    const inserted = { outcome: 'inserted', advice: '' };
    const told = vi
      .spyOn(browser.tabs, 'sendMessage')
      .mockResolvedValue({ ok: true, value: inserted } as never);
    const draft = { tabId: 1, text: 'Dear Lena, about your order' };
    const away = await worker['reply.insert']({ ...draft, threadId: 'x:2' }, panel);
    expect(away).toMatchObject({ outcome: 'notFound' });
    expect(told).not.toHaveBeenCalled();
    expect(await worker['reply.insert']({ ...draft, threadId: 'x:1' }, panel)).toEqual(inserted);
  });

  test('is given no draft for the page that its tab showed before', async () => {
    const worker = await aWorker();
    await worker['page.hello'](page, onX);
    await worker['page.threads']({ threadIds: ['x:1'], account: null }, onX);
    await worker['page.hello'](redditPage, onReddit);
    const told = vi.spyOn(browser.tabs, 'sendMessage');
    await worker['reply.insert']({ tabId: 1, threadId: 'x:1', text: 'Dear Lena' }, panel);
    expect(told).not.toHaveBeenCalled();
  });

  test('is shown to the panel while its content script is there', async () => {
    const worker = await aWorker();
    await worker['page.hello'](page, onX);
    tabAnswers(true);
    expect(await worker['page.state']({ tabId: 1 }, panel)).toMatchObject({ site: 'x' });
  });

  test('is forgotten once its tab shows something else', async () => {
    const worker = await aWorker();
    await worker['page.hello'](page, onX);
    tabAnswers(false);
    expect(await worker['page.state']({ tabId: 1 }, panel)).toBeNull();
    expect(await loadPageState(1)).toBeNull();
  });
});
