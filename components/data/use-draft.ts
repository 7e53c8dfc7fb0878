import { useEffect, useRef, useState } from 'preact/hooks';
import type { Draft } from '#components/panel/panel-props.ts';
import { loadDraft, saveDraft } from '#utils/db/drafts.ts';
import { forgetUsedUnlessInBox } from '#utils/db/uses.ts';
import { readGuide } from '#utils/db/guide.ts';
import { openDb } from '#utils/db/open.ts';
import type { DraftAdvice } from '#utils/messages/payloads.ts';
import { send } from '#utils/messages/send.ts';
import { useLiveQuery } from './use-live-query.ts';

/** Advice follows the text once nothing was typed for this long, ms. */
const PAUSE_MS = 300;

export interface UsedDraft {
  /** Of the chosen thread; null while no editor is open. */
  draft: Draft | null;
  /** Null closes the editor and forgets the draft. */
  change(threadId: string, text: string | null): void;
  /** Says no more of this until the thread is chosen anew. */
  dismissAdvice(key: string): void;
}

/** The draft of the chosen thread, with its length by the site in that tab and what speaks against it. */
export function useDraft(chosenId: string | null, tabId: number | null): UsedDraft {
  const db = openDb();
  const [draft, setDraft] = useState<Omit<Draft, 'advice'> | null>(null);
  const [advice, setAdvice] = useState<DraftAdvice[]>([]);
  // What the team does without, and what it wants, are said of the draft at once.
  const guide = useLiveQuery(() => readGuide(db), []).value;
  const checkedBy = guide && [guide.changedAt, ...guide.checksOff].join(' ');
  const [dismissed, setDismissed] = useState<ReadonlySet<string>>(new Set());

  useEffect(() => {
    setDraft(null);
    setDismissed(new Set());
    if (chosenId === null) return;
    let isCurrent = true;
    void loadDraft(db, chosenId).then((text) => {
      if (isCurrent && text !== null) setDraft({ threadId: chosenId, text, count: null });
    });
    return () => {
      isCurrent = false;
    };
  }, [chosenId, db]);

  // The site's own count follows the text; an answer that comes late is dropped.
  const counting = useRef(0);
  const text = draft?.text ?? null;
  const threadId = draft?.threadId ?? null;
  useEffect(() => {
    if (text === null || threadId === null || tabId === null) return;
    counting.current += 1;
    const turn = counting.current;
    send('reply.count', { tabId, text, threadId })
      .then((count) => {
        if (turn === counting.current) setDraft((last) => (last ? { ...last, count } : last));
      })
      .catch(() => null);
  }, [text, threadId, tabId]);

  useEffect(() => {
    if (text === null || threadId === null) {
      setAdvice([]);
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      send('draft.check', { threadId, text })
        .then((list) => isCurrent && setAdvice(list))
        // Nothing is said rather than something old.
        .catch(() => isCurrent && setAdvice([]));
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, threadId, checkedBy]);

  return {
    draft: draft && { ...draft, advice: advice.filter(({ key }) => !dismissed.has(key)) },
    change(changedId, changed) {
      void saveDraft(db, changedId, changed);
      if (changed === null) void forgetUsedUnlessInBox(db, changedId);
      setDraft((last) =>
        changed === null
          ? null
          : { threadId: changedId, text: changed, count: last?.count ?? null },
      );
    },
    dismissAdvice: (key) => setDismissed((last) => new Set([...last, key])),
  };
}
