import { inviteDeviceFromConsole, inviteFromConsole } from '../services/invites.ts';
import { StartError } from '../start-error.ts';
import { addressHelp, addressOptions, readAddress, toPublicUrl } from './address.ts';
import type { Command } from './command.ts';
import { findMember } from './find-member.ts';
import { placeHelp, placeOptions, readPlace, readText, withTeam } from './place.ts';

/** Prints a link for one more person, or for one more device of somebody. */
export const invite: Command = {
  summary: 'print a link for one more person or device',
  usage: '[--role member|lead] [--member NAME|ID]',
  help: `Prints a link that works once, within 72 hours. Works beside a running server.

  --role ROLE     what the new person is to be: member (as it is left out) or lead
  --member WHO    one more device for somebody who is in the team, also an owner who was locked out
${addressHelp}
${placeHelp}`,
  options: {
    ...addressOptions,
    ...placeOptions,
    role: { type: 'string' },
    member: { type: 'string' },
  },
  wordsMax: 0,
  async run(input) {
    const who = readText(input, 'member');
    const role = readText(input, 'role');
    if (who !== undefined && role !== undefined) {
      throw new StartError('--role is for somebody new, --member for somebody known. Give one.');
    }
    const publicUrl = toPublicUrl(readAddress(input));
    await withTeam(readPlace(input), publicUrl, async ({ context: { store }, team }) => {
      const made =
        who === undefined
          ? inviteFromConsole(store, team.id, parseRole(role ?? 'member'), publicUrl)
          : inviteDeviceFromConsole(
              store,
              team.id,
              await findMember(store, team.id, who),
              publicUrl,
            );
      input.print((await made).link);
    });
  },
};

function parseRole(role: string): 'lead' | 'member' {
  if (role === 'lead' || role === 'member') return role;
  throw new StartError('--role is lead or member.');
}
