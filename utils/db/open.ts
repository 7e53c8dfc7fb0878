import { HearbackDb } from './schema.ts';

let opened: HearbackDb | null = null;

/** The one database of this extension; opened on first use, shared by all callers of a context. */
export function openDb(): HearbackDb {
  opened ??= new HearbackDb('hearback');
  return opened;
}
