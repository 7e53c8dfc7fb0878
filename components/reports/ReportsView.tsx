import { useCallback } from 'preact/hooks';
import { Button } from '#components/ui/Button.tsx';
import { EmptyState } from '#components/ui/EmptyState.tsx';
import { ErrorNote } from '#components/ui/ErrorNote.tsx';
import { Select } from '#components/ui/Select.tsx';
import { Spinner } from '#components/ui/Spinner.tsx';
import { Tabs, toTabPanel } from '#components/ui/Tabs.tsx';
import { toClock } from '#components/ui/age.ts';
import { dividedIds, toDividedTable } from '#utils/reports/tables.ts';
import type { Division } from '#utils/reports/divide.ts';
import { DigestView } from './DigestView.tsx';
import { toAnswer, toWholeAnswer } from './figure-words.ts';
import { ReportCard } from './ReportCard.tsx';
import { reportWords as words } from './report-words.ts';
import type { PeriodChoice, Report, ReportsProps } from './reports-props.ts';

const choices: readonly PeriodChoice[] = ['7', '30', '90', '365', 'own'];
const divisions: readonly Division[] = ['day', 'brand', 'site', 'desk'];

/** What became of the mentions of a period: one question a chart, its answer above it. */
export function ReportsView(props: ReportsProps) {
  const { kind, onKind } = props;
  return (
    <div class="reports">
      <Tabs
        name="reports"
        label={words.kinds}
        tabs={[
          { id: 'figures', label: words.kind.figures },
          { id: 'digest', label: words.kind.digest },
        ]}
        active={kind}
        onTab={onKind}
      />
      <div class="reports-body" {...toTabPanel('reports', kind)}>
        {kind === 'digest' ? <DigestView {...props} /> : <Figures {...props} />}
      </div>
    </div>
  );
}

function Figures(props: ReportsProps) {
  const { now, choice, dates, division, report, read, trouble } = props;
  const isWrong = choice === 'own' && dates.from > dates.to;
  return (
    <>
      <div class="report-bar">
        <Select
          label={words.period}
          value={choice}
          options={choices.map((value) => ({ value, label: words.periods[value] }))}
          onValue={props.onChoice}
        />
        {choice === 'own' ? (
          <>
            <DayField
              label={words.from}
              value={dates.from}
              onValue={(from) => props.onDates({ ...dates, from })}
            />
            <DayField
              label={words.to}
              value={dates.to}
              onValue={(to) => props.onDates({ ...dates, to })}
            />
          </>
        ) : null}
        <Select
          label={words.division}
          value={division}
          options={divisions.map((value) => ({ value, label: words.divisions[value] }))}
          onValue={props.onDivision}
        />
        <span class="grow" />
        <p class="hint report-as-of" role="status">
          {report === null
            ? (trouble ?? isWrong)
              ? ''
              : words.reading(read)
            : words.asOf(toClock(report.asOf, now))}
        </p>
        <Button
          tone="quiet"
          blocked={report === null && trouble === null ? words.reading(0) : null}
          onPress={props.onAgain}
        >
          {words.readAgain}
        </Button>
      </div>
      {isWrong ? <ErrorNote text={words.wrongDates} /> : null}
      <ErrorNote text={trouble} />
      {report === null ? (
        trouble === null && !isWrong ? (
          <Spinner />
        ) : null
      ) : (
        <Answers {...props} report={report} />
      )}
    </>
  );
}

function Answers(props: ReportsProps & { report: Report }) {
  const { division, names, report, now } = props;
  const { divided, wholes, spikes } = report;
  const rowName = useCallback((key: string) => toRowName(key, division, names), [division, names]);
  const shortName = useCallback(
    (key: string) => (division === 'day' ? toShortDay(key) : toRowName(key, division, names)),
    [division, names],
  );
  const memberName = useCallback((key: string) => names[key] ?? words.gone.member, [names]);
  const isEmpty = divided.whole.mentions === 0;
  return (
    <>
      {spikes.length === 0 ? null : (
        <section class="card report report-spikes">
          <h2>{words.spikes}</h2>
          <ul>
            {spikes.map(({ name, count, usual, at }) => (
              <li key={`${name} ${at}`}>{words.spikeOf(name, count, usual, toClock(at, now))}</li>
            ))}
          </ul>
        </section>
      )}
      {isEmpty ? <EmptyState title={words.none} text={words.noneText} /> : null}
      <div class="report-grid">
        {isEmpty
          ? null
          : dividedIds.map((id) => {
              const table = toDividedTable(id, divided);
              return (
                <ReportCard
                  key={id}
                  table={table}
                  answer={toAnswer(id, divided.whole)}
                  rows={words.rows[division]}
                  rowName={rowName}
                  shortName={shortName}
                  hasChart={hasSomething(table.rows)}
                  onSave={() => props.onSaveTable(table, words.rows[division], rowName)}
                />
              );
            })}
        {wholes.map((table) => {
          const isByPeople = table.id === 'workload';
          const rows = isByPeople ? words.teammate : words.whole;
          const name = isByPeople ? memberName : () => '';
          return (
            <ReportCard
              key={table.id}
              table={table}
              answer={toWholeAnswer(table)}
              rows={isByPeople ? rows : null}
              rowName={name}
              shortName={name}
              hasChart={isByPeople && table.rows.length > 1}
              onSave={() => props.onSaveTable(table, rows, name)}
            />
          );
        })}
      </div>
    </>
  );
}

/** A chart of nothing but zeros says less than the sentence above it. */
function hasSomething(rows: readonly { cells: readonly (number | null)[] }[]): boolean {
  return rows.some(({ cells }) => cells.some((cell) => (cell ?? 0) > 0));
}

interface DayFieldProps {
  label: string;
  value: string;
  onValue: (value: string) => void;
}

function DayField({ label, value, onValue }: DayFieldProps) {
  return (
    <label class="field">
      <span class="label">{label}</span>
      <input
        class="input"
        type="date"
        value={value}
        onChange={({ currentTarget }) => {
          if (currentTarget.value !== '') onValue(currentTarget.value);
        }}
      />
    </label>
  );
}

function toRowName(key: string, division: Division, names: ReportsProps['names']): string {
  if (division === 'day') return key;
  if (division === 'desk' && key === '') return words.noDesk;
  return names[key] ?? (division === 'site' ? key : words.gone[division]);
}

const shortDay = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

/** “23 Nov” of `2026-11-23`. */
function toShortDay(day: string): string {
  return shortDay.format(new Date(`${day}T00:00Z`));
}
