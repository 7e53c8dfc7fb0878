import type { ServerContext } from '../context.ts';
import { dropHistory } from '../store/changes.ts';
import { loadRecords } from '../store/records.ts';
import { removeReplies } from '../store/replies.ts';
import { needSuppressionKey, toHash } from '../store/suppressed.ts';
import { listThreadsOlderThan, removeThread } from '../store/threads.ts';
import { writeTeam } from './team-write.ts';

/**
 * Takes up to `limit` threads away that were first seen more than `days` ago and that nobody holds, with their
 * replies and all words of them in the history. Stories and the library stay: somebody saved those on purpose. Of each
 * author a hash stays, so that erasing them finds what the library has from here. How many went.
 */
export async function retireThreads(
  context: Pick<ServerContext, 'store' | 'hub'>,
  teamId: string,
  days: number,
  limit: number,
): Promise<number> {
  const by = { memberId: null, deviceId: null };
  return writeTeam(context, teamId, by, async ({ tx, touch }) => {
    const threadIds = await listThreadsOlderThan(tx, teamId, days, limit);
    if (threadIds.length === 0) return 0;
    const key = await needSuppressionKey(tx, teamId);
    for (const [threadId, { post }] of await loadRecords(tx, teamId, 'thread', threadIds)) {
      const { site } = post;
      const toAuthorHash = (author: string) => toHash(key, { site, author });
      for (const replyId of await removeReplies(tx, teamId, threadId, toAuthorHash)) {
        await dropHistory(tx, teamId, 'reply', replyId);
        touch('reply', replyId, 'retention');
      }
      await removeThread(tx, teamId, threadId, toAuthorHash(post.author.handle));
      await dropHistory(tx, teamId, 'thread', threadId);
      touch('thread', threadId, 'retention');
    }
    return threadIds.length;
  });
}
