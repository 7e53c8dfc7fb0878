import { browser } from './browser.ts';

const KEY = 'local:sentinel';

/**
 * What is remembered outside of the database, so that its loss is noticed. Pages may read this store, so nothing in
 * it is secret or anybody's words.
 */
export interface Sentinel {
  /** Random id of the database that was there. */
  databaseId: string;
  /** Facts that waited in it. */
  waiting: number;
  /** True when it belonged to a team. */
  isJoined: boolean;
}

/** Loads it; null when it was never saved. */
export async function loadSentinel(): Promise<Sentinel | null> {
  const { [KEY]: found } = await browser.storage.local.get(KEY);
  return (found as Sentinel | undefined) ?? null;
}

export async function saveSentinel(sentinel: Sentinel): Promise<void> {
  await browser.storage.local.set({ [KEY]: sentinel });
}
