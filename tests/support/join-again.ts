import { adoptAccount } from '#utils/db/account.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { parseInviteLink } from '#utils/sync/invite-link.ts';
import { joinTeam } from '#utils/sync/team-client.ts';

/** Joins by a link for one more device of a member, as a browser does that was signed out. */
export async function joinAgain(db: HearbackDb, link: string, name: string): Promise<void> {
  const invite = parseInviteLink(link);
  if (!invite) throw new Error('no invite link');
  const request = { invite: invite.invite, name, device: 'test' };
  const joined = await joinTeam(fetch, invite.server, request);
  const { token, deviceId, team, epoch, member } = joined;
  const account = { server: invite.server, token, deviceId, memberId: member.id, team, epoch };
  await adoptAccount(db, account, member);
}
