import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { siteIds } from '#utils/model/site.ts';
import type { SiteId } from '#utils/model/site.ts';
import { toAdapterSite, toTeamSiteId } from '#utils/model/team-site.ts';
import { loadPages } from '../page-memory.ts';
import type { Services } from '../services.ts';
import { isOwnSite } from '../site-guard.ts';

type TeamSiteHandlers = Pick<
  Handlers,
  'teamSite.load' | 'teamSite.try' | 'teamSite.save' | 'teamSite.remove'
>;

/** How the team has mended or taught sites. */
export function createTeamSiteHandlers(services: Services): TeamSiteHandlers {
  const { db, engine } = services;

  const loadSite = async (id: string) => (await db.sites.get(id))?.body ?? null;

  /** The team would refuse it anyway; so nobody hears of it only later. Without a team there is nobody to ask. */
  const needLead = async () => {
    const { memberId } = await engine.context();
    const me = (await db.members.get(memberId))?.body;
    if (me?.role !== 'member') return;
    throw new MessageError('forbidden', 'Only a lead can change how sites are read. Ask one.');
  };

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
      await needLead();
      await services.record([{ kind: 'site.save', args: change }]);
      return null;
    },

    async 'teamSite.remove'({ id }) {
      await needLead();
      await services.record([{ kind: 'site.remove', args: { id } }]);
      return null;
    },
  };
}

/** The site by which a tab's page is read, and those that it may be of where its own adapter has given up. */
async function loadSiteOfPage(
  tabId: number,
): Promise<{ id: string; others: SiteId[]; frameId: number } | null> {
  const [page] = await loadPages(tabId);
  if (!page) return null;
  const { frameId, state } = page;
  const { site, origin } = state;
  const kind = frameId === 0 ? 'content' : 'frame';
  const sender = { kind, tabId, frameId, origin } as const;
  const others = siteIds.filter((one) => one !== 'generic' && isOwnSite(sender, one));
  return { id: toTeamSiteId(site, origin), others: site === 'generic' ? others : [], frameId };
}
