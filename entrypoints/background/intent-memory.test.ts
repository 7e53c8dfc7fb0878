import { beforeEach, expect, test } from 'vitest';
import { aPost, at } from '#tests/support/builders.ts';
import { browser } from '#utils/platform/browser.ts';
import { forgetIntents, saveIntent, takeIntent } from './intent-memory.ts';

const origin = 'https://x.com';
const proof = { fence: 3, guard: { found: 'clear' as const, since: at - 4_000 } };
const intent = { threadId: 'x:1', target: aPost(), text: 'Hold the button.', at, proof };

beforeEach(async () => {
  await browser.storage.session.clear();
  for (const tabId of [1, 12]) await saveIntent(tabId, intent, origin);
});

test('what was about to be sent is told once', async () => {
  expect(await takeIntent(1, origin, at)).toEqual(intent);
  expect(await takeIntent(1, origin, at)).toBeNull();
});

test('what was about to be sent is not told to a page of another site', async () => {
  expect(await takeIntent(1, 'https://www.reddit.com', at)).toBeNull();
});

test('a closed tab leaves nothing of what it was about to send', async () => {
  await forgetIntents(1);
  expect(await takeIntent(1, origin, at)).toBeNull();
  expect(await takeIntent(12, origin, at)).toEqual(intent);
});

test('what is too old to be proved goes with the next one', async () => {
  await saveIntent(3, { ...intent, at: at + 30_001 }, origin);
  expect(Object.keys(await browser.storage.session.get(null))).toEqual(['intent:3']);
});

test('ten are kept in all tabs, also of many at once', async () => {
  const later = Array.from({ length: 30 }, (_, frameId) =>
    saveIntent(5, { ...intent, at: at + frameId }, origin, frameId),
  );
  await Promise.all(later);
  expect(Object.keys(await browser.storage.session.get(null))).toHaveLength(10);
  expect(await takeIntent(5, origin, at + 29, 29)).toMatchObject({ at: at + 29 });
  expect(await takeIntent(5, origin, at + 29, 19)).toBeNull();
});

test('leaving the team drops what all tabs were about to send', async () => {
  await forgetIntents(null);
  expect(await browser.storage.session.get(null)).toEqual({});
});
