import { log } from '#utils/platform/log.ts';
import { HearbackDb } from './schema.ts';

let opened: HearbackDb | null = null;

/**
 * The one database of this extension; opened on first use, shared by all callers of a context. Makes way for a newer
 * version that wants to upgrade it, and opens again when it is asked next.
 */
export function openDb(): HearbackDb {
  opened ??= prepare(new HearbackDb('hearback'));
  return opened;
}

function prepare(db: HearbackDb): HearbackDb {
  db.on('versionchange', () => db.close({ disableAutoOpen: false }));
  // The other context closes by the line above; the upgrade then goes on by itself.
  db.on('blocked', () => log('upgrade waits for another page'));
  return db;
}
