// @vitest-environment happy-dom
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { aPost } from '#tests/support/builders.ts';
import { now } from '#utils/platform/clock.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { createReplyDesk } from './reply-desk.ts';
import type { ReplyDesk, ReplyDeskOptions } from './reply-desk.ts';

const THREAD = 'x 1';
const toLink = ({ id, title }: HTMLElement) => ({ id, handle: title, permalink: '', time: null });
const adapter = {
  readPost: ({ id }: Element) => aPost({ id }),
  findReplyBox: () => document.querySelector('textarea'),
  findReplyTarget: () => document.querySelector('article'),
  findSubmit: () => document.querySelector('#send'),
  findSentLinks: () => [...document.querySelectorAll<HTMLElement>('.toast')].map(toLink),
} as unknown as SiteAdapter;

let onSent = vi.fn<ReplyDeskOptions['onSent']>();
let onIntent = vi.fn<ReplyDeskOptions['onIntent']>();
let onEntered = vi.fn<ReplyDeskOptions['onEntered']>();
let readPage = vi.fn<ReplyDeskOptions['readPage']>();
let threadId: string | undefined;
let account: string | null;
let desk: ReplyDesk;

function start(): ReplyDesk {
  onSent = vi.fn<ReplyDeskOptions['onSent']>();
  onIntent = vi.fn<ReplyDeskOptions['onIntent']>();
  onEntered = vi.fn<ReplyDeskOptions['onEntered']>();
  readPage = vi.fn<ReplyDeskOptions['readPage']>();
  threadId = THREAD;
  account = null;
  return createReplyDesk({
    doc: document,
    adapter,
    url: () => new URL('https://x.com/lena_k/status/1'),
    account: () => account,
    isOwnHandle: () => false,
    postOf: ({ id }) => aPost({ id }),
    threadOf: () => threadId,
    elementOf: () => document.querySelector('article') ?? undefined,
    readPage,
    onEntered,
    onTyped: () => undefined,
    onPaused: () => undefined,
    onLeft: () => undefined,
    onIntent,
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

/** The page's composer, and events in it that are a person's or (false) made by the page. */
function aComposer() {
  const form = document.body.appendChild(document.createElement('form'));
  form.innerHTML = '<textarea>Please rinse it.</textarea><button id="send"></button>';
  const [box, send] = form.children as unknown as [HTMLElement, HTMLElement];
  const fire = (at: HTMLElement, type: string, isTrusted: boolean, part: object = {}) => {
    const event = Object.assign(new Event(type, { bubbles: true, composed: true }), part);
    Object.defineProperty(event, 'isTrusted', { value: isTrusted });
    at.dispatchEvent(event);
  };
  return { form, box, send, fire };
}

describe('a wish to send', () => {
  const ctrlEnter = { key: 'Enter', ctrlKey: true };

  test.each([
    ['click', 'send', {}],
    ['keydown', 'box', ctrlEnter],
  ] as const)('is a %s of a person, not one that the page made', (type, at, part) => {
    const composer = aComposer();
    composer.fire(composer.box, 'focusin', true);
    composer.fire(composer[at], type, false, part);
    expect(onIntent).not.toHaveBeenCalled();
    composer.fire(composer[at], type, true, part);
    expect(onIntent).toHaveBeenCalledOnce();
  });

  test.each(['focusin', 'input', 'keyup'])(
    'needs a box; a %s that the page made enters none',
    (type) => {
      const { box, fire } = aComposer();
      fire(box, type, false);
      expect(onEntered).not.toHaveBeenCalled();
      expect(desk.box()).toBeNull();
    },
  );

  test('is no submission that the page starts by itself', () => {
    const { form, box, send, fire } = aComposer();
    fire(box, 'focusin', true);
    fire(box, 'click', true);
    fire(send, 'click', false);
    fire(form, 'submit', true);
    expect(onIntent).not.toHaveBeenCalled();
  });

  test('is a submission that follows a press in its form', () => {
    const { form, box, fire } = aComposer();
    const other = form.appendChild(document.createElement('button'));
    fire(box, 'focusin', true);
    fire(other, 'click', true);
    fire(form, 'submit', true);
    expect(onIntent).toHaveBeenCalledOnce();
  });

  test('is a submission by Enter in a field', () => {
    const { form, box, fire } = aComposer();
    fire(box, 'focusin', true);
    fire(box, 'keydown', true, { key: 'Enter' });
    fire(form, 'submit', true);
    expect(onIntent).toHaveBeenCalledOnce();
  });

  test('is none when the press was long ago', () => {
    const { form, box, fire } = aComposer();
    fire(box, 'focusin', true);
    vi.useFakeTimers({ toFake: ['Date'] });
    fire(box, 'keydown', true, { key: 'Enter' });
    vi.advanceTimersByTime(5_001);
    fire(form, 'submit', true);
    vi.useRealTimers();
    expect(onIntent).not.toHaveBeenCalled();
  });
});

test.each([
  ['focusin', false],
  ['keyup', false],
  ['input', true],
])('a box that a %s shows first was written in: %s', (type, isTyped) => {
  const { box, fire } = aComposer();
  fire(box, type, true);
  expect(onEntered).toHaveBeenCalledExactlyOnceWith(expect.anything(), isTyped);
});

describe('a box that is entered before its post is known', () => {
  beforeEach(() => {
    threadId = undefined;
  });

  test('is one at once when the post is read on the way', () => {
    readPage.mockImplementation(() => {
      threadId = THREAD;
    });
    const { box, send, fire } = aComposer();
    fire(box, 'focusin', true);
    expect(onEntered).toHaveBeenCalledExactlyOnceWith(expect.anything(), false);
    fire(send, 'click', true);
    expect(onIntent).toHaveBeenCalledOnce();
  });

  test('is one when the page is read next, and what stands in it was written', () => {
    const { box, fire } = aComposer();
    fire(box, 'focusin', true);
    desk.noteRead();
    expect(onEntered).not.toHaveBeenCalled();
    threadId = THREAD;
    desk.noteRead();
    desk.noteRead();
    expect(onEntered).toHaveBeenCalledExactlyOnceWith(expect.anything(), true);
  });

  test('is none once the focus has left it', () => {
    const { box, fire } = aComposer();
    fire(box, 'focusin', true);
    fire(box, 'focusout', true);
    threadId = THREAD;
    desk.noteRead();
    expect(desk.box()).toBeNull();
  });

  test('has the page read once, however much is typed, and not for events of the page', () => {
    const { box, fire } = aComposer();
    fire(box, 'focusin', false);
    expect(readPage).not.toHaveBeenCalled();
    fire(box, 'focusin', true);
    fire(box, 'input', true);
    fire(box, 'input', true);
    expect(readPage).toHaveBeenCalledOnce();
  });
});

describe('what the site says that it sent', () => {
  const say = (id: string) => {
    const toast = document.body.appendChild(document.createElement('div'));
    Object.assign(toast, { className: 'toast', id, title: 'ben_acme' });
  };
  const press = () => {
    const composer = aComposer();
    composer.fire(composer.box, 'focusin', true);
    composer.fire(composer.send, 'click', true);
    return composer;
  };
  const reply = aPost({ id: '2', author: { handle: 'ben_acme' }, text: 'Please rinse it.' });
  const wait = () => vi.advanceTimersByTime(1_000);

  beforeEach(() => {
    vi.useFakeTimers();
    account = 'ben_acme';
    return () => vi.useRealTimers();
  });

  test('proves the reply once, though its post comes to the page later', () => {
    press();
    say('2');
    wait();
    const post = { id: '2', parentId: '1', text: reply.text };
    expect(onSent).toHaveBeenCalledExactlyOnceWith(THREAD, expect.objectContaining(post));
    expect(desk.box()).toBeNull();
    desk.notePosts([{ ...reply, time: null }]);
    expect(onSent).toHaveBeenCalledOnce();
  });

  test('proves nothing when it was said before', () => {
    say('2');
    press();
    wait();
    expect(onSent).not.toHaveBeenCalled();
  });

  test('proves nothing when a person has gone on to where no known post is answered', () => {
    const { fire } = press();
    threadId = undefined;
    fire(document.body.appendChild(document.createElement('textarea')), 'focusin', true);
    say('2');
    wait();
    expect(onSent).not.toHaveBeenCalled();
  });

  test('is not looked for when the desk has stopped', () => {
    press();
    expect(vi.getTimerCount()).toBe(1);
    desk.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
