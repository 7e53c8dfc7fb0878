// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aPost } from '#tests/support/builders.ts';
import { now } from '#utils/platform/clock.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { createReplyDesk } from './reply-desk.ts';
import type { ReplyDesk, ReplyDeskOptions } from './reply-desk.ts';

const THREAD = 'x 1';
const adapter = {
  readPost: ({ id }: Element) => aPost({ id }),
  findReplyBox: () => document.querySelector('textarea'),
  findReplyTarget: () => document.querySelector('article'),
  findSubmit: () => null,
} as unknown as SiteAdapter;

let onSent = vi.fn<ReplyDeskOptions['onSent']>();
let desk: ReplyDesk;

function start(): ReplyDesk {
  onSent = vi.fn<ReplyDeskOptions['onSent']>();
  return createReplyDesk({
    doc: document,
    adapter,
    url: () => new URL('https://x.com/lena_k/status/1'),
    account: () => null,
    postOf: ({ id }) => aPost({ id }),
    threadOf: () => THREAD,
    elementOf: () => document.querySelector('article') ?? undefined,
    onEntered: () => undefined,
    onTyped: () => undefined,
    onPaused: () => undefined,
    onLeft: () => undefined,
    onIntent: () => undefined,
    onSent,
    onInserted: () => undefined,
  });
}

/** Opens the site's box below the post and gives it the focus; what waits for it has gone in afterwards. */
async function openBox(): Promise<HTMLTextAreaElement> {
  document.querySelector('textarea')?.remove();
  const box = document.body.appendChild(document.createElement('textarea'));
  vi.useFakeTimers();
  try {
    box.focus();
    // Longer than an insertion watches whether it has landed.
    await vi.advanceTimersByTimeAsync(1_000);
  } finally {
    vi.useRealTimers();
  }
  return box;
}

beforeEach(() => {
  // The browser's typing, which the test's DOM lacks.
  document.execCommand = (_name, _ui, text = '') => {
    const box = document.activeElement;
    if (box instanceof HTMLTextAreaElement) box.value += text;
    return true;
  };
  document.body.innerHTML = '<article id="1"></article>';
  desk = start();
  return () => desk.stop();
});

describe('a draft that waits for its box', () => {
  test('goes in when the box opens', async () => {
    expect((await desk.insert(THREAD, 'Please rinse it.')).outcome).toBe('waiting');
    expect((await openBox()).value).toBe('Please rinse it.');
  });

  test('is dropped when the thread was answered without it', async () => {
    await desk.insert(THREAD, 'Please rinse it.');
    desk.resume({
      threadId: THREAD,
      target: aPost({ id: '1' }),
      text: 'Please clean the steam hole first.',
      proof: {},
      at: now(),
    });
    desk.notePosts([
      aPost({ id: '2', parentId: '1', time: null, text: 'Please clean the steam hole first.' }),
    ]);
    expect(onSent).toHaveBeenCalledOnce();
    expect((await openBox()).value).toBe('');
  });

  test('is dropped when another is put in', async () => {
    await desk.insert(THREAD, 'Please rinse it.');
    const box = document.body.appendChild(document.createElement('textarea'));
    await desk.insert(THREAD, 'Please clean it.');
    expect(box.value).toBe('Please clean it.');
    expect((await openBox()).value).toBe('');
  });
});
