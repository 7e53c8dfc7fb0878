import type { ServerContext } from '../context.ts';
import { toErrorFields } from '../log.ts';
import { lapseClaims, listTeamsWithLapsedClaims } from '../store/claims.ts';
import { writeTeam } from './team-write.ts';

/** How often run-out leases are looked for, ms. */
const SWEEP_EVERY_MS = 5_000;

/**
 * Tells every team of claims whose lease ran out, so that clients need no clock; how many there were. Any number
 * of processes may do this at once.
 */
export async function sweepClaims(context: ServerContext): Promise<number> {
  let swept = 0;
  for (const teamId of await listTeamsWithLapsedClaims(context.store)) {
    await writeTeam(context, teamId, { memberId: null, deviceId: null }, async (write) => {
      const threadIds = await lapseClaims(write.tx, teamId);
      for (const id of threadIds) write.touch('thread', id);
      swept += threadIds.length;
    });
  }
  return swept;
}

/** Sweeps again and again without keeping the process alive; returns how to stop. */
export function startSweeper(context: ServerContext, everyMs = SWEEP_EVERY_MS): () => void {
  const timer = setInterval(() => {
    sweepClaims(context).catch((error: unknown) => {
      context.log.error('sweep.failed', toErrorFields(error));
    });
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}
