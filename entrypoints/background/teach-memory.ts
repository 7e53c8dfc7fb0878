import { z } from 'zod';
import { lessonSchema } from '#utils/model/lesson.ts';
import type { TaughtSelectors } from '#utils/model/lesson.ts';
import { browser } from '#utils/platform/browser.ts';
import { createTurns } from './in-turn.ts';

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

const inTurn = createTurns();

/**
 * Pages that a person has asked and that have proposed nothing since, by tab: known without waiting for the storage.
 * Lost with the worker, which then only opens the panel less readily.
 */
const asked = new Map<number, Pick<Teaching, 'origin' | 'at'>>();

/** A person has begun to teach the page of this tab. */
export function beginTeaching(tabId: number, origin: string, at: number): Promise<void> {
  asked.set(tabId, { origin, at });
  const teaching: Teaching = { origin, at, selectors: null };
  return inTurn(() => browser.storage.session.set({ [keyOf(tabId)]: teaching }));
}

/** Whether a person waits for what this page proposes; true once for each asking. */
export function takeAsked(tabId: number, origin: string | null, now: number): boolean {
  const known = asked.get(tabId);
  if (!known || known.origin !== origin || now - known.at > POINTING_MS) return false;
  return asked.delete(tabId);
}

/** Keeps what a page proposes; false when nobody asked this page, or it has proposed already. */
export function keepOffer(
  tabId: number,
  origin: string | null,
  selectors: TaughtSelectors,
  now: number,
): Promise<boolean> {
  // Of two at once the second one must find the first.
  return inTurn(async () => {
    const known = await loadTeaching(tabId);
    if (!known || known.origin !== origin || known.selectors !== null) return false;
    if (now - known.at > POINTING_MS) return false;
    await browser.storage.session.set({ [keyOf(tabId)]: { ...known, selectors } });
    return true;
  });
}

/** What is being taught in this tab; null for nothing. */
export async function loadTeaching(tabId: number): Promise<Teaching | null> {
  const key = keyOf(tabId);
  const known = teachingSchema.safeParse((await browser.storage.session.get(key))[key]);
  return known.success ? known.data : null;
}

/** Drops what was proposed in this tab, or (null) in any. */
export function forgetTeaching(tabId: number | null): Promise<void> {
  if (tabId === null) asked.clear();
  else asked.delete(tabId);
  return inTurn(async () => {
    const stored = Object.keys(await browser.storage.session.get(null));
    const keys = stored.filter((key) =>
      tabId === null ? key.startsWith(PREFIX) : key === keyOf(tabId),
    );
    await browser.storage.session.remove(keys);
  });
}
