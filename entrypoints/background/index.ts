import { defineBackground } from 'wxt/utils/define-background';
import { rereadQuarantine } from '#utils/db/changes.ts';
import { receive } from '#utils/messages/receive.ts';
import { browser } from '#utils/platform/browser.ts';
import { logError } from '#utils/platform/log.ts';
import { openPanel } from '#utils/platform/panel.ts';
import { shutStorage } from '#utils/platform/storage-access.ts';
import { keepTime } from './alarms.ts';
import { withDatabaseWords } from './database-words.ts';
import { createAccessHandlers } from './handlers/access.ts';
import { createDraftHandlers } from './handlers/drafts.ts';
import { createGuardHandlers } from './handlers/guard.ts';
import { createGuideHandlers } from './handlers/guide.ts';
import { createLibraryHandlers } from './handlers/library.ts';
import { createSuggestionHandlers } from './handlers/suggestions.ts';
import { createLookHandlers } from './handlers/looks.ts';
import { createPageHandlers } from './handlers/pages.ts';
import { createPolishHandlers } from './handlers/polish.ts';
import { createSiteHealthHandlers } from './handlers/site-health.ts';
import { createTeachHandlers } from './handlers/teach.ts';
import { createTeamSiteHandlers } from './handlers/team-sites.ts';
import { createSettingsHandlers } from './handlers/settings.ts';
import { createSnippetHandlers } from './handlers/snippets.ts';
import { createShareHandlers } from './handlers/shares.ts';
import { createWebhookHandlers } from './handlers/webhooks.ts';
import { createBoardHandlers } from './handlers/board.ts';
import { createStoryHandlers, saveStoryAt } from './handlers/stories.ts';
import { createTeamHandlers } from './handlers/team.ts';
import { createThreadHandlers } from './handlers/threads.ts';
import { createTriageHandlers } from './handlers/triage.ts';
import { markPostFromMenu } from './handlers/mark-post.ts';
import { MARK_POST, SAVE_STORY } from './menu.ts';
import { forgetIntents } from './intent-memory.ts';
import { forgetTab } from './page-memory.ts';
import { frameRule } from './frame-rule.ts';
import { openBoardOnNotice } from './queue-notices.ts';
import { createServices } from './services.ts';
import type { Services } from './services.ts';
import { applySites } from './sites.ts';
import { forgetTeaching } from './teach-memory.ts';

// Every listener is registered synchronously: a worker that starts for an event must be ready for it.
export default defineBackground(() => {
  void shutStorage().catch((error: unknown) => logError('storage stays open', error));
  const services = createServices();
  const noteLook = keepTime(services);
  services.suggestions.follow();
  const pageHandlers = createPageHandlers(services, noteLook);

  receive(
    withDatabaseWords({
      ...pageHandlers,
      ...createThreadHandlers(services),
      ...createGuardHandlers(services),
      ...createDraftHandlers(services),
      ...createBoardHandlers(services),
      ...createStoryHandlers(services),
      ...createShareHandlers(services),
      ...createWebhookHandlers(services),
      ...createLibraryHandlers(services),
      ...createSuggestionHandlers(services),
      ...createSnippetHandlers(services),
      ...createGuideHandlers(services),
      ...createLookHandlers(services),
      ...createPolishHandlers(services),
      ...createTeamHandlers(services),
      ...createAccessHandlers(services),
      ...createSettingsHandlers(services),
      ...createTeamSiteHandlers(services),
      ...createSiteHealthHandlers(services),
      ...createTeachHandlers(services),
      ...createTriageHandlers(services),
    }),
    frameRule,
  );

  browser.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === 'install') {
      void browser.tabs.create({ url: browser.runtime.getURL('/options.html#welcome') });
    }
    if (reason === 'update') void takeNewlyReadable(services);
    void followSites();
  });
  openBoardOnNotice();
  browser.runtime.onStartup.addListener(() => void followSites());
  browser.permissions.onAdded.addListener(() => void followSites());
  browser.permissions.onRemoved.addListener(() => void followSites());
  browser.tabs.onRemoved.addListener((tabId) => {
    services.tabPresence.leave(tabId);
    void forgetTab(tabId);
    void forgetIntents(tabId);
    void forgetTeaching(tabId);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (tab?.id === undefined) return;
    if (command === 'open-panel') void openPanel(tab.id);
    if (command === 'save-story' && tab.url !== undefined) {
      void saveStoryAt(services, { at: 'here', tabId: tab.id, frameId: 0, url: tab.url });
    }
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    const { frameId = 0, frameUrl, pageUrl } = info;
    const url = (frameId === 0 ? pageUrl : frameUrl) ?? '';
    if (info.menuItemId === SAVE_STORY) {
      void saveStoryAt(services, { at: 'menu', tabId: tab.id, frameId, url });
    }
    if (info.menuItemId === MARK_POST) void markPostFromMenu(tab.id, frameId);
  });

  void goOn(services);
});

/** Looks for a deleted database before anything of the team is written into the one that stands in its place. */
async function goOn({ databaseWatch, engine }: Services): Promise<void> {
  try {
    await engine.aside(() => databaseWatch.check());
  } catch (error) {
    logError('the database cannot be watched', error);
  }
  engine.connect();
  void engine.sync();
}

/** A newer version may understand what the team sent to the older one. */
async function takeNewlyReadable({ db, engine }: Services): Promise<void> {
  try {
    await engine.aside(() => rereadQuarantine(db));
    await engine.sync();
  } catch (error) {
    logError('reading what was kept raw failed', error);
  }
}

async function followSites(): Promise<void> {
  try {
    await applySites();
  } catch (error) {
    logError('registering sites failed', error);
  }
}
