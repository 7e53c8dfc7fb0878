import type { Device } from '#utils/model/access.ts';
import type { TokenResponse } from '#utils/sync/wire-access.ts';
import { createId, createSecret, hashSecret } from '../auth.ts';
import type { ServerContext } from '../context.ts';
import { insertAudit } from '../store/audit.ts';
import type { AuditAction } from '../store/audit.ts';
import { releaseDeviceClaims } from '../store/claims.ts';
import { readNow } from '../store/database.ts';
import type { Sql } from '../store/database.ts';
import { replaceToken } from '../store/device-tokens.ts';
import { insertDevice, listDevices, loadDevice, revokeDevice } from '../store/devices.ts';
import { expireMemberInvites } from '../store/invites.ts';
import { loadRecord } from '../store/records.ts';
import { toStorable } from '../store/storable.ts';
import { needLead, writeAccess } from './access-write.ts';
import { isLead } from './actor.ts';
import type { Actor } from './actor.ts';
import { ServiceError, unauthorized } from './service-error.ts';
import type { TeamWrite } from './team-write.ts';

/** Living devices of one member; more come from a loop, not from a person. */
const DEVICES_MAX = 50;

type Context = Pick<ServerContext, 'store' | 'hub'>;

/** Gives a member one more device; its token is told only here. Throws `too_many` at 50 devices. */
export async function addDevice(
  tx: Sql,
  teamId: string,
  memberId: string,
  name: string,
  action: Extract<AuditAction, 'device.added' | 'device.split'> = 'device.added',
): Promise<{ token: string; deviceId: string }> {
  if ((await listDevices(tx, teamId, memberId)).length >= DEVICES_MAX) {
    throw new ServiceError('too_many', 'You have 50 devices. Sign some of them out first.');
  }
  const token = createSecret(teamId);
  const deviceId = createId();
  const tokenHash = hashSecret(token);
  await insertDevice(tx, { teamId, deviceId, memberId, name: toStorable(name), tokenHash });
  await insertAudit(tx, teamId, memberId, action, deviceId);
  return { token, deviceId };
}

/** One's own devices; for leads and the owner those of everybody. */
export async function loadDevices({ store }: Context, actor: Actor): Promise<Device[]> {
  return listDevices(store, actor.teamId, isLead(actor) ? null : actor.memberId);
}

/** Ends this device's token and gives back what it claimed. The member and all it did stay. */
export async function leaveTeam(context: Context, asking: Actor): Promise<void> {
  const { teamId, deviceId } = asking;
  await writeAccess(context, asking, async (write, actor) => {
    await endDevice(write, actor, deviceId, 'device.left');
  });
  context.hub.closeDevice(teamId, deviceId);
}

/**
 * Ends a device from another one: its token, its sockets, its claims; and the open invites that its member made, and
 * those for more devices of its member. One's own always; others' by a lead or the owner, an owner's only by an owner.
 * Done again it counts as done.
 */
export async function revokeTeamDevice(
  context: Context,
  asking: Actor,
  deviceId: string,
): Promise<void> {
  await writeAccess(context, asking, async (write, actor) => {
    const device = await loadDevice(write.tx, write.teamId, deviceId);
    if (!device) throw new ServiceError('not_found', 'This device is signed out already.');
    await needRightOver(write.tx, actor, device.memberId);
    await endDevice(write, actor, deviceId, 'device.revoked');
    // Whoever had it may have made links by which to come back; who revokes it can make new ones.
    await expireMemberInvites(write.tx, write.teamId, device.memberId);
  });
  context.hub.closeDevice(asking.teamId, deviceId);
}

/**
 * A new token for the asking device. The one that asks works on until ten minutes after the new one is first used, so
 * that no lost answer locks anybody out.
 */
export async function rotateToken(
  context: Context,
  asking: Actor,
  askingHash: string,
): Promise<TokenResponse> {
  return writeAccess(context, asking, async ({ tx, teamId }, { deviceId, memberId }) => {
    const token = createSecret(teamId);
    const hashes = { asking: askingHash, next: hashSecret(token) };
    const oldUntil = await replaceToken(tx, { teamId, deviceId }, hashes);
    if (oldUntil === null) throw unauthorized();
    await insertAudit(tx, teamId, memberId, 'token.rotated', deviceId);
    return { token, deviceId, oldUntil };
  });
}

/**
 * A device of its own for a copied browser profile (`device_cloned`); the token that asks stays with the other
 * copy, so `oldUntil` is now.
 */
export async function splitDevice(context: Context, asking: Actor): Promise<TokenResponse> {
  return writeAccess(context, asking, async ({ tx, teamId }, { deviceId, memberId }) => {
    const name = (await loadDevice(tx, teamId, deviceId))?.name ?? '';
    const added = await addDevice(tx, teamId, memberId, name, 'device.split');
    return { ...added, oldUntil: await readNow(tx) };
  });
}

async function endDevice(
  { tx, teamId, touch }: TeamWrite,
  actor: Actor,
  deviceId: string,
  action: Extract<AuditAction, 'device.left' | 'device.revoked'>,
): Promise<void> {
  for (const id of await releaseDeviceClaims(tx, teamId, deviceId)) touch('thread', id);
  await revokeDevice(tx, teamId, deviceId);
  await insertAudit(tx, teamId, actor.memberId, action, deviceId);
}

async function needRightOver(tx: Sql, actor: Actor, memberId: string): Promise<void> {
  if (memberId === actor.memberId) return;
  needLead(actor, 'sign out somebody else’s device');
  const member = await loadRecord(tx, actor.teamId, 'member', memberId);
  if (member?.role === 'owner' && actor.role !== 'owner') {
    throw new ServiceError('forbidden', 'Only an owner can sign out an owner’s device.');
  }
}
