import type { Clock } from '../clock.ts';
import { readNow } from '../store/database.ts';
import type { Sql } from '../store/database.ts';
import { judge } from './finding.ts';
import type { Finding } from './finding.ts';

/** Leases run on the database's clock, so a difference is no danger; but logs and screens show other times. */
const SKEW_MS = 2_000;

/** How far the database's clock is from this machine's. */
export async function checkClock(sql: Sql, clock: Clock): Promise<Finding> {
  const before = clock.now();
  const there = await readNow(sql);
  const skew = Math.round(there - (before + clock.now()) / 2);
  return judge(Math.abs(skew) <= SKEW_MS, `clocks of database and server differ by ${skew} ms`, {
    level: 'warn',
    todo: 'Set both machines by NTP.',
  });
}
