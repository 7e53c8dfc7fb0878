/** A tab whose page has frames that are read: docs/decisions/0015-frames.md. */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aPost, aThread } from '#tests/support/builders.ts';
import { emptyDb } from '#tests/support/empty-db.ts';
import type { Sender } from '#utils/messages/receive.ts';
import type { SiteId } from '#utils/model/site.ts';
import { browser } from '#utils/platform/browser.ts';
import { loadPages } from '../page-memory.ts';
import { createServices } from '../services.ts';
import { createLibraryHandlers } from './library.ts';
import { createSuggestionHandlers } from './suggestions.ts';
import { createPageHandlers } from './pages.ts';
import { saveStoryAt } from './stories.ts';

const onX: Sender = { kind: 'content', tabId: 1, origin: 'https://x.com' };
const frame = (frameId: number): Sender => ({
  kind: 'frame',
  tabId: 1,
  frameId,
  origin: 'https://disqus.com',
});
const panel: Sender = { kind: 'page', tabId: null, origin: null };

/** Which frames answer; those that hang do not say so. */
let there: Set<number>;
let hanging: Set<number>;
let asked: { frameId: number; name: string }[];
let badge: string;

beforeEach(async () => {
  vi.restoreAllMocks();
  await browser.storage.session.clear();
  badge = '';
  vi.spyOn(browser.action, 'setBadgeText').mockImplementation(async ({ text }) => {
    badge = text ?? '';
  });
  vi.spyOn(browser.action, 'setBadgeBackgroundColor').mockResolvedValue(undefined);
  there = new Set([0, 7, 8]);
  hanging = new Set();
  asked = [];
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (_tabId, raw, options) => {
    const { frameId = 0 } = options ?? {};
    const { name } = raw as { name: string };
    asked.push({ frameId, name });
    if (hanging.has(frameId)) await new Promise(() => undefined);
    if (!there.has(frameId)) throw new Error('Receiving end does not exist.');
    const limit = frameId === 0 ? 280 : null;
    if (name === 'page.characterRule') return { ok: true, value: { count: 'graphemes', limit } };
    if (name === 'page.reveal') return { ok: true, value: true } as never;
    if (name === 'page.insert') {
      return { ok: true, value: { outcome: 'inserted', advice: '' } } as never;
    }
    return { ok: true, value: null } as never;
  });
});

function aWorker() {
  const services = createServices(emptyDb());
  const worker = {
    ...createPageHandlers(services, () => undefined),
    ...createLibraryHandlers(services),
    ...createSuggestionHandlers(services),
  };
  const open = async (sender: Sender, site: SiteId, ...threadIds: string[]) => {
    await worker['page.hello']({ site, ownSite: site }, sender);
    await worker['page.threads']({ threadIds, account: null }, sender);
  };
  return { services, worker, open };
}

describe('a tab', () => {
  test('shows the threads of its page and of its frames', async () => {
    const { worker, open } = aWorker();
    await open(frame(7), 'disqus', 'disqus:disqus.com/1');
    await open(onX, 'x', 'x:1');
    expect(await worker['page.state']({ tabId: 1 }, panel)).toEqual({
      site: 'x',
      account: null,
      chosen: null,
      threadIds: ['x:1', 'disqus:disqus.com/1'],
    });
  });

  test('whose page is not read shows those of its frames', async () => {
    const { worker, open } = aWorker();
    await open(frame(7), 'disqus', 'disqus:disqus.com/1');
    await open(frame(8), 'disqus', 'disqus:disqus.com/1', 'disqus:disqus.com/2');
    expect(await worker['page.state']({ tabId: 1 }, panel)).toMatchObject({
      site: 'disqus',
      threadIds: ['disqus:disqus.com/1', 'disqus:disqus.com/2'],
    });
  });

  test('forgets frames that are gone', async () => {
    const { worker, open } = aWorker();
    await open(onX, 'x', 'x:1');
    await open(frame(7), 'disqus', 'disqus:disqus.com/1');
    there.delete(7);
    expect(await worker['page.state']({ tabId: 1 }, panel)).toMatchObject({ threadIds: ['x:1'] });
    expect(await loadPages(1)).toHaveLength(1);
  });

  test('forgets the frames of the page before when another comes', async () => {
    const { open } = aWorker();
    await open(frame(7), 'disqus', 'disqus:disqus.com/1');
    there.delete(7);
    await open(onX, 'x', 'x:1');
    await vi.waitFor(async () => expect(await loadPages(1)).toHaveLength(1));
  });

  test('forgets its page, on the badge too, when a frame comes in one that is not read', async () => {
    const { services, worker, open } = aWorker();
    for (const id of ['x:1', 'x:2', 'x:3']) {
      const body = aThread({ id });
      const row = { id, seq: 1, base: body, body, seenAt: 1, outcome: 'open' as const, holder: '' };
      await services.db.threads.put(row);
    }
    await open(onX, 'x', 'x:1', 'x:2', 'x:3');
    expect(badge).toBe('3');
    there.delete(0);
    await worker['page.hello']({ site: 'disqus', ownSite: 'disqus' }, frame(7));
    await vi.waitFor(() => expect(badge).toBe(''));
    expect((await loadPages(1)).map(({ frameId }) => frameId)).toEqual([7]);
  });

  test('remembers fifty threads of a frame and no more', async () => {
    const { open } = aWorker();
    const ids = Array.from({ length: 500 }, (_, at) => `disqus:disqus.com/${at}`);
    await open(frame(7), 'disqus', ...ids);
    expect((await loadPages(1))[0]?.state.threadIds).toEqual(ids.slice(0, 50));
  });

  test('is shown though a frame in it does not answer', async () => {
    const { worker, open } = aWorker();
    await open(onX, 'x', 'x:1');
    await open(frame(7), 'disqus', 'disqus:disqus.com/1');
    hanging.add(7);
    expect(await worker['page.state']({ tabId: 1 }, panel)).toMatchObject({ site: 'x' });
  });

  test('remembers ten frames and no more', async () => {
    const { open } = aWorker();
    await open(onX, 'x', 'x:1');
    for (let frameId = 10; frameId < 40; frameId += 1) {
      there.add(frameId);
      await open(frame(frameId), 'disqus');
    }
    const ids = (await loadPages(1)).map(({ frameId }) => frameId);
    expect(ids).toEqual([0, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39]);
  });
});

describe('what is asked of the page', () => {
  test('goes to the frame that has the thread', async () => {
    const { worker, open } = aWorker();
    await open(onX, 'x', 'x:1');
    await open(frame(7), 'disqus', 'disqus:disqus.com/1');
    await open(frame(8), 'disqus', 'disqus:disqus.com/2');
    asked = [];
    const threadId = 'disqus:disqus.com/2';
    await worker['page.reveal']({ tabId: 1, threadId }, panel);
    await worker['reply.insert']({ tabId: 1, threadId, text: 'Hold the button.' }, panel);
    await worker['reply.insert']({ tabId: 1, threadId: 'x:1', text: 'Hold it.' }, panel);
    expect(asked).toEqual([
      { frameId: 8, name: 'page.reveal' },
      { frameId: 8, name: 'page.insert' },
      { frameId: 0, name: 'page.insert' },
    ]);
  });

  test('counts a draft as the site of its thread does', async () => {
    const { worker, open } = aWorker();
    await open(onX, 'x', 'x:1');
    await open(frame(7), 'disqus', 'disqus:disqus.com/1');
    const limitOf = async (threadId: string) =>
      (await worker['reply.count']({ tabId: 1, text: 'Hello', threadId }, panel)).limit;
    expect(await limitOf('disqus:disqus.com/1')).toBeNull();
    expect(await limitOf('x:1')).toBe(280);
  });

  test('by the menu of a right-click is asked of its frame, and told by the page', async () => {
    const { services } = aWorker();
    await saveStoryAt(services, {
      at: 'menu',
      tabId: 1,
      frameId: 7,
      url: 'https://disqus.com/embed/',
    });
    expect(asked).toEqual([
      { frameId: 7, name: 'page.findPost' },
      { frameId: 0, name: 'page.say' },
    ]);
  });
});

describe('a frame', () => {
  test('leaves what its page was about to send', async () => {
    const { worker, open } = aWorker();
    await open(onX, 'x', 'x:1');
    const intent = {
      threadId: 'x:1',
      target: aPost({ id: '1' }),
      text: 'Hold the button.',
      proof: {},
    };
    await worker['reply.intend'](intent, onX);
    expect(await worker['reply.intended'](null, frame(7))).toBeNull();
    expect(await worker['reply.intended'](null, onX)).toMatchObject({ threadId: 'x:1' });
  });

  test('gets its own site’s script, in itself alone', async () => {
    const run = vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([]);
    const { worker } = aWorker();
    await worker['site.load']({ site: 'disqus' }, frame(7));
    expect(run.mock.calls[0]?.[0]).toMatchObject({ target: { tabId: 1, frameIds: [7] } });
    await expect(worker['site.load']({ site: 'generic' }, frame(7))).rejects.toThrow(/own site/u);
  });
});
