/**
 * The newest of a thread for somebody who is about to answer it: asked of the server itself, since a live channel
 * may be late (docs/decisions/0011-send-guard.md).
 */
import type { Handlers } from '#utils/messages/receive.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import type { GuardResponse } from '#utils/sync/wire.ts';
import type { Services } from '../services.ts';
import { needOwnThread } from '../site-guard.ts';

type GuardHandlers = Pick<Handlers, 'reply.guard'>;

/** What is left of the 2 s that a page waits, after the way through the worker, ms. */
const SERVER_WITHIN_MS = 1_500;
/** As many as the wire takes; a thread with more is in no danger of an unseen answer. */
const KNOWN_MAX = 100;

/** A view with what the server has just said on top of what is known here. */
export function withAnswer(view: ThreadView, answer: GuardResponse): ThreadView {
  const known = new Set(view.replies.map(({ id }) => id));
  const fresh = answer.replies.filter(({ id }) => !known.has(id));
  return {
    ...view,
    thread: {
      ...view.thread,
      claim: answer.claim,
      fence: Math.max(view.thread.fence, answer.fence),
      outcome: answer.outcome,
    },
    replies: [...view.replies, ...fresh].sort((one, other) => one.at - other.at),
    presence: answer.presence,
  };
}

function isNews(view: ThreadView, answer: GuardResponse): boolean {
  const { claim, outcome } = view.thread;
  return (
    answer.replies.length > 0 ||
    answer.outcome !== outcome ||
    answer.claim?.fence !== claim?.fence ||
    answer.claim?.memberId !== claim?.memberId
  );
}

/** Answers the send guard of a page. */
export function createGuardHandlers({
  engine,
  views,
}: Pick<Services, 'engine' | 'views'>): GuardHandlers {
  return {
    async 'reply.guard'({ threadId }, sender) {
      needOwnThread(sender, threadId);
      const [view] = await views([threadId]);
      const client = await engine.client();
      if (!client || !view) return { outcome: 'alone', view: view ?? null };
      const knownReplyIds = view.replies.slice(-KNOWN_MAX).map(({ id }) => id);
      try {
        const answer = await client.guard({ threadId, knownReplyIds }, SERVER_WITHIN_MS);
        // Chips, panel and badge are to say the same as the warning.
        if (isNews(view, answer)) void engine.sync();
        return { outcome: 'answered', view: withAnswer(view, answer) };
      } catch {
        return { outcome: 'noAnswer', view };
      }
    },
  };
}
