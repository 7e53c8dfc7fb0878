import type { SiteId } from '#utils/model/site.ts';
import { logError } from '#utils/platform/log.ts';
import { recognizeSite } from '#utils/sites/recognize.ts';
import { loadAdapter } from './load-adapter.ts';
import { startPageSession } from './page-session.ts';

/**
 * Starts Hearback on a page, by the adapter of its site; where that sees nothing, by the one for all sites until the
 * address changes. In a frame its own site alone is read. Returns how to end it without a trace. Throws when it cannot
 * begin.
 */
export async function startPageLife(
  doc: Document,
  url: () => URL,
  isFramed = false,
): Promise<() => void> {
  const own = recognizeSite(doc, url());
  let end = () => {};
  let turn = 0;

  const begin = async (site: SiteId): Promise<void> => {
    turn += 1;
    const mine = turn;
    end();
    end = () => {};
    const adapter = await loadAdapter(site);
    if (mine !== turn) return;
    const stop = await startPageSession(doc, adapter, url, {
      ownSite: own,
      isFramed,
      onBlind: () => !isFramed && site !== 'generic' && change('generic'),
      onMoved: () => site !== own && change(own),
    });
    if (mine === turn) end = stop;
    else stop();
  };

  const change = (site: SiteId) => {
    begin(site).catch((error: unknown) => logError('could not go on on this page', error));
  };

  await begin(own);
  return () => {
    turn += 1;
    end();
  };
}
