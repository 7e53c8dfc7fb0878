/** What can go wrong with the disk below the database, and what is done about it. */
import { Dexie } from 'dexie';
import type { HearbackDb } from './schema.ts';

/** Words for a fact that could not be kept. */
export class StorageFullError extends Error {
  constructor() {
    super('The disk is full, so this could not be kept. Free some room, then do it again.');
    this.name = 'StorageFullError';
  }
}

/** True when the browser has no room for a write. */
export function isStorageFull(error: unknown): boolean {
  return hasName(error, ['QuotaExceededError']);
}

/** True when the connection to the database broke, which says nothing about the data (reliability.md F36). */
export function isConnectionLost(error: unknown): boolean {
  return hasName(error, ['UnknownError', 'InvalidStateError', 'DatabaseClosedError']);
}

/** Runs `work`; where the connection is lost, opens the database again and runs it once more. */
export async function withReopening<T>(db: HearbackDb, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    // Inside a transaction the whole of it has to be repeated, by whoever began it.
    if (!isConnectionLost(error) || Dexie.currentTransaction) throw error;
    db.close({ disableAutoOpen: false });
    await db.open();
    return work();
  }
}

/** Dexie names what it knows and puts the browser's own error inside. */
function hasName(error: unknown, names: readonly string[]): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return (typeof name === 'string' && names.includes(name)) || hasName(inner, names);
}
