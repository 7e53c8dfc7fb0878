import type { GuardRequest, GuardResponse } from '#utils/sync/wire.ts';
import type { ServerContext } from '../context.ts';
import { readNow } from '../store/database.ts';
import { loadRecord } from '../store/records.ts';
import { listReplies } from '../store/replies.ts';
import type { Actor } from './actor.ts';
import { ServiceError } from './service-error.ts';

/** Replies that are told at once. */
const REPLIES_MAX = 100;

/**
 * What the send guard needs to know before a person sends: who holds the thread, what was answered that the asker
 * does not know, who types. Writes nothing. A claim whose lease has run out is null, also before the sweeper has
 * seen it. Throws `not_found` for a thread that the team has no record of.
 */
export async function askGuard(
  { store, hub }: ServerContext,
  { teamId, memberId }: Actor,
  { threadId, knownReplyIds }: GuardRequest,
): Promise<GuardResponse> {
  const thread = await loadRecord(store, teamId, 'thread', threadId);
  if (!thread) {
    throw new ServiceError('not_found', 'The team has no record of this thread yet. Try again.');
  }
  const known = new Set(knownReplyIds);
  // Enough to find all the unknown ones, or as many as are told.
  const replies = await listReplies(store, teamId, threadId, REPLIES_MAX + known.size);
  const serverTime = await readNow(store);
  const { claim, fence, outcome } = thread;
  return {
    claim: claim && claim.leaseUntil > serverTime ? claim : null,
    fence,
    outcome,
    replies: replies
      .filter(({ id }) => !known.has(id))
      .slice(0, REPLIES_MAX)
      .sort((a, b) => a.at - b.at),
    presence: hub.presenceIn(teamId, threadId, memberId).filter(({ kind }) => kind === 'typing'),
    serverTime,
  };
}
