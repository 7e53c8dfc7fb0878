import type { PresenceKind } from '#utils/model/thread.ts';
import type { SyncEngine } from '#utils/sync/engine.ts';

/** Which thread a person looks at or answers in each tab, so that the team knows at once when the tab is gone. */
export interface TabPresence {
  tell(tabId: number | null, threadId: string, kind: PresenceKind): void;
  /** The tab was closed, or shows another page. */
  leave(tabId: number): void;
}

/** Keeps it for one worker life; what a stopped worker forgets runs out on the server by itself. */
export function createTabPresence(engine: Pick<SyncEngine, 'tellPresence'>): TabPresence {
  const threads = new Map<number, string>();
  return {
    tell(tabId, threadId, kind) {
      engine.tellPresence(threadId, kind);
      if (tabId === null) return;
      if (kind !== 'gone') threads.set(tabId, threadId);
      else if (threads.get(tabId) === threadId) threads.delete(tabId);
    },
    leave(tabId) {
      const threadId = threads.get(tabId);
      threads.delete(tabId);
      if (threadId !== undefined) engine.tellPresence(threadId, 'gone');
    },
  };
}
