import type { Handlers } from '#utils/messages/receive.ts';
import { loadMeta, saveMeta } from '#utils/db/meta.ts';
import type { HearbackDb } from '#utils/db/schema.ts';
import { createRateLimit } from '#utils/messages/rate-limit.ts';
import { addPage } from '#utils/model/judge-health.ts';
import { siteHealthSchema } from '#utils/model/site-health.ts';
import type { SiteHealth } from '#utils/model/site-health.ts';
import { toTeamSiteId } from '#utils/model/team-site-facts.ts';
import { loadPageState } from '../page-memory.ts';
import type { Services } from '../services.ts';

/** Sites that are remembered; of one more, the one that was looked at first is forgotten. */
const SITES_MAX = 100;
/** Of the page of a tab, and of its frames together: each tells once for an address, when it had time to come. */
const RATE = { perSecond: 1 / 5, burst: 1 };

/** How well sites are read in this browser, by what their pages tell. Numbers alone; never told to the team. */
export function createSiteHealthHandlers({
  db,
  engine,
}: Services): Pick<Handlers, 'site.health' | 'siteHealth.list'> {
  const rate = createRateLimit(RATE);
  return {
    async 'site.health'(page, sender) {
      const { kind, tabId, frameId } = sender;
      const state = tabId === null ? null : await loadPageState(tabId, frameId);
      if (!state || state.origin !== sender.origin) return null;
      const id = toTeamSiteId(state.site, state.origin);
      const { now } = await engine.context();
      if (!rate.take(`${kind} ${tabId}`, now)) return null;
      await db.transaction('rw', db.meta, async () => {
        const all = await loadHealth(db);
        const known = all.find((one) => one.id === id) ?? null;
        const others = all.filter((one) => one.id !== id).slice(1 - SITES_MAX);
        await saveMeta(db, 'siteHealth', [...others, addPage(known, id, page, now)]);
      });
      return null;
    },

    async 'siteHealth.list'() {
      return loadHealth(db);
    },
  };
}

/** What is known of all sites. What an older version has counted in another way is counted anew. */
async function loadHealth(db: HearbackDb): Promise<SiteHealth[]> {
  const all: unknown[] = (await loadMeta(db, 'siteHealth')) ?? [];
  return all.flatMap((one) => siteHealthSchema.safeParse(one).data ?? []);
}
