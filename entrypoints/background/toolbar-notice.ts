import { sendToPage } from '#utils/messages/send-to-page.ts';
import { browser } from '#utils/platform/browser.ts';

/** Longest text that a page says, as in the message. */
const SAY_MAX = 300;
/** Time to see the mark and to point at it, ms; below the 30 s after which browsers end an idle worker. */
const STAY_MS = 20_000;
const MARK = '!';
const COLOR = '#b45309';

interface Look {
  text: string;
  color: string | [number, number, number, number];
  title: string;
}

/**
 * Says something on the page, or by the toolbar where nothing of ours speaks: in a page that is not granted, as around
 * many frames, and in one that was open before an update. Never throws.
 */
export async function sayAtTab(
  tabId: number,
  onPage: string,
  inToolbar: string = onPage,
): Promise<void> {
  try {
    await sendToPage(tabId, 'page.say', { text: onPage.slice(0, SAY_MAX) });
  } catch {
    await sayInToolbar(tabId, inToolbar);
  }
}

/**
 * Says something by the toolbar button of a tab whose page cannot speak: a mark on it, and the words as its title. What
 * stood there before comes back after a while. Never throws.
 */
async function sayInToolbar(tabId: number, words: string): Promise<void> {
  try {
    const [text, color, title] = await Promise.all([
      browser.action.getBadgeText({ tabId }),
      browser.action.getBadgeBackgroundColor({ tabId }),
      // Of all tabs: this one may still have the words of the last time.
      browser.action.getTitle({}),
    ]);
    const before: Look = { text: text === MARK ? '' : text, color, title };
    await browser.action.setTitle({ tabId, title: words });
    await showBadge(tabId, { text: MARK, color: COLOR });
    setTimeout(() => void putBack(tabId, before), STAY_MS);
  } catch {
    // The tab was closed meanwhile.
  }
}

async function putBack(tabId: number, before: Look): Promise<void> {
  try {
    await browser.action.setTitle({ tabId, title: before.title });
    // The page may have told news since then, and its badge is newer.
    if ((await browser.action.getBadgeText({ tabId })) === MARK) await showBadge(tabId, before);
  } catch {
    // The tab was closed meanwhile.
  }
}

async function showBadge(tabId: number, { text, color }: Omit<Look, 'title'>): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ tabId, color });
  await browser.action.setBadgeText({ tabId, text });
}
