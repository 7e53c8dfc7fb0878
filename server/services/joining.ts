import { randomUUID } from 'node:crypto';
import type { Member } from '#utils/model/team.ts';
import type { JoinRequest, JoinResponse } from '#utils/sync/wire-access.ts';
import { createId, hashSecret, parseTeamId } from '../auth.ts';
import type { ServerContext } from '../context.ts';
import { insertAudit } from '../store/audit.ts';
import type { Database } from '../store/database.ts';
import { expireOwnerInvites, findInviteFault, redeemInvite } from '../store/invites.ts';
import type { InviteGrant } from '../store/invites.ts';
import { saveMember } from '../store/members.ts';
import { loadRecord } from '../store/records.ts';
import { insertTeam, loadFirstTeam, loadTeam } from '../store/teams.ts';
import type { TeamRow } from '../store/teams.ts';
import { addDevice } from './devices.ts';
import { ServiceError } from './service-error.ts';
import { writeTeam } from './team-write.ts';
import type { TeamWrite } from './team-write.ts';

/**
 * The team of this server; made with an empty history at the first start. Of several servers that start at once on one
 * empty database, one makes it.
 */
export async function openTeam(store: Database, name: string): Promise<TeamRow> {
  const made = await loadFirstTeam(store);
  if (made) return made;
  return store.transaction(async (tx) => {
    const known = await loadFirstTeam(tx);
    if (known) return known;
    const id = createId();
    await insertTeam(tx, { id, name, epoch: randomUUID() });
    return (await loadTeam(tx, id)) as TeamRow;
  }, 'first team');
}

/**
 * Trades an invite for this device's token, which is told only here. An invite for a member who is in the team
 * adds a device to them, whatever name the request gives; any other makes a new member.
 */
export async function joinTeam(
  context: Pick<ServerContext, 'store' | 'hub'>,
  request: JoinRequest,
): Promise<JoinResponse> {
  const teamId = parseTeamId(request.invite);
  if (teamId === null) throw inviteFault('unknown');
  const by = { memberId: null as string | null, deviceId: null };
  return writeTeam(context, teamId, by, async (write) => {
    const { tx } = write;
    const hash = hashSecret(request.invite);
    const grant = await redeemInvite(tx, teamId, hash);
    if (grant === null) throw inviteFault(await findInviteFault(tx, teamId, hash));
    const team = await loadTeam(tx, teamId);
    if (!team) throw inviteFault('unknown');
    const member = await admit(write, grant, request.name);
    by.memberId = member.id;
    const { token, deviceId } = await addDevice(tx, teamId, member.id, request.device);
    return {
      token,
      deviceId,
      member,
      team: { id: team.id, name: team.name },
      epoch: team.epoch,
    };
  });
}

/** The member that an invite is for. */
async function admit(
  { tx, teamId, touch }: TeamWrite,
  grant: InviteGrant,
  name: string,
): Promise<Member> {
  if (grant.memberId !== null) {
    const known = await loadRecord(tx, teamId, 'member', grant.memberId);
    if (!known) throw inviteFault('expired');
    return known;
  }
  // The links for a first person are for one.
  if (grant.role === 'owner') await expireOwnerInvites(tx, teamId);
  const member: Member = { id: createId(), name, role: grant.role, handles: [] };
  await saveMember(tx, teamId, member);
  await insertAudit(tx, teamId, member.id, 'member.joined', member.id);
  touch('member', member.id);
  return member;
}

function inviteFault(fault: 'unknown' | 'used' | 'expired'): ServiceError {
  switch (fault) {
    case 'unknown':
      return new ServiceError(
        'invite_unknown',
        'This invite is not known here. Check that the whole link was copied.',
      );
    case 'used':
      return new ServiceError('invite_used', 'This invite was used already. Ask for a new link.');
    case 'expired':
      return new ServiceError('invite_expired', 'This invite has expired. Ask for a new link.');
  }
}
