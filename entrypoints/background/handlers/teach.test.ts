/** A page that owns its content script must not be able to teach (reliability.md T2, docs/decisions/0014). */
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aTeam } from '#tests/support/a-team.ts';
import type { MessageName } from '#utils/messages/map.ts';
import { answer } from '#utils/messages/receive.ts';
import type { Handlers, Sender } from '#utils/messages/receive.ts';
import { browser } from '#utils/platform/browser.ts';
import { changePageState } from '../page-memory.ts';
import type { PageState } from '../page-memory.ts';
import { createServices } from '../services.ts';
import { forgetTeaching } from '../teach-memory.ts';
import { createTeachHandlers } from './teach.ts';
import { createTeamSiteHandlers } from './team-sites.ts';

const tabId = 3;
const board = 'https://board.example';
const page: Sender = { kind: 'page', tabId: null, origin: null };
const content: Sender = { kind: 'content', tabId, origin: board };
const lesson = { 'taught.post': '.row', 'taught.author': '.who', 'taught.text': '.words' };

const show = (origin: string, over: Partial<PageState> = {}) =>
  changePageState(tabId, () => ({
    site: 'generic',
    ownSite: 'generic',
    origin,
    threadIds: [],
    chosen: null,
    account: null,
    ...over,
  }));

beforeEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  await forgetTeaching(null);
  await browser.storage.session.clear();
  vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([] as never);
  vi.spyOn(browser.tabs, 'sendMessage').mockResolvedValue({ ok: true, value: null } as never);
  await show(board);
});

async function aWorker(who: 'owner' | 'member' = 'owner') {
  const team = await aTeam();
  await team[who].engine.sync();
  const services = createServices(team[who].db);
  const handlers = {
    ...createTeachHandlers(services),
    ...createTeamSiteHandlers(services),
  } as Handlers;
  const ask = async (name: MessageName, request: unknown, from: Sender = page) => {
    const told = await answer(handlers, { name, request }, from);
    return told.ok ? told.value : told.error.code;
  };
  return { ask, db: team[who].db };
}

test('brings the script into the page and tells it to begin', async () => {
  const { ask } = await aWorker();
  expect(await ask('teach.start', { tabId })).toBeNull();
  expect(browser.scripting.executeScript).toHaveBeenCalledWith({
    target: { tabId, frameIds: [0] },
    files: ['teaching.js'],
  });
  const [, message] = vi.mocked(browser.tabs.sendMessage).mock.lastCall ?? [];
  expect(message).toEqual({ name: 'page.teach', request: null });
});

test('shows what was proposed, for the host that the browser names, and saves nothing by itself', async () => {
  const { ask, db } = await aWorker();
  await ask('teach.start', { tabId });
  expect(await ask('teach.offer', lesson, content)).toEqual({ isPanelOpen: false });
  const shown = { id: 'generic@board.example', host: 'board.example', selectors: lesson };
  expect(await ask('teach.load', { tabId })).toEqual({ ...shown, isTaught: false });
  expect(await db.sites.count()).toBe(0);
  await ask('teamSite.save', { id: 'generic@board.example', selectors: lesson });
  expect((await db.sites.get('generic@board.example'))?.body.selectors).toEqual(lesson);
  await ask('teach.drop', { tabId });
  const after = { ...shown, selectors: null, isTaught: true };
  expect(await ask('teach.load', { tabId })).toEqual(after);
});

test('begun again there is as much time again', async () => {
  const { ask } = await aWorker();
  await ask('teach.start', { tabId });
  const begun = Date.now();
  const clock = vi.spyOn(Date, 'now').mockReturnValue(begun + 14 * 60_000);
  await ask('teach.start', { tabId });
  clock.mockReturnValue(begun + 28 * 60_000);
  expect(await ask('teach.offer', lesson, content)).toEqual({ isPanelOpen: false });
});

describe('a page that owns its content script', () => {
  test('proposes nothing that nobody asked it for', async () => {
    const { ask } = await aWorker();
    expect(await ask('teach.offer', lesson, content)).toBe('forbidden');
    expect(await ask('teach.load', { tabId })).toMatchObject({ selectors: null });
  });

  test('proposes once: what a person reads does not change under them', async () => {
    const { ask } = await aWorker();
    await ask('teach.start', { tabId });
    await ask('teach.offer', lesson, content);
    const other = { ...lesson, 'taught.text': '.other' };
    expect(await ask('teach.offer', other, content)).toBe('forbidden');
    expect(await ask('teach.load', { tabId })).toMatchObject({ selectors: lesson });
  });

  test('proposes once also when it speaks twice at once', async () => {
    const { ask } = await aWorker();
    await ask('teach.start', { tabId });
    const other = { ...lesson, 'taught.text': '.other' };
    const told = [ask('teach.offer', lesson, content), ask('teach.offer', other, content)];
    expect(await Promise.all(told)).toEqual([{ isPanelOpen: false }, 'forbidden']);
    expect(await ask('teach.load', { tabId })).toMatchObject({ selectors: lesson });
  });

  test('opens the panel once when it was asked, and never else', async () => {
    const open = vi.fn<() => Promise<void>>(async () => undefined);
    vi.stubGlobal('chrome', { sidePanel: { open } });
    const { ask } = await aWorker();
    await ask('teach.offer', lesson, content);
    await ask('teach.start', { tabId });
    await ask('teach.offer', lesson, { ...content, origin: 'https://evil.example' });
    expect(open).not.toHaveBeenCalled();
    expect(await ask('teach.offer', lesson, content)).toEqual({ isPanelOpen: true });
    await ask('teach.offer', lesson, content);
    expect(open).toHaveBeenCalledOnce();
  });

  test('proposes nothing from another tab or origin than was asked', async () => {
    const { ask } = await aWorker();
    await ask('teach.start', { tabId });
    expect(await ask('teach.offer', lesson, { ...content, tabId: 4 })).toBe('forbidden');
    const other = { ...content, origin: 'https://evil.example' };
    expect(await ask('teach.offer', lesson, other)).toBe('forbidden');
  });

  test('proposes nothing long after', async () => {
    const { ask } = await aWorker();
    const begun = Date.now();
    await ask('teach.start', { tabId });
    vi.spyOn(Date, 'now').mockReturnValue(begun + 16 * 60_000);
    expect(await ask('teach.offer', lesson, content)).toBe('forbidden');
  });

  test('names neither another site nor another selector than those of a lesson', async () => {
    const { ask } = await aWorker();
    await ask('teach.start', { tabId });
    expect(await ask('teach.offer', { ...lesson, id: 'x' }, content)).toBe('invalid');
    expect(await ask('teach.offer', { ...lesson, 'page.post': '.a' }, content)).toBe('invalid');
    expect(await ask('teach.offer', { 'taught.post': '.row' }, content)).toBe('invalid');
  });

  test('neither begins nor saves', async () => {
    const { ask } = await aWorker();
    for (const name of ['teach.start', 'teach.load', 'teach.drop'] as const) {
      expect(await ask(name, { tabId }, content)).toBe('forbidden');
    }
    const change = { id: 'generic@board.example', selectors: lesson };
    expect(await ask('teamSite.save', change, content)).toBe('forbidden');
  });
});

test('shows no proposal beside another site that the tab has gone to', async () => {
  const { ask } = await aWorker();
  await ask('teach.start', { tabId });
  await ask('teach.offer', lesson, content);
  await show('https://other.example');
  const shown = { host: 'other.example', selectors: null };
  expect(await ask('teach.load', { tabId })).toMatchObject(shown);
});

test('is for leads alone', async () => {
  const { ask } = await aWorker('member');
  expect(await ask('teach.start', { tabId })).toBe('forbidden');
  expect(browser.scripting.executeScript).not.toHaveBeenCalled();
});

test.each([
  ['read by its own adapter', 'https://x.com', { site: 'x', ownSite: 'x' }],
  ['on which that adapter sees nothing', 'https://x.com', { ownSite: 'x' }],
  ['that does not say what it is', 'https://x.com', {}],
  ['of software that runs anywhere', 'https://social.example', { ownSite: 'mastodon' }],
] as const)('a page of a known site %s is not taught', async (_what, origin, over) => {
  const { ask } = await aWorker();
  await show(origin, over);
  expect(await ask('teach.start', { tabId })).toBe('known');
  expect(await ask('teach.load', { tabId })).toBeNull();
  expect(browser.scripting.executeScript).not.toHaveBeenCalled();
});
