/** Figures of a period, as a whole and divided. */
import type { Story } from '#utils/model/story.ts';
import type { Permission } from '#utils/model/story.ts';
import type { Reply } from '#utils/model/thread.ts';
import { toFigures } from './figures.ts';
import type { Figures, ReportedThread } from './figures.ts';

/** From, included, to, left out; server clock, ms. */
export interface Period {
  from: number;
  to: number;
}

export type Division = 'day' | 'brand' | 'site' | 'desk';

export interface ReportRow {
  /** A day (`YYYY-MM-DD`), or the id of a brand, site or desk; empty: no desk. */
  key: string;
  figures: Figures;
}

export interface Divided {
  whole: Figures;
  /** Days in order, each day of the period; else the most mentions first, then by key. */
  rows: ReportRow[];
}

/** Divides the threads that were first seen in a period. `dayOf`: the day of a moment, where the reader is. */
export function divide(
  threads: readonly ReportedThread[],
  { from, to }: Period,
  division: Division,
  { now, dayOf }: { now: number; dayOf: (at: number) => string },
): Divided {
  const seen = threads.filter(({ thread }) => thread.seenAt >= from && thread.seenAt < to);
  const groups = Map.groupBy(seen, ({ thread }) => {
    switch (division) {
      case 'day':
        return dayOf(thread.seenAt);
      case 'brand':
        return thread.match.brandId;
      case 'site':
        return thread.post.site;
      case 'desk':
        return thread.route?.deskId ?? '';
    }
  });
  if (division === 'day') {
    for (const day of toDays({ from, to }, dayOf)) if (!groups.has(day)) groups.set(day, []);
  }
  const rows = [...groups].map(([key, some]) => ({ key, figures: toFigures(some, now) }));
  rows.sort((one, other) => {
    const byCount = division === 'day' ? 0 : other.figures.mentions - one.figures.mentions;
    return byCount || (one.key < other.key ? -1 : 1);
  });
  return { whole: toFigures(seen, now), rows };
}

const HOUR = 60 * 60_000;

/** Every day of a period; looked at by the hour, as days are 23 to 25 of them. */
function toDays({ from, to }: Period, dayOf: (at: number) => string): Set<string> {
  const days = new Set<string>();
  for (let at = from; at < to; at += HOUR) days.add(dayOf(at));
  if (to > from) days.add(dayOf(to - 1));
  return days;
}

export interface Workload {
  memberId: string;
  /** Answers in public. */
  replies: number;
  /** Threads in which they answered. */
  threads: number;
}

/** Who answered how much, in the order of `names`: by name, never by number. Former teammates come last. */
export function toWorkload(
  replies: readonly Reply[],
  { from, to }: Period,
  names: Readonly<Record<string, string>>,
): Workload[] {
  const own = replies.filter(({ memberId, at }) => memberId !== null && at >= from && at < to);
  const rows = [...Map.groupBy(own, ({ memberId }) => memberId ?? '')].map(
    ([memberId, theirs]) => ({
      memberId,
      replies: theirs.length,
      threads: new Set(theirs.map(({ threadId }) => threadId)).size,
    }),
  );
  const nameOf = ({ memberId }: Workload) => names[memberId];
  return rows.sort((one, other) => {
    const [a, b] = [nameOf(one), nameOf(other)];
    if (a === undefined || b === undefined)
      return Number(a === undefined) - Number(b === undefined);
    return a.localeCompare(b);
  });
}

export interface StoryFigures {
  /** Saved in the period. */
  saved: number;
  /** Steps of asking for permission that were noted in the period; of one story each kind once. */
  steps: Record<Exclude<Permission, 'none'>, number>;
}

/** What was saved of customers' stories, and what they allowed. */
export function toStoryFigures(stories: readonly Story[], { from, to }: Period): StoryFigures {
  const isIn = (at: number) => at >= from && at < to;
  const steps = { asked: 0, granted: 0, declined: 0, withdrawn: 0 };
  for (const { consent = [] } of stories) {
    const kinds = new Set(consent.filter(({ at }) => isIn(at)).map(({ state }) => state));
    for (const kind of kinds) if (kind !== 'none') steps[kind] += 1;
  }
  return { saved: stories.filter(({ savedAt }) => isIn(savedAt)).length, steps };
}
