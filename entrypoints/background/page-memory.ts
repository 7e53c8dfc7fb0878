import { z } from 'zod';
import { siteIdSchema } from '#utils/model/site.ts';
import { browser } from '#utils/platform/browser.ts';

const pageStateSchema = z.object({
  site: siteIdSchema,
  /** The origin that the browser saw it come from: what an older page of the tab still says is not about it. */
  origin: z.string().nullable(),
  threadIds: z.array(z.string()),
  /** The thread that a chip asked the panel to show. */
  chosen: z.string().nullable(),
  account: z.string().nullable(),
});
/** What a tab shows, as its content script has told. */
export type PageState = z.infer<typeof pageStateSchema>;

const PREFIX = 'page:';

/** Loads what a tab shows; null where Hearback does not read it. Survives the worker's sleep, not the browser's end. */
export async function loadPageState(tabId: number): Promise<PageState | null> {
  const key = `${PREFIX}${tabId}`;
  const state = pageStateSchema.safeParse((await browser.storage.session.get(key))[key]);
  return state.success ? state.data : null;
}

/** Loads what all tabs show, by tab id. */
export async function loadAllPageStates(): Promise<Map<number, PageState>> {
  const stored: Record<string, unknown> = await browser.storage.session.get(null);
  const pages = new Map<number, PageState>();
  for (const [key, value] of Object.entries(stored)) {
    const state = pageStateSchema.safeParse(value);
    if (key.startsWith(PREFIX) && state.success)
      pages.set(Number(key.slice(PREFIX.length)), state.data);
  }
  return pages;
}

let last: Promise<unknown> = Promise.resolve();

/**
 * Changes what is kept of a tab; null forgets it. Changes come one after the other, so that none is lost to
 * another that was under way.
 */
export async function changePageState(
  tabId: number,
  change: (known: PageState | null) => PageState | null,
): Promise<PageState | null> {
  const work = last.then(async () => {
    const known = await loadPageState(tabId);
    const next = change(known);
    if (next === null) await browser.storage.session.remove(`${PREFIX}${tabId}`);
    else if (next !== known) await browser.storage.session.set({ [`${PREFIX}${tabId}`]: next });
    return next;
  });
  last = work.catch(() => undefined);
  return work;
}

export async function forgetPageState(tabId: number): Promise<void> {
  await changePageState(tabId, () => null);
}

/** Forgets which threads the tabs show; that they are read at all stays known. */
export async function forgetAllThreads(): Promise<void> {
  for (const tabId of (await loadAllPageStates()).keys()) {
    await changePageState(
      tabId,
      (known) => known && { ...known, threadIds: [], chosen: null, account: null },
    );
  }
}
