import { z } from 'zod';
import { siteIdSchema } from '#utils/model/site.ts';
import { browser } from './browser.ts';

const pageStateSchema = z.object({
  site: siteIdSchema,
  threadIds: z.array(z.string()),
  chosen: z.string().nullable(),
  account: z.string().nullable(),
});
/** What a tab shows, as its content script has told. */
export type PageState = z.infer<typeof pageStateSchema>;

const keyOf = (tabId: number) => `page:${tabId}`;

/** Loads what a tab shows; null where Hearback does not read it. Survives the worker's sleep, not the browser's end. */
export async function loadPageState(tabId: number): Promise<PageState | null> {
  const key = keyOf(tabId);
  const state = pageStateSchema.safeParse((await browser.storage.session.get(key))[key]);
  return state.success ? state.data : null;
}

export async function savePageState(tabId: number, state: PageState): Promise<void> {
  await browser.storage.session.set({ [keyOf(tabId)]: state });
}

export async function forgetPageState(tabId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(tabId));
}
