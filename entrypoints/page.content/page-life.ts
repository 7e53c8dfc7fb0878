import { MessageError } from '#utils/messages/answer.ts';
import type { SiteId } from '#utils/model/site.ts';
import { logError } from '#utils/platform/log.ts';
import type { SiteAdapter } from '#utils/sites/adapter.ts';
import { recognizeSite } from '#utils/sites/recognize.ts';
import { mendSelectors } from '#utils/sites/selectors.ts';
import { toPageAddress } from '#utils/spotting/page-address.ts';
import { loadAdapter } from './load-adapter.ts';
import type { Marks } from './mentions.ts';
import { startPageSession } from './page-session.ts';

/** Pauses before a change that failed is tried again, ms; the last one for all further times. */
const PAUSES_MS = [5_000, 30_000];
/** Of so many posts of the own adapter one can be read, or it still sees nothing. */
const POSTS_MAX = 100;

/**
 * Starts Hearback on a page, by the adapter of its site; where that sees nothing, by the one for all sites until the
 * address changes or there is something to see. In a frame its own site alone is read. Returns how to end it without a
 * trace. Throws when it cannot begin.
 */
export async function startPageLife(
  doc: Document,
  url: () => URL,
  isFramed = false,
): Promise<() => void> {
  const own = recognizeSite(doc, url());
  const adapters = new Map<SiteId, SiteAdapter>();
  const marks: Marks = new Map();
  /** Ends the session that goes on; null while there is none. */
  let end: (() => void) | null = null;
  /** The change that was asked for last: an earlier one that is still under way comes to nothing. */
  let turn = 0;
  let failures = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const begin = async (site: SiteId): Promise<void> => {
    turn += 1;
    const mine = turn;
    clearTimeout(retry);
    const address = toPageAddress(url());
    const isLeft = () => site !== own && toPageAddress(url()) !== address;
    // Not waited for where it is here already: whatever reads a page that is not for it ends at once.
    const adapter = adapters.get(site) ?? (await loadAdapter(site));
    adapters.set(site, adapter);
    if (mine !== turn || isLeft()) return;
    end?.();
    end = null;
    const stop = await startPageSession(doc, site === own ? adapter : standIn(adapter), url, {
      ownSite: own,
      isFramed,
      marks,
      onBlind() {
        if (site === own && needsStandIn()) change('generic');
      },
      onOwnMended(selectors) {
        const mended = adapters.get(own);
        if (site === own || !mended) return;
        mendSelectors(mended.selectors, selectors, doc);
        if (mine === turn && !needsStandIn()) change(own);
      },
      onMoved() {
        failures = 0;
        if (site !== own) change(own);
        else if (turn !== mine) callOff();
      },
      onTick() {
        if (site !== own && !needsStandIn()) change(own);
      },
    });
    if (mine !== turn) return stop();
    end = stop;
    if (isLeft()) change(own);
  };

  const change = (site: SiteId) => {
    const begun = begin(site);
    const mine = turn;
    begun.catch((error: unknown) => {
      logError('could not go on on this page', error);
      const isGone = error instanceof MessageError && error.code === 'gone';
      if (mine !== turn || isGone) return;
      const pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)];
      failures += 1;
      retry = setTimeout(() => {
        // Where nothing was ended yet, the session that goes on may have come to see something.
        if (!end) change(own);
        else if (needsStandIn()) change(site);
      }, pause);
    });
  };

  const callOff = () => {
    turn += 1;
    clearTimeout(retry);
  };

  const isPrivate = () => adapters.get(own)?.isPrivate?.(doc) === true;

  const needsStandIn = () =>
    own !== 'generic' && !isFramed && !isPrivate() && !seesPosts(adapters.get(own), doc, url());

  /** The adapter for all sites in place of the own one: what that never reads on purpose is not read by this one. */
  const standIn = (adapter: SiteAdapter): SiteAdapter => ({
    ...adapter,
    readPost: (element, at) => (isPrivate() ? null : adapter.readPost(element, at)),
  });

  await begin(own);
  return () => {
    callOff();
    end?.();
  };
}

/** True when the adapter can read a post of the page. */
function seesPosts(adapter: SiteAdapter | undefined, doc: Document, url: URL): boolean {
  const posts = adapter?.findPosts(doc).slice(0, POSTS_MAX) ?? [];
  return posts.some((element) => adapter?.readPost(element, url) != null);
}
