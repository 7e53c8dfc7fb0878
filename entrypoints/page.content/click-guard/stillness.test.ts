import { describe, expect, test } from 'vitest';
import { createStillness } from './stillness.ts';

const place = (top: number) => ({ left: 10, top, width: 300 });

describe('a chip', () => {
  test('that has just come is not at rest, but nobody moved it', () => {
    const still = createStillness();
    still.note(place(50), 5_000, 0);
    expect([still.cameAt, still.movedAt, still.movedByPageAt]).toEqual([5_000, 5_000, null]);
  });

  test('that stays is still since it came', () => {
    const still = createStillness();
    still.note(place(50), 5_000, 0);
    still.note(place(51), 9_000, 0);
    expect(still.movedAt).toBe(5_000);
  });

  test('that a person scrolled was not moved by the page', () => {
    const still = createStillness();
    still.note(place(50), 5_000, 0);
    still.note(place(90), 9_000, 8_900);
    expect([still.movedAt, still.movedByPageAt]).toEqual([9_000, null]);
  });

  test('that drifts by a pixel at a time has moved in the end', () => {
    const still = createStillness();
    for (let step = 0; step < 10; step += 1) still.note(place(step), 5_000 + step * 100, 0);
    expect(still.movedByPageAt).toBeGreaterThan(5_500);
  });
});
