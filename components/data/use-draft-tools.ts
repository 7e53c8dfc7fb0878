import type { DraftTools } from '#components/thread/draft-tools.ts';
import { send } from '#utils/messages/send.ts';

/** What helps with the draft of the chosen thread. */
export function useDraftTools(threadId: string | null): DraftTools {
  return {
    onFindSnippets: async (query) =>
      threadId === null ? [] : send('snippet.find', { threadId, query }),
  };
}
