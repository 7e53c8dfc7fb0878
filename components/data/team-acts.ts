import { send } from '#utils/messages/send.ts';
import { toMatchPattern } from '#utils/platform/origins.ts';
import { askForOrigins } from '#utils/platform/permissions.ts';
import { parseInviteLink } from '#utils/sync/invite-link.ts';
import { attempt } from './use-team-state.ts';

const BAD_LINK =
  'This is not an invite link. It looks like https://team.example/join#… and comes from your team lead.';
const REFUSED =
  'Without this permission Hearback cannot reach the team server. Nothing was changed; try again.';

/** Joins by invite link. Must be called in the person's click: it asks for access to the server first. */
export async function joinByLink(link: string, name: string): Promise<string | null> {
  const parsed = parseInviteLink(link);
  if (!parsed) return BAD_LINK;
  if (!(await askForOrigins([toMatchPattern(parsed.server)]))) return REFUSED;
  return attempt(() => send('team.join', { link, name }));
}
