/** What happened in a thread, in the order of time, as far as it is on record. */
import { toPastName, toReplier } from '#utils/model/member-name.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { historyWords as words } from './words.ts';

/** One thing that happened; a sentence with names as words. */
export interface ThreadEvent {
  /** Server clock, ms. */
  at: number;
  text: string;
}

/** Everything of a thread that carries a time, oldest first. */
export function toThreadEvents({ thread, replies, story, names }: ThreadView): ThreadEvent[] {
  const nameOf = (memberId: string) => toPastName(names, memberId);
  const { post, route, snooze, claim, lapsed, label, look, followUps = [], doubledAt } = thread;
  const events: (ThreadEvent | null)[] = [
    post.time === null ? null : { at: post.time, text: words.posted(post.author.handle) },
    { at: thread.seenAt, text: words.seen(nameOf(thread.seenBy)) },
    route ? { at: route.at, text: toRoute(route, nameOf) } : null,
    snooze ? { at: snooze.at, text: words.putOff(nameOf(snooze.by)) } : null,
    label ? { at: label.at, text: words.labeled(nameOf(label.by)) } : null,
    claim ? { at: claim.since, text: words.claimed(nameOf(claim.memberId)) } : null,
    lapsed ? { at: lapsed.since, text: words.claimed(nameOf(lapsed.memberId)) } : null,
    lapsed ? { at: lapsed.leaseUntil, text: words.lapsed(nameOf(lapsed.memberId)) } : null,
    look ? { at: look.askedAt, text: words.lookAsked(nameOf(look.askedBy)) } : null,
    ...(look?.comments ?? []).map(({ at, by, verdict }) => ({
      at,
      text: words.looked(nameOf(by), verdict ?? null),
    })),
    ...replies.map((reply) => ({ at: reply.at, text: words.answered(toReplier(names, reply)) })),
    ...followUps.map(({ at }) => ({ at, text: words.wroteAgain(post.author.handle) })),
    doubledAt === undefined ? null : { at: doubledAt, text: words.doubled },
    story ? { at: story.savedAt, text: words.storySaved(nameOf(story.savedBy)) } : null,
  ];
  return events.filter((event) => event !== null).sort((one, other) => one.at - other.at);
}

function toRoute(
  { by, ruleId, note }: NonNullable<ThreadView['thread']['route']>,
  nameOf: (memberId: string) => string,
): string {
  const said = ruleId === undefined ? words.routed(nameOf(by)) : words.routedByRule;
  return note === undefined ? said : words.withNote(said, note);
}
