import { expect, test } from 'vitest';
import { siteIds } from '#utils/model/site.ts';
import { siteAdapters } from '#utils/sites/registry.ts';
import { isSendKey } from './send-key.ts';

test.each([
  ['Enter', {}, false, true],
  ['Ctrl+Enter', { ctrlKey: true }, true, true],
  ['Cmd+Enter', { metaKey: true }, true, true],
  ['Shift+Enter', { shiftKey: true }, false, false],
  ['Alt+Enter', { altKey: true }, false, false],
  ['Enter while a word is composed', { isComposing: true }, false, false],
  ['a letter', { key: 'a' }, false, false],
])('%s', (_name, part, onMostSites, whereEnterSends) => {
  const event = { key: 'Enter', ...part } as KeyboardEvent;
  expect(isSendKey(event, false)).toBe(onMostSites);
  expect(isSendKey(event, true)).toBe(whereEnterSends);
});

test('Enter alone sends on these sites, and on no other', () => {
  const enter = { key: 'Enter' } as KeyboardEvent;
  const sending = siteIds.filter((id) => isSendKey(enter, siteAdapters[id].sendsOnEnter === true));
  expect(sending).toEqual(['instagram', 'tiktok', 'facebook']);
});
