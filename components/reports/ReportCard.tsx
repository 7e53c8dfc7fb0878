import { Download } from 'lucide-preact';
import { useMemo } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import type { ReportTable } from '#utils/reports/tables.ts';
import { toCellWords, toSpan } from './figure-words.ts';
import { ReportChart } from './ReportChart.tsx';
import type { ChartSeries } from './ReportChart.tsx';
import { reportWords as words } from './report-words.ts';

export interface ReportCardProps {
  table: ReportTable;
  answer: string;
  /** What the rows are; null: there is one for the whole. */
  rows: string | null;
  /** Row key → what it is called. */
  rowName: (key: string) => string;
  /** The same where there is little room. */
  shortName: (key: string) => string;
  /** Rows with a chart; false where one number says it all. */
  hasChart: boolean;
  onSave: () => void;
}

/** So many rows of brands, sites or desks are drawn. */
const DRAWN = 20;

/** One question: its answer in a sentence, a chart, and the table of it. */
export function ReportCard(props: ReportCardProps) {
  const { table, answer, rows, rowName, shortName, hasChart, onSave } = props;
  const question = words.question[table.id];
  const isByDay = rows === words.rows.day;
  const drawn = useMemo(
    () => (isByDay ? table.rows : table.rows.slice(0, DRAWN)),
    [table, isByDay],
  );
  const labels = useMemo(() => drawn.map(({ key }) => shortName(key)), [drawn, shortName]);
  const series = useMemo(() => toSeries({ ...table, rows: drawn }), [table, drawn]);
  return (
    <section class="card report">
      <h2>{question}</h2>
      <p class="report-answer">{answer}</p>
      {hasChart && drawn.length > 0 ? (
        <ReportChart
          labels={labels}
          series={series}
          isSequence={isByDay}
          {...(table.id === 'wait' ? { steps: SPANS } : {})}
          toLabel={table.id === 'wait' ? toSpanOrNone : toCount}
        />
      ) : null}
      {drawn.length < table.rows.length ? (
        <p class="hint">{words.shownFirst(drawn.length)}</p>
      ) : null}
      {table.rows.length === 0 ? null : (
        <details>
          <summary>{words.table}</summary>
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, also by keys */}
          <div class="report-table" tabIndex={0} role="region" aria-label={question}>
            <table>
              <thead>
                <tr>
                  {rows === null ? null : <th scope="col">{rows}</th>}
                  {table.columns.map(({ id }) => (
                    <th scope="col" key={id}>
                      {words.column[id] ?? id}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map(({ key, cells }) => (
                  <tr key={key}>
                    {rows === null ? null : (
                      <th scope="row">
                        <bdi>{rowName(key)}</bdi>
                      </th>
                    )}
                    {cells.map((cell, at) => (
                      <td key={table.columns[at]?.id}>
                        {toCellWords(cell, table.columns[at]?.kind ?? 'count')}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Button tone="quiet" label={words.csvOf(question)} onPress={onSave}>
            <Download size={14} strokeWidth={1.75} /> {words.csv}
          </Button>
        </details>
      )}
    </section>
  );
}

const toCount = (value: number) => (Number.isInteger(value) ? value.toLocaleString('en') : '');
const toSpanOrNone = (ms: number) => (ms === 0 ? '0' : toSpan(ms));

const MINUTE = 60_000;
/** Steps of time that people read at a glance, ms. */
const SPANS = [
  1, 2, 5, 10, 15, 30, 60, 120, 240, 480, 720, 1_440, 2_880, 10_080, 20_160, 40_320, 80_640,
].map((minutes) => minutes * MINUTE);

/** Columns that are drawn, and how; those behind others come first. */
const drawn: Record<string, Pick<ChartSeries, 'color' | 'kind'>> = {
  mentions: { color: '--open-line', kind: 'frame' },
  answered: { color: '--answered-line', kind: 'bar' },
  median: { color: '--brand', kind: 'line' },
  p90: { color: '--theirs-line', kind: 'dashed' },
  known: { color: '--open-line', kind: 'frame' },
  inOne: { color: '--answered-line', kind: 'bar' },
  happy: { color: '--answered-line', kind: 'line' },
  noReaction: { color: '--open-line', kind: 'dashed' },
  unhappy: { color: '--doubled-line', kind: 'line' },
  doubled: { color: '--doubled-line', kind: 'bar' },
  replies: { color: '--open-line', kind: 'frame' },
  threads: { color: '--brand', kind: 'bar' },
};
/** Beside the few that were answered twice, all answers would leave nothing to see. */
const left: Partial<Record<ReportTable['id'], readonly string[]>> = { doubled: ['answered'] };

function toSeries({ id, columns, rows }: ReportTable): ChartSeries[] {
  const series = columns.flatMap((column, at) => {
    const look = drawn[column.id];
    if (!look || left[id]?.includes(column.id)) return [];
    const name = words.column[column.id] ?? column.id;
    return [{ ...look, name, values: rows.map(({ cells }) => cells[at] ?? null) }];
  });
  return series.sort((one, other) => Number(other.kind === 'frame') - Number(one.kind === 'frame'));
}
