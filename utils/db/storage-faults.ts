/** What can go wrong with the disk below the database, and what is done about it. */
import { Dexie } from 'dexie';
import type { PromiseExtended } from 'dexie';

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

/** True when the data was laid out by a newer version, which this one leaves alone. */
export function isNewerDatabase(error: unknown): boolean {
  return hasName(error, ['NewerDatabaseError']);
}

type Work = (...args: unknown[]) => PromiseExtended<unknown>;

/**
 * From now on each transaction and each operation outside of one is run once more, on a connection opened anew, when
 * the connection was lost. Inside a transaction the whole of it is repeated, so it must be harmless to repeat.
 */
export function reopenWhenLost(db: Dexie): void {
  let reopening: PromiseExtended<unknown> | null = null;

  /** Once for all that failed together. */
  const reopen = () => {
    if (reopening) return reopening;
    db.close({ disableAutoOpen: false });
    reopening = db.open().finally(() => {
      reopening = null;
    });
    return reopening;
  };

  const insist = (work: Work): Work =>
    function insisting(this: unknown, ...args) {
      if (Dexie.currentTransaction) return work.apply(this, args);
      return work.apply(this, args).catch((error: unknown) => {
        if (!isConnectionLost(error)) throw error;
        return reopen().then(() => work.apply(this, args));
      });
    };

  db.transaction = insist(db.transaction as Work) as typeof db.transaction;
  // All operations of tables go through this method of Dexie's, which has no public name for it.
  const table = db.Table.prototype as unknown as { _trans: Work };
  table._trans = insist(table._trans);
}

/** Dexie names what it knows and puts the browser's own error inside. */
function hasName(error: unknown, names: readonly string[]): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return (typeof name === 'string' && names.includes(name)) || hasName(inner, names);
}
