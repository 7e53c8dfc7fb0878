import type { ServerContext } from '../context.ts';
import { insertAudit } from '../store/audit.ts';
import { updateRetention } from '../store/teams.ts';
import { needOwner, writeAccess } from './access-write.ts';
import type { Actor } from './actor.ts';

/** Sets how long the team keeps threads and what hangs on them; only an owner may. */
export async function setRetention(
  context: Pick<ServerContext, 'store' | 'hub'>,
  asking: Actor,
  retentionDays: number,
): Promise<void> {
  await writeAccess(context, asking, async ({ tx, teamId }, actor) => {
    needOwner(actor, 'change how long the team keeps things');
    await updateRetention(tx, teamId, retentionDays);
    await insertAudit(tx, teamId, actor.memberId, 'team.retention', `${retentionDays}`);
  });
}
