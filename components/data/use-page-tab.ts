import { useEffect, useState } from 'preact/hooks';
import type { ResponseOf } from '#utils/messages/map.ts';
import { send } from '#utils/messages/send.ts';
import { watchActiveTab } from '#utils/platform/active-tab.ts';

export interface PageTab {
  tabId: number | null;
  /** Undefined while unknown, null where Hearback does not read the page. */
  page: ResponseOf<'page.state'> | undefined;
}

/** The tab beside the panel and what Hearback reads on it; looked up again each `round`. */
export function usePageTab(round: number): PageTab {
  const [tabId, setTabId] = useState<number | null>(null);
  const [page, setPage] = useState<PageTab['page']>(undefined);
  useEffect(() => watchActiveTab(setTabId), []);
  useEffect(() => {
    let isCurrent = true;
    if (tabId !== null) {
      send('page.state', { tabId })
        .then((fresh) => isCurrent && setPage(fresh))
        .catch(() => isCurrent && setPage(null));
    }
    return () => {
      isCurrent = false;
    };
  }, [tabId, round]);
  return { tabId, page };
}
