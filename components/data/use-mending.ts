import { useEffect, useState } from 'preact/hooks';
import type { MendingProps, OpenPage, PageReading } from '#components/settings/reading-props.ts';
import { readingWords } from '#components/settings/reading-words.ts';
import { send } from '#utils/messages/send.ts';
import { siteIds } from '#utils/model/site.ts';
import type { TeamSite } from '#utils/model/team-site.ts';
import { listTabs } from '#utils/platform/active-tab.ts';
import { browser } from '#utils/platform/browser.ts';
import { siteFacts } from '#utils/sites/facts.ts';
import { loadShipped } from './shipped-selectors.ts';
import { attempt, toWords } from './use-team-state.ts';

/** Open pages, and the one that is tried on. */
interface Choice {
  pages: OpenPage[] | null;
  tabId: number | null;
}

const noChoice: Choice = { pages: null, tabId: null };

/**
 * Changing how the site of this id is read. Any open page of it will do to try on, so that nobody has to come from the
 * right tab; the one looked at last is taken first. Of a site that runs at any host a person chooses the page: any page
 * may say that it is of it, and what is saved holds for all of its hosts.
 */
export function useMending(
  id: string | null,
  teamSite: TeamSite | null,
): Omit<MendingProps, 'id' | 'name' | 'teamSite' | 'hasTeam'> {
  const [{ pages, tabId }, setChoice] = useState(noChoice);
  const [shipped, setShipped] = useState<MendingProps['shipped']>(null);
  const [reading, setReading] = useState<PageReading | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    setChoice(noChoice);
    setShipped(null);
    if (id === null) return;
    loadShipped(id).then(
      (selectors) => isCurrent && setShipped(selectors),
      (error: unknown) => isCurrent && setTrouble(toWords(error)),
    );
    return () => {
      isCurrent = false;
    };
  }, [id]);
  useEffect(() => {
    let isCurrent = true;
    if (id === null) return;
    void findPages(id).then((found) => {
      if (isCurrent) setChoice((last) => ({ pages: found, tabId: pick(id, found, last) }));
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
      (fresh) => isCurrent && setReading(fresh),
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
    onPage: (chosen) => setChoice((last) => ({ ...last, tabId: chosen })),
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

/** The one that was chosen, while it is open at the same host; else the first, or none where a person has to choose. */
function pick(id: string, found: OpenPage[], last: Choice): number | null {
  const chosen = last.pages?.find(({ tabId }) => tabId === last.tabId);
  const same = found.find(({ tabId, host }) => tabId === chosen?.tabId && host === chosen.host);
  const first = runsAnywhere(id) ? null : found[0];
  return (same ?? first)?.tabId ?? null;
}

/** A site that was taught has its host in its id. */
function runsAnywhere(id: string): boolean {
  return siteIds.some((site) => site === id && siteFacts[site].isAnywhere === true);
}

/** The open pages that this site may be tried on. */
async function findPages(id: string): Promise<OpenPage[]> {
  const found = await Promise.all(
    (await listTabs()).map(async ({ tabId, title }) => {
      const page = await send('teamSite.load', { tabId }).catch(() => null);
      const sites: string[] = page ? [page.id, ...page.others] : [];
      return sites.includes(id) ? [{ tabId, title, host: await findHost(tabId) }] : [];
    }),
  );
  return found.flat();
}

/** By the browser; empty where it does not tell. */
async function findHost(tabId: number): Promise<string> {
  const { url = '' } = await browser.tabs.get(tabId).catch(() => ({ url: '' }));
  return URL.canParse(url) ? new URL(url).host : '';
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
