/** Figures as tables: what a chart draws, what people read beneath it, and what stands in a file. */
import type { Divided, StoryFigures, Workload } from './divide.ts';
import type { Figures } from './figures.ts';
import type { Sameness } from './sameness.ts';

/** Questions that reports answer, in the order in which they are asked. */
export const reportIds = [
  'mentions',
  'wait',
  'handledInOne',
  'settled',
  'doubled',
  'sameness',
  'suggestions',
  'suggestionsHere',
  'stories',
  'workload',
] as const;
export type ReportId = (typeof reportIds)[number];

/** `share`: 0…1. `time`: ms. */
export type CellKind = 'count' | 'share' | 'time';

export interface ReportColumn {
  id: string;
  kind: CellKind;
}

export interface ReportTable {
  id: ReportId;
  columns: readonly ReportColumn[];
  /** One cell for each column; null: nothing is known. `key` as in `ReportRow`, empty where there is one row only. */
  rows: { key: string; cells: (number | null)[] }[];
}

type Read = (figures: Figures) => number | null;
const count = (id: string, read: Read) => ({ id, kind: 'count' as const, read });
const share = (id: string, read: Read) => ({ id, kind: 'share' as const, read });
const time = (id: string, read: Read) => ({ id, kind: 'time' as const, read });
const toShare = (some: number, of: number) => (of === 0 ? null : some / of);

/** What is divided by day, brand, site or desk. */
const divided = {
  mentions: [
    count('mentions', ({ mentions }) => mentions),
    count('answered', ({ answered }) => answered),
    count('setAside', ({ setAside }) => setAside),
    share('shareAnswered', ({ answered, mentions, setAside }) =>
      toShare(answered, mentions - setAside),
    ),
  ],
  wait: [
    count('waits', ({ wait }) => wait?.of ?? 0),
    time('median', ({ wait }) => wait?.median ?? null),
    time('p90', ({ wait }) => wait?.p90 ?? null),
    count('foundLate', ({ foundLate }) => foundLate),
  ],
  handledInOne: [
    count('known', ({ handledInOne: { of } }) => of),
    count('inOne', ({ handledInOne }) => handledInOne.count),
    share('shareInOne', ({ handledInOne }) => toShare(handledInOne.count, handledInOne.of)),
  ],
  settled: [
    count('happy', ({ settled: { happy } }) => happy),
    count('noReaction', ({ settled: { none } }) => none),
    count('unhappy', ({ settled: { unhappy } }) => unhappy),
  ],
  doubled: [
    count('answered', ({ answered }) => answered),
    count('doubled', ({ doubled }) => doubled),
    share('shareDoubled', ({ doubled: some, answered }) => toShare(some, answered)),
  ],
} satisfies Partial<Record<ReportId, (ReportColumn & { read: Read })[]>>;

export type DividedId = keyof typeof divided;
export const dividedIds = Object.keys(divided) as DividedId[];

/** One question, by row. */
export function toDividedTable(id: DividedId, { rows }: Divided): ReportTable {
  const columns: readonly (ReportColumn & { read: Read })[] = divided[id];
  return {
    id,
    columns: columns.map(({ id: column, kind }) => ({ id: column, kind })),
    rows: rows.map(({ key, figures }) => ({
      key,
      cells: columns.map(({ read }) => read(figures)),
    })),
  };
}

/** How suggestions fared, summed over the library; no day is kept of it. */
export interface SuggestionFigures {
  sent: number;
  /** Sum of the shares, 0…1, of them that were kept in what was sent. */
  kept: number;
  dismissed: number;
}

/** Sums what became of the library's answers. */
export function toSuggestionFigures(uses: readonly SuggestionFigures[]): SuggestionFigures {
  const sum = { sent: 0, kept: 0, dismissed: 0 };
  for (const { sent, kept, dismissed } of uses) {
    sum.sent += sent;
    sum.kept += kept;
    sum.dismissed += dismissed;
  }
  return sum;
}

/** What is not divided, each with a row of its own. */
export function toWholeTables(whole: {
  sameness: Sameness;
  suggestions: SuggestionFigures;
  /** Of the period, in this browser. */
  suggestionsHere: { shown: number; used: number; edited: number };
  stories: StoryFigures;
  workload: readonly Workload[];
}): ReportTable[] {
  const { sameness, suggestions, suggestionsHere, stories, workload } = whole;
  const { asked, granted, declined, withdrawn } = stories.steps;
  return [
    toRow('sameness', [
      ['ofAnswers', 'count', sameness.of],
      ['alike', 'count', sameness.alike],
      ['shareAlike', 'share', toShare(sameness.alike, sameness.of)],
    ]),
    toRow('suggestions', [
      ['sent', 'count', suggestions.sent],
      ['kept', 'share', toShare(suggestions.kept, suggestions.sent)],
      ['dismissed', 'count', suggestions.dismissed],
    ]),
    toRow('suggestionsHere', [
      ['shown', 'count', suggestionsHere.shown],
      ['used', 'count', suggestionsHere.used],
      ['edited', 'count', suggestionsHere.edited],
    ]),
    toRow('stories', [
      ['saved', 'count', stories.saved],
      ['asked', 'count', asked],
      ['granted', 'count', granted],
      ['declined', 'count', declined],
      ['withdrawn', 'count', withdrawn],
    ]),
    {
      id: 'workload',
      columns: [
        { id: 'threads', kind: 'count' },
        { id: 'replies', kind: 'count' },
      ],
      rows: workload.map(({ memberId, threads, replies }) => ({
        key: memberId,
        cells: [threads, replies],
      })),
    },
  ];
}

function toRow(
  id: ReportId,
  cells: readonly (readonly [id: string, kind: CellKind, value: number | null])[],
): ReportTable {
  return {
    id,
    columns: cells.map(([column, kind]) => ({ id: column, kind })),
    rows: [{ key: '', cells: cells.map(([, , value]) => value) }],
  };
}
