import type { MeResponse } from '#utils/sync/wire-access.ts';
import type { ServerContext } from '../context.ts';
import { loadLastMid } from '../store/devices.ts';
import { loadRecord } from '../store/records.ts';
import { loadTeam } from '../store/teams.ts';
import type { Actor } from './actor.ts';
import { unauthorized } from './service-error.ts';

/** Who the actor is, and how far its device has come: what a device needs to go on after a restore. */
export async function loadMe(
  { store }: Pick<ServerContext, 'store'>,
  actor: Actor,
): Promise<MeResponse> {
  const { teamId, memberId, deviceId } = actor;
  const team = await loadTeam(store, teamId);
  const member = await loadRecord(store, teamId, 'member', memberId);
  if (!team || !member) throw unauthorized();
  const { epoch, retentionDays } = team;
  const lastMid = await loadLastMid(store, teamId, deviceId);
  return {
    member,
    team: { id: team.id, name: team.name },
    deviceId,
    epoch,
    lastMid,
    retentionDays,
  };
}
