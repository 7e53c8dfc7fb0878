import type { Role } from '#utils/model/team.ts';
import type { ServerContext } from '../context.ts';
import { insertAudit } from '../store/audit.ts';
import { releaseMemberClaims } from '../store/claims.ts';
import type { Sql } from '../store/database.ts';
import { revokeMemberDevices } from '../store/devices.ts';
import { expireMemberInvites } from '../store/invites.ts';
import { lockOwners, removeMember, saveMember } from '../store/members.ts';
import { needLead, needOwner, writeAccess } from './access-write.ts';
import type { Actor } from './actor.ts';
import { needMember } from './need-member.ts';
import { ServiceError } from './service-error.ts';
import { writeTeam } from './team-write.ts';
import type { TeamWrite } from './team-write.ts';

type Context = Pick<ServerContext, 'store' | 'hub'>;

/** Gives a member another role, which only an owner may; the last owner stays one. */
export async function setRole(
  context: Context,
  asking: Actor,
  wish: { memberId: string; role: Role },
): Promise<void> {
  await writeAccess(context, asking, async (write, actor) => {
    needOwner(actor, 'change roles');
    await changeRole(write, actor.memberId, wish);
  });
}

/** As `setRole`, from the server's own command line. */
export async function setRoleFromConsole(
  context: Context,
  teamId: string,
  wish: { memberId: string; role: Role },
): Promise<void> {
  const by = { memberId: null, deviceId: null };
  await writeTeam(context, teamId, by, (write) => changeRole(write, null, wish));
}

/**
 * Removes a member: an owner anybody, a lead members. All their devices, claims and open invites end; what they did
 * stays. The last owner cannot be removed.
 */
export async function removeTeammate(
  context: Context,
  asking: Actor,
  memberId: string,
): Promise<void> {
  await writeAccess(context, asking, async (write, actor) => {
    needLead(actor, 'remove somebody');
    const { role } = await needMember(write.tx, write.teamId, memberId);
    if (role !== 'member') needOwner(actor, `remove a ${role === 'owner' ? 'co-owner' : 'lead'}`);
    await endMember(write, actor.memberId, memberId);
  });
  context.hub.closeMember(asking.teamId, memberId);
}

/** As `removeTeammate`, from the server's own command line. */
export async function removeFromConsole(
  context: Context,
  teamId: string,
  memberId: string,
): Promise<void> {
  const by = { memberId: null, deviceId: null };
  await writeTeam(context, teamId, by, (write) => endMember(write, null, memberId));
}

async function changeRole(
  { tx, teamId, touch }: TeamWrite,
  by: string | null,
  { memberId, role }: { memberId: string; role: Role },
): Promise<void> {
  const member = await needMember(tx, teamId, memberId);
  if (member.role === role) return;
  if (member.role === 'owner') await needOtherOwner(tx, teamId, memberId);
  await saveMember(tx, teamId, { ...member, role });
  // Links that they made, and those by which somebody comes in as them, were given under a right that is another now.
  await expireMemberInvites(tx, teamId, memberId);
  await insertAudit(tx, teamId, by, 'member.role', memberId);
  touch('member', memberId);
}

async function endMember(
  { tx, teamId, touch }: TeamWrite,
  by: string | null,
  memberId: string,
): Promise<void> {
  const { role } = await needMember(tx, teamId, memberId);
  if (role === 'owner') await needOtherOwner(tx, teamId, memberId);
  for (const id of await releaseMemberClaims(tx, teamId, memberId)) touch('thread', id);
  await revokeMemberDevices(tx, teamId, memberId);
  await expireMemberInvites(tx, teamId, memberId);
  await removeMember(tx, teamId, memberId);
  await insertAudit(tx, teamId, by, 'member.removed', memberId);
  touch('member', memberId);
}

async function needOtherOwner(tx: Sql, teamId: string, memberId: string): Promise<void> {
  const owners = await lockOwners(tx, teamId);
  if (owners.some((id) => id !== memberId)) return;
  throw new ServiceError(
    'forbidden',
    'A team needs an owner. Make somebody else an owner first, then try again.',
  );
}
