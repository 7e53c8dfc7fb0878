import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import type { SiteId } from '#utils/model/site.ts';
import { toAdapterSite, toTeamSiteId } from '#utils/model/team-site-facts.ts';
import { needLead } from '../need-lead.ts';
import { loadPages } from '../page-memory.ts';
import type { Services } from '../services.ts';

type TeamSiteHandlers = Pick<
  Handlers,
  'teamSite.load' | 'teamSite.try' | 'teamSite.save' | 'teamSite.remove'
>;

const LEADS_ONLY = 'Only a lead can change how sites are read. Ask one.';

/** How the team has mended or taught sites. */
export function createTeamSiteHandlers(services: Services): TeamSiteHandlers {
  const { db } = services;

  const loadSite = async (id: string) => (await db.sites.get(id))?.body ?? null;

  return {
    async 'teamSite.load'({ tabId }) {
      const page = await loadSiteOfPage(tabId);
      if (!page) return null;
      return { id: page.id, others: page.others, teamSite: await loadSite(page.id) };
    },

    async 'teamSite.try'({ tabId, id, selectors }) {
      const page = await loadSiteOfPage(tabId);
      const wanted = id ?? page?.id;
      if (!page || wanted === undefined || ![page.id, ...page.others].includes(wanted)) {
        throw new MessageError('no_page', 'That tab shows another page by now. Choose one again.');
      }
      const now = (await loadSite(wanted))?.selectors ?? {};
      const site = toAdapterSite(wanted);
      const asked = { site, now, wanted: selectors };
      return sendToPage(tabId, 'page.trySelectors', asked, page.frameId);
    },

    async 'teamSite.save'(change) {
      await needLead(services, LEADS_ONLY);
      await services.record([{ kind: 'site.save', args: change }]);
      return null;
    },

    async 'teamSite.remove'({ id }) {
      await needLead(services, LEADS_ONLY);
      await services.record([{ kind: 'site.remove', args: { id } }]);
      return null;
    },
  };
}

/** The site by which a tab's page is read, and the page's own where that one's adapter has given up. */
async function loadSiteOfPage(
  tabId: number,
): Promise<{ id: string; others: SiteId[]; frameId: number } | null> {
  const [page] = await loadPages(tabId);
  if (!page) return null;
  const { frameId, state } = page;
  const { site, ownSite, origin } = state;
  const others = site === 'generic' && ownSite !== 'generic' ? [ownSite] : [];
  return { id: toTeamSiteId(site, origin), others, frameId };
}
