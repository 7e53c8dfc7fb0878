import 'fake-indexeddb/auto';
import { HearbackDb } from '#utils/db/schema.ts';

let count = 0;

/** A fresh database that no other test sees. */
export function emptyDb(): HearbackDb {
  count += 1;
  return new HearbackDb(`test-${process.pid}-${count}`);
}
