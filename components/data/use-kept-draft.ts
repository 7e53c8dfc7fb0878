import { useEffect, useState } from 'preact/hooks';
import type { KeptDraft } from '#utils/messages/payloads.ts';
import { send } from '#utils/messages/send.ts';

/**
 * What stood unsent in the site's reply box of a thread, read when it is chosen and in each `round` of the team's
 * state, as sending it forgets it; null when nothing did.
 */
export function useKeptDraft(threadId: string | null, round: number) {
  const [kept, setKept] = useState<(KeptDraft & { threadId: string }) | null>(null);
  useEffect(() => {
    if (threadId === null) {
      setKept(null);
      return;
    }
    let isCurrent = true;
    send('draft.load', { threadId })
      .then((draft) => isCurrent && setKept(draft && { ...draft, threadId }))
      .catch(() => null);
    return () => {
      isCurrent = false;
    };
  }, [threadId, round]);
  const discard = (id: string) => {
    setKept(null);
    void send('draft.forget', { threadId: id }).catch(() => null);
  };
  return { kept: kept?.threadId === threadId ? kept : null, discard };
}
