/** Until when a thread may be put off, by the clock where the person is. */

export const snoozeIds = ['hour', 'fourHours', 'tomorrow', 'monday', 'week'] as const;
export type SnoozeId = (typeof snoozeIds)[number];

const HOUR = 60 * 60_000;
/** When a morning begins, hours. */
const MORNING = 9;

/** The moment, ms; `now` and the result by the local clock. */
export function toSnoozeTime(id: SnoozeId, now: number): number {
  switch (id) {
    case 'hour':
      return now + HOUR;
    case 'fourHours':
      return now + 4 * HOUR;
    case 'tomorrow':
      return morningIn(now, 1);
    case 'monday':
      return morningIn(now, 8 - (new Date(now).getDay() || 7));
    case 'week':
      return morningIn(now, 7);
  }
}

function morningIn(now: number, days: number): number {
  const day = new Date(now);
  // By the calendar, so that a change to summer time in between does not move the morning.
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, MORNING).getTime();
}
