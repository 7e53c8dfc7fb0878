import type { Reply, Thread } from '#utils/model/thread.ts';
import { releaseClaim } from '#server/store/claims.ts';
import { listMembers } from '#server/store/members.ts';
import { loadRecord } from '#server/store/records.ts';
import { saveReply } from '#server/store/replies.ts';
import type { Apply } from './apply.ts';
import { notFound } from './refused.ts';
import type { TeamWrite } from '../team-write.ts';

/**
 * A teammate's public answer, noticed as it was sent or read from the page later. Already happened, so never
 * refused because somebody else holds the claim or has answered too; the replier's own claim is given back.
 */
export const recordReply: Apply<'reply.record'> = async (write, actor, args) => {
  const { tx, teamId, touch } = write;
  const known = await loadRecord(tx, teamId, 'reply', args.id);
  // Read from a page again, or sent again: nothing new. Noticed at sending, it outranks what was read.
  if (known && !(known.source === 'seen' && args.source === 'sent')) return;
  const thread = await loadRecord(tx, teamId, 'thread', args.threadId);
  if (!thread) throw notFound('thread');
  const memberId =
    args.source === 'sent' ? actor.memberId : await findReplier(write, thread, args.handle);
  const reply: Reply = { ...args, memberId };
  await saveReply(tx, teamId, reply);
  touch('reply', reply.id);
  if (memberId === null) return;
  const isReleased = await releaseClaim(tx, { teamId, threadId: thread.id, memberId }, null);
  if (isReleased) touch('thread', thread.id);
};

/** The teammate who has this handle on the thread's site; null when the roster knows none. */
async function findReplier(
  { tx, teamId }: TeamWrite,
  thread: Thread,
  handle: string,
): Promise<string | null> {
  const wanted = toHandleKey(handle);
  const members = await listMembers(tx, teamId);
  const replier = members.find((member) =>
    member.handles.some(
      (known) => known.site === thread.post.site && toHandleKey(known.handle) === wanted,
    ),
  );
  return replier?.id ?? null;
}

function toHandleKey(handle: string): string {
  return handle.trim().replace(/^@/, '').toLowerCase();
}
