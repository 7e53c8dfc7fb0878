/** A tab as people see it: its page with the frames in it that are read. */
import { MessageError } from '#utils/messages/answer.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { forgetPageState, loadPages } from './page-memory.ts';
import type { PageState, PlacedPage } from './page-memory.ts';

/** A frame that does not say at once that it is there must not keep the panel waiting, ms. */
const FRAME_WITHIN_MS = 500;

/** As many as one page may show. */
const THREADS_MAX = 500;

/** Threads of all pages, each once, in the order of the pages. */
export function threadsOf(pages: readonly PlacedPage[]): string[] {
  return [...new Set(pages.flatMap(({ state }) => state.threadIds))];
}

/** Several pages of one tab as one; null without any. Site and account are those of the first. */
export function mergePages(
  pages: readonly PlacedPage[],
): Omit<PageState, 'origin' | 'ownSite'> | null {
  const [first] = pages;
  if (!first) return null;
  const { site, account } = first.state;
  const chosen = pages.map(({ state }) => state.chosen).find((one) => one !== null) ?? null;
  return { site, account, chosen, threadIds: threadsOf(pages).slice(0, THREADS_MAX) };
}

/** Loads a tab's pages without those that are there no more, which are forgotten. */
export async function loadLivePages(tabId: number): Promise<PlacedPage[]> {
  const pages = await loadPages(tabId);
  const are = await Promise.all(pages.map((page) => isThere(page)));
  return pages.filter((_, at) => are[at]);
}

/**
 * Forgets what a tab showed before: its page, where the one that came after is not read, and frames. The page or frame
 * that has just come is not asked. True when something was forgotten.
 */
export async function dropGonePages(tabId: number, come: number): Promise<boolean> {
  const pages = await loadPages(tabId);
  const asked = pages.filter(({ frameId }) => frameId !== come);
  const are = await Promise.all(asked.map((page) => isThere(page)));
  return are.includes(false);
}

/** The tab may show another page by now, or the frame may be gone: nothing of ours runs there then. */
async function isThere({ tabId, frameId }: PlacedPage): Promise<boolean> {
  const asked = sendToPage(tabId, 'page.characterRule', null, frameId);
  try {
    await (frameId === 0 ? asked : Promise.race([asked, pause(FRAME_WITHIN_MS)]));
    return true;
  } catch (error) {
    const isGone = error instanceof MessageError && error.code === 'no_page';
    // What a frame answers must not take the panel from the page around it.
    if (!isGone && frameId !== 0) return true;
    if (!isGone) throw error;
    await forgetPageState(tabId, frameId);
    return false;
  }
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** The frame of a tab that shows a thread (0: its page); null when none does. */
export async function findFrameOf(tabId: number, threadId: string): Promise<number | null> {
  const pages = await loadPages(tabId);
  return pages.find(({ state }) => state.threadIds.includes(threadId))?.frameId ?? null;
}

/** Where a tab is asked what is not about one thread: its page, else the first of its frames. */
export async function findMainFrame(tabId: number): Promise<number> {
  const [first] = await loadPages(tabId);
  return first?.frameId ?? 0;
}
