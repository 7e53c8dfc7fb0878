// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type LandingWatch, watchLanding } from './landing.ts';

const SETTLED_MS = 2_500;
const box = () => document.querySelector('textarea') as HTMLTextAreaElement;

/** Watches an empty box that is to hold `Hello`. */
function watch(submit: HTMLElement | null = null): LandingWatch {
  document.body.innerHTML = '<textarea></textarea>';
  if (submit) document.body.append(submit);
  return watchLanding({
    editor: { kind: 'textarea', root: box() },
    addition: { text: 'Hello', expected: 'Hello', replaces: false },
    before: '',
    submit,
    wasSubmitOff: submit !== null,
  });
}

/** Lets these values stand in the box at these times, ms, and tells what was judged. */
async function settle(watched: LandingWatch, values: readonly [at: number, value: string][]) {
  for (const [at, value] of values) {
    if (at === 0) box().value = value;
    else setTimeout(() => (box().value = value), at);
  }
  const judged = watched.settle();
  await vi.advanceTimersByTimeAsync(SETTLED_MS);
  return judged;
}

describe('a text put into a box', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('has landed when it stays', async () => {
    expect(await settle(watch(), [[0, 'Hello']])).toBe('landed');
  });

  it('has landed when it comes late', async () => {
    expect(await settle(watch(), [[1_500, 'Hello']])).toBe('landed');
  });

  it('is nothing when the box never changed', async () => {
    expect(await settle(watch(), [])).toBe('nothing');
  });

  it.each([20, 100, 240])('is gone when the box is emptied after %i ms', async (at) => {
    const values: [number, string][] = [
      [0, 'Hello'],
      [at, ''],
    ];
    expect(await settle(watch(), values)).toBe('gone');
  });

  it('is gone when it was there late, for a moment', async () => {
    const values: [number, string][] = [
      [700, 'Hello'],
      [730, ''],
    ];
    expect(await settle(watch(), values)).toBe('gone');
  });

  it('is gone when it went before the site had noticed it', async () => {
    const send = document.createElement('button');
    send.disabled = true;
    const values: [number, string][] = [
      [0, 'Hello'],
      [900, ''],
    ];
    expect(await settle(watch(send), values)).toBe('gone');
  });

  it('is gone when the page takes the box away with it', async () => {
    const watched = watch();
    // On the test's own clock: what the page does while it is watched, not a wait.
    setTimeout(() => box().remove(), 100);
    expect(await settle(watched, [[0, 'Hello']])).toBe('gone');
  });

  /** Watches the empty root of a page's editor, which `around` stands around. */
  function watchRoot(around: string): { root: HTMLElement; watched: LandingWatch } {
    document.body.innerHTML = around;
    const root = document.querySelector('[contenteditable]') as HTMLElement;
    const watched = watchLanding({
      editor: { kind: 'contenteditable', root },
      addition: { text: 'Hello', expected: 'Hello', replaces: false },
      before: '',
      submit: null,
      wasSubmitOff: false,
    });
    return { root, watched };
  }

  it.each([
    '<p class="ck-placeholder">Hello</p>',
    '<p class="is-editor-empty">Hello</p>',
    '<span data-slate-placeholder></span><p>Hello</p>',
  ])('is unheard while the placeholder stays: %s', async (html) => {
    const { root, watched } = watchRoot('<div contenteditable="true"></div>');
    root.innerHTML = html;
    expect(await settle(watched, [])).toBe('unheard');
  });

  const WORDS = 'Reply to Ada…';
  const LEXICAL = `<div contenteditable="true" aria-placeholder="${WORDS}"></div>`;
  const NAMED = `<div contenteditable="true" aria-label="${WORDS}"></div>`;
  const YOUTUBE = '<yt-formatted-string><div contenteditable="true"></div></yt-formatted-string>';

  it.each([
    ['of Lexical', `<div>${LEXICAL}<div>${WORDS}</div></div>`],
    ['of Lexical in front', `<div><div aria-hidden="true">${WORDS}</div>${LEXICAL}</div>`],
    ['of a box that is only named', `<div>${NAMED}<div aria-hidden="true">${WORDS}</div></div>`],
    ['of YouTube', `<ytd-commentbox><div id="placeholder-area"></div>${YOUTUBE}</ytd-commentbox>`],
  ])('is unheard while the placeholder %s stays beside it', async (_, around) => {
    const { root, watched } = watchRoot(around);
    root.textContent = 'Hello';
    expect(await settle(watched, [])).toBe('unheard');
  });

  it.each([
    ['the placeholder of Lexical goes late', `<div>${LEXICAL}<i>${WORDS}</i></div>`],
    [
      'the placeholder of YouTube goes late',
      `<ytd-commentbox><i id="placeholder-area"></i>${YOUTUBE}</ytd-commentbox>`,
    ],
  ])('has landed when %s', async (_, around) => {
    const { root, watched } = watchRoot(around);
    root.textContent = 'Hello';
    // On the test's own clock: what the page does while it is watched, not a wait.
    setTimeout(() => document.querySelector('i')?.remove(), 1_000);
    expect(await settle(watched, [])).toBe('landed');
  });

  it.each([
    ['a label with the words of its name', `<div><span>${WORDS}</span>${NAMED}</div>`],
    ['other words', `<div>${LEXICAL}<div aria-hidden="true">12 of 500</div></div>`],
    [
      'the placeholder of another box',
      `<div id="placeholder-area"></div><ytd-commentbox>${YOUTUBE}</ytd-commentbox>`,
    ],
  ])('has landed beside %s', async (_, around) => {
    const { root, watched } = watchRoot(around);
    root.textContent = 'Hello';
    expect(await settle(watched, [])).toBe('landed');
  });

  it('is gone when it stood there between two ways', async () => {
    const watched = watch();
    expect(await settle(watched, [])).toBe('nothing');
    setTimeout(() => (box().value = 'Hello'), 20);
    setTimeout(() => (box().value = ''), 60);
    await vi.advanceTimersByTimeAsync(100);
    expect(watched.hasChanged()).toBe(true);
    expect(await settle(watched, [])).toBe('gone');
  });
});
