import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers, Sender } from '#utils/messages/receive.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { openPanel } from '#utils/platform/panel.ts';
import { loadPageState, savePageState } from '../page-memory.ts';
import { loadPageRules } from '../page-rules.ts';
import { showBadge } from '../news-desk.ts';
import type { Services } from '../services.ts';

type PageHandlers = Pick<
  Handlers,
  | 'page.hello'
  | 'page.threads'
  | 'page.state'
  | 'page.reveal'
  | 'panel.open'
  | 'live.beat'
  | 'reply.insert'
>;

function needTab(sender: Sender): number {
  if (sender.tabId === null) throw new MessageError('no_tab', 'This works in a tab only.');
  return sender.tabId;
}

/** What goes on between pages and the panel. `noteLook` is told whenever somebody looks. */
export function createPageHandlers(services: Services, noteLook: () => void): PageHandlers {
  const { db, engine } = services;
  return {
    async 'page.hello'({ site }, sender) {
      await savePageState(needTab(sender), { site, threadIds: [], chosen: null, account: null });
      engine.connect();
      return loadPageRules(db, site);
    },

    async 'page.threads'({ threadIds, account }, sender) {
      const tabId = needTab(sender);
      const known = await loadPageState(tabId);
      if (!known) return null;
      const page = { ...known, threadIds, account };
      await savePageState(tabId, page);
      await showBadge(tabId, page, await services.views(threadIds));
      services.news.spread(threadIds);
      return null;
    },

    'page.state': ({ tabId }) => loadPageState(tabId),

    'page.reveal': ({ tabId, threadId }) => sendToPage(tabId, 'page.reveal', { threadId }),

    async 'panel.open'({ threadId }, sender) {
      const tabId = needTab(sender);
      // First of all, while the browser still takes this for the person's own click.
      const isOpen = openPanel(tabId);
      const known = await loadPageState(tabId);
      if (known) await savePageState(tabId, { ...known, chosen: threadId });
      services.news.spread([threadId]);
      if (!(await isOpen)) {
        throw new MessageError(
          'no_panel',
          'Your browser did not open the panel. Click the Hearback button in the toolbar.',
        );
      }
      return null;
    },

    async 'live.beat'() {
      noteLook();
      engine.connect();
      engine.beat();
      return engine.connection();
    },

    'reply.insert': ({ tabId, threadId, text }) =>
      sendToPage(tabId, 'page.insert', { threadId, text }),
  };
}
