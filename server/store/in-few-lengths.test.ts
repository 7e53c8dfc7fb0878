import { expect, it } from 'vitest';
import { inFewLengths } from './in-few-lengths.ts';

const count = (length: number) => Array.from({ length }, (_, n) => n);

it('cuts a list into lengths that are powers of two', () => {
  const lengths = [...inFewLengths(count(203))].map((part) => part.length);
  expect(lengths).toEqual([64, 64, 64, 8, 2, 1]);
});

it('keeps all items in their order', () => {
  for (let length = 0; length < 200; length += 1) {
    expect([...inFewLengths(count(length))].flat()).toEqual(count(length));
  }
});
