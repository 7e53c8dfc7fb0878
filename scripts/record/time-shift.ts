/** Moves all times of a page by as much, so that they keep their order and tell of no real moment. */
import { walkElements } from './page-tree.ts';
import type { PageElement } from './page-tree.ts';

/** What the latest of them becomes. */
const LATEST = Date.UTC(2026, 9, 5, 8, 0);
const ISO =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:(?<join>[T ])(?<clock>\d{2}:\d{2}(?::\d{2})?)(?<part>\.\d+)?(?<zone>Z|[+-]\d{2}:?\d{2})?)?$/u;
const TIME_KEY = /time|date|stamp|epoch|created|published/iu;

export interface TimeShift {
  /** The moved value of an attribute; null when it says no time. */
  shift(key: string, value: string): string | null;
}

/** Looks for the latest time of a page. */
export function createTimeShift(page: PageElement): TimeShift {
  const times = [...walkElements(page)].flatMap(({ attributes }) =>
    Object.entries(attributes).map(([key, value]) => toTime(key, value)),
  );
  const latest = times.reduce<number>((most, time) => Math.max(most, time ?? 0), 0);
  const offset = LATEST - latest;
  return {
    shift(key, value) {
      const time = toTime(key, value);
      if (time === null) return null;
      if (/^\d+$/u.test(value)) return `${toUnit(time + offset, value)}`;
      const { join, clock = '', part = '', zone = '' } = ISO.exec(value)?.groups ?? {};
      const [date = '', hours = ''] = new Date(time + offset).toISOString().split('T');
      if (join === undefined) return date;
      const to = zone === '' || zone === 'Z' ? zone : '+00:00';
      return date + join + hours.slice(0, clock.length) + part.replace(/\d/gu, '0') + to;
    },
  };
}

function toTime(key: string, value: string): number | null {
  if (/^1[0-9]{9}(?:[0-9]{3})?$/u.test(value) && TIME_KEY.test(key)) {
    return value.length === 10 ? Number(value) * 1_000 : Number(value);
  }
  const { date, clock = '00:00', zone = 'Z' } = ISO.exec(value)?.groups ?? {};
  if (date === undefined) return null;
  const time = Date.parse(`${date}T${clock}${zone.replace(/^([+-]\d{2})(\d{2})$/u, '$1:$2')}`);
  return Number.isNaN(time) ? null : time;
}

function toUnit(time: number, like: string): number {
  return like.length === 10 ? Math.round(time / 1_000) : time;
}
