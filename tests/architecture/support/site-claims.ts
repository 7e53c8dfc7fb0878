/** Holds what is claimed of a site against what its hand-cut pages show, and against its row in `docs/sites.md`. */
import type { SiteFacts } from '#utils/sites/facts.ts';
import type { PageReading } from '#tests/sites/support/page-reading.ts';

/** What can be seen of a site. */
export interface SiteEvidence {
  /** The accepted readings of its hand-cut pages. */
  readings: readonly PageReading[];
  /** Its adapter's limit on a page that tells none. */
  limit: number | null;
  /** Its cells in the table of `docs/sites.md`. */
  row: readonly string[];
}

/** The docs say it in words of people: their first word is what the facts say. */
const LEVELS: Record<string, SiteFacts['confidence']> = {
  high: 'high',
  fair: 'medium',
  low: 'low',
};

/** Every claim that is contradicted, by the name of its rule; `[]`: the facts are true as far as can be seen. */
export function findFalseClaims(
  { can, confidence, checked }: SiteFacts,
  { readings, limit, row }: SiteEvidence,
): string[] {
  const [, , box = '', sent = '', account = '', counted = '', level = '', look = ''] = row;
  const isToldOf = (cell: string) => !/^no(?:ne)?\b/u.test(cell);
  const has = {
    account: readings.some((one) => one.account !== null),
    insert: readings.some(({ boxes }) => boxes.some(({ answers }) => answers !== null)),
    submit: readings.some(({ places }) => places.some(({ submit }) => submit !== null)),
  };
  const holds: Record<string, boolean> = {
    'account is read on a page': can.includes('account') === has.account,
    'a box answers a post': can.includes('insert') === has.insert,
    'a box has a control that sends': !can.includes('sent') || has.submit,
    'the adapter counts': can.includes('limit') === (limit !== null),
    'the row tells of the account': can.includes('account') === isToldOf(account),
    'the row tells of the box': can.includes('insert') === isToldOf(box),
    'the row tells of what was sent': can.includes('sent') === isToldOf(sent),
    'the row tells of the limit': can.includes('limit') === isToldOf(counted),
    'the row is as sure': LEVELS[/^\w+/u.exec(level)?.[0] ?? ''] === confidence,
    'high is seen in saved pages': confidence !== 'high' || /\d+ of \d+ posts/u.test(look),
    'the row was checked in that month': look.startsWith(checked),
  };
  return Object.keys(holds).filter((rule) => holds[rule] !== true);
}
