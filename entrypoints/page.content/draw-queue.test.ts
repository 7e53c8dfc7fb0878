// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { createDrawQueue } from './draw-queue.ts';

function aQueue() {
  const turns: Element[][] = [];
  return { turns, queue: createDrawQueue(document, (elements) => turns.push([...elements])) };
}

const elements = Array.from({ length: 30 }, () => document.createElement('p'));

test('what comes together is drawn together, a few in one go', async () => {
  const { turns, queue } = aQueue();
  for (const element of elements) queue.add(element);
  expect(turns).toEqual([]);
  await Promise.resolve();
  expect(turns.map(({ length }) => length)).toEqual([8]);
  await vi.waitFor(() => expect(turns.flat()).toEqual(elements));
  expect(turns.map(({ length }) => length)).toEqual([8, 8, 8, 6]);
});

test('an element that is asked for twice is drawn once, one that was dropped never', async () => {
  const { turns, queue } = aQueue();
  const [first, second, third] = [elements[0], elements[1], elements[2]];
  if (!first || !second || !third) throw new Error('There are too few.');
  for (const element of [first, second, first, third]) queue.add(element);
  queue.drop(second);
  await Promise.resolve();
  expect(turns).toEqual([[first, third]]);
});
