import { expect, test } from 'vitest';
import { facebookAdapter } from './facebook.ts';

test.each([
  ['https://www.facebook.com/acme', false],
  ['https://web.facebook.com/acme', false],
  ['https://de-de.facebook.com/acme', false],
  ['https://m.facebook.com/acme', true],
  ['https://mbasic.facebook.com/story.php?story_fbid=700000000101&id=700000000001', true],
  ['https://touch.facebook.com/acme', true],
  ['about:blank', false],
  ['', false],
])('%s is left alone by the adapter for all sites: %s', (address, isLeft) => {
  const doc = { URL: address } as Document;
  expect(facebookAdapter.isPrivate?.(doc)).toBe(isLeft);
});
