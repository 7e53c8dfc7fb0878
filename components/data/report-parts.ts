/** Parts of reports that put several areas together: alarms, and a week in sentences. */
import type { Report } from '#components/reports/reports-props.ts';
import type { ReportData } from '#utils/db/report-data.ts';
import type { Story } from '#utils/model/story.ts';
import { toStoryFigures } from '#utils/reports/divide.ts';
import type { Period } from '#utils/reports/divide.ts';
import type { Week } from '#utils/reports/digest.ts';
import { toFigures } from '#utils/reports/figures.ts';
import { findSpikes } from '#utils/themes/spikes.ts';
import { addDays } from './report-days.ts';

/** Alarms of the period for brands, sites and desks; what an hour usually has is told by the weeks before too. */
export function toSpikes(
  { threads }: ReportData,
  {
    period,
    names,
    asOf,
  }: { period: Period; names: Readonly<Record<string, string>>; asOf: number },
): Report['spikes'] {
  const times = new Map<string, number[]>();
  const note = (id: string, at: number) => {
    const known = times.get(id);
    if (known) known.push(at);
    else times.set(id, [at]);
  };
  let first = Infinity;
  for (const { thread } of threads) {
    first = Math.min(first, thread.seenAt);
    note(thread.match.brandId, thread.seenAt);
    note(thread.post.site, thread.seenAt);
    if (thread.route?.deskId) note(thread.route.deskId, thread.seenAt);
  }
  const topics = [...times].map(([id, all]) => ({ id, times: all }));
  const until = Math.min(asOf, period.to);
  return findSpikes(topics, { now: until, since: period.from, knownSince: first }).map(
    ({ topicId, peak }) => ({
      name: names[topicId] ?? topicId,
      count: peak.count,
      usual: peak.usual,
      at: peak.at,
    }),
  );
}

/** A week beside the one before it; that is null where nothing is known of it. */
export function toWeekDigest(
  { threads, stories }: ReportData & { stories: Story[] },
  week: Period,
  now: number,
) {
  const before = { from: addDays(week.from, -7), to: week.from };
  const toOne = (period: Period): Week => ({
    figures: toFigures(
      threads.filter(({ thread }) => thread.seenAt >= period.from && thread.seenAt < period.to),
      now,
    ),
    stories: toStoryFigures(stories, period),
  });
  const format = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'long', year: 'numeric' });
  const last = toOne(before);
  return {
    from: format.format(week.from),
    to: format.format(week.to - 1),
    week: toOne(week),
    before: last.figures.mentions === 0 ? null : last,
  };
}
