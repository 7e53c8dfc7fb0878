import { toClaimNews } from '#utils/model/claim-news.ts';
import type { ClaimNews } from '#utils/model/claim-news.ts';
import type { Claim } from '#utils/model/thread.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';

/** Remembers the claims of the threads on this page, to tell what happens to them. */
export interface ClaimWatch {
  /** What is new since the last look at this thread; each news is told once. */
  look(view: ThreadView, now: number): ClaimNews | null;
  /** The fence under which I hold, or held last, a thread; undefined when I never did. */
  fenceOf(threadId: string): number | undefined;
}

/** Starts without memory: what was so before the first look is no news. */
export function createClaimWatch(): ClaimWatch {
  const before = new Map<string, Claim | null>();
  const mine = new Map<string, number>();
  const told = new Set<string>();
  return {
    look(view, now) {
      const { id, claim } = view.thread;
      const known = before.get(id);
      const news = known === undefined ? null : toClaimNews(known, view, now);
      const isMine = claim !== null && claim.memberId === view.me?.id;
      if (isMine) mine.set(id, claim.fence);
      // The last one that I held is what can run out, whoever is told first that it is free.
      if (isMine || news === null) before.set(id, claim);
      if (!news) return null;
      const key = `${news.kind} ${id} ${mine.get(id)}`;
      if (told.has(key)) return null;
      told.add(key);
      return news;
    },
    fenceOf: (threadId) => mine.get(threadId),
  };
}
