import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { toTeamSiteId } from '#utils/model/team-site.ts';
import { loadPageState } from '../page-memory.ts';
import type { Services } from '../services.ts';

type TeamSiteHandlers = Pick<
  Handlers,
  'teamSite.load' | 'teamSite.try' | 'teamSite.save' | 'teamSite.remove'
>;

/** How the team has mended or taught sites. */
export function createTeamSiteHandlers(services: Services): TeamSiteHandlers {
  const { db, engine } = services;

  const loadFor = async (tabId: number) => {
    const page = await loadPageState(tabId);
    if (!page) return null;
    const id = toTeamSiteId(page.site, page.origin);
    return { id, teamSite: (await db.sites.get(id))?.body ?? null };
  };

  /** The team would refuse it anyway; so nobody hears of it only later. Without a team there is nobody to ask. */
  const needLead = async () => {
    const { memberId } = await engine.context();
    const me = (await db.members.get(memberId))?.body;
    if (me?.role !== 'member') return;
    throw new MessageError('forbidden', 'Only a lead can change how sites are read. Ask one.');
  };

  return {
    'teamSite.load': ({ tabId }) => loadFor(tabId),

    async 'teamSite.try'({ tabId, selectors }) {
      const known = await loadFor(tabId);
      const now = known?.teamSite?.selectors ?? {};
      return sendToPage(tabId, 'page.trySelectors', { now, wanted: selectors });
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
