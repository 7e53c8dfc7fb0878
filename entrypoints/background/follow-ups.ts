/** What customers write after they were answered. */
import type { HearbackDb } from '#utils/db/schema.ts';
import { toPostKey } from '#utils/model/post-key.ts';
import type { Post } from '#utils/model/post.ts';
import type { Thread } from '#utils/model/thread.ts';
import { now } from '#utils/platform/clock.ts';
import type { Mutation } from '#utils/sync/wire.ts';

const TEXT_MAX = 2_000;

/** Whether a post below a thread's is by its own author. A page says who wrote it. */
export function isFollowUp(thread: Thread, post: Post): boolean {
  return toSame(post.author.handle) === toSame(thread.post.author.handle);
}

/**
 * What is to be told of such a post; null for what is known already, and where nobody has answered: then it is no word on an
 * answer. `isAnswered`: an answer is told along with it.
 */
export async function toFollowUpFact(
  db: HearbackDb,
  thread: Thread,
  post: Post,
  isAnswered: boolean,
): Promise<Mutation | null> {
  const id = toPostKey(post);
  if (id === thread.id || thread.followUps?.some((known) => known.id === id)) return null;
  const answers = db.replies.where('threadId').equals(thread.id);
  if (!isAnswered && (await answers.count()) === 0) return null;
  const { text, permalink, time } = post;
  const followUp = { id, text: text.slice(0, TEXT_MAX), permalink, at: time ?? now() };
  return { kind: 'thread.followUp', args: { id: thread.id, followUp } };
}

function toSame(handle: string): string {
  return handle.replace(/^@/, '').toLowerCase();
}
