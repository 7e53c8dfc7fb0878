/** Watches the answers to claims, as they come, for what no history shows (P5). */
import type { Claim } from '#utils/model/thread.ts';
import type { Exchange } from './sim-network.ts';

/** By the simulation's clock, ms. */
export type AnsweredAt = ReadonlyMap<string, { first: number; last: number }>;

export interface ClaimAnswers {
  /** When a lease began and when it was last prolonged in the present history, under `id fence`. */
  at: AnsweredAt;
  add(exchange: Exchange): void;
  /** The server goes on from a copy. */
  restored(): void;
}

interface ClaimRequestLike {
  action?: string;
  threadId?: string;
  fence?: number;
  to?: string;
}

export function createClaimAnswers(report: (text: string) => void): ClaimAnswers {
  const answeredAt = new Map<string, { first: number; last: number }>();
  /** To whom each fence of a thread was given, in whatever history. */
  const givenTo = new Map<string, string>();

  return {
    at: answeredAt,
    restored: () => answeredAt.clear(),
    add({ request, before, text, browser, at }) {
      const { action, fence = 0, threadId, to } = request as ClaimRequestLike;
      const { granted, claim } = JSON.parse(text) as { granted: boolean; claim: Claim | null };
      if (granted && claim) {
        const key = `${threadId} ${claim.fence}`;
        const known = answeredAt.get(key);
        // Handed over again is answered from what is.
        const last = action === 'handOver' ? (known?.last ?? at) : at;
        answeredAt.set(key, { first: known?.first ?? at, last });
        const { memberId } = claim;
        if ((givenTo.get(key) ?? memberId) !== memberId) {
          report(`P5 ${threadId} was given to two teammates under ${claim.fence}`);
        }
        givenTo.set(key, memberId);
      }
      const isFenced = action === 'renew' || action === 'release' || action === 'handOver';
      // Asked again after a lost answer, what was handed over is the new holder's already.
      const isTheirs = claim !== null && claim.memberId === to && claim.fence > fence;
      const isRepeat = action === 'handOver' && isTheirs;
      if (granted && isFenced && fence < before && !isRepeat) {
        report(`P5 ${browser} ${action} of ${threadId} under ${fence} when it was ${before}`);
      }
      if (granted && action === 'renew' && claim?.fence !== fence) {
        report(`P5 ${browser} renewed ${threadId} from ${fence} to ${claim?.fence}`);
      }
    },
  };
}
