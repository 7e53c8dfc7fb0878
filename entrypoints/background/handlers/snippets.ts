import type { Handlers } from '#utils/messages/receive.ts';
import { noteDismissed } from '#utils/db/uses.ts';
import type { Services } from '../services.ts';
import { createSnippetDesk } from '../snippets.ts';

/** Texts of the library for the caret of a draft, and those that nobody wants there. */
export function createSnippetHandlers(
  services: Services,
): Pick<Handlers, 'snippet.find' | 'suggestion.dismiss'> {
  const { db } = services;
  const desk = createSnippetDesk(db);
  return {
    async 'snippet.find'({ threadId, query }) {
      const [view] = await services.views([threadId]);
      return view ? desk.find(view, query) : [];
    },
    async 'suggestion.dismiss'({ threadId, entryId }) {
      await noteDismissed(db, threadId, entryId);
      await services.record([{ kind: 'library.use', args: { id: entryId, use: 'dismissed' } }]);
      return null;
    },
  };
}
