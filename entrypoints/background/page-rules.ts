import type { HearbackDb } from '#utils/db/schema.ts';
import { loadMeta } from '#utils/db/meta.ts';
import type { PageRules } from '#utils/messages/payloads.ts';
import type { SiteId } from '#utils/model/site.ts';
import { loadSettings } from '#utils/settings/store.ts';
import { siteFacts } from '#utils/sites/facts.ts';

/**
 * What a content script on this site reads by. Sites of any host get no handles: the same name is somebody else's on
 * the next host, and would hide there what a customer writes.
 */
export async function loadPageRules(db: HearbackDb, site: SiteId): Promise<PageRules> {
  const [settings, account, brands, members] = await Promise.all([
    loadSettings(),
    loadMeta(db, 'account'),
    db.brands.toArray(),
    db.members.toArray(),
  ]);
  const handlesOf = (memberId: string | null) =>
    members
      .filter(({ id }) => memberId === null || id === memberId)
      .flatMap(({ body }) => body.handles)
      .filter((entry) => entry.site === site && site !== 'generic')
      .map((entry) => entry.handle.replace(/^@/, '').toLowerCase());
  return {
    brands: brands.map(({ body }) => body),
    roster: handlesOf(null),
    myHandles: account ? handlesOf(account.memberId) : [],
    mode: settings.modes[site] ?? siteFacts[site].defaultMode,
  };
}
