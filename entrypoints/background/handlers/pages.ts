import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers, Sender } from '#utils/messages/receive.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { setHitTests } from '#utils/platform/hit-tests.ts';
import { openPanel } from '#utils/platform/panel.ts';
import { logError } from '#utils/platform/log.ts';
import { runSiteScript } from '#utils/platform/page-script.ts';
import { changePageState, loadPageState, loadPages } from '../page-memory.ts';
import { saveIntent, takeIntent } from '../intent-memory.ts';
import { loadPageRules } from '../page-rules.ts';
import { showBadge } from '../news-desk.ts';
import type { Services } from '../services.ts';
import { dropGonePages, findFrameOf, loadLivePages, mergePages, threadsOf } from '../tab-pages.ts';
import { forbidden, isOwnPost, isOwnSite, isOwnThread, needOwnThread } from '../site-guard.ts';

type PageHandlers = Pick<
  Handlers,
  | 'site.load'
  | 'page.hello'
  | 'page.threads'
  | 'page.probe'
  | 'reply.intend'
  | 'reply.intended'
  | 'page.state'
  | 'page.reveal'
  | 'panel.open'
  | 'live.beat'
  | 'reply.insert'
>;

const NOT_HERE = 'This post is not on the page of this tab. Open it from the thread and try again.';

function needTab(sender: Sender): number {
  if (sender.tabId === null) throw new MessageError('no_tab', 'This works in a tab only.');
  return sender.tabId;
}

function noHello(): MessageError {
  return new MessageError('no_hello', 'Hearback does not know this page. Reload it.');
}

/** What goes on between pages and the panel. `noteLook` is told whenever somebody looks. */
export function createPageHandlers(services: Services, noteLook: () => void): PageHandlers {
  const { db, engine } = services;

  /** The badge is the whole tab's. */
  const drawBadge = async (tabId: number) =>
    showBadge(tabId, await services.views(threadsOf(await loadPages(tabId))));

  const dropGone = async (tabId: number, come: number) => {
    if (!(await dropGonePages(tabId, come))) return;
    await drawBadge(tabId);
    services.news.tellPanels();
  };

  return {
    async 'site.load'({ site }, sender) {
      if (!isOwnSite(sender, site)) throw forbidden();
      await runSiteScript(needTab(sender), site, sender.frameId);
      return null;
    },

    async 'page.hello'({ site, ownSite }, sender) {
      if (!isOwnSite(sender, site) || !isOwnSite(sender, ownSite)) throw forbidden();
      const { origin } = sender;
      const fresh = { site, ownSite, origin, threadIds: [], chosen: null, account: null };
      const tabId = needTab(sender);
      // A frame that comes says nothing of what the person does on the page around it.
      if (sender.kind === 'content') services.tabPresence.leave(tabId);
      await changePageState(tabId, () => fresh, sender.frameId);
      // Not waited for: a page need not answer.
      dropGone(tabId, sender.frameId ?? 0).catch((error: unknown) =>
        logError('looking for pages failed', error),
      );
      engine.connect();
      return loadPageRules(db, fresh);
    },

    async 'page.threads'({ threadIds, account }, sender) {
      const tabId = needTab(sender);
      const own = threadIds.filter((threadId) => isOwnThread(sender, threadId));
      const page = await changePageState(
        tabId,
        (known) =>
          known?.origin === sender.origin ? { ...known, threadIds: own, account } : known,
        sender.frameId,
      );
      // Forgotten by an earlier round that came too soon: the page says hello again.
      if (!page) throw noHello();
      if (page.origin !== sender.origin) return null;
      await drawBadge(tabId);
      services.news.tellPanels();
      return null;
    },

    async 'page.probe'({ isOn }, sender) {
      await setHitTests(needTab(sender), isOn);
      return null;
    },

    async 'reply.intend'(intent, sender) {
      needOwnThread(sender, intent.threadId);
      if (!isOwnPost(sender, intent.target)) throw forbidden();
      const tabId = needTab(sender);
      const page = await loadPageState(tabId, sender.frameId);
      if (page?.origin !== sender.origin) throw noHello();
      const { now } = await engine.context();
      await saveIntent(tabId, { ...intent, at: now }, sender.origin, sender.frameId);
      return null;
    },

    async 'reply.intended'(_nothing, sender) {
      const { now } = await engine.context();
      return takeIntent(needTab(sender), sender.origin, now, sender.frameId);
    },

    'page.state': async ({ tabId }) => mergePages(await loadLivePages(tabId)),

    async 'page.reveal'({ tabId, threadId }) {
      const frameId = (await findFrameOf(tabId, threadId)) ?? 0;
      return sendToPage(tabId, 'page.reveal', { threadId }, frameId);
    },

    async 'panel.open'({ threadId }, sender) {
      const tabId = needTab(sender);
      needOwnThread(sender, threadId);
      // Before anything is awaited, while the browser still takes this for the person's own click.
      const isOpen = openPanel(tabId);
      await changePageState(tabId, (known) => known && { ...known, chosen: threadId });
      services.news.tellPanels();
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

    async 'reply.insert'({ tabId, threadId, text }) {
      // The tab may show another site by now, whose page is not to read what was written to somebody else.
      const frameId = await findFrameOf(tabId, threadId);
      if (frameId !== null) return sendToPage(tabId, 'page.insert', { threadId, text }, frameId);
      return { outcome: 'notFound', advice: NOT_HERE };
    },
  };
}
