// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { createDrawQueue, type DrawQueue } from './draw-queue.ts';

/** What the queue did, in order: `?` and the ids of those measured together, `!` and those drawn together. */
function aQueue() {
  const done: string[] = [];
  const measure = ({ id }: Element) => {
    done.push(`?${id}`);
    return id;
  };
  const queue = createDrawQueue(document, measure, (measured) =>
    done.push(`!${measured.map(([, id]) => id).join(' ')}`),
  );
  const drawn = () => done.filter((one) => one.startsWith('!'));
  return { done, drawn, queue };
}

const elements = Array.from({ length: 30 }, (_, index) => {
  const element = document.createElement('p');
  element.id = `${index}`;
  return element;
});

test('what comes together is drawn together, a few in one go', async () => {
  const { drawn, queue } = aQueue();
  for (const element of elements) queue.add(element);
  expect(drawn()).toEqual([]);
  await vi.waitFor(() => expect(drawn()).toHaveLength(4));
  expect(drawn().map((turn) => turn.split(' ').length)).toEqual([8, 8, 8, 6]);
  expect(drawn().join(' ').replaceAll('!', '')).toBe(elements.map(({ id }) => id).join(' '));
});

test('all of one turn are measured before the first of them is drawn', async () => {
  const { done, queue } = aQueue();
  for (const element of elements.slice(0, 10)) queue.add(element);
  await vi.waitFor(() => expect(done.at(-1)).toBe('!8 9'));
  const first = elements.slice(0, 8).map(({ id }) => id);
  expect(done).toEqual([...first.map((id) => `?${id}`), `!${first.join(' ')}`, '?8', '?9', '!8 9']);
});

test('an element that is asked for twice is drawn once, one that was dropped never', async () => {
  const { drawn, queue } = aQueue();
  const [first, second, third] = [elements[0], elements[1], elements[2]];
  if (!first || !second || !third) throw new Error('There are too few.');
  for (const element of [first, second, first, third]) queue.add(element);
  queue.drop(second);
  await vi.waitFor(() => expect(drawn()).toEqual(['!0 2']));
});

test('an element that is dropped when it has been measured is not drawn', async () => {
  const drawn: Element[] = [];
  const [first, second] = [elements[0], elements[1]];
  if (!first || !second) throw new Error('There are too few.');
  const queue: DrawQueue = createDrawQueue(
    document,
    (element): void => {
      if (element === second) queue.drop(first);
    },
    (measured) => drawn.push(...measured.map(([element]) => element)),
  );
  queue.add(first);
  queue.add(second);
  await vi.waitFor(() => expect(drawn).toEqual([second]));
});
