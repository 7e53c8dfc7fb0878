// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { markWords as words } from '#components/chip/mark-words.ts';
import { createMarkForm } from './mark-form.ts';

let root: ShadowRoot;
let said: string[];
let answer: (refusal: string | null) => void;

beforeEach(() => {
  said = [];
  document.body.innerHTML = '<button id="here">Here</button><button id="away">Away</button>';
});
afterEach(() => document.body.replaceChildren());

const pick = (css: string) => document.querySelector<HTMLElement>(css) ?? document.body;
const pause = () => new Promise((resolve) => setTimeout(resolve, 20));

async function open() {
  const form = createMarkForm({
    doc: document,
    measureTheme: () => 'light',
    notices: { say: (text) => said.push(text) },
    createSurface(doc) {
      const host = doc.createElement('div');
      // Open for the test alone.
      root = host.attachShadow({ mode: 'open' });
      return { host, root };
    },
  });
  pick('#here').focus();
  const onSave = vi.fn<() => Promise<string | null>>(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  const brands = [{ id: 'acme', name: 'Acme' }];
  form.ask({ quote: 'The kettle', author: 'ada', brands, brandId: 'acme', onSave });
  await pause();
  return { form, onSave };
}

async function submit() {
  root.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
  await pause();
}
const isOpen = () => document.body.contains(root.host);
const escape = () =>
  root
    .querySelector('input')
    ?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));

test('stays, busy, until its choice is taken', async () => {
  const { onSave } = await open();
  await submit();
  await submit();
  expect(onSave).toHaveBeenCalledExactlyOnceWith({ author: 'ada', brandId: 'acme' });
  expect(root.querySelector('[type="submit"]')?.textContent).toBe(words.saving);
  expect(isOpen()).toBe(true);
  answer(null);
  await pause();
  expect(isOpen()).toBe(false);
});

test('stays with the words of a refusal, ready for the next try', async () => {
  await open();
  await submit();
  answer('Not now.');
  await pause();
  expect(root.querySelector('[role="alert"]')?.textContent).toBe('Not now.');
  expect(root.querySelector('[type="submit"]')?.textContent).toBe(words.save);
  expect(said).toEqual([]);
});

test('a refusal that comes after the form was closed is said on the page', async () => {
  await open();
  await submit();
  escape();
  answer('Not now.');
  await pause();
  expect(said).toEqual(['Not now.']);
});

test('gives the focus back when it is closed', async () => {
  await open();
  expect(document.activeElement).toBe(root.host);
  escape();
  expect(isOpen()).toBe(false);
  expect(document.activeElement).toBe(pick('#here'));
});

test('gives the focus back when its choice is taken', async () => {
  await open();
  await submit();
  answer(null);
  await pause();
  expect(document.activeElement).toBe(pick('#here'));
});

test('leaves the focus where the person has put it meanwhile', async () => {
  const { form } = await open();
  pick('#away').focus();
  form.clear();
  expect(document.activeElement).toBe(pick('#away'));
});

test('lets the page hear nothing of what is typed and pressed in it', async () => {
  await open();
  const heard: string[] = [];
  const over = new AbortController();
  const types = ['click', 'pointerdown', 'keydown', 'keyup', 'input', 'paste', 'submit'];
  for (const type of types) {
    document.addEventListener(type, () => heard.push(type), { signal: over.signal });
  }
  const fields = { click: '[type="submit"]', submit: 'form' } as Record<string, string>;
  for (const type of types) {
    const event = new Event(type, { bubbles: true, composed: true, cancelable: true });
    root.querySelector(fields[type] ?? 'input')?.dispatchEvent(event);
  }
  over.abort();
  expect(heard).toEqual([]);
});
