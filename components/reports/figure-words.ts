/** Numbers of reports as people say them, and the answer to each question. */
import type { Figures } from '#utils/reports/figures.ts';
import type { DividedId } from '#utils/reports/tables.ts';
import type { CellKind, ReportTable } from '#utils/reports/tables.ts';
import { reportWords as words } from './report-words.ts';

const MINUTE = 60_000;
const { answers } = words;

/** Minutes below two hours, hours below two days. */
export function toSpan(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / MINUTE));
  if (minutes < 120) return `${minutes} min`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} h` : `${Math.round(hours / 24)} days`;
}

/** “95 %”; never 0 or 100 of what is not quite. */
export function toPercent(share: number): string {
  if (share > 0 && share < 0.01) return 'under 1 %';
  if (share < 1 && share > 0.99) return 'over 99 %';
  return `${Math.round(share * 100)} %`;
}

export function toCellWords(value: number | null, kind: CellKind): string {
  if (value === null) return '–';
  if (kind === 'time') return toSpan(value);
  return kind === 'share' ? toPercent(value) : value.toLocaleString('en');
}

/** The answer to a question over the whole period. */
export function toAnswer(id: DividedId, figures: Figures): string {
  const { mentions, answered, setAside, wait, handledInOne, settled, doubled } = figures;
  switch (id) {
    case 'mentions': {
      const waited = mentions - setAside;
      const share = waited > 0 ? toPercent(answered / waited) : null;
      return answers.wrote(mentions, share, answered, waited);
    }
    case 'wait':
      return wait ? answers.wait(toSpan(wait.median), toSpan(wait.p90)) : answers.noWait;
    case 'handledInOne': {
      const { count, of } = handledInOne;
      return of === 0 ? answers.noneKnown : answers.inOne(toPercent(count / of), count, of);
    }
    case 'settled': {
      const { happy, unhappy, none } = settled;
      const all = happy + unhappy + none;
      return all === 0 ? answers.noneSettled : answers.settled(happy, none, unhappy);
    }
    case 'doubled':
      return doubled === 0
        ? answers.noneDoubled
        : answers.doubled(doubled, toPercent(doubled / answered));
  }
}

/** The answer of a table that is not divided. */
export function toWholeAnswer({ id, rows }: ReportTable): string {
  const [first = null, second = null, third = null] = rows[0]?.cells ?? [];
  switch (id) {
    case 'sameness':
      return third === null
        ? answers.noAnswers
        : answers.alike(toPercent(third), second ?? 0, first ?? 0);
    case 'suggestions':
      return second === null
        ? answers.noSuggestions
        : answers.suggestions(first ?? 0, toPercent(second), third ?? 0);
    case 'suggestionsHere':
      return answers.suggestionsHere(first ?? 0, second ?? 0, third ?? 0);
    case 'stories':
      return answers.stories(first ?? 0, third ?? 0);
    default:
      return answers.workload(rows.length);
  }
}
