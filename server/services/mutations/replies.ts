import { toHandleAt } from '#utils/model/hosted-handle.ts';
import type { Reply, Thread } from '#utils/model/thread.ts';
import { insertAudit } from '#server/store/audit.ts';
import { releaseClaim } from '#server/store/claims.ts';
import { readNow } from '#server/store/database.ts';
import { listMembers } from '#server/store/members.ts';
import { findOtherReplier, saveReply } from '#server/store/replies.ts';
import { suppress, toHandleKey } from '#server/store/suppressed.ts';
import { markThreadDoubled, updateThreadLook } from '#server/store/threads.ts';
import type { Actor } from '../actor.ts';
import type { Apply } from './apply.ts';
import { erased, isErased, refuseErased } from './refuse-erased.ts';
import { notFound } from './refused.ts';
import type { TeamWrite } from '../team-write.ts';

/**
 * A teammate's public answer, noticed as it was sent or read from the page later. Already happened, so never
 * refused because somebody else holds the claim or has answered too: the first is stamped `stale`, the second
 * noted on the thread, once. The replier's own claim is given back.
 */
export const recordReply: Apply<'reply.record'> = async (write, actor, args) => {
  const { tx, teamId, touch } = write;
  await refuseErased(write, { postKey: args.id });
  const known = await write.load('reply', args.id);
  const thread = await write.load('thread', args.threadId);
  // What one browser said about a post it named does not hold against the post itself.
  const names = thread ? [] : [{ answersTo: args.threadId }];
  if (await isErased(write, { postKey: args.threadId }, ...names)) {
    // Its copy for the library comes right behind it, with the erased words as the question.
    if (!known) await suppress(tx, teamId, { copyOf: args.id });
    throw erased();
  }
  // Read from a page again, or sent again: nothing new. Noticed at sending, it outranks what was read: also in which
  // thread it stands, for a page shows answers to one post below another.
  if (known && !(known.source === 'seen' && args.source === 'sent')) return;
  if (!thread) throw notFound('thread');
  await refuseErased(write, { site: thread.post.site, author: args.handle });
  const memberId =
    args.source === 'sent' ? actor.memberId : await findReplier(write, thread, args.handle);
  const isStale =
    args.source === 'sent' && (await isOutOfTurn(write, thread, args, actor.memberId));
  const reply: Reply = { ...args, memberId, ...(isStale ? { stale: true } : {}) };
  await saveReply(tx, teamId, reply);
  touch('reply', reply.id);
  if (thread.doubledAt === undefined) await noteDouble(write, actor, reply);
  if (thread.look) {
    await updateThreadLook(tx, teamId, thread.id, null);
    touch('thread', thread.id);
  }
  if (memberId === null) return;
  const isReleased = await releaseClaim(tx, { teamId, threadId: thread.id, memberId }, null);
  if (isReleased) touch('thread', thread.id);
};

/** Sent under a claim that has passed on since, or while somebody else held it. */
async function isOutOfTurn(
  { tx }: TeamWrite,
  { claim, fence }: Thread,
  sent: Pick<Reply, 'fence'>,
  senderId: string,
): Promise<boolean> {
  if (sent.fence !== undefined && sent.fence !== fence) return true;
  return claim !== null && claim.memberId !== senderId && claim.leaseUntil > (await readNow(tx));
}

/**
 * Two posts by one teammate are one answer in two parts; posts by two are a double answer. As long as none was noted,
 * all the others are by one person: any one of them stands for all, however many and long they are.
 */
async function noteDouble(
  { tx, teamId, touch }: TeamWrite,
  actor: Actor,
  reply: Reply,
): Promise<void> {
  const { id, threadId } = reply;
  const other = await findOtherReplier(tx, teamId, threadId, id);
  if (other === null || toPerson(other) === toPerson(reply)) return;
  if (!(await markThreadDoubled(tx, teamId, threadId))) return;
  touch('thread', threadId);
  await insertAudit(tx, teamId, actor.memberId, 'thread.doubled', threadId);
}

function toPerson({ memberId, handle }: Pick<Reply, 'memberId' | 'handle'>): string {
  return memberId ?? toHandleKey(handle);
}

/** The teammate who has this handle on the thread's site; null when the roster knows none. */
async function findReplier(
  { tx, teamId }: TeamWrite,
  thread: Thread,
  handle: string,
): Promise<string | null> {
  const { site, id } = thread.post;
  const wanted = toHandleKey(handle);
  // Of software that runs anywhere ids begin with the host, and so do its handles count there alone.
  const [host = ''] = id.split(/[/?#]/u, 1);
  const members = await listMembers(tx, teamId);
  const replier = members.find((member) =>
    member.handles.some((known) => known.site === site && toHandleAt(known, host) === wanted),
  );
  return replier?.id ?? null;
}
