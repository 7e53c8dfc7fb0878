// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { nextWithin } from './next-within.ts';

test('goes on behind an element and all that is in it, and ends with the root', () => {
  document.body.innerHTML = '<main><p><i></i></p><b></b></main><u></u>';
  const [main, p, b] = ['main', 'p', 'b'].map((name) => document.querySelector(name) as Element);
  if (!main || !p || !b) throw new Error('not there');
  expect(nextWithin(main, p)).toBe(b);
  expect(nextWithin(main, b)).toBeNull();
});

test('comes out of a form whose fields answer for it', () => {
  document.body.innerHTML = '<main><section><form><input></form></section><b></b></main>';
  const form = document.querySelector('form') as HTMLFormElement;
  const input = form.firstElementChild as Element;
  // As `<input name="parentElement">` does in a browser.
  for (const way of ['parentElement', 'nextElementSibling'])
    Object.defineProperty(form, way, { value: input });
  const main = document.querySelector('main') as Element;
  expect(nextWithin(main, input)?.localName).toBe('b');
});
