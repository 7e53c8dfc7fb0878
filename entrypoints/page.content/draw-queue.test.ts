// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import { createDrawQueue, type DrawQueue } from './draw-queue.ts';

/** What the queue did, in order: `?` and the id of what was measured, `!` and that of what was drawn. */
function aQueue(now = () => 0) {
  const done: string[] = [];
  const measure = ({ id }: Element) => {
    done.push(`?${id}`);
    return id;
  };
  const draw = (_element: Element, id: string) => done.push(`!${id}`);
  const queue = createDrawQueue({ doc: document, measure, draw, now });
  return { done, drawn: () => done.filter((one) => one.startsWith('!')), queue };
}

const measured = (...ids: number[]) => ids.map((id) => `?${id}`);
const drawn = (...ids: number[]) => ids.map((id) => `!${id}`);
const elements = Array.from({ length: 30 }, (_, index) => {
  const element = document.createElement('p');
  element.id = `${index}`;
  return element;
});

test('all of one turn are measured before the first of them is drawn, a few in one go', async () => {
  const { done, queue } = aQueue();
  for (const element of elements.slice(0, 10)) queue.add(element);
  expect(done).toEqual([]);
  await vi.waitFor(() => expect(done.at(-1)).toBe('!9'));
  const first = [0, 1, 2, 3, 4, 5, 6, 7];
  expect(done).toEqual([
    ...measured(...first),
    ...drawn(...first),
    ...measured(8, 9),
    ...drawn(8, 9),
  ]);
});

test('all that wait are drawn, in the order in which they came', async () => {
  const all = aQueue();
  for (const element of elements) all.queue.add(element);
  await vi.waitFor(() => expect(all.drawn()).toEqual(drawn(...elements.keys())));
});

test('when drawing takes long, the rest waits for the next turn', async () => {
  let time = 0;
  const { done, queue } = aQueue(() => (time += 20));
  for (const element of elements.slice(0, 3)) queue.add(element);
  await vi.waitFor(() => expect(done.at(-1)).toBe('!2'));
  const turns = [
    [...measured(0, 1, 2), ...drawn(0)],
    [...measured(1, 2), ...drawn(1)],
    [...measured(2), ...drawn(2)],
  ];
  expect(done).toEqual(turns.flat());
});

test('an element that is asked for twice is drawn once, one that was dropped never', async () => {
  const { drawn: shown, queue } = aQueue();
  const [first, second, third] = [elements[0], elements[1], elements[2]];
  if (!first || !second || !third) throw new Error('There are too few.');
  for (const element of [first, second, first, third]) queue.add(element);
  queue.drop(second);
  await vi.waitFor(() => expect(shown()).toEqual(drawn(0, 2)));
});

test('an element that is dropped when it has been measured is not drawn', async () => {
  const shown: Element[] = [];
  const [first, second] = [elements[0], elements[1]];
  if (!first || !second) throw new Error('There are too few.');
  const queue: DrawQueue = createDrawQueue({
    doc: document,
    measure(element): void {
      if (element === second) queue.drop(first);
    },
    draw: (element) => void shown.push(element),
  });
  queue.add(first);
  queue.add(second);
  await vi.waitFor(() => expect(shown).toEqual([second]));
});
