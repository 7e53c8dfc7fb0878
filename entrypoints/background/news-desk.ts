/**
 * Spreads what has changed to everything that shows it: chips on open pages, badges, popup and panel. Wishes
 * that come close together are served by one round.
 */
import type { HearbackDb } from '#utils/db/schema.ts';
import { MessageError } from '#utils/messages/answer.ts';
import type { PageRequestOf } from '#utils/messages/page-messages.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { toThreadStatus } from '#utils/model/thread-status.ts';
import type { ThreadView } from '#utils/model/thread-view.ts';
import { LIVE_CHANNEL } from '#utils/messages/live-channel.ts';
import { browser } from '#utils/platform/browser.ts';
import { now } from '#utils/platform/clock.ts';
import { logError } from '#utils/platform/log.ts';
import { forgetPageState, loadPages } from './page-memory.ts';
import type { PlacedPage } from './page-memory.ts';
import { loadPageRules } from './page-rules.ts';
import { threadsOf } from './tab-pages.ts';

/** Changes within this time are told together, ms. */
const GATHER_MS = 30;
const BADGE_COLOR = '#0f766e';

type PageNews = PageRequestOf<'thread.changed'>;

/** Pages of one kind are read by the same rules. */
const toKind = ({ state: { site, ownSite, origin } }: PlacedPage) =>
  [site, ownSite, origin].join(' ');

type Place = Pick<PlacedPage, 'tabId' | 'frameId'>;

export interface NewsDesk {
  /** These threads, or (null) anything, may look different now. */
  spread(threadIds: readonly string[] | null): void;
  /** Brands, roster or modes may have changed: content scripts read by new rules. */
  spreadRules(): void;
  /** What a tab shows has changed: popup and panel look again, pages need not. */
  tellPanels(): void;
}

export interface NewsDeskOptions {
  db: HearbackDb;
  views(threadIds: readonly string[]): Promise<ThreadView[]>;
}

/** Creates the desk of one worker life. */
export function createNewsDesk({ db, views }: NewsDeskOptions): NewsDesk {
  let isWaiting = false;
  let isAll = false;
  let wanted = new Set<string>();
  let lastRound: Promise<void> = Promise.resolve();
  const lastRules = new Map<string, string>();
  /** What a page was told last and has not answered yet. */
  const lastNews = new Map<string, PageNews>();
  const panels = new BroadcastChannel(LIVE_CHANNEL);

  const round = async () => {
    const all = isAll;
    const ids = wanted;
    isAll = false;
    wanted = new Set();
    panels.postMessage(null);
    if (!all && ids.size === 0) return;
    const pages = await loadPages();
    await Promise.all(
      pages.map(async (page) => {
        const { threadIds } = page.state;
        const shown = all ? threadIds : threadIds.filter((id) => ids.has(id));
        if (shown.length === 0) return;
        // The badge is the whole tab's.
        const here = await views(threadsOf(pages.filter(({ tabId }) => tabId === page.tabId)));
        unawaited(tellPage(page, toPageNews(shown, here), here));
      }),
    );
    if (all) await tellRules(pages);
  };

  const tellPage = async (
    place: Place,
    news: PageNews,
    here: readonly ThreadView[],
  ): Promise<void> => {
    const { tabId, frameId } = place;
    const key = `${tabId}:${frameId}`;
    lastNews.set(key, news);
    const isThere = await tellQuietly(place, () =>
      sendToPage(tabId, 'thread.changed', news, frameId),
    );
    // The badge of a page that answers late is that of the newest round.
    if (lastNews.get(key) !== news) return;
    lastNews.delete(key);
    if (isThere) await showBadge(tabId, here);
  };

  const tellRules = async (pages: readonly PlacedPage[]) => {
    const kinds = new Map(pages.map((page) => [toKind(page), page.state]));
    // A page that opens later is given the rules of then: what was told before says nothing of what it knows.
    for (const kind of lastRules.keys()) if (!kinds.has(kind)) lastRules.delete(kind);
    for (const [kind, state] of kinds) {
      const rules = await loadPageRules(db, state);
      const print = JSON.stringify(rules);
      if (lastRules.get(kind) === print) continue;
      lastRules.set(kind, print);
      for (const page of pages) {
        if (toKind(page) !== kind) continue;
        const { tabId, frameId } = page;
        unawaited(tellQuietly(page, () => sendToPage(tabId, 'rules.changed', rules, frameId)));
      }
    }
  };

  const schedule = () => {
    if (isWaiting) return;
    isWaiting = true;
    // One round after the other: a slow one must not bring old views after the next one's. What is sent to a page
    // arrives in that order too, so no round waits for answers: a page that hangs would keep news from all others.
    lastRound = lastRound
      .then(() => new Promise((resolve) => setTimeout(resolve, GATHER_MS)))
      .then(() => {
        isWaiting = false;
        return round();
      })
      .catch((error: unknown) => logError('spreading news failed', error));
  };

  return {
    spread(threadIds) {
      if (threadIds === null) isAll = true;
      else if (threadIds.length === 0) return;
      else for (const id of threadIds) wanted.add(id);
      schedule();
    },
    spreadRules() {
      isAll = true;
      lastRules.clear();
      schedule();
    },
    tellPanels: schedule,
  };
}

function unawaited(telling: Promise<unknown>): void {
  telling.catch((error: unknown) => logError('telling a page failed', error));
}

/** What there is to tell of some threads, by the views of those that still exist. */
function toPageNews(threadIds: readonly string[], here: readonly ThreadView[]): PageNews {
  const viewOf = new Map(here.map((view) => [view.thread.id, view]));
  return {
    views: threadIds.flatMap((id) => viewOf.get(id) ?? []),
    gone: threadIds.filter((id) => !viewOf.has(id)),
  };
}

/** A page that has gone meanwhile is no error: its memory is dropped. False: it has gone. */
async function tellQuietly(
  { tabId, frameId }: Place,
  tell: () => Promise<unknown>,
): Promise<boolean> {
  try {
    await tell();
    return true;
  } catch (error) {
    if (!(error instanceof MessageError) || error.code !== 'no_page') return true;
    await forgetPageState(tabId, frameId);
    return false;
  }
}

/** The badge counts what still waits for an answer on this page. */
export async function showBadge(tabId: number, views: readonly ThreadView[]): Promise<void> {
  const waiting = views.filter((view) => {
    const { state } = toThreadStatus(view, now());
    return state !== 'answered' && state !== 'doubled' && state !== 'setAside';
  });
  try {
    await browser.action.setBadgeBackgroundColor({ tabId, color: BADGE_COLOR });
    await browser.action.setBadgeText({
      tabId,
      text: waiting.length > 0 ? `${waiting.length}` : '',
    });
  } catch {
    // The tab was closed meanwhile.
  }
}
