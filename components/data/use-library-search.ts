import { useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryEntry } from '#utils/model/library.ts';
import { createPace } from '#utils/platform/pace.ts';
import { createGrowingLibrarySearch, type LibrarySearch } from '#utils/replies/library-search.ts';

/**
 * The search over entries, kept up with them in short slices once `isWanted`: of a large library everything is read once,
 * for a second or two, while the page stays as quick as ever. Null until it knows all of them.
 */
export function useLibrarySearch(
  entries: readonly LibraryEntry[] | null,
  isWanted: boolean,
): LibrarySearch | null {
  const growing = useRef(createGrowingLibrarySearch());
  const [ready, setReady] = useState<LibrarySearch | null>(null);
  useEffect(() => {
    if (!isWanted || !entries) return undefined;
    let isOver = false;
    const giveWay = createPace();
    const read = async () => {
      for (const _step of growing.current.change(entries)) {
        await giveWay();
        if (isOver) return;
      }
      const { find } = growing.current;
      // Another object for another state: who remembers what was found asks again.
      setReady({ find });
    };
    void read();
    return () => {
      isOver = true;
    };
  }, [entries, isWanted]);
  return ready;
}
