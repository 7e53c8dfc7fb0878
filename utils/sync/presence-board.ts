import type { Presence } from '#utils/model/thread.ts';
import { PRESENCE_TTL_MS } from './wire.ts';

/** Who looks or types now, by thread. Lives in memory only and forgets by itself. */
export interface PresenceBoard {
  /** Notes one hint; returns the threads whose picture changed. `at` is the local clock, ms. */
  note(
    presence: Presence | { memberId: string; threadId: string; kind: 'gone' },
    at: number,
  ): string[];
  /** Replaces everything, as told when the channel opens. */
  reset(all: readonly Presence[], at: number): string[];
  /** Drops hints that were not renewed; returns the threads concerned. */
  expire(at: number): string[];
  /** Hints of one thread, without `exceptMemberId`. */
  of(threadId: string, exceptMemberId: string | null): Presence[];
  all(): Presence[];
}

/** Creates an empty board. */
export function createPresenceBoard(): PresenceBoard {
  const heard = new Map<string, { presence: Presence; at: number }>();
  const keyOf = (hint: { memberId: string; threadId: string }) =>
    `${hint.memberId} ${hint.threadId}`;

  return {
    note(hint, at) {
      const key = keyOf(hint);
      const known = heard.get(key);
      if (hint.kind === 'gone') {
        heard.delete(key);
        return known ? [hint.threadId] : [];
      }
      heard.set(key, { presence: hint, at });
      const isSame = known?.presence.kind === hint.kind && known.presence.since === hint.since;
      return isSame ? [] : [hint.threadId];
    },
    reset(all, at) {
      const threads = new Set([...heard.values()].map(({ presence }) => presence.threadId));
      heard.clear();
      for (const presence of all) {
        heard.set(keyOf(presence), { presence, at });
        threads.add(presence.threadId);
      }
      return [...threads];
    },
    expire(at) {
      const threads = new Set<string>();
      for (const [key, hint] of heard) {
        if (at - hint.at < PRESENCE_TTL_MS) continue;
        heard.delete(key);
        threads.add(hint.presence.threadId);
      }
      return [...threads];
    },
    all: () => [...heard.values()].map(({ presence }) => presence),
    of(threadId, exceptMemberId) {
      return [...heard.values()]
        .map(({ presence }) => presence)
        .filter((hint) => hint.threadId === threadId && hint.memberId !== exceptMemberId);
    },
  };
}
