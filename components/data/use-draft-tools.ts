import { useEffect, useState } from 'preact/hooks';
import type { Draft } from '#components/panel/panel-props.ts';
import type { DraftTools } from '#components/thread/draft-tools.ts';
import { loadSplit, saveSplit } from '#utils/db/drafts.ts';
import { noteUsed } from '#utils/db/uses.ts';
import { readGuide } from '#utils/db/guide.ts';
import { openDb } from '#utils/db/open.ts';
import type { DraftSplitOffer } from '#utils/messages/payloads.ts';
import { send } from '#utils/messages/send.ts';
import { useLiveQuery } from './use-live-query.ts';

/** How a draft would be cut follows the text once nothing was typed for this long, ms. */
const PAUSE_MS = 300;

/** What helps with the draft that is being written in the panel, for the site in that tab. */
export function useDraftTools(
  draft: Draft | null,
  tabId: number | null,
  isInTeam: boolean,
  change: (threadId: string, text: string | null) => void,
): DraftTools {
  const db = openDb();
  const threadId = draft?.threadId ?? null;
  const text = draft?.text ?? '';
  const isOver = draft?.count?.limit != null && draft.count.used > draft.count.limit;
  const guide = useLiveQuery(() => readGuide(db), []);
  const [offer, setOffer] = useState<DraftSplitOffer | null>(null);
  const split = useLiveQuery(
    async () => (threadId === null ? null : loadSplit(db, threadId)),
    [threadId],
  ).value;

  useEffect(() => {
    setOffer(null);
    if (!isOver || threadId === null || tabId === null) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      send('draft.split', { threadId, tabId, text })
        .then((told) => isCurrent && setOffer(told))
        // The page is not open any more: nothing can be said of its limit.
        .catch(() => null);
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [isOver, threadId, tabId, text]);

  // All of it was sent: nothing of the draft waits any more.
  const isDone = split != null && split.parts.every(({ isSent }) => isSent === true);
  useEffect(() => {
    if (isDone && threadId !== null) change(threadId, null);
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once, as soon as the last part was sent
  }, [isDone, threadId]);

  return {
    onFindSnippets: async (query) =>
      threadId === null ? [] : send('snippet.find', { threadId, query }),
    // Without a team there is nobody to ask.
    offersLook: isInTeam && guide.value?.secondLook === true,
    onSnippetUsed: ({ entryId, text: used }) =>
      void (threadId !== null && noteUsed(db, threadId, { entryId, text: used })),
    tooLong:
      offer && offer.parts.length > 1
        ? { posts: offer.parts.length, isThreaded: offer.isThreaded }
        : null,
    split: split ?? null,
    onSplit() {
      if (threadId === null || offer?.limit == null) return;
      void saveSplit(db, threadId, { parts: offer.parts, limit: offer.limit });
    },
    onJoin: () => void (threadId !== null && saveSplit(db, threadId, null)),
  };
}
