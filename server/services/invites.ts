import type { Role } from '#utils/model/team.ts';
import type { InviteRequest } from '#utils/sync/wire-access.ts';
import { createSecret, hashSecret } from '../auth.ts';
import type { ServerContext } from '../context.ts';
import { insertAudit } from '../store/audit.ts';
import type { Database, Sql } from '../store/database.ts';
import { expireOwnerInvites, insertInvite } from '../store/invites.ts';
import type { InviteGrant } from '../store/invites.ts';
import { countMembers } from '../store/members.ts';
import { needLead, writeAccess } from './access-write.ts';
import type { Actor } from './actor.ts';
import { ServiceError } from './service-error.ts';
import { needMember } from './need-member.ts';

/** How long an invite may wait to be used. */
const INVITE_TTL_MS = 72 * 60 * 60_000;

/** An invite link and the moment it ends (server clock, ms). */
export interface Invite {
  link: string;
  expiresAt: number;
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
    return createInvite(tx, { teamId, role: 'owner', memberId: null, createdBy: null, publicUrl });
  }, teamId);
}

/** A link for one more person, asked for on the server's own command line. */
export async function inviteFromConsole(
  store: Database,
  teamId: string,
  role: 'lead' | 'member',
  publicUrl: string,
): Promise<Invite> {
  const wanted = { teamId, role, memberId: null, createdBy: null, publicUrl };
  return store.transaction((tx) => createInvite(tx, wanted));
}

/** A link for one more device of a member, owners too, asked for on the server's own command line. */
export async function inviteDeviceFromConsole(
  store: Database,
  teamId: string,
  memberId: string,
  publicUrl: string,
): Promise<Invite> {
  return store.transaction(async (tx) => {
    const member = await needMember(tx, teamId, memberId);
    return createInvite(tx, { teamId, role: member.role, memberId, createdBy: null, publicUrl });
  });
}

/**
 * A link for one more person, by a lead or the owner; or for one more device of a member: one's own always, others'
 * by a lead or the owner, an owner's only by an owner.
 */
export async function inviteTeammate(
  context: Pick<ServerContext, 'store' | 'hub' | 'publicUrl'>,
  asking: Actor,
  request: InviteRequest,
): Promise<Invite> {
  const publicUrl = context.publicUrl();
  return writeAccess(context, asking, async ({ tx, teamId }, actor) => {
    const grant = await toGrant(tx, actor, request);
    return createInvite(tx, { teamId, ...grant, createdBy: actor.memberId, publicUrl });
  });
}

async function toGrant(tx: Sql, actor: Actor, request: InviteRequest): Promise<InviteGrant> {
  if ('role' in request) {
    needLead(actor, 'invite');
    return { role: request.role, memberId: null };
  }
  const { memberId } = request;
  if (memberId !== actor.memberId) needLead(actor, 'add a device for somebody else');
  const member = await needMember(tx, actor.teamId, memberId);
  if (member.role === 'owner' && actor.role !== 'owner') {
    throw new ServiceError('forbidden', 'Only an owner can add a device for an owner.');
  }
  return { role: member.role, memberId };
}

interface WantedInvite {
  teamId: string;
  role: Role;
  memberId: string | null;
  createdBy: string | null;
  publicUrl: string;
}

async function createInvite(tx: Sql, { publicUrl, ...wanted }: WantedInvite): Promise<Invite> {
  const { teamId, role, memberId, createdBy } = wanted;
  const secret = createSecret(teamId);
  const expiresAt = await insertInvite(tx, {
    ...wanted,
    hash: hashSecret(secret),
    ttlMs: INVITE_TTL_MS,
  });
  await insertAudit(tx, teamId, createdBy, 'invite.created', memberId ?? role);
  return { link: `${publicUrl}/join#${secret}`, expiresAt };
}
