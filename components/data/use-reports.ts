import { useCallback, useMemo, useState } from 'preact/hooks';
import type {
  PeriodChoice,
  Report,
  ReportsProps,
  WeekDigest,
} from '#components/reports/reports-props.ts';
import { reportWords } from '#components/reports/report-words.ts';
import { readSuggestionDays } from '#utils/db/suggestion-days.ts';
import { openDb } from '#utils/db/open.ts';
import { siteIds } from '#utils/model/site.ts';
import { writeClipboard } from '#utils/platform/clipboard.ts';
import { now as readNow } from '#utils/platform/clock.ts';
import { divide, toStoryFigures, toWorkload } from '#utils/reports/divide.ts';
import type { Division, Period } from '#utils/reports/divide.ts';
import { toDigestFacts, toDigestMarkdown } from '#utils/reports/digest.ts';
import { toReportCsv } from '#utils/reports/report-csv.ts';
import { toSuggestionFigures, toWholeTables } from '#utils/reports/tables.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { addDays, startOfDay, startOfWeek } from './report-days.ts';
import { toDayKey } from '#utils/text/day-key.ts';
import { saveFile } from './save-file.ts';
import { toSpikes, toWeekDigest } from './report-parts.ts';
import { useReportData, useSameness } from './use-report-data.ts';
import type { LoadedReport } from './use-report-data.ts';
import { useLiveQuery } from './use-live-query.ts';
import { useNow } from './use-now.ts';
import { useTeamState } from './use-team-state.ts';

const DAY = 24 * 60 * 60_000;
/** What an hour of the week usually has is told by so many weeks before. */
const USUAL_DAYS = 56;

/** Everything that the reports show; reads when shown, when something else is asked for, and on request. */
export function useReports(): ReportsProps {
  const db = openDb();
  const { state: team } = useTeamState();
  const now = useNow() + (team?.connection.clockOffset ?? 0);
  const [kind, setKind] = useState<'figures' | 'digest'>('figures');
  const [choice, setChoice] = useState<PeriodChoice>('30');
  const [dates, setDates] = useState(() => ({
    from: toDayKey(addDays(readNow(), -29)),
    to: toDayKey(readNow()),
  }));
  const [division, setDivision] = useState<Division>('day');
  const [weeksBack, setWeeksBack] = useState(1);
  const [round, setRound] = useState(0);
  const members = useLiveQuery(() => db.members.toArray(), []);
  const brands = useLiveQuery(() => db.brands.toArray(), []);
  const desks = useLiveQuery(() => db.desks.toArray(), []);
  const names = useMemo(
    () => toNames(members.value ?? [], brands.value ?? [], desks.value ?? []),
    [members.value, brands.value, desks.value],
  );
  const offset = team?.connection.clockOffset ?? 0;
  const period = useMemo(
    () => toPeriod(choice, dates, readNow() + offset),
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- another round is another moment
    [choice, dates.from, dates.to, offset, round],
  );
  const week = useMemo(() => toWeek(readNow() + offset, weeksBack), [offset, weeksBack]);
  const wanted = kind === 'figures' ? period : { from: addDays(week.from, -7), to: week.to };
  const data = useReportData(kind === 'figures' ? withUsual(wanted) : wanted, round);
  const counted = useCounted(kind === 'figures' ? data.value : null, {
    period,
    division,
    names,
    asOf: data.at,
  });
  const digest = useMemo(
    () => (kind === 'digest' && data.value ? toWeekDigest(data.value, week, data.at) : null),
    [kind, data.value, week, data.at],
  );
  const teamName = team?.team?.name ?? 'Hearback';
  const markdown = () =>
    digest === null ? '' : toDigestMarkdown({ ...digest, teamName, themes: [] });
  return {
    now,
    kind,
    onKind: setKind,
    choice,
    dates,
    division,
    onChoice: setChoice,
    onDates: setDates,
    onDivision: setDivision,
    report: counted,
    read: data.read,
    trouble: data.trouble,
    onAgain: useCallback(() => setRound((last) => last + 1), []),
    names,
    onSaveTable(table, rows, name) {
      const column = (id: string) => {
        const head = reportWords.column[id] ?? id;
        const isTime = table.columns.some((one) => one.id === id && one.kind === 'time');
        return isTime ? reportWords.minutes(head) : head;
      };
      const text = toReportCsv(table, { rows, row: name, column });
      saveFile({
        name: `hearback-${table.id}-${toDayKey(period.from)}-${toDayKey(period.to - 1)}.csv`,
        type: 'text/csv',
        text,
      });
    },
    digest:
      digest === null
        ? null
        : ({
            from: digest.from,
            to: digest.to,
            facts: toDigestFacts(digest.week, digest.before),
            markdown: markdown(),
            hasAfter: weeksBack > 0,
          } satisfies WeekDigest),
    onWeek: (by) => setWeeksBack((last) => Math.max(0, last - by)),
    onCopyDigest: () => writeClipboard(markdown()),
    onSaveDigest: () =>
      saveFile({
        name: `hearback-week-${toDayKey(week.from)}.md`,
        type: 'text/markdown',
        text: markdown(),
      }),
  };
}

/** Counts what was read: the quick parts at once, the others as they come. */
function useCounted(
  data: LoadedReport | null,
  {
    period,
    division,
    names,
    asOf,
  }: {
    period: Period;
    division: Division;
    names: Readonly<Record<string, string>>;
    asOf: number;
  },
): Report | null {
  const divided = useMemo(
    () => data && divide(data.threads, period, division, { now: asOf, dayOf: toDayKey }),
    [data, period, division, asOf],
  );
  const spikes = useMemo(
    () => (data ? toSpikes(data, { period, names, asOf }) : []),
    [data, period, names, asOf],
  );
  const sameness = useSameness(data, period);
  const here = useLiveQuery(
    () => readSuggestionDays(openDb(), toDayKey(period.from), toDayKey(period.to - 1)),
    [period.from, period.to],
  );
  const wholes = useMemo(
    () =>
      data && sameness && here.value
        ? toWholeTables({
            sameness,
            suggestions: toSuggestionFigures(data.uses),
            suggestionsHere: here.value,
            stories: toStoryFigures(data.stories, period),
            workload: toWorkload(data.replies, period, names),
          })
        : null,
    [data, sameness, here.value, period, names],
  );
  return useMemo(
    () => (divided && wholes ? { divided, wholes, spikes, asOf } : null),
    [divided, wholes, spikes, asOf],
  );
}

function toWeek(now: number, weeksBack: number): Period {
  const from = addDays(startOfWeek(now), -7 * weeksBack);
  return { from, to: addDays(from, 7) };
}

function toPeriod(choice: PeriodChoice, dates: { from: string; to: string }, now: number): Period {
  if (choice !== 'own') {
    return { from: addDays(startOfDay(now), 1 - Number(choice)), to: addDays(startOfDay(now), 1) };
  }
  const [from, to] = [dates.from, dates.to].map((day) => new Date(`${day}T00:00`).getTime());
  return { from: from ?? now, to: addDays(to ?? now, 1) };
}

function withUsual({ from, to }: Period): Period {
  return { from: from - USUAL_DAYS * DAY, to };
}

function toNames(...rows: { id: string; body: { name: string } }[][]): Record<string, string> {
  return Object.fromEntries([
    ...siteIds.map((id) => [id as string, siteFacts[id].name] as const),
    ...rows.flat().map(({ id, body }) => [id, body.name] as const),
  ]);
}
