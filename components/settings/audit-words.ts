import type { AuditEntry } from '#utils/model/access.ts';
import { toPastName } from '#utils/model/member-name.ts';

type Said = (who: string, target: string) => string;

/** A sentence for each act of the server's audit log. */
const acts: Record<string, Said> = {
  'claim.takenOver': (who) => `${who} took over a thread`,
  'claim.handedOver': (who) => `${who} handed over a thread`,
  'thread.doubled': () => 'A customer was answered by more than one teammate',
  'record.erased': (who) => `${who} had a post or a person erased`,
  'member.joined': (_who, target) => `${target} joined the team`,
  'member.role': (who, target) => `${who} changed the role of ${target}`,
  'member.removed': (who, target) => `${who} removed ${target} from the team`,
  'device.added': (who) => `${who} signed in on a browser`,
  'device.left': (who) => `${who} signed out of a browser`,
  'device.revoked': (who) => `${who} signed a browser out`,
  'device.split': (who) => `A copied browser profile of ${who} became a browser of its own`,
  'token.rotated': (who) => `A browser of ${who} got a new key`,
  'token.reused': (who) => `An old key of ${who} was used again: somebody may have copied it`,
  'team.retention': (who) => `${who} changed how long threads are kept`,
  'team.restored': () => 'The server was restored from a backup',
  'invite.created': (who) => `${who} made an invite link`,
  'share.created': (who) => `${who} made a link to a collection of stories`,
  'webhook.saved': (who) => `${who} set up a webhook`,
  'webhook.removed': (who) => `${who} removed a webhook`,
  'webhook.sent': (who) => `${who} sent something to a webhook`,
  'share.revoked': (who) => `${who} ended a link to a collection of stories`,
};

/** Words of the history page. */
export const auditWords = {
  server: 'The server',
  former: 'a former teammate',
  other: (who: string, action: string) => `${who}: ${action}`,
  post: (author: string, place: string) => `${author} on ${place}`,
};

/** What was done, as a sentence; an act that this version does not know is named as the server names it. */
export function toAuditLine(entry: AuditEntry, names: Readonly<Record<string, string>>): string {
  const { memberId, action, target } = entry;
  const who = memberId === null ? auditWords.server : toPastName(names, memberId);
  const say = Object.hasOwn(acts, action) ? acts[action] : undefined;
  if (!say) return auditWords.other(who, action);
  const whom = names[target] ?? auditWords.former;
  const line = say(who, whom);
  return line.charAt(0).toLocaleUpperCase('en') + line.slice(1);
}
