import { beforeEach, expect, test, vi } from 'vitest';
import type { MockInstance } from 'vitest';
import { browser } from './browser.ts';
import { registerContentScript, registerFrameScript } from './content-script.ts';

type Script = Parameters<typeof browser.scripting.registerContentScripts>[0][number];

let registered: Script[];
let run: MockInstance;

beforeEach(() => {
  vi.restoreAllMocks();
  registered = [];
  vi.spyOn(browser.scripting, 'getRegisteredContentScripts').mockImplementation(
    async ({ ids = [] } = {}) => registered.filter(({ id }) => ids.includes(id)) as never,
  );
  vi.spyOn(browser.scripting, 'registerContentScripts').mockImplementation(async (scripts) => {
    registered.push(...scripts);
  });
  vi.spyOn(browser.scripting, 'unregisterContentScripts').mockImplementation(
    async ({ ids = [] } = {}) => {
      registered = registered.filter(({ id }) => !ids.includes(id));
    },
  );
  vi.spyOn(browser.tabs, 'query').mockResolvedValue([{ id: 4 }] as never);
  run = vi.spyOn(browser.scripting, 'executeScript').mockResolvedValue([]);
});

test('runs in frames whose own address is named, and in no others', async () => {
  await registerContentScript(['https://x.com/*', 'https://disqus.com/*']);
  await registerFrameScript(['https://disqus.com/embed/comments/*']);
  expect(registered).toMatchObject([
    { id: 'page', allFrames: false, matches: ['https://x.com/*', 'https://disqus.com/*'] },
    { id: 'frames', allFrames: true, matches: ['https://disqus.com/embed/comments/*'] },
  ]);
  for (const script of registered) expect(script).not.toHaveProperty('matchOriginAsFallback');
});

test('leaves frames when their last site is switched off, and pages as they are', async () => {
  await registerContentScript(['https://disqus.com/*']);
  await registerFrameScript(['https://disqus.com/embed/comments/*']);
  await registerFrameScript([]);
  expect(registered.map(({ id }) => id)).toEqual(['page']);
});

test('goes into pages that are open, into frames when they are loaded again', async () => {
  await registerFrameScript(['https://disqus.com/embed/comments/*']);
  expect(run).not.toHaveBeenCalled();
  await registerContentScript(['https://disqus.com/*']);
  expect(run).toHaveBeenCalledWith({ target: { tabId: 4 }, files: ['content-scripts/page.js'] });
});
