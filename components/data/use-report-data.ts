import { useEffect, useMemo, useState } from 'preact/hooks';
import { reportWords } from '#components/reports/report-words.ts';
import { openDb } from '#utils/db/open.ts';
import { readReportData } from '#utils/db/report-data.ts';
import type { ReportData } from '#utils/db/report-data.ts';
import type { Story } from '#utils/model/story.ts';
import { now as readNow } from '#utils/platform/clock.ts';
import { logError } from '#utils/platform/log.ts';
import { createPace } from '#utils/platform/pace.ts';
import type { Period } from '#utils/reports/divide.ts';
import { toSameness } from '#utils/reports/sameness.ts';
import type { SuggestionFigures } from '#utils/reports/tables.ts';

/** Answers that are held against each other, the newest of the period. */
const COMPARED = 5_000;

/** What reports are made of, and how the library's answers fared. */
export type LoadedReport = ReportData & { stories: Story[]; uses: SuggestionFigures[] };

interface Loaded {
  key: string;
  value: LoadedReport | null;
  trouble: string | null;
  /** Server clock, ms. */
  at: number;
}

/** Reads once for each period and round; what was read for another is not shown. */
export function useReportData({ from, to }: Period, round: number) {
  const key = `${from} ${to} ${round}`;
  const [loaded, setLoaded] = useState<Loaded>({ key: '', value: null, trouble: null, at: 0 });
  const [read, setRead] = useState(0);
  useEffect(() => {
    if (from > to) return undefined;
    let isOver = false;
    setRead(0);
    const load = async () => {
      const db = openDb();
      const pace = createPace();
      const data = await readReportData(
        db,
        { from, to },
        {
          giveWay: async () => {
            if (isOver) throw new StoppedError();
            await pace();
          },
          onRead: (threads) => setRead(threads),
        },
      );
      const stories = (await db.stories.toArray()).map(({ body }) => body);
      const uses: SuggestionFigures[] = [];
      await db.library.each(({ body }) => {
        if (body.uses) uses.push(body.uses);
      });
      if (!isOver) {
        setLoaded({ key, value: { ...data, stories, uses }, trouble: null, at: readNow() });
      }
    };
    load().catch((error: unknown) => {
      if (isOver) return;
      logError('a report could not be read', error);
      setLoaded({ key, value: null, trouble: reportWords.failed, at: 0 });
    });
    return () => {
      isOver = true;
    };
  }, [from, to, key]);
  const isThis = loaded.key === key;
  return {
    value: isThis ? loaded.value : null,
    trouble: isThis ? loaded.trouble : null,
    at: loaded.at,
    read,
  };
}

/** Somebody asked for something else meanwhile. */
class StoppedError extends Error {}

/** How much the answers of a period read alike; null until all are compared. */
export function useSameness(data: LoadedReport | null, { from, to }: Period) {
  const [found, setFound] = useState<{
    of: LoadedReport | null;
    alike: number;
    count: number;
  } | null>(null);
  useEffect(() => {
    if (!data) return undefined;
    let isOver = false;
    const giveWay = createPace();
    const run = async () => {
      const own = data.replies
        .filter(({ memberId, at }) => memberId !== null && at >= from && at < to)
        .toSorted((one, other) => one.at - other.at)
        .slice(-COMPARED);
      const work = toSameness(own);
      for (;;) {
        const { done, value } = work.next();
        if (isOver) return;
        if (done) return setFound({ of: data, alike: value.alike, count: value.of });
        await giveWay();
      }
    };
    run().catch((error: unknown) => logError('answers could not be compared', error));
    return () => {
      isOver = true;
    };
  }, [data, from, to]);
  return useMemo(
    () => (found && found.of === data ? { alike: found.alike, of: found.count } : null),
    [found, data],
  );
}
