/**
 * Teaching a site. A page may only propose, once, after a person has begun in a page of the extension; what is saved is
 * what that person has read there (`teamSite.save`), for the host that the browser vouches for (decision 14).
 */
import { MessageError } from '#utils/messages/answer.ts';
import type { Handlers } from '#utils/messages/receive.ts';
import { sendToPage } from '#utils/messages/send-to-page.ts';
import { toTeamSiteId } from '#utils/model/team-site-facts.ts';
import { now as clock } from '#utils/platform/clock.ts';
import { openPanel } from '#utils/platform/panel.ts';
import { runPageTool } from '#utils/platform/page-script.ts';
import { sitesAt } from '#utils/sites/recognize.ts';
import { needLead } from '../need-lead.ts';
import { loadPageState } from '../page-memory.ts';
import type { PageState } from '../page-memory.ts';
import type { Services } from '../services.ts';
import { forbidden } from '../site-guard.ts';
import {
  beginTeaching,
  forgetTeaching,
  keepOffer,
  loadTeaching,
  takeAsked,
} from '../teach-memory.ts';

type TeachHandlers = Pick<Handlers, 'teach.start' | 'teach.offer' | 'teach.load' | 'teach.drop'>;

const NOT_READ = 'Hearback does not read this page. Turn the site on in Options.';
const KNOWN =
  'Hearback knows this site already. What it reads wrong is changed in Options, Sites, How sites are read.';
const LEADS_ONLY = 'Only a lead can teach Hearback a site. Ask one.';
const OUT_OF_REACH = 'Hearback cannot reach that page. Reload it and try again.';

/** Needs nothing but what all handlers share. */
export function createTeachHandlers(services: Services): TeachHandlers {
  const { db, engine } = services;
  return {
    async 'teach.start'({ tabId }) {
      await needLead(services, LEADS_ONLY);
      const page = await loadPageState(tabId);
      if (!page || page.origin === null) throw new MessageError('no_page', NOT_READ);
      if (!isUnknown(page, page.origin)) throw new MessageError('known', KNOWN);
      const { now } = await engine.context();
      // Begun again, there is as much time again.
      await beginTeaching(tabId, page.origin, now);
      if (!(await runPageTool(tabId, 'teaching'))) throw new MessageError('no_page', OUT_OF_REACH);
      return sendToPage(tabId, 'page.teach', null);
    },

    async 'teach.offer'(selectors, { tabId, origin }) {
      if (tabId === null) throw forbidden();
      // Before anything is awaited, while the browser still takes this for the person's own click; but not for a page
      // that nobody has asked.
      const opening = takeAsked(tabId, origin, clock()) ? openPanel(tabId) : null;
      const { now } = await engine.context();
      if (!(await keepOffer(tabId, origin, selectors, now))) throw forbidden();
      services.news.tellPanels();
      // A worker that has started anew since knows only now that somebody asked.
      return { isPanelOpen: await (opening ?? openPanel(tabId)) };
    },

    async 'teach.load'({ tabId }) {
      const [page, teaching] = await Promise.all([loadPageState(tabId), loadTeaching(tabId)]);
      const origin = page?.origin ?? null;
      if (!page || origin === null || !isUnknown(page, origin)) return null;
      const id = toTeamSiteId('generic', origin);
      const known = (await db.sites.get(id))?.body.selectors ?? {};
      // The tab may show another site by now.
      const selectors = teaching?.origin === origin ? teaching.selectors : null;
      return { id, host: new URL(origin).host, isTaught: 'taught.post' in known, selectors };
    },

    async 'teach.drop'({ tabId }) {
      await forgetTeaching(tabId);
      services.news.tellPanels();
      return null;
    },
  };
}

/**
 * True for a page of a site that Hearback has no adapter for. That the one for all sites reads it does not say so: it
 * also stands in where a site's own adapter sees nothing, and that one is changed instead.
 */
function isUnknown({ site, ownSite }: PageState, origin: string): boolean {
  const isRead = site === 'generic' && ownSite === 'generic';
  return isRead && sitesAt(new URL(origin).hostname).length === 0;
}
