/**
 * Teaching a site. A page may only propose, once, after a person has begun in a page of the extension; what is saved is
 * what that person has read there (`teamSite.save`), for the host that the browser vouches for (decision 14).
 */
import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { toTeamSiteId } from '#utils/model/team-site.ts';
import { openPanel } from '#utils/platform/panel.ts';
import { runPageTool } from '#utils/platform/page-script.ts';
import { loadPageState } from '../page-memory.ts';
import type { Services } from '../services.ts';
import { forbidden } from '../site-guard.ts';
import { beginTeaching, forgetTeaching, keepOffer, loadTeaching } from '../teach-memory.ts';

type TeachHandlers = Pick<Handlers, 'teach.start' | 'teach.offer' | 'teach.load' | 'teach.drop'>;

const NOT_READ = 'Hearback does not read this page. Turn the site on in Options.';
const KNOWN = 'Hearback knows this site already. What it reads wrong is mended in Options.';
const OUT_OF_REACH = 'Hearback cannot reach that page. Reload it and try again.';

/** Needs nothing but what all handlers share. */
export function createTeachHandlers(services: Services): TeachHandlers {
  const { db, engine } = services;

  /** Without a team there is nobody to ask. */
  const needLead = async () => {
    const { memberId } = await engine.context();
    const me = (await db.members.get(memberId))?.body;
    if (me?.role !== 'member') return;
    throw new MessageError('forbidden', 'Only a lead can teach Hearback a site. Ask one.');
  };

  return {
    async 'teach.start'({ tabId }) {
      await needLead();
      const page = await loadPageState(tabId);
      if (!page || page.origin === null) throw new MessageError('no_page', NOT_READ);
      if (page.site !== 'generic') throw new MessageError('known', KNOWN);
      const { now } = await engine.context();
      await beginTeaching(tabId, page.origin, now);
      if (!(await runPageTool(tabId, 'teaching'))) throw new MessageError('no_page', OUT_OF_REACH);
      return sendToPage(tabId, 'page.teach', null);
    },

    async 'teach.offer'(selectors, { tabId, origin }) {
      if (tabId === null) throw forbidden();
      // Before anything is awaited, while the browser still takes this for the person's own click.
      const opening = openPanel(tabId);
      const { now } = await engine.context();
      if (!(await keepOffer(tabId, origin, selectors, now))) throw forbidden();
      services.news.tellPanels();
      return { isPanelOpen: await opening };
    },

    async 'teach.load'({ tabId }) {
      const [page, teaching] = await Promise.all([loadPageState(tabId), loadTeaching(tabId)]);
      // The tab may show another site by now.
      if (!teaching?.selectors || page?.origin !== teaching.origin) return null;
      const id = toTeamSiteId('generic', teaching.origin);
      return { id, host: new URL(teaching.origin).host, selectors: teaching.selectors };
    },

    async 'teach.drop'({ tabId }) {
      await forgetTeaching(tabId);
      services.news.tellPanels();
      return null;
    },
  };
}
