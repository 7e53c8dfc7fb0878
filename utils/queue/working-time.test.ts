import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hours } from '#utils/model/desk.ts';
import { toWorkingTime } from './working-time.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const weekdays = [1, 2, 3, 4, 5].map((day) => ({ day, from: 540, to: 1_020 }));
const berlin: Hours = { timeZone: 'Europe/Berlin', week: weekdays, holidays: ['2026-12-25'] };

describe('a desk in Berlin, nine to five', () => {
  const time = toWorkingTime(berlin);

  test.each([
    // Friday 16:00 to Monday 10:00: an hour on each.
    ['over a weekend', '2026-11-20T15:00Z', '2026-11-23T09:00Z', 2 * HOUR],
    ['within a night', '2026-11-23T20:00Z', '2026-11-24T07:59Z', 0],
    ['over a holiday', '2026-12-24T15:00Z', '2026-12-28T09:00Z', 2 * HOUR],
    ['the wrong way round', '2026-11-24T12:00Z', '2026-11-23T12:00Z', 0],
    // On the same clock on the wall, though UTC has moved.
    ['over the end of summer time', '2026-10-23T14:00Z', '2026-10-26T09:00Z', 2 * HOUR],
  ])('works %s', (_what, from, to, worked) => {
    expect(time.between(Date.parse(from), Date.parse(to))).toBe(worked);
  });

  test.each([
    ['within a day', '2026-11-23T09:00Z', 2 * HOUR, '2026-11-23T11:00Z'],
    ['until the last minute of a day', '2026-11-23T14:00Z', 2 * HOUR, '2026-11-23T16:00Z'],
    ['over a weekend', '2026-11-20T15:30Z', HOUR, '2026-11-23T08:30Z'],
    ['from a night', '2026-11-23T22:00Z', HOUR, '2026-11-24T09:00Z'],
  ])('is due %s', (_what, at, ms, due) => {
    expect(new Date(time.add(Date.parse(at), ms)).toISOString()).toBe(new Date(due).toISOString());
  });
});

test('without a week a desk works around the clock, but not on holidays', () => {
  const time = toWorkingTime({ timeZone: 'Asia/Kathmandu', week: [], holidays: ['2026-11-24'] });
  const midnight = Date.parse('2026-11-23T18:15Z');
  expect(time.add(midnight - HOUR, 3 * HOUR)).toBe(midnight + 26 * HOUR);
  expect(time.between(midnight - HOUR, midnight + 25 * HOUR)).toBe(2 * HOUR);
});

test('what is never worked is never due', () => {
  const holidays = Array.from({ length: 400 }, (_, week) =>
    new Date(Date.UTC(2026, 0, 4) + week * 7 * 24 * HOUR).toISOString().slice(0, 10),
  );
  const sundays = { timeZone: 'UTC', week: [{ day: 7, from: 0, to: 60 }], holidays };
  const time = toWorkingTime(sundays);
  expect(time.add(Date.UTC(2026, 0, 1), 90 * MINUTE)).toBe(Date.UTC(2033, 8, 11, 0, 30));
  const never = { ...sundays, week: [{ day: 7, from: 0, to: 1 }] };
  expect(toWorkingTime(never).add(0, 9_000 * HOUR)).toBe(Infinity);
});

const walls = new Map<string, Intl.DateTimeFormat>();

/** What it means, minute by minute, read from the wall clock alone. */
function isWorked({ timeZone, week, holidays }: Hours, at: number): boolean {
  const format =
    walls.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  walls.set(timeZone, format);
  const wall = format.format(at);
  const [date = '', clock = ''] = wall.split(' ');
  if (holidays.includes(date)) return false;
  if (week.length === 0) return true;
  const [hour = 0, minute = 0] = clock.split(':').map(Number);
  const day = new Date(`${date}T00:00Z`).getUTCDay() || 7;
  const now = hour * 60 + minute;
  return week.some((one) => one.day === day && one.from <= now && now < one.to);
}

const someHours = fc.record({
  timeZone: fc.constantFrom(
    'Europe/Berlin',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
    'UTC',
  ),
  week: fc.array(
    fc
      .record({
        day: fc.integer({ min: 1, max: 7 }),
        from: fc.integer({ min: 0, max: 1_439 }),
        length: fc.integer({ min: 1, max: 1_440 }),
      })
      .map(({ day, from, length }) => ({ day, from, to: Math.min(1_440, from + length) })),
    { maxLength: 8 },
  ),
  holidays: fc.subarray(['2026-03-29', '2026-10-25', '2026-11-01', '2026-04-05']),
});
/** Nights in which clocks are changed somewhere, and an ordinary one. */
const someMoment = fc
  .record({
    day: fc.constantFrom(
      '2026-03-08',
      '2026-03-28',
      '2026-04-04',
      '2026-10-03',
      '2026-10-25',
      '2026-11-01',
      '2026-06-10',
    ),
    minute: fc.integer({ min: 0, max: 1_439 }),
  })
  .map(({ day, minute }) => Date.parse(`${day}T00:00Z`) + minute * MINUTE);

test('minute by minute it is what the clock on the wall says', () => {
  fc.assert(
    fc.property(someHours, someMoment, fc.integer({ min: 1, max: 2_000 }), (hours, at, minutes) => {
      const time = toWorkingTime(hours);
      let worked = 0;
      for (let minute = 0; minute < minutes; minute += 1) {
        if (isWorked(hours, at + minute * MINUTE)) worked += 1;
      }
      expect(time.between(at, at + minutes * MINUTE) / MINUTE).toBe(worked);
    }),
    { numRuns: 30 },
  );
});

test('a promise is due when as much has been worked as was promised, and not a moment before', () => {
  fc.assert(
    fc.property(someHours, someMoment, fc.integer({ min: 1, max: 3_000 }), (hours, at, minutes) => {
      const time = toWorkingTime(hours);
      const due = time.add(at, minutes * MINUTE);
      fc.pre(due < Infinity);
      expect(time.between(at, due)).toBe(minutes * MINUTE);
      expect(time.between(at, due - 1)).toBe(minutes * MINUTE - 1);
    }),
  );
});
