import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { aPost } from '#tests/support/builders.ts';
import { StorageFullError } from '#utils/db/storage-faults.ts';
import { browser } from '#utils/platform/browser.ts';
import type { Services } from '../services.ts';
import { saveStoryAt } from './stories.ts';

const place = { at: 'menu', tabId: 1, frameId: 0, url: 'https://x.com/home' } as const;

let post: unknown;
let said: string[];
let record: () => Promise<void>;

const services = {
  db: { stories: { get: async () => undefined }, threads: { get: async () => undefined } },
  record: () => record(),
} as unknown as Services;

beforeEach(() => {
  post = aPost({ site: 'x', id: '1' });
  said = [];
  record = async () => undefined;
  vi.spyOn(browser.tabs, 'sendMessage').mockImplementation(async (_tabId, raw) => {
    const { name, request } = raw as { name: string; request: { text: string } | null };
    if (name === 'page.say') said.push(request?.text ?? '');
    return { ok: true, value: name === 'page.findPost' ? post : null } as never;
  });
  vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(() => vi.restoreAllMocks());

test('a story that is saved from the menu is told on the page', async () => {
  await saveStoryAt(services, place);
  expect(said).toEqual(['Saved as a customer story.']);
});

test('a menu that was opened on no post says where to right-click', async () => {
  post = null;
  await saveStoryAt(services, place);
  expect(said).toEqual(['Hearback found no post there. Right-click on the text of a post.']);
});

test.each([
  [new StorageFullError(), /^The disk is full/u],
  [new Error('The database is gone.'), /^The story was not saved\. Reload the page/u],
])('a story that cannot be kept is no silence: %s', async (error, words) => {
  record = async () => {
    throw error;
  };
  await saveStoryAt(services, place);
  expect(said).toEqual([expect.stringMatching(words)]);
});
