import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { browser } from '#utils/platform/browser.ts';
import { markPostFromMenu } from './mark-post.ts';

const RELOAD = 'Reload the page and try again.';

/** What the page answers; null where nothing of ours runs. */
let answers: Record<string, unknown> | null;
let said: string[];
let isBrought: boolean;
let badge: { text: string; color: unknown; title: string };

beforeEach(() => {
  vi.useFakeTimers();
  answers = {};
  said = [];
  isBrought = true;
  badge = { text: '3', color: '#0f766e', title: 'Hearback' };
  const { action } = browser;
  vi.spyOn(action, 'getBadgeText').mockImplementation(async () => badge.text);
  vi.spyOn(action, 'getBadgeBackgroundColor').mockImplementation(async () => badge.color as never);
  vi.spyOn(action, 'getTitle').mockResolvedValue('Hearback' as never);
  vi.spyOn(action, 'setBadgeText').mockImplementation(async ({ text }) => {
    badge.text = text ?? '';
  });
  vi.spyOn(action, 'setBadgeBackgroundColor').mockImplementation(async ({ color }) => {
    badge.color = color;
  });
  vi.spyOn(action, 'setTitle').mockImplementation(async ({ title }) => {
    badge.title = title ?? '';
  });
  vi.spyOn(browser.scripting, 'executeScript').mockImplementation(async () => {
    if (!isBrought) throw new Error('Cannot access contents of the page.');
    return [] as never;
  });
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (_tabId, raw, options) => {
    const { name, request } = raw as { name: string; request: { text: string } | null };
    if (!answers || options?.frameId !== 0) throw new Error('Receiving end does not exist.');
    if (name === 'page.say') said.push(request?.text ?? '');
    return (answers[name] ?? { ok: true, value: null }) as never;
  });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('“This is a post”', () => {
  test('says nothing of its own where the page has taken it', async () => {
    await markPostFromMenu(1, 0);
    expect(said).toEqual([]);
    expect(badge.text).toBe('3');
  });

  test('says on the page why the page has not taken it', async () => {
    answers = { 'page.markPost': { ok: false, error: { code: 'x', message: 'Not now.' } } };
    await markPostFromMenu(1, 0);
    expect(said).toEqual(['Not now.']);
    expect(badge.text).toBe('3');
  });

  test('says on the page that nothing could be brought there', async () => {
    isBrought = false;
    await markPostFromMenu(1, 0);
    expect(said).toEqual([RELOAD]);
  });

  test('says it in the toolbar where no script of ours hears any more', async () => {
    answers = null;
    await markPostFromMenu(1, 0);
    expect(badge).toMatchObject({ text: '!', title: RELOAD });
  });

  test('says in a frame where its posts are to be found', async () => {
    await markPostFromMenu(1, 7);
    expect(said).toEqual([expect.stringContaining('in the panel')]);
  });

  test('says so in the toolbar where the page around the frame is not read', async () => {
    answers = null;
    await markPostFromMenu(1, 7);
    expect(badge.text).toBe('!');
    // Loading it again would not help.
    expect(badge.title).toContain('in the panel');
  });
});

describe('the badge of the page', () => {
  beforeEach(() => {
    answers = null;
  });

  test('comes back', async () => {
    const before = { ...badge };
    await markPostFromMenu(1, 0);
    await vi.runAllTimersAsync();
    expect(badge).toEqual(before);
  });

  test('comes back after the mark was shown twice', async () => {
    const before = { ...badge };
    await markPostFromMenu(1, 0);
    await markPostFromMenu(1, 0);
    await vi.runAllTimersAsync();
    expect(badge).toEqual(before);
  });

  test('stays what it has become meanwhile', async () => {
    await markPostFromMenu(1, 0);
    badge.text = '5';
    await vi.runAllTimersAsync();
    expect(badge).toMatchObject({ text: '5', title: 'Hearback' });
  });
});
