import { z } from 'zod';
import { siteIdSchema } from '#utils/model/site-schema.ts';
import { browser } from '#utils/platform/browser.ts';
import { createTurns } from './in-turn.ts';

const pageStateSchema = z.object({
  /** The site whose adapter reads it now. */
  site: siteIdSchema,
  /** The site that it is of: another one where its own adapter sees nothing, and that for all sites stands in. */
  ownSite: siteIdSchema,
  /** The origin that the browser saw it come from: what an older page of the tab still says is not about it. */
  origin: z.string().nullable(),
  threadIds: z.array(z.string()),
  /** The thread that a chip asked the panel to show. */
  chosen: z.string().nullable(),
  account: z.string().nullable(),
});
/** What a page shows, as its content script has told: that of a tab, or one in a frame of it. */
export type PageState = z.infer<typeof pageStateSchema>;

/** A page and where it stands: frame 0 is the tab's page itself. */
export interface PlacedPage {
  tabId: number;
  frameId: number;
  state: PageState;
}

const PREFIX = 'page:';
/** Frames of one tab that are remembered; of one more, the one that was made first is forgotten. */
const FRAMES_MAX = 10;
/** Threads of one frame that are remembered: all that is remembered of all tabs shares 10 MB. */
const FRAME_THREADS_MAX = 50;

const keyOf = (tabId: number, frameId: number) =>
  frameId === 0 ? `${PREFIX}${tabId}` : `${PREFIX}${tabId}:${frameId}`;

/**
 * Loads what a tab or a frame shows; null where Hearback does not read it. Survives the worker's sleep, not the
 * browser's end.
 */
export async function loadPageState(tabId: number, frameId = 0): Promise<PageState | null> {
  const key = keyOf(tabId, frameId);
  const state = pageStateSchema.safeParse((await browser.storage.session.get(key))[key]);
  return state.success ? state.data : null;
}

/**
 * Loads what all tabs show, or (with `tabId`) one of them: the page of a tab before its frames, these in their order.
 */
export async function loadPages(tabId: number | null = null): Promise<PlacedPage[]> {
  const stored: Record<string, unknown> = await browser.storage.session.get(null);
  return Object.entries(stored)
    .flatMap(([key, value]) => {
      const state = pageStateSchema.safeParse(value);
      if (!key.startsWith(PREFIX) || !state.success) return [];
      const [tab = 0, frame = 0] = key.slice(PREFIX.length).split(':').map(Number);
      return [{ tabId: tab, frameId: frame, state: state.data }];
    })
    .filter((page) => tabId === null || page.tabId === tabId)
    .sort((one, other) => one.tabId - other.tabId || one.frameId - other.frameId);
}

const inTurn = createTurns();

/**
 * Changes what is kept of a page; null forgets it. Changes come one after the other, so that none is lost to
 * another that was under way.
 */
export async function changePageState(
  tabId: number,
  change: (known: PageState | null) => PageState | null,
  frameId = 0,
): Promise<PageState | null> {
  return inTurn(async () => {
    const key = keyOf(tabId, frameId);
    const known = await loadPageState(tabId, frameId);
    const next = toKept(change(known), frameId);
    if (next === null) await browser.storage.session.remove(key);
    else if (next !== known) await browser.storage.session.set({ [key]: next });
    if (next !== null && known === null && frameId !== 0) await keepFewFrames(tabId);
    return next;
  });
}

function toKept(state: PageState | null, frameId: number): PageState | null {
  if (!state || frameId === 0 || state.threadIds.length <= FRAME_THREADS_MAX) return state;
  return { ...state, threadIds: state.threadIds.slice(0, FRAME_THREADS_MAX) };
}

/** A page may make frames without end. */
async function keepFewFrames(tabId: number): Promise<void> {
  const frames = (await loadPages(tabId)).filter(({ frameId }) => frameId !== 0);
  const keys = frames.slice(0, -FRAMES_MAX).map(({ frameId }) => keyOf(tabId, frameId));
  if (keys.length > 0) await browser.storage.session.remove(keys);
}

export async function forgetPageState(tabId: number, frameId = 0): Promise<void> {
  await changePageState(tabId, () => null, frameId);
}

/** Forgets a tab's page and all its frames. */
export async function forgetTab(tabId: number): Promise<void> {
  for (const { frameId } of await loadPages(tabId)) await forgetPageState(tabId, frameId);
}

/** Forgets which threads the tabs show; that they are read at all stays known. */
export async function forgetAllThreads(): Promise<void> {
  for (const { tabId, frameId } of await loadPages()) {
    await changePageState(
      tabId,
      (known) => known && { ...known, threadIds: [], chosen: null, account: null },
      frameId,
    );
  }
}
