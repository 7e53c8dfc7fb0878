import type { Divided, Division } from '#utils/reports/divide.ts';
import type { ReportTable } from '#utils/reports/tables.ts';

/** Days back from today, or dates of one's own. */
export type PeriodChoice = '7' | '30' | '90' | '365' | 'own';

/** The figures of a period, ready to be shown. */
export interface Report {
  divided: Divided;
  /** What is not divided. */
  wholes: ReportTable[];
  /** Hours with five times their usual mentions, newest first. */
  spikes: { name: string; count: number; usual: number; at: number }[];
  /** Server clock, ms. */
  asOf: number;
}

/** A week in sentences. */
export interface WeekDigest {
  /** As people write days. */
  from: string;
  to: string;
  facts: string[];
  markdown: string;
  /** A later week has begun. */
  hasAfter: boolean;
}

export interface ReportsProps {
  now: number;
  kind: 'figures' | 'digest';
  onKind: (kind: 'figures' | 'digest') => void;
  choice: PeriodChoice;
  /** `YYYY-MM-DD`, both included; of one's own dates. */
  dates: { from: string; to: string };
  division: Division;
  onChoice: (choice: PeriodChoice) => void;
  onDates: (dates: { from: string; to: string }) => void;
  onDivision: (division: Division) => void;
  /** Null while it is read. */
  report: Report | null;
  /** Threads that were read so far. */
  read: number;
  /** Why there is none; in words. */
  trouble: string | null;
  onAgain: () => void;
  /** Id of a brand, site, desk or teammate → name; days are written by the view. */
  names: Readonly<Record<string, string>>;
  onSaveTable: (table: ReportTable, rows: string, name: (key: string) => string) => void;
  digest: WeekDigest | null;
  /** By one week, back (−1) or on (1). */
  onWeek: (by: -1 | 1) => void;
  onCopyDigest: () => Promise<boolean>;
  onSaveDigest: () => void;
}
