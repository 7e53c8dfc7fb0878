import { z } from 'zod';
import { siteIdSchema } from '#utils/model/site.ts';
import { browser } from '#utils/platform/browser.ts';

const pageStateSchema = z.object({
  site: siteIdSchema,
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

export async function savePageState(tabId: number, state: PageState): Promise<void> {
  await browser.storage.session.set({ [`${PREFIX}${tabId}`]: state });
}

export async function forgetPageState(tabId: number): Promise<void> {
  await browser.storage.session.remove(`${PREFIX}${tabId}`);
}
