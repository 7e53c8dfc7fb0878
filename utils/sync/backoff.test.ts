import { expect, test } from 'vitest';
import { createBackoff } from './backoff.ts';

test('waits anywhere up to a ceiling that doubles from one second to five minutes', () => {
  const longest = createBackoff(() => 1);
  const waits = Array.from({ length: 12 }, () => longest.next(0));
  expect(waits.slice(0, 4)).toEqual([1_000, 2_000, 4_000, 8_000]);
  expect(waits.at(-1)).toBe(300_000);
  expect(createBackoff(() => 0).next(0)).toBe(0);
});

test('waits as long as the server asked for, spread behind that', () => {
  expect(createBackoff(() => 0).next(5_000)).toBe(5_000);
  expect(createBackoff(() => 0.5).next(5_000)).toBe(5_500);
});

test('begins again after a success', () => {
  const backoff = createBackoff(() => 1);
  backoff.next(0);
  backoff.next(0);
  backoff.reset();
  expect(backoff.next(0)).toBe(1_000);
});
