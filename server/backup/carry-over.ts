/**
 * A restore gives back what was lost, and no right that had been taken away: who was removed or signed out, and what was
 * erased, stays so. In the transaction of the restore, so that nobody is let in on the way.
 */
import type { Role } from '#utils/model/team.ts';
import { systemClock } from '../clock.ts';
import { createHub } from '../hub.ts';
import { silentLogger } from '../log.ts';
import { eraseFromConsole } from '../services/erasure.ts';
import { writeTeam } from '../services/team-write.ts';
import type { TeamWrite } from '../services/team-write.ts';
import { readLastRoleChange } from '../store/audit.ts';
import { releaseDeviceClaims, releaseMemberClaims } from '../store/claims.ts';
import type { Database, Sql } from '../store/database.ts';
import { takeOverToken } from '../store/device-tokens.ts';
import { revokeDevice, revokeMemberDevices } from '../store/devices.ts';
import { expireInvites, useInvite } from '../store/invites.ts';
import { listMembers, removeMember, saveMember } from '../store/members.ts';
import { keepSuppressed, takeOverSuppressionKey } from '../store/suppressed.ts';
import { listTeams } from '../store/teams.ts';
import type { TeamEndings } from './endings.ts';
import { findErasedAuthors, findErasedKeys } from './erased-again.ts';

/** What a restore did with what had been ended since the backup. */
export interface CarriedOver {
  /** Whether the data of before told it, of every team. */
  isKnown: boolean;
  /** How many came back with the backup, and were ended once more. */
  members: number;
  devices: number;
  roles: number;
  records: number;
  /** Links that nobody had used. */
  invites: number;
  /** Names of teams in which nobody is an owner now. */
  ownerless: string[];
}

type Context = Parameters<typeof writeTeam>[0];

const BY_NOBODY = { memberId: null, deviceId: null };

/** Ends once more, in the data just restored, what the data of before had ended; null: that cannot be read. */
export async function carryOver(tx: Sql, before: TeamEndings[] | null): Promise<CarriedOver> {
  const done: CarriedOver = {
    isKnown: true,
    members: 0,
    devices: 0,
    roles: 0,
    records: 0,
    invites: 0,
    ownerless: [],
  };
  const store: Database = { ...tx, transaction: (work) => work(tx), close: async () => undefined };
  const hub = createHub({
    store,
    clock: systemClock,
    log: silentLogger,
    publicUrl: () => '',
    tickMs: 0,
  });
  for (const { id, name } of await listTeams(tx)) {
    const endings = before?.find(({ teamId }) => teamId === id);
    if (endings) {
      for (const { hash, at } of endings.usedInvites) await useInvite(tx, id, hash, at);
      await writeTeam({ store, hub }, id, BY_NOBODY, (write) => endAccess(write, endings, done));
      done.records += await eraseAgain({ store, hub }, tx, endings, done);
    } else {
      done.isKnown = false;
    }
    // Made before the restore: what for is not known any more.
    done.invites += await expireInvites(tx, id);
    const members = await listMembers(tx, id);
    if (members.length > 0 && !members.some(({ role }) => role === 'owner')) {
      done.ownerless.push(name);
    }
  }
  await hub.close();
  return done;
}

async function endAccess(
  { tx, teamId, touch }: TeamWrite,
  { removedMembers, roles, revokedDevices, tokens }: TeamEndings,
  done: CarriedOver,
): Promise<void> {
  const members = new Map((await listMembers(tx, teamId)).map((member) => [member.id, member]));
  for (const deviceId of revokedDevices) {
    if (!(await revokeDevice(tx, teamId, deviceId))) continue;
    for (const id of await releaseDeviceClaims(tx, teamId, deviceId)) touch('thread', id);
    done.devices += 1;
  }
  for (const memberId of removedMembers) {
    if (!members.delete(memberId)) continue;
    for (const id of await releaseMemberClaims(tx, teamId, memberId)) touch('thread', id);
    await revokeMemberDevices(tx, teamId, memberId);
    await removeMember(tx, teamId, memberId);
    touch('member', memberId);
    done.members += 1;
  }
  for (const { memberId, role, at } of roles) {
    const member = members.get(memberId);
    if (!member || member.role === role) continue;
    // The data of before may be older than the backup, where somebody restored twice.
    if ((await readLastRoleChange(tx, teamId, memberId)) >= at) continue;
    await saveMember(tx, teamId, { ...member, role: role as Role });
    touch('member', memberId);
    done.roles += 1;
  }
  for (const token of tokens) await takeOverToken(tx, teamId, token);
}

/** Erases what was erased since the backup, with its words wherever they came back; how many records. */
async function eraseAgain(
  context: Context,
  tx: Sql,
  { teamId, suppressionKey, suppressed }: TeamEndings,
  done: CarriedOver,
): Promise<number> {
  if (suppressionKey === null || suppressed.length === 0) return 0;
  if (!(await takeOverSuppressionKey(tx, teamId, suppressionKey))) {
    // Two histories, each with a first erasure of its own: the hashes of one tell nothing under the other's key.
    done.isKnown = false;
    return 0;
  }
  await keepSuppressed(tx, teamId, suppressed);
  let records = 0;
  // In this order: the posts of an author, and what hangs on a post, need not be looked for one by one then.
  for (const find of [
    () => findErasedAuthors(tx, teamId),
    () => findErasedKeys(tx, teamId, ['thread', 'story']),
    () => findErasedKeys(tx, teamId, ['reply', 'library']),
  ]) {
    for (const request of await find()) {
      records += (await eraseFromConsole(context, teamId, request)).erased;
    }
  }
  return records;
}

/** What there is to tell people of it, in whole lines. */
export function toCarriedLines(done: CarriedOver): string[] {
  const lines: string[] = [];
  const ended = [
    [done.members, 'removed member', 'removed members'],
    [done.devices, 'signed-out device', 'signed-out devices'],
    [done.roles, 'changed role', 'changed roles'],
    [done.records, 'erased record', 'erased records'],
  ] as const;
  const parts = ended.filter(([count]) => count > 0);
  if (parts.length > 0) {
    const text = parts.map(([count, one, many]) => `${count} ${count === 1 ? one : many}`);
    lines.push(`Kept from the data of before: ${text.join(', ')}.`);
  }
  if (!done.isKnown) {
    lines.push(
      'No data of before could be read that tells what was ended since the backup. Do it again by hand before people use the server: "members" lists who is let in; remove whoever was removed since, set roles back, sign out devices that were signed out, and run "erase" for what was erased.',
    );
  }
  if (done.invites > 0) lines.push('Open invite links have ended. Make new ones with "invite".');
  for (const name of done.ownerless) {
    lines.push(`Nobody is an owner of ${name} now. Run "members role NAME owner".`);
  }
  return lines;
}
