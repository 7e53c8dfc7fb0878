import type { Handlers } from '#utils/messages/receive.ts';
import type { Services } from '../services.ts';
import { createSnippetDesk } from '../snippets.ts';

/** Texts of the library for the caret of a draft. */
export function createSnippetHandlers(services: Services): Pick<Handlers, 'snippet.find'> {
  const desk = createSnippetDesk(services.db);
  return {
    async 'snippet.find'({ threadId, query }) {
      const [view] = await services.views([threadId]);
      return view ? desk.find(view, query) : [];
    },
  };
}
