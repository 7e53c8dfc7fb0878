import { roleSchema } from '#utils/model/team.ts';
import { removeFromConsole, setRoleFromConsole } from '../services/members.ts';
import { StartError } from '../start-error.ts';
import { readNow } from '../store/database.ts';
import { listDevices } from '../store/devices.ts';
import { listMembers } from '../store/members.ts';
import type { Command, CommandInput } from './command.ts';
import { findMember } from './find-member.ts';
import { placeHelp, placeOptions, readPlace, withTeam } from './place.ts';
import type { OpenTeam } from './place.ts';

/** Shows the team, removes somebody, changes a role. */
export const members: Command = {
  summary: 'list the team, remove somebody, change a role',
  usage: '[remove NAME|ID] [role NAME|ID owner|lead|member]',
  help: `Without more words: lists everybody with role, devices, and when each was last there.

  members remove WHO      ends their devices, claims and open invites; what they did stays
  members role WHO ROLE   owner, lead or member; the last owner stays one
${placeHelp}`,
  options: placeOptions,
  wordsMax: 3,
  async run(input) {
    const [act, who, role, ...more] = input.words;
    await withTeam(readPlace(input), '', async (open) => {
      if (act === undefined) return list(input, open);
      if (act === 'remove' && who && role === undefined) return remove(input, open, who);
      if (act === 'role' && who && role && more.length === 0) {
        return changeRole(input, open, who, role);
      }
      throw new StartError(`Usage: members ${members.usage}`);
    });
  },
};

async function list({ print }: CommandInput, { context: { store }, team }: OpenTeam) {
  const [people, devices] = [
    await listMembers(store, team.id),
    await listDevices(store, team.id, null),
  ];
  const now = await readNow(store);
  print(`${team.name}: ${people.length} ${people.length === 1 ? 'member' : 'members'}`);
  for (const { id, name, role } of people) {
    print(`${id}  ${role.padEnd(6)}  ${toPlain(name)}`);
    const own = devices.filter(({ memberId }) => memberId === id);
    if (own.length === 0) print('    no device; run invite --member to let them in again');
    for (const device of own) {
      print(`    ${device.id}  ${toPlain(device.name)}, ${toAge(now - device.seenAt)}`);
    }
  }
}

async function remove({ print }: CommandInput, { context, team }: OpenTeam, who: string) {
  const memberId = await findMember(context.store, team.id, who);
  await removeFromConsole(context, team.id, memberId);
  print(`Removed ${toPlain(who)} (${memberId}).`);
}

async function changeRole(
  { print }: CommandInput,
  { context, team }: OpenTeam,
  who: string,
  wished: string,
) {
  const role = roleSchema.safeParse(wished).data;
  if (role === undefined) throw new StartError('The role is owner, lead or member.');
  const memberId = await findMember(context.store, team.id, who);
  await setRoleFromConsole(context, team.id, { memberId, role });
  print(`${toPlain(who)} (${memberId}) is ${role} now.`);
}

/** Names are other people's text; a terminal obeys control characters in it. */
function toPlain(text: string): string {
  return text.replaceAll(/\p{C}/gu, '');
}

function toAge(ms: number): string {
  const minutes = Math.floor(ms / 60_000);
  if (minutes < 2) return 'here now';
  if (minutes < 120) return `last here ${minutes} minutes ago`;
  if (minutes < 2 * 24 * 60) return `last here ${Math.floor(minutes / 60)} hours ago`;
  return `last here ${Math.floor(minutes / (24 * 60))} days ago`;
}
