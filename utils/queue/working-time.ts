/**
 * The time that a desk works: how much of a span it is, and when a promise within it falls due. By the clock on the desk's
 * wall, so that a minute which comes twice in an autumn night counts twice, and one that is left out in spring not at all.
 */
import type { Hours } from '#utils/model/desk.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** After so many days without enough work a promise is never due; the longest list of holidays is shorter. */
const LOOKED_DAYS = 4_000;

/** From, to: UTC, ms. */
type Span = readonly [from: number, to: number];

export interface WorkingTime {
  /** The moment at which `ms` have been worked since `at`; `Infinity` where that is more than ten years off. */
  add(at: number, ms: number): number;
  /** How much was worked between two moments, ms; of more than ten years the first ten. 0 where the second is not later. */
  between(from: number, to: number): number;
}

/** Reads working hours once for many questions: what a day looks like is worked out when it is asked for first. */
export function toWorkingTime(hours: Hours): WorkingTime {
  const offsetAt = createOffsets(hours.timeZone);
  const holidays = new Set(hours.holidays.map((day) => Date.parse(day) / DAY));
  const days = new Map<number, Span[]>();
  const spansOf = (day: number): Span[] => {
    const known = days.get(day);
    if (known) return known;
    const spans = toSegments(day * DAY, offsetAt).flatMap(([from, to, offset]) =>
      toWallSpans(from + offset, to + offset, hours.week, holidays).map(([start, end]): Span => [
        start - offset,
        end - offset,
      ]),
    );
    const merged = merge(spans);
    days.set(day, merged);
    return merged;
  };
  return {
    add(at, ms) {
      if (ms <= 0) return at;
      let left = ms;
      const first = Math.floor(at / DAY);
      for (let day = first; day < first + LOOKED_DAYS; day += 1) {
        for (const [from, to] of spansOf(day)) {
          const start = Math.max(from, at);
          if (start >= to) continue;
          if (to - start >= left) return start + left;
          left -= to - start;
        }
      }
      return Infinity;
    },
    between(from, to) {
      let worked = 0;
      const last = Math.min(to, from + LOOKED_DAYS * DAY);
      for (let day = Math.floor(from / DAY); day * DAY < last; day += 1) {
        for (const [start, end] of spansOf(day)) {
          worked += Math.max(0, Math.min(end, to) - Math.max(start, from));
        }
      }
      return worked;
    },
  };
}

/** What of a span by the clock on the wall is worked. Wall time is counted as if it were UTC. */
function toWallSpans(
  from: number,
  to: number,
  week: Hours['week'],
  holidays: ReadonlySet<number>,
): Span[] {
  const spans: Span[] = [];
  for (let day = Math.floor(from / DAY); day * DAY < to; day += 1) {
    if (holidays.has(day)) continue;
    // Day 0 was a Thursday.
    const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
    const worked =
      week.length === 0
        ? [{ from: 0, to: DAY / MINUTE }]
        : week.filter((one) => one.day === weekday);
    for (const one of worked) {
      const start = Math.max(from, day * DAY + one.from * MINUTE);
      const end = Math.min(to, day * DAY + one.to * MINUTE);
      if (start < end) spans.push([start, end]);
    }
  }
  return spans;
}

/** A UTC day in parts in which the wall clock stays at one offset. */
function toSegments(start: number, offsetAt: (at: number) => number): [number, number, number][] {
  const end = start + DAY;
  const before = offsetAt(start);
  const after = offsetAt(end - MINUTE);
  if (before === after) return [[start, end, before]];
  // Clocks are changed on a full minute; nowhere twice within a day.
  let [low, high] = [start, end - MINUTE];
  while (high - low > MINUTE) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE) * MINUTE;
    if (offsetAt(middle) === before) low = middle;
    else high = middle;
  }
  return [
    [start, high, before],
    [high, end, after],
  ];
}

/** How far the clock on the wall is ahead of UTC at full minutes, ms. */
function createOffsets(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  });
  return (at) => {
    const part = Object.fromEntries(
      format.formatToParts(at).map(({ type, value }) => [type, Number(value)]),
    );
    const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute) - at;
  };
}

function merge(spans: Span[]): Span[] {
  const merged: [number, number][] = [];
  for (const [from, to] of spans.sort(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else merged.push([from, to]);
  }
  return merged;
}
