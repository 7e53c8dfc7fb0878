import { useEffect, useState } from 'preact/hooks';
import type { SuggestionItem, TextCount } from '#components/thread/suggestion-item.ts';
import { send } from '#utils/messages/send.ts';
import type { Suggestion } from '#utils/model/library.ts';

/** Suggestions for a thread, with each one's length by the site in that tab; null while they are looked for. */
export function useSuggestions(
  threadId: string | null,
  tabId: number | null,
): { suggestions: SuggestionItem[] | null; dismiss(threadId: string, entryId: string): void } {
  const [found, setFound] = useState<Suggestion[] | null>(null);
  const [counts, setCounts] = useState<ReadonlyMap<string, TextCount>>(new Map());

  useEffect(() => {
    setFound(null);
    if (threadId === null) return;
    let isCurrent = true;
    send('suggestion.list', { threadId })
      .then((list) => isCurrent && setFound(list))
      .catch(() => isCurrent && setFound([]));
    return () => {
      isCurrent = false;
    };
  }, [threadId]);

  useEffect(() => {
    setCounts(new Map());
    if (found === null || tabId === null || threadId === null) return;
    let isCurrent = true;
    const count = async ({ entryId, text }: Suggestion) =>
      [entryId, await send('reply.count', { tabId, text, threadId })] as const;
    Promise.all(found.map(count))
      .then((pairs) => isCurrent && setCounts(new Map(pairs)))
      // The page is not open: nothing is said of lengths then.
      .catch(() => null);
    return () => {
      isCurrent = false;
    };
  }, [found, tabId, threadId]);

  const suggestions =
    found?.map((suggestion) => {
      const count = counts.get(suggestion.entryId);
      return count ? { ...suggestion, count } : suggestion;
    }) ?? null;
  return {
    suggestions,
    dismiss(dismissedFor, entryId) {
      setFound((last) => last?.filter((one) => one.entryId !== entryId) ?? null);
      // Where it cannot be told it comes up again the next time.
      send('suggestion.dismiss', { threadId: dismissedFor, entryId }).catch(() => null);
    },
  };
}
