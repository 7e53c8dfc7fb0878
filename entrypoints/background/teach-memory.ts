import { z } from 'zod';
import { lessonSchema } from '#utils/model/lesson.ts';
import type { TaughtSelectors } from '#utils/model/lesson.ts';
import { browser } from '#utils/platform/browser.ts';

/** Nobody points longer than this; an offer after that was not asked for, ms. */
const POINTING_MS = 15 * 60_000;

const teachingSchema = z.object({
  /** The origin that the browser saw the page come from when a person began. */
  origin: z.string(),
  /** Local clock, ms. */
  at: z.number(),
  /** What the page has proposed; null while somebody points. */
  selectors: lessonSchema.nullable(),
});
type Teaching = z.infer<typeof teachingSchema>;

const PREFIX = 'teach:';
const keyOf = (tabId: number) => `${PREFIX}${tabId}`;

/** A person has begun to teach the page of this tab. */
export async function beginTeaching(tabId: number, origin: string, at: number): Promise<void> {
  const teaching: Teaching = { origin, at, selectors: null };
  await browser.storage.session.set({ [keyOf(tabId)]: teaching });
}

/** Keeps what a page proposes; false when nobody asked this page, or it has proposed already. */
export async function keepOffer(
  tabId: number,
  origin: string | null,
  selectors: TaughtSelectors,
  now: number,
): Promise<boolean> {
  const known = await loadTeaching(tabId);
  if (!known || known.origin !== origin || known.selectors !== null) return false;
  if (now - known.at > POINTING_MS) return false;
  await browser.storage.session.set({ [keyOf(tabId)]: { ...known, selectors } });
  return true;
}

/** What is being taught in this tab; null for nothing. */
export async function loadTeaching(tabId: number): Promise<Teaching | null> {
  const key = keyOf(tabId);
  const known = teachingSchema.safeParse((await browser.storage.session.get(key))[key]);
  return known.success ? known.data : null;
}

/** Drops what was proposed in this tab, or (null) in any. */
export async function forgetTeaching(tabId: number | null): Promise<void> {
  const stored = Object.keys(await browser.storage.session.get(null));
  const keys = stored.filter((key) =>
    tabId === null ? key.startsWith(PREFIX) : key === keyOf(tabId),
  );
  await browser.storage.session.remove(keys);
}
