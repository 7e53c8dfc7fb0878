import { useEffect, useState } from 'preact/hooks';
import type { MendingProps, OpenPage, PageReading } from '#components/settings/reading-props.ts';
import { readingWords } from '#components/settings/reading-words.ts';
import { send } from '#utils/messages/send.ts';
import type { TeamSite } from '#utils/model/team-site.ts';
import { listTabs } from '#utils/platform/active-tab.ts';
import { attempt, toWords } from './use-team-state.ts';

/**
 * Changing how the site of this id is read. Any open page of it will do to try on, so that nobody has to come from the
 * right tab; the one looked at last is taken first.
 */
export function useMending(
  id: string | null,
  teamSite: TeamSite | null,
): Omit<MendingProps, 'id' | 'name' | 'teamSite' | 'hasTeam'> {
  const [pages, setPages] = useState<OpenPage[] | null>(null);
  const [tabId, setTabId] = useState<number | null>(null);
  const [shipped, setShipped] = useState<MendingProps['shipped']>(null);
  const [reading, setReading] = useState<PageReading | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    setPages(null);
    setTabId(null);
    setShipped(null);
  }, [id]);
  useEffect(() => {
    let isCurrent = true;
    if (id === null) return;
    void findPages(id).then((found) => {
      if (!isCurrent) return;
      setPages(found);
      setTabId((last) => pick(found, last));
    });
    return () => {
      isCurrent = false;
    };
  }, [id, round]);

  useEffect(() => setReading(null), [id, tabId]);
  // After a change of the team what was read before stays until it is read anew, with what is being typed.
  const version = teamSite?.version ?? 0;
  useEffect(() => {
    let isCurrent = true;
    setTrouble(null);
    if (id === null || tabId === null) return;
    readPage(id, tabId, teamSite).then(
      (fresh) => {
        if (!isCurrent) return;
        setReading(fresh);
        setShipped(fresh.shipped.selectors);
      },
      (error: unknown) => isCurrent && setTrouble(toWords(error)),
    );
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- a version says all of its selectors
  }, [id, tabId, version, round]);

  return {
    pages,
    tabId,
    shipped,
    reading,
    trouble,
    onPage: setTabId,
    onFindPages: () => setRound((last) => last + 1),
    async onTry(selectors) {
      if (id === null || tabId === null) return { refused: readingWords.choosePage };
      try {
        return await send('teamSite.try', { tabId, id, selectors });
      } catch (error) {
        return { refused: toWords(error) };
      }
    },
    onSave: (selectors) =>
      attempt(async () => id !== null && send('teamSite.save', { id, selectors })),
    onRemove: () => attempt(async () => id !== null && send('teamSite.remove', { id })),
  };
}

/** The page that was chosen while it is open, else the first. */
function pick(pages: OpenPage[], chosen: number | null): number | null {
  const page = pages.find(({ tabId }) => tabId === chosen) ?? pages[0];
  return page?.tabId ?? null;
}

/** The open pages that this site may be tried on. */
async function findPages(id: string): Promise<OpenPage[]> {
  const found = await Promise.all(
    (await listTabs()).map(async (tab) => {
      const page = await send('teamSite.load', { tabId: tab.tabId }).catch(() => null);
      const sites: string[] = page ? [page.id, ...page.others] : [];
      return sites.includes(id) ? [tab] : [];
    }),
  );
  return found.flat();
}

async function readPage(
  id: string,
  tabId: number,
  teamSite: TeamSite | null,
): Promise<PageReading> {
  const shipped = await send('teamSite.try', { tabId, id, selectors: {} });
  const selectors = teamSite?.selectors ?? {};
  const now =
    Object.keys(selectors).length === 0
      ? shipped
      : await send('teamSite.try', { tabId, id, selectors });
  return { shipped, now };
}
