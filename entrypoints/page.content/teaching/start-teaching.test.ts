// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { TeachingOptions } from './delivery.ts';
import { startTeaching } from './start-teaching.ts';
import { teachingWords as words } from './words.ts';

let root: ShadowRoot;
let end: () => void;
/** What lies under the pointer. */
let under: Element;
const offer = vi.fn<TeachingOptions['offer']>();
const pick = (css: string): Element => document.querySelector(css) ?? document.body;

beforeEach(() => {
  vi.useFakeTimers();
  document.body.innerHTML = `${['Ada', 'Ben', 'Cleo']
    .map(
      (name) => `<div class="post"><a class="who" href="/people/${name}">${name}</a>
        <div class="words">My Acme lamp flickers.</div></div>`,
    )
    .join('')}<textarea class="reply"></textarea>`;
  document.elementsFromPoint = () => [under];
  offer.mockReset().mockResolvedValue({ isPanelOpen: true });
  end = startTeaching({
    doc: document,
    createSurface(doc) {
      const host = doc.createElement('div');
      // Open for the test alone.
      root = host.attachShadow({ mode: 'open' });
      return { host, root };
    },
    measureTheme: () => 'light',
    offer,
  });
  vi.spyOn(root.querySelector('.bar') as Element, 'getBoundingClientRect').mockReturnValue(
    new DOMRect(0, 900, 400, 100),
  );
});
afterEach(() => {
  end();
  vi.useRealTimers();
});

function give(event: Event, target: Element, isTrusted = true): Event {
  Object.defineProperty(event, 'isTrusted', { value: isTrusted });
  target.dispatchEvent(event);
  return event;
}
function point(element: Element, type = 'click', isTrusted = true): Event {
  under = element;
  const init = { bubbles: true, cancelable: true, clientX: 5, clientY: 5, detail: 1 };
  return give(new MouseEvent(type, init), element, isTrusted);
}
const key = (name: string, isTrusted = true) =>
  give(
    new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }),
    document.body,
    isTrusted,
  );
const press = (label: string) => {
  const button = [...root.querySelectorAll('button')].find((one) => one.textContent === label);
  if (!button) throw new Error(`no ${label}`);
  give(new MouseEvent('click', { clientX: 5, clientY: 950 }), button);
};
const ask = () => root.querySelector('.ask')?.textContent;
const told = () => root.querySelector('.told')?.textContent;
const isOn = () => document.documentElement.contains(root.host);

/** Points at everything that a post has. */
function pointAtAll() {
  point(pick('.words'));
  point(pick('.who'));
  point(pick('.words'));
  press(words.skip);
  press(words.skip);
  point(pick('.reply'));
}

test('leads from part to part and proposes what was pointed at', async () => {
  expect(ask()).toBe(words.point.post);
  pointAtAll();
  expect(ask()).toBe(words.done);
  expect(told()).toBe('Finds 3 posts, 3 with author and text.');
  press(words.save);
  expect(offer).toHaveBeenCalledExactlyOnceWith({
    'taught.post': '.post',
    'taught.author': '.who',
    'taught.text': '.words',
    'taught.box': '.reply',
  });
  await vi.runAllTimersAsync();
  expect(ask()).toBe(words.inPanel);
});

test('says while pointing what is found, with all of it outlined', async () => {
  for (const post of document.querySelectorAll('.post')) {
    vi.spyOn(post, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 100, 20));
  }
  vi.spyOn(document.documentElement, 'clientHeight', 'get').mockReturnValue(800);
  point(pick('.words'), 'pointermove');
  await vi.advanceTimersByTimeAsync(200);
  expect(told()).toBe('Finds 3 posts.');
  expect(root.querySelectorAll('[data-kind="post"]')).toHaveLength(3);
  expect(document.querySelectorAll('[style], [data-kind]')).toHaveLength(0);
});

test('outlines of a part only what stands in posts', async () => {
  document.body.insertAdjacentHTML('afterbegin', '<a class="who" href="/people/me">Me</a>');
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 9, 9));
  point(pick('.words'));
  point(pick('.post .who'), 'pointermove');
  await vi.advanceTimersByTimeAsync(200);
  expect(root.querySelectorAll('[data-kind="part"]')).toHaveLength(3);
  vi.restoreAllMocks();
});

test('says what it cannot use, and stays there', () => {
  pointAtAll();
  press(words.back);
  point(pick('.who'));
  expect(ask()).toBe(words.point.box);
  expect(told()).toBe(words.notFound.box);
});

test('says so when nobody takes the proposal, which can be made again', async () => {
  offer.mockRejectedValueOnce(new Error('no'));
  pointAtAll();
  press(words.save);
  await vi.runAllTimersAsync();
  expect(ask()).toBe(words.refused);
  press(words.again);
  await vi.runAllTimersAsync();
  expect(ask()).toBe(words.inPanel);
  expect(offer.mock.calls[1]).toEqual(offer.mock.calls[0]);
});

test('is heard again when it is refused again', async () => {
  offer.mockRejectedValue(new Error('no'));
  pointAtAll();
  press(words.save);
  await vi.runAllTimersAsync();
  press(words.again);
  expect(ask()).not.toBe(words.refused);
  await vi.runAllTimersAsync();
  expect(ask()).toBe(words.refused);
});

describe('a screen reader', () => {
  const statuses = () => [...root.querySelectorAll('[role="status"]')];

  test('is told what to point at, now as at the beginning', () => {
    const [task] = statuses();
    expect(task?.textContent).toContain(words.point.post);
    const ids = root.querySelector('.bar')?.getAttribute('aria-describedby')?.split(' ') ?? [];
    const described = ids.map((id) => root.getElementById(id)?.textContent);
    expect(described).toEqual([task?.textContent, words.keys]);
    point(pick('.words'));
    expect(task?.textContent).toBe(words.step(2, 6) + words.point.author);
  });

  test('is told which element the keys have come to', async () => {
    under = pick('.words');
    key('ArrowDown');
    await vi.advanceTimersByTimeAsync(200);
    expect(told()).toBe('“My Acme lamp flickers.” Finds 3 posts.');
    expect(statuses().map((one) => one.textContent)).toContain(told());
  });

  test('is told the name of what has no text', async () => {
    under = pick('.reply');
    key('ArrowDown');
    await vi.advanceTimersByTimeAsync(200);
    expect(told()).toMatch(/^“textarea” /u);
  });

  test('is told once, when the page was searched', async () => {
    under = pick('.words');
    const heard = new Set<string | null | undefined>();
    const watch = new MutationObserver(() => heard.add(told()));
    watch.observe(root.querySelector('.told') ?? root, {
      subtree: true,
      childList: true,
      characterData: true,
    });
    key('ArrowDown');
    await vi.advanceTimersByTimeAsync(200);
    watch.disconnect();
    expect([...heard]).toEqual(['“My Acme lamp flickers.” Finds 3 posts.']);
  });
});

describe('the page', () => {
  test('hears no press and no key', () => {
    const heard = vi.fn<(event: Event) => void>();
    for (const type of ['click', 'mousedown', 'keydown']) document.addEventListener(type, heard);
    expect(point(pick('.who')).defaultPrevented).toBe(true);
    point(pick('.who'), 'mousedown');
    key('j');
    expect(heard).not.toHaveBeenCalled();
    end();
    expect(point(pick('.who')).defaultPrevented).toBe(false);
    expect(heard).toHaveBeenCalledOnce();
    for (const type of ['click', 'mousedown', 'keydown']) document.removeEventListener(type, heard);
  });

  test('can neither point nor press nor end it by events of its own', () => {
    point(pick('.words'), 'click', false);
    expect(ask()).toBe(words.point.post);
    key('Escape', false);
    expect(isOn()).toBe(true);
    pointAtAll();
    const save = [...root.querySelectorAll('button')].find((one) => one.className === 'main');
    save?.dispatchEvent(new MouseEvent('click'));
    expect(offer).not.toHaveBeenCalled();
  });
});

describe('the keyboard', () => {
  test('points and chooses', () => {
    under = pick('.words');
    key('ArrowDown');
    key('Enter');
    expect(ask()).toBe(words.point.author);
    under = pick('.words');
    key('ArrowDown');
    key('ArrowLeft');
    key('Enter');
    expect(ask()).toBe(words.point.text);
  });

  test('ends it with Escape, without a trace', () => {
    const before = document.body.innerHTML;
    key('Escape');
    expect(isOn()).toBe(false);
    expect(document.body.innerHTML).toBe(before);
  });
});
