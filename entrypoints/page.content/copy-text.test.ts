// @vitest-environment happy-dom
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { InsertResult } from '#utils/messages/payloads.ts';
import { copyInstead } from './copy-text.ts';

const failed: InsertResult = { outcome: 'failed', advice: 'It is on your clipboard.' };
const inserted: InsertResult = { outcome: 'inserted', advice: '' };

function withClipboard(isAllowed: boolean) {
  return vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async () => {
    if (!isAllowed) throw new DOMException('Not now.', 'NotAllowedError');
  });
}

afterEach(() => vi.restoreAllMocks());

describe('a text that did not go in', () => {
  test('is copied, as its advice says', async () => {
    const copy = withClipboard(true);
    expect(await copyInstead(failed, 'Please rinse it.')).toEqual(failed);
    expect(copy).toHaveBeenCalledExactlyOnceWith('Please rinse it.');
  });

  test('and was not copied either says where it can be copied', async () => {
    withClipboard(false);
    expect(await copyInstead(failed, 'Please rinse it.')).toEqual({
      outcome: 'failed',
      advice: expect.stringContaining('Press Copy in the panel') as string,
    });
  });
});

test('a text that went in leaves the clipboard alone', async () => {
  const copy = withClipboard(true);
  expect(await copyInstead(inserted, 'Please rinse it.')).toEqual(inserted);
  expect(copy).not.toHaveBeenCalled();
});
