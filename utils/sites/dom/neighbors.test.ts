// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { nextOf, parentOf, previousOf } from './neighbors.ts';

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

test('nor for those beside it', () => {
  document.body.innerHTML = '<i></i><form><input></form><b></b>';
  const form = document.querySelector('form') as HTMLFormElement;
  for (const way of ['nextElementSibling', 'previousElementSibling'])
    Object.defineProperty(form, way, { value: form.firstElementChild });
  expect(form.nextElementSibling?.localName).toBe('input');
  expect([previousOf(form)?.localName, nextOf(form)?.localName]).toEqual(['i', 'b']);
});
