import type { Theme } from './theme.ts';

const HOUR = 3_600_000;
const DAY_HOURS = 24;
const WEEK_HOURS = 7 * DAY_HOURS;
/** As many times its usual hour is an alarm. */
const TIMES = 5;
/** An hour is taken to have this many usually, though it had fewer: from one to five is no alarm, to ten is one. */
const USUAL_MIN = 2;
const WEEKS_MAX = 8;
const DAYS_MAX = 14;
/** So many hours at least tell what is usual. */
const HOURS_MIN = 3;

/** What is watched: a theme, a tag, a brand. */
export interface Topic {
  id: string;
  /** When its posts were written, ms since 1970, in any order. */
  times: readonly number[];
}

/** Hours in a row in which a topic had many times its usual posts. */
export interface Spike {
  topicId: string;
  /** ms: begin of the first hour and end of the last one. */
  from: number;
  until: number;
  /** Posts of all these hours. */
  count: number;
  /** The worst hour: when it begins, its posts, and how many such an hour usually has. */
  peak: { at: number; count: number; usual: number };
  /** What the usual hour is of: the same hour of the week, or, with fewer weeks known, of the day. */
  basis: Basis;
}

type Basis = 'week' | 'day';

export interface SpikeOptions {
  /** ms; the hour that runs counts with what it has so far. */
  now: number;
  /** From when alarms are looked for; default: the last 24 hours. */
  since?: number;
  /** From when posts are known at all, as hours without one count too. Default: the earliest post of any topic. */
  knownSince?: number;
}

/**
 * Alarms: hours with at least five times the usual hour, which is the median of the same hour of the week over the last
 * eight weeks; of the same hour of the day while fewer than three weeks are known; none while fewer than three days are.
 * Hours are those of UTC: when clocks change, what is usual lags an hour behind for some weeks.
 */
export function findSpikes(
  topics: readonly Topic[],
  { now, since = now - DAY_HOURS * HOUR, knownSince }: SpikeOptions,
): Spike[] {
  const last = toHour(now);
  const first = Math.max(toHour(since), last - WEEKS_MAX * WEEK_HOURS);
  const known = toHour(knownSince ?? earliest(topics));
  const spikes = topics.flatMap((topic) => {
    const counts = countHours(topic.times, now);
    return joinHours(topic.id, [...seekHours(counts, { first, last, known })]);
  });
  return spikes.sort(
    (a, b) => b.from - a.from || toFactor(b) - toFactor(a) || Number(a.topicId > b.topicId) || -1,
  );
}

/**
 * Themes as topics, by when their posts were written. A theme holds the posts of its period: four weeks of them tell what
 * an hour of the week usually has, with `knownSince` at their begin.
 */
export function toTopics(
  themes: readonly Pick<Theme, 'id' | 'ids'>[],
  timeOf: (postId: string) => number | undefined,
): Topic[] {
  return themes.map(({ id, ids }) => ({ id, times: ids.flatMap((one) => timeOf(one) ?? []) }));
}

/** How many times its usual hour a spike's worst hour had. */
export function toFactor({ peak }: Spike): number {
  return peak.count / Math.max(USUAL_MIN, peak.usual);
}

/** A spike in words, such as "47 posts in an hour, usually 3 at this hour of the week". */
export function toSpikeWords({ peak, basis }: Spike): string {
  return `${peak.count} posts in an hour, usually ${peak.usual} at this hour of the ${basis}`;
}

function toHour(at: number): number {
  return Math.floor(at / HOUR);
}

function earliest(topics: readonly Topic[]): number {
  let first = Number.POSITIVE_INFINITY;
  for (const { times } of topics) for (const at of times) first = Math.min(first, at);
  return first;
}

function countHours(times: readonly number[], now: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (const at of times) {
    if (!(at <= now)) continue;
    counts.set(toHour(at), (counts.get(toHour(at)) ?? 0) + 1);
  }
  return counts;
}

interface LoudHour {
  hour: number;
  count: number;
  usual: number;
  basis: Basis;
}

function* seekHours(
  counts: ReadonlyMap<number, number>,
  { first, last, known }: { first: number; last: number; known: number },
): Generator<LoudHour> {
  for (let hour = first; hour <= last; hour += 1) {
    const count = counts.get(hour) ?? 0;
    if (count < TIMES * USUAL_MIN) continue;
    const usual = toUsual(counts, hour, known);
    if (usual && count >= TIMES * Math.max(USUAL_MIN, usual.usual)) yield { hour, count, ...usual };
  }
}

/** What an hour usually has; null while too little is known. */
function toUsual(
  counts: ReadonlyMap<number, number>,
  hour: number,
  known: number,
): { usual: number; basis: Basis } | null {
  const before = (step: number, most: number) =>
    Array.from({ length: most }, (_, at) => hour - (at + 1) * step)
      .filter((one) => one >= known)
      .map((one) => counts.get(one) ?? 0);
  const weeks = before(WEEK_HOURS, WEEKS_MAX);
  if (weeks.length >= HOURS_MIN) return { usual: median(weeks), basis: 'week' };
  const days = before(DAY_HOURS, DAYS_MAX);
  return days.length >= HOURS_MIN ? { usual: median(days), basis: 'day' } : null;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}

/** One alarm for hours in a row: six of them would teach people to look away. */
function joinHours(topicId: string, hours: readonly LoudHour[]): Spike[] {
  const spikes: Spike[] = [];
  for (const { hour, count, usual, basis } of hours) {
    const at = hour * HOUR;
    const peak = { at, count, usual };
    const open = spikes.at(-1);
    if (open?.until !== at) {
      spikes.push({ topicId, from: at, until: at + HOUR, count, peak, basis });
      continue;
    }
    open.until = at + HOUR;
    open.count += count;
    if (toFactor({ ...open, peak }) > toFactor(open)) Object.assign(open, { peak, basis });
  }
  return spikes;
}
