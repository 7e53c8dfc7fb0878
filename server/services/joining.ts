import { randomUUID } from 'node:crypto';
import type { Member, Role, Team } from '#utils/model/team.ts';
import type { JoinRequest, JoinResponse } from '#utils/sync/wire-access.ts';
import { createId, createSecret, hashSecret, parseTeamId } from '../auth.ts';
import type { ServerContext } from '../context.ts';
import { insertAudit } from '../store/audit.ts';
import { releaseDeviceClaims } from '../store/claims.ts';
import type { Database, Sql } from '../store/database.ts';
import { insertDevice, loadLastMid, revokeDevice } from '../store/devices.ts';
import {
  expireOwnerInvites,
  findInviteFault,
  insertInvite,
  redeemInvite,
} from '../store/invites.ts';
import { countMembers, saveMember } from '../store/members.ts';
import { loadRecord } from '../store/records.ts';
import { insertTeam, loadFirstTeam, loadTeam } from '../store/teams.ts';
import type { TeamRow } from '../store/teams.ts';
import type { Actor } from './actor.ts';
import { isLead } from './actor.ts';
import { ServiceError, unauthorized } from './service-error.ts';
import { writeTeam } from './team-write.ts';

/** How long an invite may wait to be used. */
const INVITE_TTL_MS = 72 * 60 * 60_000;

/** An invite link and the moment it ends (server clock, ms). */
export interface Invite {
  link: string;
  expiresAt: number;
}

/** The team of this server; made with an empty history at the first start. */
export async function openTeam(store: Database, name: string): Promise<TeamRow> {
  return store.transaction(async (tx) => {
    const known = await loadFirstTeam(tx);
    if (known) return known;
    const team = { id: createId(), name, epoch: randomUUID(), seq: 0, floor: 0 };
    await insertTeam(tx, team);
    return team;
  }, 'first team');
}

/** A link for the first person, while nobody has joined; null afterwards. Earlier ones stop working. */
export async function inviteOwner(
  store: Database,
  teamId: string,
  publicUrl: string,
): Promise<Invite | null> {
  return store.transaction(async (tx) => {
    if ((await countMembers(tx, teamId)) > 0) return null;
    await expireOwnerInvites(tx, teamId);
    return createInvite(tx, { teamId, role: 'owner', createdBy: null, publicUrl });
  });
}

/** A link for one more person, asked for on the server's own command line. */
export async function inviteFromConsole(
  store: Database,
  teamId: string,
  role: 'lead' | 'member',
  publicUrl: string,
): Promise<Invite> {
  return store.transaction((tx) => createInvite(tx, { teamId, role, createdBy: null, publicUrl }));
}

/** A link for one more person, asked for by a lead or the owner. */
export async function inviteTeammate(
  context: ServerContext,
  actor: Actor,
  role: 'lead' | 'member',
): Promise<Invite> {
  const { teamId, memberId } = actor;
  if (!isLead(actor)) {
    throw new ServiceError('forbidden', 'Only a lead or the owner can invite. Ask one of them.');
  }
  const publicUrl = context.publicUrl();
  return context.store.transaction((tx) =>
    createInvite(tx, { teamId, role, createdBy: memberId, publicUrl }),
  );
}

/** Trades an invite for a member and this device's token, which is told only here. */
export async function joinTeam(
  context: ServerContext,
  request: JoinRequest,
): Promise<JoinResponse> {
  const teamId = parseTeamId(request.invite);
  if (teamId === null) throw inviteFault('unknown');
  const memberId = createId();
  return writeTeam(context, teamId, { memberId, deviceId: null }, async ({ tx, touch }) => {
    const hash = hashSecret(request.invite);
    const role = await redeemInvite(tx, teamId, hash);
    if (role === null) throw inviteFault(await findInviteFault(tx, teamId, hash));
    const team = await loadTeam(tx, teamId);
    if (!team) throw inviteFault('unknown');
    const member: Member = { id: memberId, name: request.name, role, handles: [] };
    const token = createSecret(teamId);
    const deviceId = createId();
    await saveMember(tx, teamId, member);
    // A plain column: NUL is refused by PostgreSQL, lone surrogates by UTF-8.
    const name = request.device.replaceAll('\0', '').toWellFormed();
    await insertDevice(tx, { teamId, deviceId, memberId, name, tokenHash: hashSecret(token) });
    await insertAudit(tx, teamId, memberId, 'member.joined', memberId);
    touch('member', memberId);
    return {
      token,
      deviceId,
      member,
      team: { id: team.id, name: team.name },
      epoch: team.epoch,
    };
  });
}

/** Who the actor is, and how far its device has come. */
export interface Me {
  member: Member;
  team: Team;
  deviceId: string;
  epoch: string;
  /** The last fact that was applied for this device; after a restore, the device sends again from here. */
  lastMid: number;
}

/** What the server knows of the device that asks. */
export async function loadMe({ store }: ServerContext, actor: Actor): Promise<Me> {
  const { teamId, memberId, deviceId } = actor;
  const team = await loadTeam(store, teamId);
  const member = await loadRecord(store, teamId, 'member', memberId);
  if (!team || !member) throw unauthorized();
  const lastMid = await loadLastMid(store, teamId, deviceId);
  return {
    member,
    team: { id: team.id, name: team.name },
    deviceId,
    epoch: team.epoch,
    lastMid,
  };
}

/** Ends this device's token and gives back what it claimed. The member and all it did stay. */
export async function leaveTeam(context: ServerContext, actor: Actor): Promise<void> {
  const { teamId, deviceId, memberId } = actor;
  await writeTeam(context, teamId, actor, async ({ tx, touch }) => {
    for (const id of await releaseDeviceClaims(tx, teamId, deviceId)) touch('thread', id);
    await revokeDevice(tx, teamId, deviceId);
    await insertAudit(tx, teamId, memberId, 'device.left', deviceId);
  });
  context.hub.closeDevice(teamId, deviceId);
}

async function createInvite(
  tx: Sql,
  wanted: { teamId: string; role: Role; createdBy: string | null; publicUrl: string },
): Promise<Invite> {
  const { teamId, role, createdBy, publicUrl } = wanted;
  const secret = createSecret(teamId);
  const hash = hashSecret(secret);
  const expiresAt = await insertInvite(tx, { teamId, hash, role, createdBy, ttlMs: INVITE_TTL_MS });
  await insertAudit(tx, teamId, createdBy, 'invite.created', role);
  return { link: `${publicUrl}/join#${secret}`, expiresAt };
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
