import { liveQuery } from 'dexie';
import { useEffect, useState } from 'preact/hooks';

/** What a query gave last: null while the first read is under way. */
export interface LiveQuery<T> {
  value: T | null;
  /** Why reading failed, in words; null when all is well. */
  trouble: string | null;
}

const TROUBLE = 'Hearback could not read its database. Close and open this view; nothing is lost.';

/** Runs a query of the local database now and after each change of what it read. `deps` as for `useEffect`. */
export function useLiveQuery<T>(query: () => Promise<T>, deps: unknown[]): LiveQuery<T> {
  const [state, setState] = useState<LiveQuery<T>>({ value: null, trouble: null });
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setState({ value, trouble: null }),
      error: () => setState((last) => ({ ...last, trouble: TROUBLE })),
    });
    return () => subscription.unsubscribe();
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the caller names what the query depends on
  }, deps);
  return state;
}
