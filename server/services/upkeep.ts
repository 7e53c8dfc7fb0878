import type { ServerContext } from '../context.ts';
import { toErrorFields } from '../log.ts';
import { pruneApplied } from '../store/applied.ts';
import { pruneAudit } from '../store/audit.ts';
import { compactChanges, dropRemovedRecords, dropTombstones } from '../store/compaction.ts';
import { pruneInvites } from '../store/invites.ts';
import { pruneModelUse } from '../store/model-use.ts';
import { pruneDeliveries } from '../store/webhooks.ts';
import { listTeams } from '../store/teams.ts';
import { retireThreads } from './retention.ts';

const DAY_MS = 24 * 60 * 60_000;
/** A device that was away for less finds every change of its own in the history (reliability.md §4.8). */
const COMPACT_AFTER_MS = 7 * DAY_MS;
/** A device that was away for longer starts again from a snapshot. */
const TOMBSTONES_KEPT_MS = 90 * DAY_MS;
/** A notice that several browsers tell is told once, also by one that was away. */
const DELIVERIES_KEPT_MS = 7 * DAY_MS;
const AUDIT_KEPT_MS = 365 * DAY_MS;
/** For so long an expired invite is called expired, later unknown. */
const INVITES_KEPT_MS = 7 * DAY_MS;
/** Results a device has heard of, by which a copied profile is known; about 1 MB a device. */
const RESULTS_KEPT = 10_000;
/** Rows that one transaction takes away. */
const CHUNK = 200;

const FIRST_AFTER_MS = 5 * 60_000;
const EVERY_MS = 60 * 60_000;

/** How many rows of each kind went; threads with their replies count as one. */
export interface UpkeepReport {
  retired: number;
  compacted: number;
  tombstones: number;
  results: number;
  invites: number;
  audit: number;
}

/**
 * Retires threads beyond the team's retention, compacts the history, and forgets what has had its time, in every
 * team or in one. Any number of processes may do this at once, while others read and write.
 */
export async function runUpkeep(
  context: Pick<ServerContext, 'store' | 'hub'>,
  { teamId, chunk = CHUNK }: { teamId?: string; chunk?: number } = {},
): Promise<UpkeepReport> {
  const { store } = context;
  const report: UpkeepReport = {
    retired: 0,
    compacted: 0,
    tombstones: 0,
    results: 0,
    invites: 0,
    audit: 0,
  };
  for (const team of await listTeams(store)) {
    const { id, retentionDays } = team;
    if (teamId !== undefined && teamId !== id) continue;
    report.retired += await inChunks(chunk, () => retireThreads(context, id, retentionDays, chunk));
    report.compacted += await inChunks(chunk, () =>
      compactChanges(store, id, COMPACT_AFTER_MS, chunk),
    );
    report.tombstones += await inChunks(chunk, () =>
      store.transaction((tx) => dropTombstones(tx, id, TOMBSTONES_KEPT_MS, chunk), id),
    );
    await inChunks(chunk, () =>
      store.transaction((tx) => dropRemovedRecords(tx, id, TOMBSTONES_KEPT_MS, chunk), id),
    );
    report.results += await inChunks(chunk, () => pruneApplied(store, id, RESULTS_KEPT, chunk));
    report.invites += await inChunks(chunk, () => pruneInvites(store, id, INVITES_KEPT_MS, chunk));
    await pruneModelUse(store, id);
    await store.transaction((tx) => pruneDeliveries(tx, id, DELIVERIES_KEPT_MS), id);
    report.audit += await inChunks(chunk, () => pruneAudit(store, id, AUDIT_KEPT_MS, chunk));
  }
  // For what retired here, and for an erase from the command line, which may end before its readers do.
  await store.scrub?.();
  return report;
}

/** Runs upkeep every hour, first some minutes after the start; returns how to stop. */
export function startUpkeep(
  context: ServerContext,
  { firstAfterMs = FIRST_AFTER_MS, everyMs = EVERY_MS } = {},
): () => void {
  let isStopped = false;
  let timer = setTimeout(tick, firstAfterMs).unref();

  async function tick(): Promise<void> {
    try {
      const report = await runUpkeep(context);
      const count = Object.values(report).reduce((total, rows) => total + rows, 0);
      context.log.info('upkeep.done', { count });
    } catch (error) {
      // The store was closed under it; nothing is half done.
      if (!isStopped) context.log.error('upkeep.failed', toErrorFields(error));
    }
    if (!isStopped) timer = setTimeout(tick, everyMs).unref();
  }

  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}

/** Goes on until a chunk was not full; the total. */
async function inChunks(chunk: number, work: () => Promise<number>): Promise<number> {
  let total = 0;
  for (;;) {
    const done = await work();
    total += done;
    if (done < chunk) return total;
  }
}
