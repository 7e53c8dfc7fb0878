/** Which records of a table have changed, in this page or another one of the extension. */
import { Dexie, RangeSet } from 'dexie';
import type { ObservabilitySet, Table } from 'dexie';

/**
 * Calls `onChange` with the primary keys that were written or deleted; with null where there were more than can be
 * named, as when all is cleared. Returns how to stop.
 */
export function watchTable(
  db: Dexie,
  table: Pick<Table, 'name'>,
  onChange: (ids: string[] | null) => void,
): () => void {
  // As Dexie names primary keys.
  const prefix = `idb://${db.name}/${table.name}/`;
  const onMutated = (parts: ObservabilitySet) => {
    const changed = parts[prefix];
    if (changed === undefined) return;
    const ids: string[] = [];
    for (const { from, to } of RangeSet(changed)) {
      if (typeof from !== 'string' || from !== to) {
        onChange(null);
        return;
      }
      ids.push(from);
    }
    onChange(ids);
  };
  Dexie.on('storagemutated', onMutated);
  return () => Dexie.on.storagemutated.unsubscribe(onMutated);
}
