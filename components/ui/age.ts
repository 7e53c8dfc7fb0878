const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept: to make one takes a browser milliseconds, and every chip of a page asks for several. */
function formatOf(locale: string | undefined, options: Intl.DateTimeFormatOptions) {
  const key = JSON.stringify([locale, options]);
  const format = formats.get(key) ?? new Intl.DateTimeFormat(locale, options);
  formats.set(key, format);
  return format;
}

/** A span in its largest sensible unit: `40 s`, `9 min`, `2 h`, `6 d`, `14 mo`. Never less than `1 s`. */
export function toAge(ms: number): string {
  if (ms < MINUTE) return `${Math.max(1, Math.floor(ms / SECOND))} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < 2 * DAY) return `${Math.floor(ms / HOUR)} h`;
  if (ms < 60 * DAY) return `${Math.floor(ms / DAY)} d`;
  return `${Math.floor(ms / (30 * DAY))} mo`;
}

/** What is left of a span, rounded up, so that a lease never reads `0 min` while it lives. */
export function toTimeLeft(ms: number): string {
  if (ms < MINUTE) return `${Math.max(1, Math.ceil(ms / SECOND))} s`;
  return `${Math.ceil(ms / MINUTE)} min`;
}

/** The time of day, with the date when it lies more than 18 h from `now`: `10:40`, `3 May, 10:40`. */
export function toClock(at: number, now: number, locale?: string): string {
  const isNear = Math.abs(now - at) < 18 * HOUR;
  return formatOf(locale ?? 'en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    ...(isNear ? {} : { day: 'numeric', month: 'short' }),
  }).format(at);
}

/** The whole timestamp, for titles. */
export function toTimestamp(at: number, locale?: string): string {
  return formatOf(locale, { dateStyle: 'full', timeStyle: 'short' }).format(at);
}

/** For `<time datetime>`. */
export function toDateTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}/, '');
}

/** A day, as people write it where they are. */
export function toDate(at: number, locale?: string): string {
  return formatOf(locale, { dateStyle: 'medium' }).format(at);
}
