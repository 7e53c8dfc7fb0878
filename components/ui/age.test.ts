import { describe, expect, it } from 'vitest';
import { toAge, toClock, toDateTime, toTimeLeft } from './age.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('an age', () => {
  it.each([
    [-5_000, '1 s'],
    [40_000, '40 s'],
    [9 * MINUTE, '9 min'],
    [2 * HOUR, '2 h'],
    [47 * HOUR, '47 h'],
    [6 * 24 * HOUR, '6 d'],
    [90 * 24 * HOUR, '3 mo'],
  ])('of %d ms reads %s', (ms, words) => {
    expect(toAge(ms)).toBe(words);
  });
});

it('rounds what is left up', () => {
  expect(toTimeLeft(8 * MINUTE + 1)).toBe('9 min');
});

it('puts the date to times that are not of today', () => {
  const now = Date.UTC(2026, 4, 5, 10, 40);
  expect(toClock(now - 2 * 24 * HOUR, now)).toMatch(/3 May/);
  expect(toClock(now - HOUR, now)).not.toMatch(/May/);
});

it('writes datetime in UTC', () => {
  expect(toDateTime(Date.UTC(2026, 4, 5, 10, 40))).toBe('2026-05-05T10:40:00Z');
});
