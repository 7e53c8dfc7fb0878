import { expect, test } from 'vitest';
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
