import type { ServerContext } from '../context.ts';
import { loadActiveDevice } from '../store/device-tokens.ts';
import { isLead } from './actor.ts';
import type { Actor } from './actor.ts';
import { ServiceError, unauthorized } from './service-error.ts';
import { writeTeam } from './team-write.ts';
import type { TeamWrite } from './team-write.ts';

/**
 * A write about who may do what. The actor is read again inside the transaction, so that somebody who was removed or
 * got another role a moment ago acts as what they are now. Throws `unauthorized` when they may not act any more.
 */
export async function writeAccess<T>(
  context: Pick<ServerContext, 'store' | 'hub'>,
  { teamId, memberId, deviceId }: Actor,
  work: (write: TeamWrite, actor: Actor) => Promise<T>,
): Promise<T> {
  const by = { memberId, deviceId };
  return writeTeam(context, teamId, by, async (write) => {
    const actor = await loadActiveDevice(write.tx, teamId, deviceId);
    if (!actor) throw unauthorized();
    return work(write, actor);
  });
}

/** Lets leads and the owner through; `what` ends "Only a lead or the owner can …". */
export function needLead(actor: Actor, what: string): void {
  if (isLead(actor)) return;
  throw new ServiceError('forbidden', `Only a lead or the owner can ${what}. Ask one of them.`);
}

/** Lets owners through; `what` ends "Only the owner can …". */
export function needOwner(actor: Actor, what: string): void {
  if (actor.role === 'owner') return;
  throw new ServiceError('forbidden', `Only the owner can ${what}. Ask the owner.`);
}
