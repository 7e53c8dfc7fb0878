// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { parentOf } from './parent-of.ts';

test('a form cannot answer for its parent', () => {
  document.body.innerHTML = '<main><form><input></form></main>';
  const form = document.querySelector('form') as HTMLFormElement;
  Object.defineProperty(form, 'parentElement', { value: form.firstElementChild });
  expect(form.parentElement?.localName).toBe('input');
  expect(parentOf(form)?.localName).toBe('main');
});

test('the root has none', () => {
  expect(parentOf(document.documentElement)).toBeNull();
});
