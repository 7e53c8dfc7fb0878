// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { isOnHiddenScreen, keepShown } from './visibility.ts';

test('what stands on a hidden screen is left out, also where others beside it are shown', () => {
  document.body.innerHTML = `
    <main><p id="a"></p><p id="b" hidden></p><div><p id="c"></p></div></main>
    <main style="color: red; display: none"><p id="d"></p><div><p id="e"></p></div></main>
    <p id="f"></p>`;
  const all = [...document.querySelectorAll('p')];
  expect(keepShown(all).map(({ id }) => id)).toEqual(['a', 'c', 'f']);
  expect(keepShown(all)).toEqual(all.filter((one) => !isOnHiddenScreen(one)));
});

test('an element without anything around it is shown', () => {
  const apart = document.createElement('p');
  expect(keepShown([apart])).toEqual([apart]);
});
