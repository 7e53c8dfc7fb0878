import { expect, test } from 'vitest';
import { toSnoozeTime } from './snooze-times.ts';

const local = (...parts: [number, number, number, number, number]) => new Date(...parts).getTime();
// A Wednesday afternoon.
const now = local(2026, 10, 18, 15, 20);

test.each([
  ['hour', now + 3_600_000],
  ['fourHours', now + 4 * 3_600_000],
  ['tomorrow', local(2026, 10, 19, 9, 0)],
  ['monday', local(2026, 10, 23, 9, 0)],
  ['week', local(2026, 10, 25, 9, 0)],
] as const)('%s is the moment that people mean', (id, at) => {
  expect(toSnoozeTime(id, now)).toBe(at);
});

test.each([
  [0, local(2026, 10, 23, 9, 0)],
  [1, local(2026, 10, 30, 9, 0)],
])('on day %i of the week Monday is the next one', (day, at) => {
  const sunday = local(2026, 10, 22, 8, 0);
  expect(toSnoozeTime('monday', sunday + day * 86_400_000)).toBe(at);
});
