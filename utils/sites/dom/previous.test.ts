// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { findPrevious } from './previous.ts';

function aTree(): Element {
  const root = document.createElement('div');
  // a and b stand in rows of their own; c holds d; e follows.
  for (const [id, parent] of [
    ['row1', ''],
    ['a', 'row1'],
    ['row2', ''],
    ['b', 'row2'],
    ['c', ''],
    ['d', 'c'],
    ['e', ''],
  ]) {
    const element = Object.assign(document.createElement('p'), { id });
    if (id?.length === 1) element.className = 'post';
    (parent ? root.querySelector(`#${parent}`) : root)?.append(element);
  }
  return root;
}

test.each([
  ['a', undefined],
  ['b', 'a'],
  ['c', 'b'],
  ['d', 'b'],
  ['e', 'd'],
])('before %s stands %s', (id, before) => {
  const root = aTree();
  const element = root.querySelector(`#${id}`);
  expect(element && findPrevious(element, root, '.post')?.id).toBe(before);
});

test('an element that the test refuses is passed over', () => {
  const root = aTree();
  const element = root.querySelector('#e');
  expect(element && findPrevious(element, root, '.post', (one) => one.id !== 'd')?.id).toBe('c');
});
