/** Days as the reader's own calendar has them. */

/** Midnight before a moment, or then. */
export function startOfDay(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}

/** The same time of day so many days on; days have 23 to 25 hours. */
export function addDays(at: number, days: number): number {
  const date = new Date(at);
  return date.setDate(date.getDate() + days);
}

/** Midnight at which the week of a moment began: weeks begin on Monday. */
export function startOfWeek(at: number): number {
  const day = new Date(at).getDay();
  return addDays(startOfDay(at), day === 0 ? -6 : 1 - day);
}
